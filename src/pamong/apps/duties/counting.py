"""Counting duties by what became of them, in the database."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from pamong.apps.duties.life import ENDED, WORKING, State


@dataclass(frozen=True, slots=True)
class Counts:
    """How many duties there are by what became of them; ``overdue`` are among the ``owed``."""

    owed: int = 0
    overdue: int = 0
    waiting: int = 0
    done: int = 0
    ended_otherwise: int = 0

    @property
    def all(self) -> int:
        """How many there are in all."""
        return self.owed + self.waiting + self.done + self.ended_otherwise


def overdue_on(day: date) -> Q:
    """Return the condition that something is still owed although its term is past.

    What is reported waits for the giver, and is not late.
    """
    return Q(state__in=WORKING, due_on__lt=day)


def counts_on(day: date) -> dict[str, Count]:
    """Return the aggregates that :class:`Counts` is made of."""
    return {
        "owed": Count("pk", filter=Q(state__in=WORKING)),
        "overdue": Count("pk", filter=overdue_on(day)),
        "waiting": Count("pk", filter=Q(state__in=[State.REPORTED, State.CANNOT])),
        "done": Count("pk", filter=Q(state=State.CLOSED)),
        "ended_otherwise": Count("pk", filter=Q(state__in=ENDED - {State.CLOSED})),
    }
