"""When a PNS reaches the retirement age of his post, and from which day the pension runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import reduce
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    holds,
    in_force,
    join_known,
    look_up,
    missing_facts,
    months_after,
)
from pamong.law.rule import Rule, Transitional, ValueList, Version
from pamong.regulations.functional_posts import group_of

#: The lowest age of any post: who is younger has reached none.
_LOWEST = 58
_ALL_MISSING = ("penugasan_penuh", "perpanjangan_lama", "perpanjangan_profesor", "ketentuan_iptek")


_AGE = ("usia", "tertinggi", "syarat", "pasal")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS: the age, the day on which it is reached, the pension's first."""
    pns = facts.pegawai.filter(_.status == "pns").select("pegawai_id", "lahir_on")
    posts = _posts(facts, pns, rule.lists["kelompok"], as_of)
    cells = _cells(posts, rule, as_of, facts.era)
    known = join_known(pns, _reached(cells), "pegawai_id")
    known = known.mutate(
        outcome_on=ibis.coalesce(_.pasti_on, _.mungkin_on),
        usia_58_on=months_after(_.lahir_on, _LOWEST * 12),
    )
    known = known.mutate(
        bup=ibis.coalesce(_.pasti_usia, _.mungkin_usia, _.usia_kini),
        pasal=ibis.coalesce(_.pasti_pasal, _.mungkin_pasal, _.pasal_kini),
        version=ibis.coalesce(_.pasti_versi, _.mungkin_versi, rule.version_on(facts.era).id),
        mencapai_on=ibis.coalesce(_.outcome_on, _age_on(_.lahir_on, _.usia_kini)),
    )
    known = known.mutate(pensiun_on=months_after(_.mencapai_on.truncate("M"), 1))
    return _verdicts(known, as_of)


def _verdicts(known: Table, as_of: Value) -> Table:
    over = known.pasti_on.notnull()
    unsure = ~over & known.mungkin_on.notnull()
    has_post = holds(known.menjabat)
    old_enough = holds(known.usia_58_on <= as_of)
    gap_at_58 = old_enough & ~holds(known.tercatat_saat_58)
    outcome = ibis.cases(
        (known.lahir_on.isnull(), "tidak_dapat_dinilai"),
        (over & (known.pensiun_on > as_of), "menunggu_pensiun"),
        (over & has_post, "lewat_bup"),
        (over, "jabatan_berakhir"),
        (unsure | holds(known.tanpa_usia), "tidak_dapat_dinilai"),
        (~has_post | known.usia_kini.isnull() | gap_at_58, "tidak_dapat_dinilai"),
        else_="belum_mencapai",
    )
    judged = known.mutate(outcome=outcome)
    open_ = (judged.outcome == "tidak_dapat_dinilai") & judged.lahir_on.notnull()
    undecided = open_ & unsure
    ageless = open_ & ~unsure & (holds(judged.tanpa_usia) | (has_post & judged.usia_kini.isnull()))
    is_before_pp = holds(judged.tanpa_aturan)
    rest = open_ & ~undecided & ~ageless
    names = ("bup", "pasal", "mencapai_on", "pensiun_on")
    return judged.mutate(
        subject_id=_.pegawai_id,
        since=ibis.ifelse(_.outcome == "lewat_bup", _.pensiun_on, None),
        due_on=ibis.ifelse(
            _.outcome.isin(["tidak_dapat_dinilai", "jabatan_berakhir"]), None, _.pensiun_on
        ),
        missing=missing_facts(
            tanggal_lahir=_.lahir_on.isnull(),
            jabatan=rest & ~has_post,
            jabatan_saat_58=rest & has_post & gap_at_58,
            jenjang=ageless & ~is_before_pp,
            bup_fungsional_lama=ageless & is_before_pp,
            **{name: undecided & (_.mungkin_syarat == name) for name in _ALL_MISSING},
        ),
        **{name: ibis.ifelse(rest | ageless, None, judged[name]) for name in names},
    )


def _posts(facts: Facts, pns: Table, names: ValueList, as_of: Value) -> Table:
    """Give the posts that can matter: the one held on the day, and those held from 58 on.

    Of two posts at once the later one counts, so each lasts until the next begins.
    Columns out: pegawai_id, lahir_on, usia_58_on, jenis, jenjang, ``kode`` (the level of a
    functional post, else its kind), ``kelompok``, nama, starts_on, ends_before
    """
    entries = facts.riwayat_jabatan.filter(_.starts_on <= as_of).join(pns, "pegawai_id")
    held = entries.filter(
        _.ends_before.isnull()
        | (_.ends_before > as_of)
        | (_.ends_before > months_after(_.lahir_on, _LOWEST * 12))
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
            *("pegawai_id", "lahir_on", "jenis", "jenjang", "nama", "starts_on"),
            ends_before=_.until,
            usia_58_on=months_after(_.lahir_on, _LOWEST * 12),
            kode=ibis.ifelse(_.jenis == "fungsional", _.jenjang, _.jenis),
            kelompok=ibis.ifelse(_.jenis == "fungsional", group_of(_.nama, names), None),
        )
    )


def _cells(posts: Table, rule: Rule, as_of: Value, era: date) -> Table:
    """Give each post under each version that it met, with the day on which its age is reached.

    Reached is an age on the birthday, or on the first day in a post whose age is passed already.
    """
    met = [version for version in rule.versions if version.period.start <= era]
    cells = [_under(posts, rule, version, as_of, era) for version in met]
    every = reduce(lambda first, second: first.union(second), cells).mutate(
        reaches_on=_reach(_.usia), surely_on=_reach(_.tertinggi)
    )
    return every.mutate(
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
    met = met.filter(_.menjabat | (_.until > _.usia_58_on))
    has_law = ibis.literal(bool(version.values["fungsional_diatur"]))
    return _with_age(met, rule, version).select(
        *("pegawai_id", "lahir_on", "nama", "starts_on", "ends_before", "until", "menjabat"),
        *("usia_58_on", *_AGE),
        version=ibis.literal(version.id),
        urutan=ibis.literal(rule.versions.index(version), "int64"),
        tanpa_usia=_.usia.isnull() & (_.usia_58_on <= as_of) & (_.until > _.usia_58_on),
        tanpa_aturan=_.usia.isnull() & ~has_law,
    )


def _with_age(posts: Table, rule: Rule, version: Version) -> Table:
    """Add the age of each post, with what older law kept for those who held it then.

    ``tertinggi`` is the age that holds where the condition ``syarat`` is met, else the same age.
    """
    older = version.values.get("sebelumnya")
    if older is not None:
        before = _with_age(posts, rule, rule.version(older))
        posts = before.rename({f"{name}_lama": name for name in _AGE})
    aged = _with_plain_age(posts, version)
    for clause in version.values.get("peralihan", ()):
        aged = _with_kept_age(aged, rule.transitional[clause])
    return aged


def _with_plain_age(posts: Table, version: Version) -> Table:
    """Add the age that the version itself gives: by the group of a post, else by its level.

    Source: UU 5/2014 Pasal 90; PP 21/2014 Pasal 2 ayat (2); PP 11/2017 Pasal 239 ayat (2).
    """
    special = list(enumerate(version.values["khusus"]))
    place = ibis.cases(
        *((_is_named(posts, row), number) for number, row in special),
        else_=ibis.null("int64"),
    )
    ages = version.values["usia"]

    def told(key: str, type_: str) -> Value:
        return look_up(_.baris, {number: row[key] for number, row in special if key in row}, type_)

    named = posts.mutate(baris=place).mutate(
        usia=ibis.coalesce(told("usia", "int64"), look_up(_.kode, ages, "int64")),
        lebih=told("tertinggi", "int64"),
        syarat=told("syarat", "string"),
        pasal=ibis.coalesce(told("pasal", "string"), look_up(_.jenis, version.values["pasal"])),
    )
    return named.mutate(
        tertinggi=ibis.ifelse(holds(_.lebih > _.usia), _.lebih, _.usia),
        syarat=ibis.ifelse(holds(_.lebih > _.usia), _.syarat, None),
    ).drop("baris", "lebih")


def _is_named(posts: Table, row: Mapping[str, Any]) -> Value:
    """Tell whether a post is of one of the groups, and at one of the levels if it names some."""
    named = posts.kelompok.isin(row["kelompok"])
    return holds(named & posts.jenjang.isin(row["jenjang"]) if "jenjang" in row else named)


def _with_kept_age(posts: Table, clause: Transitional) -> Table:
    """Keep the older age for who held such a post, and was past an age, when the law changed.

    Source: PP 21/2014 Pasal 3 ayat (1); PP 11/2017 Pasal 354-355.
    """
    changed_on, values = clause.period.start, clause.values
    then = posts.kode.isin(values["jenjang"]) & in_force(posts, changed_on)
    if "berusia_di_atas" in values:
        then &= months_after(posts.lahir_on, values["berusia_di_atas"] * 12) < changed_on
        kept = {name: posts[f"{name}_lama"] for name in ("usia", "tertinggi", "syarat")}
    else:
        kept = {
            "usia": posts.usia,
            "tertinggi": ibis.literal(values["tertinggi"], "int64"),
            "syarat": ibis.literal(values["syarat"]),
        }
    kept["pasal"] = ibis.literal(values["pasal"])
    applies = posts.mutate(tetap=holds(then & (kept["tertinggi"] > posts.tertinggi)))
    return applies.mutate(
        **{name: ibis.ifelse(_.tetap, value, _[name]) for name, value in kept.items()}
    ).drop("tetap")


def _reached(cells: Table) -> Table:
    """Sum up for each employee: reached for certain, perhaps reached, and the post held now."""
    told = {"pasti": ("surely_on", "tertinggi"), "mungkin": ("reaches_on", "usia")}
    reached = {
        f"{name}_{part}": cells[column].argmin(_first(cells, day), where=cells[name])
        for name, (day, age) in told.items()
        for part, column in (("usia", age), ("pasal", "pasal"), ("versi", "version"))
    }
    return cells.group_by("pegawai_id").agg(
        pasti_on=_.surely_on.min(where=_.pasti),
        mungkin_on=_.reaches_on.min(where=_.mungkin),
        mungkin_syarat=_.syarat.argmin(_first(_, "reaches_on"), where=_.mungkin),
        **reached,
        menjabat=_.menjabat.any(),
        jabatan=_.nama.argmax(_.starts_on),
        usia_kini=_.usia.max(where=_.menjabat),
        pasal_kini=_.pasal.max(where=_.menjabat),
        tanpa_usia=_.tanpa_usia.any(),
        tanpa_aturan=(_.tanpa_aturan & (_.tanpa_usia | _.menjabat)).any(),
        tercatat_saat_58=((_.starts_on <= _.usia_58_on) & (_.ends_before > _.usia_58_on)).any(),
    )


def _first(cells: Table, day: str) -> Value:
    """Order cells by a day; of those on one day, the version that was in force first counts."""
    return cells[day].delta(ibis.date(1900, 1, 1), unit="day").cast("int64") * 100 + cells.urutan


def _reach(usia: Value) -> Value:
    birthday = _age_on(_.lahir_on, usia)
    return ibis.ifelse(birthday.isnull(), None, ibis.greatest(birthday, _.starts_on))


def _age_on(born: Value, usia: Value) -> Value:
    """Return the birthday of an age; born on 29 February, it is the last of that month."""
    ages = (58, 60, 65, 70)
    return ibis.cases(*((usia == age, months_after(born, age * 12)) for age in ages))
