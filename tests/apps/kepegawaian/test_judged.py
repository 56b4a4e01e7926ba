"""The law over the whole record: at once after a save, and only where coverage says so."""

from datetime import date

import pytest
from tests.apps.kepegawaian.test_recording import record
from tests.support.registry import REASON, WARNI

from pamong import law
from pamong.apps.core.jobs import Touched
from pamong.apps.findings.models import Finding, LawRun
from pamong.apps.findings.services import is_looked_at_after_a_save, rerun_law, run_law
from pamong.apps.kepegawaian.models import Pegawai, Riwayat
from pamong.apps.kepegawaian.services import record_riwayat_coverage
from pamong.kernel.period import Period

DAY = date(2025, 6, 2)
CONTRACT = {
    "starts_on": date(2020, 2, 1),
    "ends_before": date(2025, 2, 1),
    "is_part_time": False,
    "paper_number": "PK/1",
}


@pytest.fixture
def contracted(ani):
    """Ani as a PPPK, whose contract is over."""
    Pegawai.objects.filter(pk=ani.pk).update(kind="pppk")
    record(ani, CONTRACT, "perjanjian")
    return ani


def cover(pemda):
    record_riwayat_coverage(
        pemda=pemda,
        riwayat=Riwayat.PERJANJIAN,
        period=Period(date(2015, 1, 1)),
        source="rekaan",
        actor=WARNI,
        reason=REASON,
    )


def found(pemda):
    run_law(pemda=pemda, days=[DAY], actor=WARNI, reason=REASON)
    rows = Finding.objects.filter(pemda=pemda, rule_id="pppk-kontrak")
    return {row.standings.get().judgement["outcome"]: row for row in rows}


def test_a_contract_that_is_over_is_found_where_the_contracts_are_whole(contracted):
    assert found(contracted.pemda) == {}

    cover(contracted.pemda)
    told = found(contracted.pemda)

    assert set(told) == {"lewat_belum_diputus"}
    assert told["lewat_belum_diputus"].subject_label.startswith("Ani Rekawati (rekaan)")


def test_a_save_of_a_section_has_its_rules_look_again_at_that_person(contracted):
    touched = [Touched("kontrak_pppk", "pegawai_id", (contracted.pk,))]

    rerun_law(pemda=contracted.pemda, days=[DAY], touched=touched, actor=WARNI, reason=REASON)

    runs = set(LawRun.objects.filter(pemda=contracted.pemda).values_list("rule_id", flat=True))
    assert runs == {"pppk-kontrak", "pppk-kontrak-usia", "kompetensi-24jp-pppk"}
    assert all(run.subjects for run in LawRun.objects.filter(pemda=contracted.pemda))


@pytest.mark.parametrize(
    ("rule", "table", "at_once"),
    [
        ("bup-pns", "pegawai", True),
        ("bup-pns", "riwayat_jabatan", True),
        ("kgb", "pegawai", False),
        ("kgb", "riwayat_pangkat", True),
        ("pangkat-reguler", "riwayat_jabatan", False),
        ("pangkat-reguler", "penilaian_kinerja_cakupan", True),
        ("bup-pns", "riwayat_pangkat", False),
        ("ipasn-skor", "hukuman_disiplin", False),
    ],
)
def test_a_rule_looks_again_at_once_at_what_it_is_about(rule, table, at_once):
    assert is_looked_at_after_a_save(law.rule(rule), table) is at_once
