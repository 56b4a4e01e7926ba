"""What falls due for one pegawai: judged of any day, with what is missing; leave as recorded."""

from datetime import date

import pytest
from tests.support import registry, units

from pamong import law
from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION
from pamong.apps.findings.models import DueDay
from pamong.apps.findings.own_acting import acting_terms, limit_of_plt
from pamong.apps.findings.own_rights import CONTRACT, own_rights
from pamong.apps.findings.running import run_rules
from pamong.apps.kepegawaian.models import (
    Appointment,
    CutiPegawai,
    EmploymentKind,
    PerjanjianKerja,
    Riwayat,
    RiwayatCoverage,
    RiwayatGaji,
    RiwayatJabatan,
    WorkWeek,
)
from pamong.apps.kepegawaian.models.jabatan import Penugasan
from pamong.kernel.capacity import Capacity

DAY = date(2024, 6, 3)


@pytest.fixture
def ani(contoh):
    pasar = units.opd(contoh, "Dinas Pasar")
    pegawai = units.place(units.employ(pasar, "Ani Rekawati"), pasar)
    pegawai.born_on, pegawai.work_week = date(1980, 3, 10), WorkWeek.LIMA_HARI
    pegawai.save()
    post(pegawai, "Pengadministrasi Umum")
    return pegawai


def post(pegawai, nama, **more) -> RiwayatJabatan:
    told = {"kind": "pelaksana", "starts_on": units.FIRST, "source": "SK rekaan", **more}
    return RiwayatJabatan.objects.create(pegawai=pegawai, nama=nama, **told)


def covered(pegawai, riwayat: Riwayat, since: date = date(2020, 1, 1)) -> None:
    RiwayatCoverage.objects.create(
        pemda=pegawai.pemda, riwayat=riwayat, starts_on=since, source="daftar rekaan"
    )


def leave(pegawai, kind: str, first: date, ends: date, **more) -> CutiPegawai:
    return CutiPegawai.objects.create(
        pegawai=pegawai, kind=kind, starts_on=first, ends_before=ends, source="surat", **more
    )


def rights(pegawai, day: date = DAY):
    return {right.judgement.rule.id: right for right in own_rights(pegawai, day=day).due}


def test_it_says_what_the_nightly_run_says(contoh, ani):
    run_rules([law.rules()[PENSION]], contoh, [DAY])

    kept = DueDay.objects.get(pegawai=ani, rule_id=PENSION)
    told = rights(ani)[PENSION]
    assert (told.due_on, told.judgement.outcome.id) == (kept.due_on, kept.outcome)
    assert told.due_on == date(2038, 4, 1)


def test_a_rise_of_pay_is_told_with_its_day(ani):
    covered(ani, Riwayat.GAJI)
    RiwayatGaji.objects.create(
        pegawai=ani,
        golongan="III/a",
        service_months=48,
        pay=3_000_000,
        starts_on=date(2024, 3, 1),
        source="SK rekaan",
    )

    assert rights(ani)[KGB].due_on == date(2026, 3, 1)
    assert rights(ani, date(2024, 2, 1))[KGB].due_on is None


def test_what_is_missing_is_told_with_the_section_where_it_belongs(ani):
    told = rights(ani)

    assert told[KGB].due_on is None
    assert [each.section for each in told[KGB].lacking] == ["gaji"]
    assert [each.section for each in told[PROMOTION].lacking] == ["pangkat"]


def test_somebody_else_is_not_judged_with_him(ani):
    other = units.employ(units.opd(ani.pemda, "Dinas Lain"), "Budi Rekaan")
    RiwayatGaji.objects.create(
        pegawai=other, golongan="III/a", service_months=48, pay=1, starts_on=DAY, source="SK"
    )

    assert rights(ani)[KGB].due_on is None


def test_before_the_law_begins_nothing_is_said(ani):
    assert rights(ani, date(1970, 1, 1)) == {}


def test_the_contract_of_a_pppk_ends_on_its_last_day(ani):
    ani.kind = EmploymentKind.PPPK
    ani.save()
    PerjanjianKerja.objects.create(
        pegawai=ani, starts_on=date(2022, 1, 1), ends_before=date(2024, 1, 1), source="PK"
    )
    PerjanjianKerja.objects.create(
        pegawai=ani, starts_on=date(2024, 1, 1), ends_before=date(2026, 1, 1), source="PK"
    )

    told = own_rights(ani, day=DAY)

    assert told.is_pppk
    assert [(right.judgement.rule.id, right.due_on) for right in told.due] == [
        (CONTRACT, date(2025, 12, 31))
    ]


def test_leave_is_counted_in_working_days_and_what_is_left_only_of_a_complete_record(ani):
    leave(ani, "tahunan", date(2024, 2, 5), date(2024, 2, 8))

    told = own_rights(ani, day=DAY).leave
    assert (told.used, told.is_complete) == (3, False)
    assert told.annual.breach is None

    covered(ani, Riwayat.CUTI)
    told = own_rights(ani, day=DAY).leave
    assert told.is_complete
    assert told.annual.outcome.id == "sesuai_hak"
    assert {each.step.name: each.value for each in told.annual.steps}["sisa"] == 9


def test_long_leave_takes_the_annual_leave_of_its_year_away(ani):
    covered(ani, Riwayat.CUTI)
    leave(ani, "besar", date(2024, 1, 2), date(2024, 2, 2))

    assert own_rights(ani, day=DAY).leave.annual.outcome.id == "hapus_karena_cuti_besar"


def test_leave_over_new_year_counts_in_both_years(ani):
    covered(ani, Riwayat.CUTI)
    leave(ani, "tahunan", date(2023, 12, 28), date(2024, 1, 4))

    assert own_rights(ani, day=DAY).leave.used == 2
    assert own_rights(ani, day=date(2023, 12, 29)).leave.used == 2


def test_without_a_work_week_working_days_are_not_known(ani):
    ani.work_week = ""
    ani.save()
    leave(ani, "tahunan", date(2024, 2, 5), date(2024, 2, 8))

    assert own_rights(ani, day=DAY).leave.used is None


def test_unpaid_leave_breaks_the_service(ani):
    covered(ani, Riwayat.CUTI)
    leave(ani, "cltn", date(2023, 1, 1), date(2024, 1, 1), returned_on=date(2024, 1, 2))

    assert own_rights(ani, day=DAY).leave.annual.outcome.id == "belum_berhak"


def test_the_years_for_long_leave_are_counted_from_the_first_appointment(ani):
    covered(ani, Riwayat.CUTI)
    assert own_rights(ani, day=DAY).leave.long.outcome.id == "belum_berhak"

    as_cpns = {"starts_on": date(2010, 1, 1), "ends_before": date(2011, 1, 1)}
    Appointment.objects.create(pegawai=ani, kind="cpns", source="SK", **as_cpns)
    Appointment.objects.create(pegawai=ani, kind="pns", source="SK", starts_on=date(2011, 1, 1))
    assert [each.name for each in own_rights(ani, day=DAY).leave.long.missing] == [
        "pernah_cuti_besar"
    ]


def test_of_a_teacher_it_is_not_known_whether_he_has_holidays(ani):
    ani.kind = EmploymentKind.PPPK
    ani.save()
    covered(ani, Riwayat.CUTI)
    assert own_rights(ani, day=DAY).leave.annual.outcome.id == "sesuai_hak"

    RiwayatJabatan.objects.update(nama="Guru Ahli Pertama")
    missing = own_rights(ani, day=DAY).leave.annual.missing
    assert [each.name for each in missing] == ["guru_dosen_berlibur"]


def test_a_post_acted_in_is_told_once_with_its_last_day(ani, bupati, berita):
    post(
        ani,
        "Kepala Bidang Pasar",
        kind="administrator",
        capacity=Penugasan.PLT,
        starts_on=date(2024, 5, 1),
        ends_before=date(2024, 8, 1),
    )
    registry.hold(
        ani.person, bupati, Capacity.PJ, since=date(2024, 1, 1), until=date(2025, 1, 1), by=berita
    )

    told = acting_terms(ani, day=DAY)

    assert [(term.capacity, term.last_day, term.is_plt) for term in told] == [
        ("Pj", date(2024, 12, 31), False),
        ("Plt", date(2024, 7, 31), True),
    ]
    assert acting_terms(ani, day=date(2025, 2, 1)) == []


def test_the_limit_of_a_plt_is_the_laws_and_not_told_before_it():
    limit = limit_of_plt(day=DAY)

    assert (limit.first, limit.altogether) == (3, 6)
    assert limit_of_plt(day=date(2010, 1, 1)) is None
