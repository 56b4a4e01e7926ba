"""Whether contracts of PPPK are long enough, run out soon, or are over with no end on record."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    holds,
    join_known,
    look_up,
    missing_facts,
    months_after,
    term_before,
    version_on,
)
from pamong.law.rule import Rule
from pamong.law.source import Confidence
from pamong.regulations.nonasn.records import recorded_since

_ONE_DAY = ibis.interval(days=1)
#: Outcomes in which nothing was found wrong with the contract.
_FINE = ("berlaku", "segera_berakhir", "dilanjutkan", "diputus")
_OPEN_SINCE = {
    "kurang_dari_1_tahun": "starts_on",
    "kurang_dari_1_tahun_diperiksa": "starts_on",
    "paruh_waktu_belum_dikenal": "starts_on",
    "paruh_waktu_lebih_dari_1_tahun": "starts_on",
    "lewat_belum_diputus": "ends_before",
}


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every contract that has begun."""
    known = _contracts(facts, rule, as_of)
    judged = known.mutate(outcome=_outcome(known, as_of))
    runs = judged.outcome.isin(
        ["berlaku", "segera_berakhir", "paruh_waktu_berlaku", "paruh_waktu_segera_berakhir"]
    )
    sure = {version.id: version.confidence.value for version in rule.versions}
    return judged.mutate(
        subject_id=_.kontrak_id,
        since=ibis.cases(*((_.outcome == name, _[day]) for name, day in _OPEN_SINCE.items())),
        due_on=ibis.ifelse(runs, _.ends_before - _ONE_DAY, None),
        missing=missing_facts(
            kelanjutan=_.outcome == "tidak_dapat_dinilai",
            kontrak_sebelumnya=(_.outcome == "kurang_dari_1_tahun_diperiksa") & _.pertama,
            paruh_waktu=_.outcome.isin(_FINE)
            & _.mengenal_paruh_waktu
            & _.paruh_waktu.isnull()
            & (_.ends_before > _.genap_setahun),
        ),
        confidence=ibis.ifelse(
            holds(_.paruh_waktu) & _.mengenal_paruh_waktu,
            Confidence.SECONDARY.value,
            look_up(_.version, sure),
        ),
        mulai_on=_.starts_on,
        hari_terakhir=_.ends_before - _ONE_DAY,
        paling_singkat_sampai=_.genap_setahun - _ONE_DAY,
        kelanjutan_on=ibis.ifelse(_.dilanjutkan_on > _.starts_on, _.dilanjutkan_on, None),
        diputus=ibis.ifelse(_.outcome == "diputus", _.diputus_on, None),
        bentuk=ibis.ifelse(
            _.paruh_waktu.isnull(),
            "belum_tercatat",
            ibis.ifelse(_.paruh_waktu, "paruh_waktu", "penuh_waktu"),
        ),
        pasal=look_up(_.version, rule.values_by_version("pasal")),
    )


def _contracts(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each contract that has begun what is known of its employee's other contracts.

    Columns out: those of ``kontrak_pppk``, ``version``, ``genap_setahun`` (first day after the
    shortest term), ``pertama`` (none on record is earlier), ``dilanjutkan_on`` (first day of the
    latest one), ``kini_mulai_on`` (of the latest that has begun), ``lengkap``, ``lengkap_kini``
    """
    contracts = facts.kontrak_pppk
    of_employee = contracts.group_by("pegawai_id").agg(
        pertama_on=_.starts_on.min(),
        dilanjutkan_on=_.starts_on.max(),
        kini_mulai_on=_.starts_on.max(where=_.starts_on <= as_of),
    )
    first_day = rule.versions[0].period.start
    begun = contracts.filter(_.starts_on <= as_of, _.starts_on >= first_day)
    known = join_known(begun, of_employee, "pegawai_id")
    where = facts.pegawai.select("pegawai_id", "pemda_id", "unit_id")
    known = join_known(known, where, "pegawai_id").mutate(
        version=version_on(rule, _.starts_on),
        sehari_sebelum=(_.starts_on - _ONE_DAY).cast("date"),
        pertama=_.starts_on == _.pertama_on,
    )
    months = rule.values_by_version("bulan_paling_singkat")
    known = known.mutate(
        genap_setahun=ibis.cases(
            *((_.version == each, term_before(_.starts_on, n)) for each, n in months.items())
        ).cast("date"),
        mengenal_paruh_waktu=look_up(_.version, rule.values_by_version("paruh_waktu"), "boolean"),
        segera_on=ibis.cases(
            *(
                (_.version == each, months_after(as_of, n))
                for each, n in rule.values_by_version("bulan_pengingat").items()
            )
        ).cast("date"),
    )
    return recorded_since(known, facts.kontrak_pppk_cakupan, "sehari_sebelum", as_of)


def _outcome(known: Table, as_of: Value) -> Value:
    """Judge the length first, then where the contract stands on the day.

    Source: PP 49/2018 Pasal 37 ayat (1), Pasal 53 ayat (1) huruf a, Pasal 65 ayat (2).
    """
    part_time = holds(known.paruh_waktu)
    is_short, is_over = known.ends_before < known.genap_setahun, known.ends_before <= as_of
    has_next = known.dilanjutkan_on > known.starts_on
    soon = (known.ends_before <= known.segera_on) & ~has_next
    return ibis.cases(
        (part_time & ~known.mengenal_paruh_waktu, "paruh_waktu_belum_dikenal"),
        (is_short & known.pertama & known.lengkap, "kurang_dari_1_tahun"),
        (is_short, "kurang_dari_1_tahun_diperiksa"),
        (part_time & (known.ends_before > known.genap_setahun), "paruh_waktu_lebih_dari_1_tahun"),
        (holds(known.diputus_on <= as_of), "diputus"),
        (is_over & (known.kini_mulai_on > known.starts_on), "dilanjutkan"),
        (is_over & known.lengkap_kini, "lewat_belum_diputus"),
        (is_over, "tidak_dapat_dinilai"),
        (soon & part_time, "paruh_waktu_segera_berakhir"),
        (soon, "segera_berakhir"),
        (part_time, "paruh_waktu_berlaku"),
        else_="berlaku",
    )
