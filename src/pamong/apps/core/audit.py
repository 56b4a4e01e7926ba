"""Who does what, and why: every act opens one of these, and history keeps it beside each row."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pghistory
from django.db import transaction
from django.utils.translation import gettext as _

from pamong.apps.core.jobs import law_looks_again


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody, or some part of the system, that acts.

    ``label`` is what history shows; ``user_id`` is there where a signed-in user acts.
    """

    label: str
    user_id: int | None = None


class ReasonMissingError(Exception):
    """An act that needs a reason was given none."""

    def __init__(self) -> None:
        super().__init__(_("Alasan belum diisi. Tulis alasan tindakan ini dalam satu kalimat."))


@contextmanager
def act(name: str, *, actor: Actor, reason: str) -> Iterator[None]:
    """Run one act of administration: one transaction, with actor and reason in its history.

    An act inside an act is named for as long as it runs; then the outer one is told again. What
    they wrote that the law reads is looked at again once the outermost is committed.

    Raises:
        ReasonMissingError: ``reason`` is empty.
    """
    if not reason.strip():
        raise ReasonMissingError
    with transaction.atomic(), pghistory.context() as running:
        # pghistory merges the metadata of an inner context into the outer one for good.
        outside = dict(running.metadata)
        running.metadata.update(
            act=name, actor=actor.label, user_id=actor.user_id, reason=reason.strip()
        )
        try:
            with law_looks_again(name):
                yield
        finally:
            running.metadata.clear()
            running.metadata.update(outside)
