"""The demonstration: loaded whole, loaded again without a change, and honest about real people."""

from datetime import date, timedelta

import pytest
from django.db.models import F
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.apps.demonstration.conftest import ASN, TODAY

from pamong import law
from pamong.apps.accounts.models import Role, RoleGrant
from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.demonstration import selectors, services
from pamong.apps.demonstration.accounts import open_accounts
from pamong.apps.demonstration.scenario import scenario
from pamong.apps.demonstration.scenarios import planted_pegawai, scenarios
from pamong.apps.duties.models import DutyStanding, DutyStep
from pamong.apps.findings.models import DueDay, Finding, FindingFamily
from pamong.apps.findings.selectors import findings_on
from pamong.apps.forums.models import DraftChange, DraftStatus, ReadingDraft
from pamong.apps.kepegawaian.models import (
    Pegawai,
    RiwayatCoverage,
    RiwayatDiklat,
    RiwayatPangkat,
)
from pamong.apps.organisasi.models import Attestation, JabatanHolding, Opd, Pemda
from pamong.apps.presensi.models import AbsenceDay, AttendanceCoverage
from pamong.kernel.kalender import WorkWeek, national_kalender
from pamong.kernel.nip import parse_nip
from pamong.kernel.period import Period


def rows(day):
    return {row.office: row for row in selectors.table([day])}


def test_a_second_load_changes_nothing(loaded):
    def everything():
        models = (
            Pemda,
            Person,
            Pegawai,
            AbsenceDay,
            JabatanHolding,
            ReadingDraft,
            Finding,
            DutyStep,
        )
        return [model.objects.count() for model in models]

    before = everything()
    told = []

    services.load(day=TODAY, report=told.append, asn=2 * ASN)

    assert everything() == before
    assert not [step for step in told if step.startswith("Mengisi")]


def test_the_first_worker_counts_what_is_counted_at_night(loaded):
    asked = {"kualitas.count_every_night", "penggabungan.look_every_night"}

    jobs = ProcrastinateJob.objects.filter(task_name__in=asked, status="todo")

    assert sorted(jobs.values_list("task_name", flat=True)) == sorted(asked)


def test_every_sample_is_confirmed_by_the_demonstration_but_the_visitor_s(loaded):
    waiting = ReadingDraft.objects.filter(status=DraftStatus.OPEN)
    decided = ReadingDraft.objects.filter(status=DraftStatus.CONFIRMED)

    assert {draft.document.kode for draft in waiting} == scenario().left_for_the_visitor
    assert decided.count() == 7
    assert {draft.decided_by for draft in decided} == {"Demonstrasi"}


def test_a_conflict_was_settled_by_a_change_that_the_history_shows(loaded):
    changes = DraftChange.objects.filter(draft__document__kode__startswith="contoh-")

    assert changes.exists()
    assert {change.made_by for change in changes} == {"Demonstrasi"}


@pytest.mark.parametrize(
    ("day", "capacity", "days"),
    [
        (date(2019, 1, 15), "(Plt)", "10 April 2018–12 Februari 2019"),
        (date(2019, 3, 1), "(definitif)", "sejak 13 Februari 2019"),
        (date(2020, 10, 1), "(definitif)", "sejak 13 Februari 2019"),
    ],
)
def test_the_table_tells_who_governed_jambi_and_on_what_basis(loaded, day, capacity, days):
    row = rows(day)["Gubernur Jambi"]

    assert capacity in row.holder
    assert days in row.holder
    assert row.basis == "menurut dokumen 000 (23 September 2020)"


def test_on_leave_the_table_says_that_nobody_is_recorded_as_acting(loaded):
    remark = rows(date(2020, 10, 1))["Gubernur Jambi"].remark

    assert "Cuti kampanye, 26 September–5 Desember 2020" in remark
    assert (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas gubernur pada "
        "26 September–5 Desember 2020. Tidak tercatat di sini bukan berarti tidak ada." in remark
    )


def test_four_years_later_the_governor_is_last_known_and_no_more(loaded):
    row = rows(date(2024, 9, 25))["Gubernur Jambi"]

    assert row.holder == "belum tercatat"
    assert row.remark.startswith("Terakhir diketahui:")


def test_what_waits_in_a_draft_is_told_as_a_proposal(loaded):
    row = rows(date(2024, 9, 25))["Bupati Jember"]

    assert row.holder == "belum tercatat"
    assert row.remark.startswith("Menunggu ditinjau: draf dokumen 001")


def test_a_real_person_bears_a_name_and_nothing_else(loaded):
    real = Person.objects.filter(is_made_up=False)

    assert real.exists()
    assert not PersonIdentifier.objects.filter(person__in=real).exists()
    assert not real.exclude(gelar_depan="", gelar_belakang="").exists()


def test_made_up_people_hold_no_office_of_a_real_government(loaded):
    assert not JabatanHolding.objects.filter(
        person__is_made_up=True, pemda__is_made_up=False
    ).exists()


def test_of_real_governments_nothing_is_found_but_open_notes(loaded):
    real = Finding.objects.filter(pemda__is_made_up=False)

    assert real.exists()
    assert {finding.family for finding in real} == {FindingFamily.CATATAN}


def test_of_real_governments_there_are_no_pegawai_and_nobody_is_absent(loaded):
    assert not Pegawai.objects.filter(pemda__is_made_up=False).exists()
    assert not AttendanceCoverage.objects.filter(pemda__is_made_up=False).exists()
    assert not RiwayatCoverage.objects.filter(pemda__is_made_up=False).exists()
    assert not JabatanHolding.objects.filter(pemda__is_made_up=False, decree=None, document=None)
    high = JabatanHolding.objects.filter(pemda__is_made_up=False).exclude(jabatan__eselon="")
    assert not high.filter(decree__isnull=False).exists()


def test_the_made_up_government_has_as_many_asn_as_were_asked_for(loaded):
    assert Pegawai.objects.count() == ASN
    assert not Person.objects.filter(employments__isnull=False, is_made_up=False).exists()


def test_every_number_is_a_specimen_of_a_made_up_person(loaded):
    numbers = PersonIdentifier.objects.select_related("person")

    assert len(numbers) == ASN
    for number in numbers:
        assert parse_nip(number.value).is_specimen
        assert number.person.is_made_up


def test_no_two_people_bear_the_same_name(loaded):
    names = list(Person.objects.filter(is_made_up=True).values_list("sort_key", flat=True))

    assert len(names) == len(set(names))


@pytest.mark.parametrize("planted", scenarios(), ids=lambda planted: planted.rule_id)
def test_what_was_planted_is_found_and_none_of_the_near_misses(loaded, planted):
    """As data/skenario says of each, in its own words; nobody else of the population is found."""
    if planted.rule_id not in law.rules():
        pytest.skip(f"the rule {planted.rule_id} is not in the library yet")

    made_up = Pemda.objects.get(nama=scenario().made_up.nama)
    found = (
        findings_on(made_up, day=planted.day)
        .filter(rule_id=planted.rule_id)
        .exclude(family=FindingFamily.CATATAN)
    )

    assert {told(row, planted) for row in found} == expected(planted)


def told(finding, planted):
    """Name a finding as the scenarios do: the person, or the office; and the outcome if told."""
    name = finding.subject_label.partition(" (")[0]
    for office in planted.offices:
        name = office.jabatan if office.jabatan in finding.subject_label else name
    outcomes = {each.finds for each in planted.pegawai} - {True, False}
    return (
        (name, finding.standings.latest("starts_on").judgement["outcome"])
        if outcomes
        else (name, True)
    )


def expected(planted):
    pegawai = {(each.nama, each.finds) for each in planted.pegawai if each.finds}
    return pegawai | {(each.jabatan, True) for each in planted.offices if each.finds}


def test_a_history_row_stands_beside_every_row_that_was_copied(loaded):
    for model in (Person, Pegawai, RiwayatPangkat, RiwayatDiklat, AbsenceDay):
        events = model.pgh_event_model.objects.filter(pgh_label="insert")
        assert events.count() == model.objects.count()
        assert set(events.values_list("pgh_context__actor", flat=True)) == {"Demonstrasi"}
        assert not events.filter(pgh_context__reason="").exists()


def test_the_coverage_says_where_attendance_is_not_loaded(loaded):
    year = Period.inclusive(date(2025, 1, 1), date(2025, 12, 31))
    partly = {
        row.opd.nama: row.period
        for row in AttendanceCoverage.objects.select_related("opd")
        if row.period != year
    }

    assert partly == {
        "Dinas Sosial": Period.inclusive(date(2025, 1, 1), date(2025, 6, 30)),
        "Dinas Kelautan dan Perikanan": Period.inclusive(date(2025, 3, 1), date(2025, 12, 31)),
    }
    assert AttendanceCoverage.objects.count() == Opd.objects.filter(pemda__is_made_up=True).count()


def test_the_control_total_counts_everybody_in_service_on_every_working_day(loaded):
    kalender = national_kalender()
    for coverage in AttendanceCoverage.objects.select_related("opd"):
        counted = 0
        for who in Pegawai.objects.filter(placements__opd=coverage.opd):
            both = coverage.period.intersection(who.period)
            day, last = (both.start, both.last_day) if both else (TODAY, date.min)
            while day <= last:
                counted += kalender.is_working_day(day, WorkWeek(who.work_week))
                day += timedelta(days=1)
        assert coverage.person_days == counted, coverage.opd


def test_nobody_drawn_is_absent_on_a_day_that_is_not_loaded_or_no_working_day(loaded):
    covered = {row.opd_id: row.period for row in AttendanceCoverage.objects.all()}
    planted = {each.employment.nip for each in planted_pegawai()}
    drawn = AbsenceDay.objects.exclude(pegawai__person__identifiers__value__in=planted)

    assert drawn.exists()
    for absence in drawn.select_related("pegawai"):
        assert absence.day in covered[absence.pegawai.placements.get().opd_id]
        assert absence.day in absence.pegawai.period
        week = WorkWeek(absence.pegawai.work_week)
        assert national_kalender().is_working_day(absence.day, week)


@pytest.mark.parametrize(
    "office",
    ["Bupati", "Wakil Bupati", "Sekretaris Daerah", "Kepala Dinas Kesehatan", "Inspektur"],
)
def test_who_leads_kabupaten_contoh_rests_on_a_made_up_decree(loaded, office):
    held = JabatanHolding.objects.on(TODAY).get(
        pemda__is_made_up=True, jabatan__nama=office, capacity="definitif"
    )

    assert held.decree.number.endswith("(rekaan)")
    assert held.person.is_made_up


def test_who_the_samples_call_by_an_office_holds_it_by_decree(loaded):
    """One person, not two of the same name: the text and the decree tell of the same bupati."""
    for attested in Attestation.objects.filter(pemda__is_made_up=True, capacity="definitif"):
        holders = JabatanHolding.objects.on(attested.day).filter(
            jabatan=attested.jabatan, capacity="definitif"
        )
        assert [row.person for row in holders] in ([attested.person], []), attested


def test_only_the_made_up_government_has_duties_and_they_are_in_several_states(loaded):
    standings = DutyStanding.objects.filter(ends_before=None).select_related("pemda")

    assert {row.pemda.nama for row in standings} == {scenario().made_up.nama}
    assert {row.state for row in standings} == {
        "closed", "reported", "accepted", "dropped", "cannot", "delegated"
    }  # fmt: skip
    assert {step.actor.partition(",")[0] for step in DutyStep.objects.all()} == {"Demonstrasi"}


def test_every_role_has_an_account_that_reaches_what_it_should(loaded):
    opened = open_accounts(new_passwords=False, actor=services.DEMONSTRASI)

    grants = RoleGrant.objects.filter(user__username__in=[each.username for each in opened])
    assert {grant.role for grant in grants} == set(Role)
    assert len({each.password for each in opened}) == len(Role)
    made_up = Pemda.objects.get(nama=scenario().made_up.nama)
    for role in (Role.ATASAN, Role.PEGAWAI, Role.OPERATOR_OPD):
        user = grants.get(role=role, pemda=made_up).user
        access = access_of(user.pk, label=user.nama, day=TODAY)
        seen = Pegawai.objects.filter(pegawai_visible_to(access, made_up, day=TODAY))
        assert 0 < seen.count() < ASN
    own = grants.get(role=Role.PEGAWAI).person
    ahead = DueDay.objects.filter(pegawai__person=own, due_on__gt=F("as_of"))
    assert ahead.count() > 1
