"""Running the law over one government: what is kept, what is spared, and what stands on a day."""

from datetime import date
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from tests.support.absences import ABSENCE, END_OF_YEAR, THREE_DAYS, absent, employed, judge
from tests.support.registry import decree, hold, leave

from pamong.apps.findings.models import Finding, FindingFamily, LawRun
from pamong.apps.findings.selectors import (
    FindingNotFoundError,
    days_judged,
    finding_on,
    findings_on,
    get_finding,
)
from pamong.apps.findings.services import rules_for
from pamong.apps.findings.tasks import run_law_again
from pamong.kernel.period import Period

ACTING = "kdh-pjs-cuti-kampanye"


def of_rule(rule_id, pemda, day=END_OF_YEAR):
    return list(findings_on(pemda, day=day).filter(rule_id=rule_id))


def test_a_breach_is_kept_with_its_words_steps_facts_and_article(contoh, dinas):
    absent(employed(dinas), THREE_DAYS)

    judge(contoh)

    (found,) = of_rule(ABSENCE, contoh)
    assert found.family == FindingFamily.MELANGGAR
    assert found.since == date(2025, 2, 5)
    assert found.subject_label == "Ani Rekawati (rekaan), Dinas Pasar"
    assert "teguran lisan" in found.judgement["meaning"]
    assert "PP 94/2021" in found.judgement["basis"]
    assert len(found.judgement["facts"]["presensi"]) == 3
    assert found.judgement["to_do"]


@pytest.mark.parametrize(
    ("days", "valid"), [(THREE_DAYS[:2], False), (THREE_DAYS, True), ([], False)]
)
def test_a_near_miss_is_no_finding(contoh, dinas, days, valid):
    absent(employed(dinas), days, valid=valid)

    judge(contoh)

    assert of_rule(ABSENCE, contoh) == []


def test_over_a_population_what_cannot_be_judged_is_counted_and_not_told(contoh, dinas):
    employed(dinas)

    judge(contoh, date(2026, 6, 30))

    assert of_rule(ABSENCE, contoh, date(2026, 6, 30)) == []
    assert LawRun.objects.get(pemda=contoh, rule_id=ABSENCE).not_judged == 1


def test_a_leave_without_anybody_acting_on_record_is_an_open_note(contoh, bupati, siti):
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    hold(siti, bupati, since=date(2021, 2, 20), by=paper)
    leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=paper)

    judge(contoh, date(2024, 10, 1))

    (found,) = of_rule(ACTING, contoh, date(2024, 10, 1))
    assert found.family == FindingFamily.CATATAN
    assert found.since == date(2024, 9, 25)
    assert any("bukan berarti tidak ada" in told for told in found.judgement["explanation"])


def test_the_same_finding_on_another_day_is_one_finding_that_two_runs_found(contoh, dinas):
    absent(employed(dinas), THREE_DAYS)

    judge(contoh, date(2025, 3, 1))
    judge(contoh, END_OF_YEAR)

    (found,) = Finding.objects.filter(rule_id=ABSENCE)
    (standing,) = found.standings.all()
    assert standing.period == Period(date(2025, 3, 1))
    assert found.run.as_of == date(2025, 3, 1)
    assert finding_on(found.public_id, day=END_OF_YEAR).last_run.as_of == END_OF_YEAR


def test_another_day_of_absence_makes_another_finding_and_the_old_one_no_longer_stands(
    contoh, dinas
):
    pegawai = employed(dinas)
    absent(pegawai, THREE_DAYS)
    judge(contoh, date(2025, 3, 1))
    absent(pegawai, [date(2025, 3, 3)])

    judge(contoh, date(2025, 3, 4))

    (now,) = of_rule(ABSENCE, contoh, date(2025, 3, 4))
    assert now.since == date(2025, 3, 3)
    assert Finding.objects.filter(rule_id=ABSENCE).count() == 2


def test_what_was_judged_for_a_later_day_is_never_told_of_an_earlier_one(contoh, dinas):
    absent(employed(dinas), THREE_DAYS)

    judge(contoh, END_OF_YEAR)

    assert of_rule(ABSENCE, contoh, date(2025, 2, 4)) == []
    assert of_rule(ABSENCE, contoh, date(2025, 12, 30)) == []


def test_one_government_s_findings_are_not_another_s(contoh, misal, dinas):
    absent(employed(dinas), THREE_DAYS)

    judge(contoh)
    judge(misal)

    assert of_rule(ABSENCE, misal) == []
    assert days_judged(misal) == [END_OF_YEAR]


def test_in_a_demonstration_rules_about_officials_spare_real_governments(contoh, settings):
    settings.PAMONG_DEMONSTRATION = True
    everywhere = {rule.id for rule in rules_for(contoh)}
    contoh.is_made_up = False

    spared = {rule.id for rule in rules_for(contoh)}

    assert everywhere - spared == {
        ABSENCE,
        "disiplin-absen-10-hari-berturut",
        "bup-pns",
        "kdh-cuti-kampanye-petahana",
        "kdh-definitif",
        "kdh-penjabat",
    }


def test_in_a_demonstration_no_breach_is_kept_of_a_real_government(
    contoh, bupati, siti, budi, settings
):
    """A Plh where the law wants a Pjs: a matter to check, but never of real people on show."""
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    hold(siti, bupati, since=date(2021, 2, 20), by=paper)
    leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=paper)
    hold(budi, bupati, capacity="plh", since=date(2024, 9, 25), by=paper)
    judge(contoh, date(2024, 10, 1))
    (before,) = of_rule(ACTING, contoh, date(2024, 10, 1))
    assert before.family == FindingFamily.PERIKSA
    settings.PAMONG_DEMONSTRATION = True
    contoh.is_made_up = False

    judge(contoh, date(2024, 10, 2))

    families = {row.family for row in findings_on(contoh, day=date(2024, 10, 2))}
    assert families <= {FindingFamily.CATATAN}


def test_the_job_judges_today_and_every_day_judged_before(contoh, dinas, time_machine):
    judge(contoh, date(2025, 3, 1))
    time_machine.move_to("2026-11-23 20:00Z")  # the 24th in the government's own zone
    absent(employed(dinas), THREE_DAYS)

    run_law_again(pemda_id=contoh.pk, reason="uji")

    assert days_judged(contoh) == [date(2025, 3, 1), date(2026, 11, 24)]
    assert len(of_rule(ABSENCE, contoh, date(2025, 3, 1))) == 1


@pytest.mark.django_db
def test_a_finding_that_is_not_there_is_said_so():
    with pytest.raises(FindingNotFoundError, match="Temuan ini tidak ada"):
        get_finding(UUID(int=0))


def test_the_history_of_a_finding_cannot_be_changed(contoh, dinas):
    absent(employed(dinas), THREE_DAYS)
    judge(contoh)
    events = Finding.pgh_event_model.objects

    with pytest.raises(DatabaseError, match="update or delete"), transaction.atomic():
        events.update(subject_label="lain")
