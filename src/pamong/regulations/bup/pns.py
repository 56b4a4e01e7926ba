"""When a PNS reaches the retirement age of his post, and from which day the pension runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    day_number,
    holds,
    join_known,
    missing_facts,
    months_after,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.bup.ages import AGE, LEVEL, with_age
from pamong.regulations.functional_posts import group_of

_PASSED = ("lewat_bup", "lewat_bup_tertinggi")
_ALL_MISSING = ("penugasan_penuh", "perpanjangan_lama", "perpanjangan_profesor", "ketentuan_iptek")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS: the age, the day on which it is reached, the pension's first."""
    ages = _ages(rule)
    pns = facts.pegawai.filter(_.status == "pns").select("pegawai_id", "lahir_on")
    posts = _posts(facts, pns.mutate(usia_pertama_on=_first_age_on(ages)), rule, as_of)
    cells = _cells(posts, rule, as_of, facts.era)
    known = join_known(pns, _reached(cells, as_of), "pegawai_id")
    known = known.mutate(
        outcome_on=ibis.coalesce(_.pasti_on, _.mungkin_on),
        usia_pertama_on=_first_age_on(ages),
    )
    known = known.mutate(
        bup=ibis.coalesce(_.pasti_usia, _.mungkin_usia, _.usia_kini),
        pasal=ibis.coalesce(_.pasti_pasal, _.mungkin_pasal, _.pasal_kini),
        version=ibis.coalesce(_.pasti_versi, _.mungkin_versi, rule.version_on(facts.era).id),
        mencapai_on=ibis.coalesce(_.outcome_on, _age_on(_.lahir_on, _.usia_kini, ages)),
    )
    known = known.mutate(pensiun_on=months_after(_.mencapai_on.truncate("M"), 1))
    has_law = bool(rule.version_on(facts.era).values["fungsional_diatur"])
    return _verdicts(known, as_of, ages[0], has_law=has_law)


def _verdicts(known: Table, as_of: Value, lowest: int, *, has_law: bool) -> Table:
    """Compare the ages with the day; ``has_law`` tells whether the lowest holds for every post.

    Whose level is not recorded is past the age only where it is past that of every level, and has
    not reached it only below that of every level. Below the lowest age nobody has reached any,
    whatever the post.
    """
    over = known.pasti_on.notnull()
    unsure = ~over & known.mungkin_on.notnull()
    has_post = holds(known.menjabat)
    by_level = over & (known.pasti_syarat == LEVEL)
    waits = over & (known.pensiun_on > as_of)
    old_enough = holds(known.usia_pertama_on <= as_of)
    has_gap = old_enough & ~holds(known.tercatat_saat_itu)
    outcome = ibis.cases(
        (known.lahir_on.isnull(), "tidak_dapat_dinilai"),
        (waits & ~by_level, "menunggu_pensiun"),
        (waits & has_post, "tidak_dapat_dinilai"),
        (by_level & has_post, "lewat_bup_tertinggi"),
        (over & has_post, "lewat_bup"),
        (over, "jabatan_berakhir"),
        (unsure | holds(known.tanpa_usia), "tidak_dapat_dinilai"),
        (~old_enough & ibis.literal(has_law), "belum_mencapai"),
        (known.terendah_kini.notnull() & ~has_gap, "belum_mencapai"),
        (~has_post | known.usia_kini.isnull() | has_gap, "tidak_dapat_dinilai"),
        else_="belum_mencapai",
    )
    judged = known.mutate(outcome=outcome)
    open_ = (judged.outcome == "tidak_dapat_dinilai") & judged.lahir_on.notnull()
    undecided = open_ & unsure
    ageless = open_ & ~over & ~unsure
    ageless &= holds(judged.tanpa_usia) | (
        has_post & judged.usia_kini.isnull() & judged.terendah_kini.isnull()
    )
    is_before_pp = holds(judged.tanpa_aturan)
    rest = open_ & ~over & ~undecided & ~ageless
    young = (judged.outcome == "belum_mencapai") & judged.usia_kini.isnull()
    of_any_level = by_level | (undecided & (judged.mungkin_syarat == LEVEL))
    names = ("bup", "pasal", "mencapai_on", "pensiun_on")
    untold = rest | ageless | young | of_any_level
    return judged.mutate(
        subject_id=_.pegawai_id,
        bup_terendah=ibis.ifelse(young, ibis.coalesce(_.terendah_kini, lowest), None),
        bup_tertinggi=ibis.ifelse(by_level, _.pasti_usia, None),
        since=ibis.ifelse(_.outcome.isin(_PASSED), _.pensiun_on, None),
        due_on=ibis.ifelse(
            _.outcome.isin(["tidak_dapat_dinilai", "jabatan_berakhir"]), None, _.pensiun_on
        ),
        missing=missing_facts(
            tanggal_lahir=_.lahir_on.isnull(),
            jabatan=(rest | young) & ~has_post,
            jabatan_saat_58=rest & has_post & has_gap,
            jenjang=(ageless & ~is_before_pp) | (young & has_post) | of_any_level,
            bup_fungsional_lama=ageless & is_before_pp,
            **{name: undecided & (_.mungkin_syarat == name) for name in _ALL_MISSING},
        ),
        **{name: ibis.ifelse(untold, None, judged[name]) for name in names},
    )


def _ages(rule: Rule) -> list[int]:
    """Return every age that the law of any time gives a post; who is younger has reached none."""
    versions, clauses = rule.versions, rule.transitional.values()
    ages = [age for version in versions for age in version.values["usia"].values()]
    told = [*(row for version in versions for row in version.values["khusus"])]
    told += [clause.values for clause in clauses]
    ages += [row[key] for row in told for key in ("usia", "tertinggi") if key in row]
    return sorted(set(ages))


def _first_age_on(ages: Sequence[int]) -> Value:
    return months_after(_.lahir_on, ages[0] * 12)


def _posts(facts: Facts, pns: Table, rule: Rule, as_of: Value) -> Table:
    """Give the posts that can matter: the one held on the day, and those from the first age on.

    Of two posts at once the later one counts, so each lasts until the next begins.
    Columns out: pegawai_id, lahir_on, usia_pertama_on, jenis, jenjang, ``kode`` (the level of a
    functional post, else its kind), ``kelompok``, nama, starts_on, ends_before
    """
    groups = rule.lists["kelompok"]
    entries = facts.riwayat_jabatan.filter(_.starts_on <= as_of).join(pns, "pegawai_id")
    held = entries.filter(
        _.ends_before.isnull() | (_.ends_before > as_of) | (_.ends_before > _.usia_pertama_on)
    )
    order = ibis.window(group_by="pegawai_id", order_by=["starts_on", "riwayat_id"])
    # least() passes over nulls on one backend and not on another: both ends are filled first.
    never = ibis.date(9999, 12, 31)
    until = ibis.least(
        ibis.coalesce(_.ends_before, never), ibis.coalesce(_.starts_on.lead().over(order), never)
    )
    return (
        held.mutate(until=until)
        .filter(_.until > _.starts_on)
        .select(
            *("pegawai_id", "lahir_on", "usia_pertama_on", "jenis", "jenjang", "nama"),
            "starts_on",
            ends_before=_.until,
            kode=ibis.ifelse(_.jenis == "fungsional", _.jenjang, _.jenis),
            kelompok=ibis.ifelse(_.jenis == "fungsional", group_of(_.nama, groups), None),
        )
    )


def _cells(posts: Table, rule: Rule, as_of: Value, era: date) -> Table:
    """Give each post under each version that it met, with the day on which its age is reached.

    Reached is an age on the birthday, or on the first day in a post whose age is passed already.
    """
    met = [version for version in rule.versions if version.period.start <= era]
    cells = [
        _under(posts, rule, version, as_of, era).mutate(urut=ibis.literal(place, "int64"))
        for place, version in enumerate(met)
    ]
    every = reduce(lambda first, second: first.union(second), cells).mutate(
        reaches_on=_reach(_.usia, _ages(rule)), surely_on=_reach(_.tertinggi, _ages(rule))
    )
    return every.mutate(
        tanpa_jenjang=holds(_.syarat == LEVEL),
        mungkin=_.reaches_on.notnull() & (_.reaches_on <= as_of) & (_.reaches_on < _.until),
        pasti=_.surely_on.notnull() & (_.surely_on <= as_of) & (_.surely_on < _.until),
    )


def _under(posts: Table, rule: Rule, version: Version, as_of: Value, era: date) -> Table:
    """Give the posts that matter under one version."""
    end = version.period.end
    is_first, is_last = version is rule.versions[0], era in version.period
    met = posts if is_first else posts.filter(_.ends_before > version.period.start)
    met = met if end is None else met.filter(_.starts_on < end)
    met = met.mutate(
        until=_.ends_before if end is None else ibis.least(_.ends_before, end),
        menjabat=ibis.literal(is_last) & (_.ends_before > as_of),
    )
    met = met.filter(_.menjabat | (_.until > _.usia_pertama_on))
    has_law = ibis.literal(bool(version.values["fungsional_diatur"]))
    return with_age(met, rule, version).select(
        *("pegawai_id", "lahir_on", "nama", "starts_on", "ends_before", "until", "menjabat"),
        *("usia_pertama_on", *AGE),
        version=ibis.literal(version.id),
        tanpa_usia=_.usia.isnull() & (_.usia_pertama_on <= as_of) & (_.until > _.usia_pertama_on),
        tanpa_aturan=_.usia.isnull() & ~has_law,
    )


def _reached(cells: Table, as_of: Value) -> Table:
    """Sum up for each employee: reached for certain, perhaps reached, and the post held now.

    ``terendah_kini`` is the lowest age of a post held now whose level is not recorded, where it is
    not reached yet.

    Of versions that give the same day the earliest counts: it was reached by then.
    """
    told = {"pasti": ("surely_on", "tertinggi"), "mungkin": ("reaches_on", "usia")}
    reached = {
        f"{name}_{part}": cells[column].argmin(_order(cells[day], cells.urut), where=cells[name])
        for name, (day, age) in told.items()
        for part, column in (("usia", age), ("pasal", "pasal"), ("versi", "version"))
    }
    return cells.group_by("pegawai_id").agg(
        pasti_on=_.surely_on.min(where=_.pasti),
        mungkin_on=_.reaches_on.min(where=_.mungkin),
        mungkin_syarat=_.syarat.argmin(_order(_.reaches_on, _.urut), where=_.mungkin),
        # A null would be passed over on one backend and not on another.
        pasti_syarat=_.syarat.fill_null("").argmin(_order(_.surely_on, _.urut), where=_.pasti),
        **reached,
        menjabat=_.menjabat.any(),
        jabatan=_.nama.argmax(_.starts_on),
        usia_kini=_.usia.max(where=_.menjabat & ~_.tanpa_jenjang),
        terendah_kini=_.usia.max(where=_.menjabat & _.tanpa_jenjang & (_.reaches_on > as_of)),
        pasal_kini=_.pasal.max(where=_.menjabat),
        tanpa_usia=_.tanpa_usia.any(),
        tanpa_aturan=(_.tanpa_aturan & (_.tanpa_usia | _.menjabat)).any(),
        tercatat_saat_itu=(
            (_.starts_on <= _.usia_pertama_on) & (_.ends_before > _.usia_pertama_on)
        ).any(),
    )


def _order(day: Value, place: Value) -> Value:
    """Return what puts days in order, and versions of one day."""
    return day_number(day) * 100 + place


def _reach(usia: Value, ages: Sequence[int]) -> Value:
    birthday = _age_on(_.lahir_on, usia, ages)
    return ibis.ifelse(birthday.isnull(), None, ibis.greatest(birthday, _.starts_on))


def _age_on(born: Value, usia: Value, ages: Sequence[int]) -> Value:
    """Return the birthday of an age; born on 29 February, it is the last of that month."""
    return ibis.cases(*((usia == age, months_after(born, age * 12)) for age in ages))
