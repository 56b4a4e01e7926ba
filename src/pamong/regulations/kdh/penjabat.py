"""Whether a Pj head of region is within the term and comes from the rank that the law asks for."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    in_force,
    join_known,
    look_up,
    missing_facts,
    version_on,
)
from pamong.law.rule import Rule
from pamong.regulations.acting import clock, limit, recorded_since, terms_of_vacancy
from pamong.regulations.kdh.heads import (
    ACTING,
    SEBUTAN,
    definitive,
    latest_of,
    running,
    tenures_of,
)

_ONE_DAY = ibis.interval(days=1)
#: Echelons by their Roman number: the lower, the higher the rank.
_RANKS = {"IV": 4, "III": 3, "II": 2, "I": 1}


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every Pj of a head of region in force on the day."""
    known = _terms(facts, rule, as_of)
    known = join_known(known, _own_posts(facts, known), "pemangku_id")
    known = _with_government(known, facts, as_of)
    bans = rule.values_by_version("larangan")
    known = known.mutate(
        sebutan=look_up(_.level, SEBUTAN),
        jenjang_diminta=_rank_asked(rule),
        larangan=look_up(_.version, bans),
        # Where the deputy becomes head, a Pj is for where there is none.
        wakil_menggantikan=by_version(rule, _.version, "wakil_menggantikan"),
        **_limits(known, rule),
    )
    known = known.mutate(**_gaps(known, as_of))
    known = known.mutate(outcome=_outcome(known, as_of))
    return _verdicts(known)


def _rank_asked(rule: Rule) -> Value:
    """Return the rank of the own post that the version asks for, by the level of government."""
    return ibis.cases(
        *(
            ((_.version == each.id) & (_.level == level), ibis.literal(rank, "int64"))
            for each in rule.versions
            for level, rank in each.values["jenjang"].items()
        )
    )


def _verdicts(known: Table) -> Table:
    open_ = known.outcome == "tidak_dapat_dinilai"
    first = known.outcome == "dalam_masa_pertama"
    ends = ibis.ifelse(first, known.batas_pertama, known.batas)
    return known.mutate(
        subject_id=_.pemangku_id,
        hari_terakhir_pertama=_.batas_pertama - _ONE_DAY,
        hari_terakhir=_.batas - _ONE_DAY,
        since=ibis.cases(
            (_.outcome == "melewati_batas", _.batas),
            (_.outcome.isin(["jenjang_tidak_sesuai", "wakil_tercatat"]), _.pj_sejak),
        ),
        due_on=ibis.ifelse(open_, None, ends - _ONE_DAY),
        missing=missing_facts(
            **{name: open_ & known[f"kurang_{name}"] for name in _GAPS},
        ),
    )


_GAPS = (
    "akhir_masa",
    "kepala_daerah_definitif",
    "wakil",
    "pemangku_di_sela",
    "tmt",
    "jabatan_asal",
    "eselon",
    "plt_sekda",
    "perpanjangan",
)


def _gaps(known: Table, as_of: Value) -> dict[str, Value]:
    """Name what keeps a row from being judged; several may be missing at once."""
    over = known.batas <= as_of
    runs = known.ends_before.notnull() | known.lengkap_kini
    deputy = known.wakil_menggantikan & known.wakil_id.notnull()
    is_prolonged = (known.kali > 1) | known.ends_before.notnull() | known.lengkap_kini
    between = (known.batas_pertama <= as_of) & (known.batas > as_of) & ~is_prolonged
    return {
        "kurang_akhir_masa": over & ~runs,
        "kurang_kepala_daerah_definitif": known.definitif_id.notnull(),
        "kurang_wakil": deputy & ~(holds(known.wakil_pasti) | known.lengkap_kini),
        "kurang_pemangku_di_sela": ~over & (known.mungkin_batas <= as_of),
        "kurang_tmt": ~over & ~known.pasti,
        "kurang_jabatan_asal": known.asal.isnull(),
        "kurang_eselon": known.asal.notnull() & known.jenjang.isnull(),
        "kurang_plt_sekda": holds(known.asal_sekda) & ~holds(known.ada_pelaksana_sekda),
        "kurang_perpanjangan": between,
    }


def _outcome(known: Table, as_of: Value) -> Value:
    """Compare term and rank with the law of the day of the appointment.

    Source: PP 6/2005 Pasal 130-132; UU 8/2015 Pasal 201 ayat (8)-(9); UU 10/2016 Pasal 173, 201.
    """
    over = known.batas <= as_of
    runs = known.ends_before.notnull() | known.lengkap_kini
    deputy = known.wakil_menggantikan & known.wakil_id.notnull()
    surely = holds(known.wakil_pasti) | known.lengkap_kini
    lacks = [known[f"kurang_{name}"] for name in _GAPS]
    is_open = lacks[0]
    for each in lacks[1:]:
        is_open |= each
    return ibis.cases(
        (over & runs, "melewati_batas"),
        (holds(known.jenjang > known.jenjang_diminta), "jenjang_tidak_sesuai"),
        (deputy & surely & known.definitif_id.isnull(), "wakil_tercatat"),
        (is_open, "tidak_dapat_dinilai"),
        (holds(known.ends_before > known.batas), "masa_melampaui_batas"),
        (known.batas_pertama > as_of, "dalam_masa_pertama"),
        else_="dalam_perpanjangan",
    )


def _terms(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each Pj in force with the clock over the person since the office fell vacant.

    A term that began before the first version is under other law and gives no row.
    """
    terms = terms_of_vacancy(tenures_of(facts, "kepala_daerah"), Capacity.PJ, as_of)
    now = (
        terms.filter(_.terakhir)
        .filter(_.starts_on >= rule.versions[0].period.start)
        .select(
            *("pemangku_id", "jabatan_id", "pemda_id", "person_id", "ends_before"),
            pj_sejak="starts_on",
        )
        .mutate(version=version_on(rule, _.pj_sejak))
        .join(facts.pemda.select("pemda_id", "level"), "pemda_id")
    )
    person = clock(terms, "jabatan_id", "person_id")
    known = now.join(person, ["jabatan_id", "person_id"])
    return recorded_since(known, facts.pemangku_cakupan, "mulai", as_of)


def _limits(known: Table, rule: Rule) -> dict[str, Value]:
    """Return the first day beyond the first term, beyond both, and the earliest that may be."""
    start = ibis.ifelse(known.lengkap, known.mulai, known.rangkaian_mulai)
    gap = ibis.ifelse(known.lengkap, known.jeda, 0)

    def by_months(key: str, begun: Value, stood: Value) -> Value:
        return limit(rule, key, known.version, begun, stood)

    return {
        "batas_pertama": by_months("bulan_pertama", start, gap),
        "batas": by_months("bulan_seluruhnya", start, gap),
        "mungkin_batas": by_months("bulan_seluruhnya", known.mulai, known.jeda),
    }


def _own_posts(facts: Facts, known: Table) -> Table:
    """Give each Pj the definitive post held when appointed, with the number of its echelon."""
    posts = definitive(facts.pemangku).join(
        facts.jabatan.filter(~_.jenis.isin(["kepala_daerah", "wakil_kepala_daerah"])).select(
            "jabatan_id", "nama", "eselon", jabatan_jenis="jenis"
        ),
        "jabatan_id",
    )
    named = posts.select(
        *("person_id", "starts_on", "ends_before", "nama", "eselon", "jabatan_jenis"),
        post_id="pemangku_id",
    )
    pairs = known.select("pemangku_id", "person_id", "pj_sejak").join(named, "person_id")
    # Who leaves a post to become Pj holds it until the day before.
    held = pairs.filter(
        _.starts_on <= _.pj_sejak, _.ends_before.isnull() | (_.ends_before >= _.pj_sejak)
    )
    order = ibis.window(
        group_by="pemangku_id", order_by=[ibis.desc("starts_on"), ibis.desc("post_id")]
    )
    last = held.mutate(place=ibis.row_number().over(order)).filter(_.place == 0)
    letters = last.eselon.upper().replace(".", "").replace("/", "").replace(" ", "")
    rank = ibis.cases(
        *((letters.startswith(roman), number) for roman, number in _RANKS.items()),
        else_=ibis.null("int64"),
    )
    return last.select(
        "pemangku_id",
        asal="nama",
        asal_eselon="eselon",
        jenjang=rank.cast("int64"),
        asal_sekda=(_.jabatan_jenis == "sekda")
        & (_.ends_before.isnull() | (_.ends_before > _.pj_sejak)),
    )


def _with_government(known: Table, facts: Facts, as_of: Value) -> Table:
    """Add whether head, deputy and somebody for the secretary are on record on the day."""
    heads = running(definitive(tenures_of(facts, "kepala_daerah")), as_of)
    deputies = running(definitive(tenures_of(facts, "wakil_kepala_daerah")), as_of)
    secretary = tenures_of(facts, "sekda")
    for_secretary = (
        secretary.filter(in_force(secretary, as_of) & _.capacity.isin(ACTING))
        .select("pemda_id", ada_pelaksana_sekda=True)
        .distinct()
    )
    for more in (
        latest_of(heads, "pemda_id", definitif_id="person_id"),
        latest_of(deputies, "pemda_id", wakil_id="person_id", wakil_pasti="berakhir_tercatat"),
        for_secretary,
    ):
        known = join_known(known, more, "pemda_id")
    return known
