"""Requests of people to have their own data corrected, answered within the hours of the law.

UU 27/2022 Pasal 30: three times twenty-four hours run by the clock from when the request is
received, at night and on holidays too; and the person is told what came of it. How many hours that
are is asked of the law's own rule, ``pdp-perbaikan-3x24``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.accounts.models import CorrectionRequest, RequestState, User
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pamong.apps.organisasi.models import Pemda

RULE = "pdp-perbaikan-3x24"
SHOWN = 200


class RequestClosedError(ValueError):
    """Somebody answers or takes back a request that was answered or taken back before."""

    def __init__(self, request: CorrectionRequest) -> None:
        super().__init__(
            _("Permintaan ini sudah ditutup: %s. Muat ulang halamannya.")
            % request.get_state_display()
        )


class RequestWaitingError(ValueError):
    """The same was asked for a moment ago, or waits since days."""

    def __init__(self) -> None:
        super().__init__(
            _("Permintaan yang sama sudah Anda kirim dan menunggu jawaban. Lihat di Data saya.")
        )


class OwnRequestError(PermissionError):
    """Somebody answers what he asked for himself."""

    def __init__(self) -> None:
        super().__init__(
            _("Permintaan Anda sendiri dijawab oleh orang lain di BKD. Minta rekan Anda.")
        )


class NothingCorrectedError(ValueError):
    """A request is answered as corrected though nothing in the record is corrected by it."""

    def __init__(self) -> None:
        super().__init__(
            _("Jawaban ini tidak memperbaiki apa-apa. Perbaiki catatannya, atau tolak.")
        )


class CorrectionRequestNotFoundError(LookupError):
    """There is no such request."""

    def __init__(self) -> None:
        super().__init__(_("Permintaan perbaikan ini tidak ada."))


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What is wrong in which section of a record, what is right, and what shows it."""

    section: str
    wrong: str
    right: str
    evidence: NewFile | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What becomes of a request, and why; ``correct`` corrects the record, in the same act."""

    is_corrected: bool
    words: str
    correct: Callable[[], object] | None = None


def time_to_answer(day: date) -> timedelta:
    """Return within which time a request of a day is answered (UU 27/2022 Pasal 30 ayat (1))."""
    return timedelta(hours=law.rule(RULE).version_on(day).values["jam"])


def due_at(asked_at: datetime) -> datetime:
    """Return until when a request is to be answered."""
    return asked_at + time_to_answer(asked_at.date())


def request_correction(
    *, pegawai: Pegawai, new: NewRequest, at: datetime, actor: Actor
) -> CorrectionRequest:
    """Ask for one's own record to be corrected; ``at`` is when the request comes in.

    The one who asks is ``actor``, a signed-in user.

    Raises:
        FileRefusedError: the evidence is empty, too large, or of no kind that is kept here.
        RequestWaitingError: the same waits for its answer.
        RefusedError: the request does not say what is right.
    """
    reason = _("meminta perbaikan data sendiri")
    with act("accounts.request_correction", actor=actor, reason=reason), refusals():
        asker = User.objects.select_for_update().get(pk=actor.user_id or 0)  # against two clicks
        told = {"section": new.section, "wrong": new.wrong.strip(), "right": new.right.strip()}
        waiting = CorrectionRequest.objects.filter(state=RequestState.WAITING, asked_by=asker)
        if waiting.filter(pegawai=pegawai, **told).exists():
            raise RequestWaitingError
        evidence = None
        if new.evidence is not None:
            evidence = keep_file(
                file=new.evidence,
                owner=pegawai.pemda.instansi,
                day=at.date(),
                actor=actor,
                reason=reason,
            )
        return CorrectionRequest.objects.create(
            **told,
            pegawai=pegawai,
            evidence=evidence,
            asked_by=asker,
            asked_at=at,
            due_at=due_at(at),
        )


def answer_request(
    *, request: CorrectionRequest, answer: Answer, at: datetime, actor: Actor
) -> CorrectionRequest:
    """Answer a request: the record is corrected, or the request refused with its reason.

    What corrects the record runs inside, so that there is no answer without the correction.

    Raises:
        OwnRequestError: whoever answers has asked for it himself.
        RequestClosedError: it was answered or taken back.
        NothingCorrectedError: it is answered as corrected, and nothing corrects it.
        RefusedError: the answer is empty, or the record refuses the correction.
    """
    reason = answer.words.strip() or _("jawaban kosong")
    with act("accounts.answer_request", actor=actor, reason=reason), refusals():
        row = _open(request)
        if row.asked_by_id == actor.user_id:
            raise OwnRequestError
        if answer.is_corrected:
            if answer.correct is None:
                raise NothingCorrectedError
            answer.correct()
        row.state = RequestState.CORRECTED if answer.is_corrected else RequestState.REFUSED
        row.closed_at, row.answered_by, row.answer = at, actor.label, answer.words.strip()
        row.save(update_fields=["state", "closed_at", "answered_by", "answer"])
        return row


def withdraw_request(
    *, request: CorrectionRequest, at: datetime, actor: Actor
) -> CorrectionRequest:
    """Take back what one asked for.

    Raises:
        RequestClosedError: it was answered or taken back.
    """
    reason = _("pemohon menarik permintaannya")
    with act("accounts.withdraw_request", actor=actor, reason=reason), refusals():
        row = _open(request)
        row.state, row.closed_at = RequestState.WITHDRAWN, at
        row.save(update_fields=["state", "closed_at"])
        return row


def requests_by(user_id: int) -> list[CorrectionRequest]:
    """Return what somebody asked for, the latest first."""
    rows = CorrectionRequest.objects.filter(asked_by=user_id)
    return list(rows.select_related("pegawai__person").order_by("-asked_at", "-id")[:SHOWN])


def requests_in(pemda: "Pemda", *, is_open: bool) -> "QuerySet[CorrectionRequest]":
    """Return the requests of a government: those that wait, the most urgent first, or the rest."""
    rows = CorrectionRequest.objects.filter(pegawai__pemda=pemda).select_related("pegawai__person")
    if is_open:
        return rows.filter(state=RequestState.WAITING).order_by("due_at", "id")
    return rows.exclude(state=RequestState.WAITING).order_by("-closed_at", "-id")


def get_request(public_id: UUID) -> CorrectionRequest:
    """Return one request.

    Raises:
        CorrectionRequestNotFoundError: there is none.
    """
    rows = CorrectionRequest.objects.select_related(
        "pegawai__person", "pegawai__pemda", "asked_by", "evidence"
    ).defer("evidence__content")
    row = rows.filter(public_id=public_id).first()
    if row is None:
        raise CorrectionRequestNotFoundError
    return row


def _open(request: CorrectionRequest) -> CorrectionRequest:
    row = CorrectionRequest.objects.select_for_update().get(pk=request.pk)
    if row.state != RequestState.WAITING:
        raise RequestClosedError(row)
    return row
