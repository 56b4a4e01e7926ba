"""What every table with an office, a person or an act is wrapped in: its history, append-only."""

from typing import Any

import pghistory
import pgtrigger
from django.db import models
from pghistory.trigger import Event

tracked = pghistory.track
"""Record every insertion, change and deletion of a model, with actor and reason."""


class Insertions(pghistory.InsertEvent):
    """Record the rows of one statement with one statement, not row by row.

    Whoever brings in a population waits for its history more than for anything else: this way a
    third as long.
    """

    def add_event_trigger(self, event_model: type[models.Model]) -> None:
        """Let the tracked model write its history when a statement has inserted rows."""
        trigger = _Together(  # type: ignore[no-untyped-call]  # pghistory has none
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=pgtrigger.Insert,  # by identity: trackers of the settings are copied
            level=pghistory.Statement,
        )
        pgtrigger.register(trigger)(event_model.pgh_tracked_model)  # type: ignore[attr-defined]


class _Together(Event):
    def get_func(self, model: Any) -> Any:
        """Return pghistory's statement without its table of contexts.

        Who and why lie in the rows of the history themselves, so that nothing is joined to them.
        """
        body: str = super().get_func(model).func  # type: ignore[no-untyped-call]
        for part in (
            "WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) ",
            ", _pgh_attached_context",
        ):
            if part not in body:
                raise AssertionError(f"pghistory writes its trigger otherwise: {body}")
            body = body.replace(part, "")
        return pgtrigger.Func(body)  # type: ignore[no-untyped-call]
