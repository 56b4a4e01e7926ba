"""Asking a language model about an open draft: what is sent, and what is put beside the draft.

Never for a document in which somebody speaks without a name: ``is_sealed`` says so and stays
(docs/explanation/confidential.md). The answer changes no value; a person takes or leaves each.
"""

import hashlib
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.forums import editing
from pamong.apps.forums.errors import DraftDecidedError
from pamong.apps.forums.model_endpoint import (
    Endpoint,
    ModelFailedError,
    ask,
    body_of,
    find_endpoint,
)
from pamong.apps.forums.models import DraftStatus, ReadingDraft
from pamong.apps.forums.selectors import get_draft
from pamong.apps.forums.services import change_draft, open_draft
from pamong.apps.forums.touches import PROPOSALS
from pamong.reader.proposals import (
    MOST_LETTERS,
    NonsenseAnswerError,
    messages_for,
    read_answer,
)


class ModelNotAskedError(Exception):
    """Nothing was sent: no model is set, or this document goes to none."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent, word by word, and where to; ``digest`` tells one request from another."""

    endpoint: Endpoint
    body: str
    instructions: str
    text: str

    @property
    def digest(self) -> str:
        """A fingerprint of what is sent and where to; the key is no part of it."""
        told = f"{self.endpoint.address}\n{self.body}"
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Asked:
    """How many proposals an answer added, and how much of it was dropped."""

    added: int
    dropped: int


def request_for(draft: ReadingDraft) -> Request:
    """Return what would be sent about a draft.

    Raises:
        ModelNotAskedError: no model is set, or this document goes to none.
        DraftDecidedError: the draft was decided already.
    """
    endpoint = find_endpoint()
    if endpoint is None:
        raise ModelNotAskedError(
            _("Belum ada model bahasa yang disetel di sini. Draf tetap dapat ditinjau tanpanya.")
        )
    if draft.status != DraftStatus.OPEN:
        raise DraftDecidedError(draft.get_status_display())
    if draft.is_sealed:
        raise ModelNotAskedError(
            _(
                "Dokumen ini memuat perkataan orang yang tidak disebut namanya, jadi tidak "
                "dikirim ke model bahasa mana pun."
            )
        )
    text = draft.document.text
    if len(text) > MOST_LETTERS:
        raise ModelNotAskedError(
            _("Dokumen ini lebih dari %d huruf, terlalu panjang untuk model bahasa.")
            % MOST_LETTERS
        )
    messages = messages_for(text)
    instructions, told = (message["content"] for message in messages)
    return Request(endpoint, body_of(endpoint, messages), instructions, told)


def ask_model(*, public_id: UUID, digest: str, actor: Actor) -> Asked:
    """Send what was shown, and put the proposals of the answer beside the draft.

    No transaction is open while the model thinks; the draft is looked at anew afterwards.

    Raises:
        DraftNotFoundError, DraftDecidedError: the draft is not there, or no longer open.
        ModelNotAskedError: nothing was sent; also where it would not be what was shown.
        ModelFailedError: no answer, or none that can be used; nothing has changed.
    """
    draft = get_draft(public_id)
    request = request_for(draft)
    if request.digest != digest:
        raise ModelNotAskedError(
            _("Yang akan dikirim sudah berubah sejak ditunjukkan. Periksa sekali lagi.")
        )
    words = ask(request.endpoint, request.body)
    reason = f"meminta usulan model bahasa {request.endpoint.name}"
    with act("forums.ask_model", actor=actor, reason=reason):
        content = open_draft(public_id).content
        try:
            answer = read_answer(
                words, text=draft.document.text, content=content, model=request.endpoint.name
            )
        except NonsenseAnswerError as error:
            raise ModelFailedError(
                _("Jawaban model bahasa tidak berbentuk usulan. Draf tidak berubah.")
            ) from error
        if answer.proposals:
            change_draft(
                public_id=public_id,
                pointer=f"/{PROPOSALS}",
                edit=partial(editing.add_proposals, proposals=answer.proposals),
                actor=actor,
                reason=reason,
            )
        return Asked(len(answer.proposals), answer.dropped)
