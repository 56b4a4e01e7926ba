"""Answering a request for correction by correcting the record: one act, one transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pamong.apps.accounts.correcting import Answer, answer_request
from pamong.apps.accounts.models import CorrectionRequest
from pamong.apps.core.audit import Actor
from pamong.apps.kepegawaian.filling import Values
from pamong.apps.kepegawaian.identity import Identity, correct_identity
from pamong.apps.kepegawaian.recording import correct_entry, record_entry
from pamong.apps.kepegawaian.sections import Section


@dataclass(frozen=True, slots=True)
class MendedEntry:
    """What an entry of a section is to say; without an id it is a new one. ``words`` say why.

    ``seen`` is the version that whoever corrects it has read.
    """

    section: Section
    entry_id: int | None
    values: Values
    words: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class MendedIdentity:
    """Who somebody is to be on record as, from ``day`` on where it is a number."""

    identity: Identity
    day: date
    words: str


def answer_by_entry(
    *, request: CorrectionRequest, mend: MendedEntry, at: datetime, actor: Actor
) -> CorrectionRequest:
    """Answer a request by correcting an entry of the record, or recording a new one: one act.

    Raises: as :func:`answer_request`, and as recording or correcting the entry does.
    """

    def correct() -> None:
        told: dict[str, Any] = {
            "section": mend.section,
            "pegawai": request.pegawai,
            "values": mend.values,
            "actor": actor,
            "reason": mend.words,
        }
        if mend.entry_id is None:
            record_entry(**told)
        else:
            correct_entry(**told, entry_id=mend.entry_id, seen=mend.seen)

    answer = Answer(is_corrected=True, words=mend.words, correct=correct)
    return answer_request(request=request, answer=answer, at=at, actor=actor)


def answer_by_identity(
    *, request: CorrectionRequest, mend: MendedIdentity, at: datetime, actor: Actor
) -> CorrectionRequest:
    """Answer a request by correcting the name, the day of birth or a number: one act.

    Raises: as :func:`answer_request`, and as correcting the identity does.
    """

    def correct() -> None:
        correct_identity(
            pegawai=request.pegawai,
            new=mend.identity,
            day=mend.day,
            actor=actor,
            reason=mend.words,
        )

    answer = Answer(is_corrected=True, words=mend.words, correct=correct)
    return answer_request(request=request, answer=answer, at=at, actor=actor)
