"""The life of a finding: open, known, gone, found again; and what each day may tell of it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.support.absences import (
    ABSENCE,
    END_OF_YEAR,
    MARCH,
    THREE_DAYS,
    absent,
    employed,
    judge,
)
from tests.support.registry import REASON, WARNI, decree, hold, leave

from pamong.apps.core.audit import Actor, ReasonMissingError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.findings.errors import (
    AlreadyAcknowledgedError,
    LookAgainError,
    NotAcknowledgedError,
    NotAllowedError,
    NotStandingError,
)
from pamong.apps.findings.life import State
from pamong.apps.findings.models import Acknowledgement, Finding, Lost, Standing
from pamong.apps.findings.selectors import finding_on, findings_on
from pamong.apps.findings.services import acknowledge_finding, withdraw_acknowledgement
from pamong.apps.presensi.models import AbsenceDay

APRIL = date(2025, 4, 1)
NOTED = date(2025, 3, 3)
AGAIN = date(2025, 6, 2)
WHY = "pemeriksaan sedang berjalan"


@pytest.fixture
def found(contoh, dinas, time_machine) -> Finding:
    """Three days without a valid reason, found on 1 March."""
    time_machine.move_to("2025-03-01 02:00Z")
    absent(employed(dinas), THREE_DAYS)
    judge(contoh, MARCH)
    return Finding.objects.get(rule_id=ABSENCE)


def note(finding, *, on=NOTED, again=AGAIN, actor=WARNI, reason=WHY):
    return acknowledge_finding(
        finding=finding, day=on, look_again_on=again, actor=actor, reason=reason
    )


def state(finding, day):
    return finding_on(finding.public_id, day=day).state


def told(finding, day):
    return [moment.kind for moment in finding_on(finding.public_id, day=day).life]


def the_days_become_valid():
    AbsenceDay.objects.update(has_valid_reason=True)


def test_a_finding_is_open_from_the_day_for_which_it_was_found(found):
    assert state(found, MARCH) is State.TERBUKA
    assert state(found, date(2025, 2, 28)) is None
    assert told(found, MARCH) == ["found"]


def test_what_is_noted_on_the_third_is_not_told_on_the_second(found):
    note(found, on=date(2025, 3, 3))

    assert state(found, date(2025, 3, 2)) is State.TERBUKA
    assert told(found, date(2025, 3, 2)) == ["found"]
    assert state(found, date(2025, 3, 3)) is State.DIKETAHUI
    assert told(found, date(2025, 3, 3)) == ["found", "known"]


def test_a_note_says_who_why_and_until_when_and_keeps_what_was_noted(found):
    noted = note(found)

    seen = finding_on(found.public_id, day=NOTED)
    assert (seen.note.by, seen.note.reason) == (WARNI.label, WHY)
    assert seen.note.ends_before == AGAIN
    assert noted.standing.judgement["version_sha256"]
    assert len(noted.standing.judgement["facts"]["presensi"]) == 3
    assert noted.standing.judgement_hash == seen.standing.judgement_hash


def test_on_the_day_on_which_it_is_looked_at_again_it_is_open(found):
    note(found)

    assert state(found, date(2025, 6, 1)) is State.DIKETAHUI
    assert state(found, AGAIN) is State.TERBUKA
    assert told(found, AGAIN) == ["found", "known", "looked_at_again"]


def test_a_note_that_is_taken_back_leaves_the_finding_open_from_that_day(found):
    note(found)

    withdraw_acknowledgement(
        finding=found, day=date(2025, 3, 10), actor=WARNI, reason="salah temuan"
    )

    assert state(found, date(2025, 3, 9)) is State.DIKETAHUI
    assert state(found, date(2025, 3, 10)) is State.TERBUKA
    assert told(found, date(2025, 3, 10)) == ["found", "known", "withdrawn"]
    note(found, on=date(2025, 3, 10))
    assert state(found, date(2025, 3, 10)) is State.DIKETAHUI


def test_when_the_facts_change_it_is_gone_and_the_run_and_the_reason_are_told(found, contoh):
    the_days_become_valid()
    judge(contoh, APRIL)

    seen = finding_on(found.public_id, day=APRIL)
    assert seen.state is State.HILANG
    (standing,) = found.standings.all()
    assert standing.ends_before == APRIL
    assert standing.lost_by.as_of == APRIL
    assert standing.lost_because == Lost.FAKTA
    assert [(moment.kind, moment.why) for moment in seen.life] == [
        ("found", ""),
        ("gone", Lost.FAKTA.label),
    ]
    assert state(found, date(2025, 3, 31)) is State.TERBUKA


def test_when_the_day_of_the_law_has_passed_it_is_gone_for_that_reason(contoh, bupati, siti):
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    hold(siti, bupati, since=date(2021, 2, 20), by=paper)
    leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=paper)
    judge(contoh, date(2024, 10, 1))

    judge(contoh, date(2024, 12, 1))

    gone = Standing.objects.filter(finding__rule_id="kdh-pjs-cuti-kampanye", lost_by__isnull=False)
    assert [row.lost_because for row in gone] == [Lost.HARI]


def test_found_again_it_is_open_although_it_was_noted_before(found, contoh):
    note(found)
    the_days_become_valid()
    judge(contoh, APRIL)
    AbsenceDay.objects.update(has_valid_reason=False)

    judge(contoh, date(2025, 5, 1))

    assert state(found, date(2025, 4, 15)) is State.HILANG
    assert state(found, date(2025, 5, 1)) is State.TERBUKA
    assert told(found, date(2025, 5, 1)) == ["found", "known", "gone", "found_again"]
    assert Finding.objects.filter(rule_id=ABSENCE).count() == 1


def test_what_was_found_for_a_day_that_is_judged_anew_stays_on_record(found, contoh, time_machine):
    time_machine.move_to("2025-03-20 02:00Z")
    the_days_become_valid()

    judge(contoh, MARCH)

    (row,) = found.standings.all()
    assert row.superseded_by.as_of == MARCH
    assert row.judgement["meaning"]
    assert findings_on(contoh, day=MARCH).filter(rule_id=ABSENCE).count() == 0
    assert state(found, date(2025, 3, 19)) is None
    assert state(found, date(2025, 3, 20)) is State.HILANG
    assert told(found, date(2025, 3, 20)) == ["taken_back"]


def test_other_facts_of_the_same_matter_keep_its_life_and_its_note(found, contoh):
    note(found)
    absence = AbsenceDay.objects.earliest("day")
    AbsenceDay.objects.filter(pk=absence.pk).update(day=date(2025, 1, 6))

    judge(contoh, APRIL)

    assert state(found, APRIL) is State.DIKETAHUI
    first, second = found.standings.order_by("starts_on")
    assert first.judgement_hash != second.judgement_hash
    assert told(found, APRIL) == ["found", "known", "changed"]


def test_a_run_for_an_earlier_day_reaches_no_further_than_the_next_day_judged(contoh, dinas):
    absent(employed(dinas), THREE_DAYS)
    judge(contoh, END_OF_YEAR)
    the_days_become_valid()

    judge(contoh, MARCH)

    found = Finding.objects.get(rule_id=ABSENCE)
    assert state(found, MARCH) is None
    assert state(found, END_OF_YEAR) is State.TERBUKA


@pytest.mark.parametrize("again", [NOTED, date(2025, 3, 2), date(2026, 3, 5), date(2030, 1, 1)])
def test_a_finding_is_looked_at_again_within_a_year(found, again):
    with pytest.raises(LookAgainError, match="antara 4 Maret 2025 dan 4 Maret 2026"):
        note(found, again=again)


def test_a_note_needs_a_reason_that_has_room(found):
    with pytest.raises(ReasonMissingError):
        note(found, reason="  ")
    with pytest.raises(RefusedError, match="terlalu panjang"):
        note(found, reason="a" * 1001)


def test_what_is_noted_is_not_noted_twice(found):
    note(found)

    with pytest.raises(AlreadyAcknowledgedError, match=r"Warni \(rekaan\).*2 Juni 2025"):
        note(found, on=date(2025, 3, 4))


def test_what_does_not_stand_is_not_noted(found, contoh):
    the_days_become_valid()
    judge(contoh, APRIL)

    with pytest.raises(NotStandingError, match="2 April 2025"):
        note(found, on=date(2025, 4, 2))


def test_what_is_not_noted_is_not_taken_back(found):
    with pytest.raises(NotAcknowledgedError):
        withdraw_acknowledgement(finding=found, day=NOTED, actor=WARNI, reason="batal")


def test_no_part_of_the_system_takes_note_by_itself(found):
    with pytest.raises(NotAllowedError):
        note(found, actor=Actor("Pekerja latar"))


def test_in_a_demonstration_nothing_is_noted_of_a_real_government(found, settings):
    settings.PAMONG_DEMONSTRATION = True
    found.pemda.is_made_up = False

    with pytest.raises(NotAllowedError, match="pemerintah daerah rekaan"):
        note(found)


def test_who_noted_it_stands_in_the_history(found):
    noted = note(found)

    (event,) = Acknowledgement.pgh_event_model.objects.filter(pgh_obj_id=noted.pk)
    assert event.pgh_context["act"] == "findings.acknowledge_finding"
    assert event.pgh_context["user_id"] == WARNI.user_id


def test_the_database_refuses_one_finding_standing_twice_on_a_day(found):
    (row,) = found.standings.all()

    with pytest.raises(IntegrityError, match="standing_once_a_day"), transaction.atomic():
        Standing.objects.create(
            finding=found,
            starts_on=date(2025, 5, 1),
            judgement={},
            judgement_hash="0" * 64,
            found_by=row.found_by,
        )


def test_a_reason_of_a_run_names_nobody(found):
    (event,) = Finding.pgh_event_model.objects.filter(pgh_obj_id=found.pk)
    assert event.pgh_context["reason"] == REASON
