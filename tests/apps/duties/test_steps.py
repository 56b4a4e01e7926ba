"""Steps in the life of a duty, as rows: checked, locked, kept, and what stands on each day."""

import threading
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import duties, registry

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.files import FileRefusedError, NewFile
from pamong.apps.core.models import StoredFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.duties import errors, life, services
from pamong.apps.duties.life import RULES, Holder, Move, State, StepKind
from pamong.apps.duties.models import Duty, DutyEvidence, DutyStep
from pamong.apps.duties.selectors import get_duty, standing_of, steps_of
from pamong.apps.duties.services import Report
from pamong.apps.duties.stepping import take_step

PDF = NewFile("bukti.pdf", b"%PDF-1.7 rekaan")
DAY = date(2024, 10, 1)


@pytest.fixture
def kepala(db):
    return duties.actor("kepala")


@pytest.fixture
def pemeriksa(db):
    return duties.actor("sekda")


@pytest.fixture
def duty(contoh) -> Duty:
    return duties.duty(contoh)


def do(service, row, actor, *, on=DAY, **more):
    return service(seen=duties.seen(row), day=on, actor=actor, **more)


def report(row, actor, *, on=DAY, text="sudah dikerjakan", **more):
    return do(services.report_duty, row, actor, on=on, report=Report(text, **more))


def test_a_duty_goes_from_made_to_closed_and_keeps_who_did_what_when_and_why(
    duty, kepala, pemeriksa
):
    do(services.accept_duty, duty, kepala)
    do(services.delegate_duty, duty, kepala, to="Kepala Bidang Uji")
    report(duty, kepala, on=date(2024, 10, 8), files=(PDF,), addresses=("https://contoh.id/1",))
    do(services.return_duty, duty, pemeriksa, on=date(2024, 10, 9), note="kurang rincian")
    report(duty, kepala, on=date(2024, 10, 15), text="rinciannya dilampirkan")
    do(services.close_duty, duty, pemeriksa, on=date(2024, 10, 16), note="rincian cocok")

    told = steps_of(duty, day=date(2024, 10, 16))
    assert [(step.kind, step.day.day, step.actor) for step in told] == [
        ("made", 16, "Ajudan (rekaan)"),
        ("accepted", 1, "Kepala (rekaan)"),
        ("delegated", 1, "Kepala (rekaan)"),
        ("reported", 8, "Kepala (rekaan)"),
        ("returned", 9, "Sekda (rekaan)"),
        ("reported", 15, "Kepala (rekaan)"),
        ("closed", 16, "Sekda (rekaan)"),
    ]
    assert [str(each) for each in told[3].evidence.all()] == ["bukti.pdf", "https://contoh.id/1"]
    assert duties.stands(duty).state is State.CLOSED
    (change,) = history_of([told[4]])
    assert (change.actor, change.reason) == ("Sekda (rekaan)", "kurang rincian")


def test_on_every_day_a_duty_stands_as_its_steps_until_then_say(duty, kepala, pemeriksa):
    do(services.accept_duty, duty, kepala)
    report(duty, kepala, on=date(2024, 10, 8))
    do(services.close_duty, duty, pemeriksa, on=date(2024, 10, 16), note="cocok")

    states = {day: standing_of(duty, day=day) for day in (
        date(2024, 9, 15), date(2024, 9, 16), DAY, date(2024, 10, 7), date(2024, 10, 8),
        date(2024, 10, 15), date(2024, 10, 16), date(2026, 1, 1),
    )}  # fmt: skip
    assert [row and row.state for row in states.values()] == [
        None, "made", "accepted", "accepted", "reported", "reported", "closed", "closed"
    ]  # fmt: skip


# The fixture may stay: each example takes back what it did.
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_kept_standing_is_always_the_fold_of_the_steps(contoh, data):
    with transaction.atomic():
        duty = duties.duty(contoh)
        day = duties.MADE_ON
        for _ in range(data.draw(st.integers(1, 8))):
            standing = duties.stands(duty)
            open_now = sorted(
                kind for kind in RULES if life.may_follow(standing, kind, is_recommendation=False)
            )
            day += timedelta(days=data.draw(st.integers(0, 3)))
            kind = StepKind(data.draw(st.sampled_from(open_now)))
            asked = max(standing.due_on, day) + timedelta(days=9)
            move = Move(
                kind,
                day,
                asked if kind is StepKind.PROLONG_ASKED else None,
                "Bidang" if kind is StepKind.DELEGATED else "",
            )
            take_step(duties.seen(duty), move, duties.actor("siapa" + RULES[kind].side), "ya")
        for offset in range((day - duties.MADE_ON).days + 2):
            on = duties.MADE_ON + timedelta(days=offset)
            steps = steps_of(duty, day=on)
            folded = life.fold(
                duty.made_on,
                duty.due_on,
                [step.move for step in steps[1:]],
                is_recommendation=False,
            )
            assert standing_of(duty, day=on).value == folded
        transaction.set_rollback(True)


def test_nobody_closes_what_he_himself_accepted_or_reported(duty, kepala):
    do(services.accept_duty, duty, kepala)
    report(duty, duties.actor("staf"))

    for worker in (kepala, duties.actor("staf")):
        with pytest.raises(errors.SamePersonError, match="orang lain dari pihak pemberi"):
            do(services.close_duty, duty, worker, note="saya periksa sendiri")
    assert duties.stands(duty).state is State.REPORTED


def test_nobody_accepts_his_own_word_that_it_cannot_be_done(duty, kepala, pemeriksa):
    do(services.say_cannot, duty, kepala, note="bukan tugas OPD ini")

    with pytest.raises(errors.SamePersonError):
        do(services.accept_cannot, duty, kepala, note="ya")
    do(services.accept_cannot, duty, pemeriksa, note="benar, tugas OPD lain")
    assert duties.stands(duty).state is State.DROPPED


def test_a_second_click_on_one_button_does_nothing_more(duty, kepala):
    seen = duties.seen(duty)
    first = services.report_duty(
        seen=seen, report=Report("selesai", (PDF,)), day=DAY, actor=kepala
    )
    again = services.report_duty(
        seen=seen, report=Report("selesai", (PDF,)), day=DAY, actor=kepala
    )

    assert first == again
    assert duties.kinds(duty) == ["made", "reported"]
    assert DutyEvidence.objects.count() == 1


def test_whoever_comes_second_is_told_what_the_first_did(duty, kepala, pemeriksa):
    report(duty, kepala)
    seen = duties.seen(duty)
    services.return_duty(seen=seen, day=DAY, actor=pemeriksa, note="kurang")

    with pytest.raises(errors.DutyMovedError) as refused:
        services.close_duty(seen=seen, day=DAY, actor=duties.actor("ajudan"), note="cukup")

    assert "Sekda (rekaan) sudah bertindak: dikembalikan pada 1 Oktober 2024" in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_wait_for_one_another():
    contoh = registry.government("Kabupaten Contoh", level="kabupaten", kode="00.01")
    duty = duties.duty(contoh)
    seen, told = duties.seen(duty), []
    actors = [duties.actor("satu"), duties.actor("dua")]

    def accept(actor):
        try:
            told.append(services.accept_duty(seen=seen, day=DAY, actor=actor).actor)
        except errors.DutyMovedError as error:
            told.append(type(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=accept, args=[actor]) for actor in actors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert told.count(errors.DutyMovedError) == 1
    assert duties.kinds(duty) == ["made", "accepted"]


def test_a_step_that_does_not_fit_the_state_is_refused_with_the_state(duty, kepala, pemeriksa):
    report(duty, kepala)
    do(services.close_duty, duty, pemeriksa, note="cocok")

    with pytest.raises(errors.StepNotOpenError, match='berkeadaan "selesai"'):
        report(duty, kepala)
    with pytest.raises(errors.StepNotOpenError):
        do(services.return_duty, duty, pemeriksa, note="ternyata kurang")
    with pytest.raises(errors.StepNotOpenError):
        do(services.decline_recommendation, duty, kepala, note="tidak")


@pytest.mark.parametrize(
    "service",
    [
        services.return_duty,
        services.close_duty,
        services.refuse_prolongation,
        services.say_cannot,
        services.accept_cannot,
        services.refuse_cannot,
        services.decline_recommendation,
    ],
)
def test_a_step_without_its_reason_is_refused(duty, kepala, service):
    with pytest.raises(errors.NoteMissingError, match="belum diisi"):
        do(service, duty, kepala, note="  ")


def test_evaluating_needs_a_note_and_names_the_forum(duty, pemeriksa):
    forum = duties.directive(duty.pemda, kode="rakor-uji").forum
    with pytest.raises(errors.NoteMissingError):
        do(services.evaluate_duty, duty, pemeriksa, forum=forum, note="")

    do(services.evaluate_duty, duty, pemeriksa, forum=forum, note="perlu dipercepat")

    step = steps_of(duty, day=DAY)[-1]
    assert (step.forum_id, step.forum_title) == (forum.public_id, "Rapat rakor-uji")
    assert duties.stands(duty).state is State.MADE


def test_nothing_is_delegated_to_nobody(duty, kepala):
    with pytest.raises(errors.DelegateMissingError, match="kepada siapa"):
        do(services.delegate_duty, duty, kepala, to="  ")


def test_an_empty_report_is_refused(duty, kepala):
    with pytest.raises(errors.EvidenceMissingError):
        report(duty, kepala, text=" ")


@pytest.mark.parametrize(
    "file",
    [
        NewFile("program.exe", b"MZ\x00\x00"),
        NewFile("kosong.pdf", b""),
        NewFile("besar.pdf", b"%PDF-" + b"0" * 20_000_001),
    ],
)
def test_evidence_of_the_wrong_kind_or_size_leaves_no_report(duty, kepala, file):
    with pytest.raises(FileRefusedError):
        report(duty, kepala, files=(PDF, file))

    assert duties.kinds(duty) == ["made"]
    assert not StoredFile.objects.exists()


def test_a_prolongation_is_asked_granted_and_every_term_stays_visible(duty, kepala, pemeriksa):
    later, latest = date(2024, 11, 30), date(2024, 12, 31)
    do(services.ask_prolongation, duty, kepala, until=later, note="data belum lengkap")
    assert duties.stands(duty).holder is Holder.GIVER
    do(services.grant_prolongation, duty, pemeriksa)
    do(services.ask_prolongation, duty, kepala, until=latest, note="menunggu DPA")
    do(services.refuse_prolongation, duty, pemeriksa, note="sudah cukup lama")

    assert duties.stands(duty).due_on == later
    assert [(step.kind, step.due_on) for step in steps_of(duty, day=DAY) if step.due_on] == [
        ("made", duties.DUE_ON),
        ("prolong_asked", later),
        ("prolong_granted", later),
        ("prolong_asked", latest),
    ]


@pytest.mark.parametrize("until", [duties.DUE_ON, date(2024, 9, 1)])
def test_a_prolongation_leads_to_a_later_day(duty, kepala, until):
    with pytest.raises(errors.ProlongationError, match="sesudah 31 Oktober 2024"):
        do(services.ask_prolongation, duty, kepala, until=until, note="perlu waktu")


def test_a_prolongation_of_a_missed_term_is_after_today(duty, kepala):
    with pytest.raises(errors.ProlongationError, match="sesudah 2 Desember 2024"):
        do(
            services.ask_prolongation,
            duty,
            kepala,
            on=date(2024, 12, 2),
            until=date(2024, 11, 15),
            note="perlu waktu",
        )


def test_a_duty_that_is_not_there_is_told_so(db):
    missing = duties.Seen("00000000-0000-4000-8000-000000000000", 1)
    with pytest.raises(errors.DutyNotFoundError, match="Cari dari daftar"):
        get_duty(missing.public_id)
    with pytest.raises(errors.DutyNotFoundError):
        services.accept_duty(seen=missing, day=DAY, actor=registry.WARNI)


def test_the_database_itself_changes_no_step_no_duty_and_no_evidence(duty, kepala):
    step = report(duty, kepala, files=(PDF,))
    rows = [
        Duty.objects.filter(pk=duty.pk),
        DutyStep.objects.filter(pk=step.pk),
        DutyEvidence.objects.filter(step=step),
    ]

    for row, change in zip(
        rows, ({"gist": "lain"}, {"note": "lain"}, {"address": "x"}), strict=True
    ):
        with (
            pytest.raises((InternalError, ProgrammingError), match="Cannot update"),
            transaction.atomic(),
        ):
            row.update(**change)
        with (
            pytest.raises((InternalError, ProgrammingError), match="Cannot"),
            transaction.atomic(),
        ):
            row._raw_delete(row.db)


def test_the_database_itself_refuses_a_step_with_a_number_that_is_taken(duty):
    with pytest.raises(IntegrityError, match="step_is_taken_once"), transaction.atomic():
        DutyStep.objects.create(duty=duty, number=1, kind="accepted", day=DAY, actor="x")


@pytest.mark.parametrize(
    "broken", [{"kind": "closed"}, {"kind": "delegated"}, {"kind": "prolong_asked", "note": "ya"}]
)
def test_the_database_itself_refuses_a_step_that_lacks_what_it_needs(duty, broken):
    with pytest.raises(IntegrityError, match="step_"), transaction.atomic():
        DutyStep.objects.create(duty=duty, number=2, day=DAY, actor="x", **broken)


def test_an_address_that_is_too_long_is_told_in_words(duty, kepala):
    with pytest.raises(RefusedError, match="terlalu panjang"):
        report(duty, kepala, addresses=("https://contoh.id/" + "a" * 600,))


def test_an_act_needs_a_reason_also_where_a_note_is_free(duty, kepala):
    do(services.accept_duty, duty, kepala, note="")

    (change,) = history_of([steps_of(duty, day=DAY)[-1]])
    assert change.reason == "menerima tindak lanjut"
    with pytest.raises(ReasonMissingError):
        do(services.delegate_duty, duty, kepala, to="Bidang", note="  ")
