"""What was counted over everybody, remembered until something that it counts is recorded.

A list of 60,000 people is counted once and read page by page. What is remembered belongs to the
question itself, with everything that narrows it, and to how far the history of the tables had
come: every row that is written, changed or deleted there adds an event, and so asks anew. Two who
write at once may commit in another order than they began; for that, nothing is remembered for
longer than ``LONGEST`` (docs/adr/0070).
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

LONGEST = 60.0
"""Seconds."""
MOST = 256
"""Answers kept in a process, the one longest unused given up first."""

Answer = TypeVar("Answer")
Question = tuple[str, str]


@dataclass(slots=True)
class _Memory:
    answers: OrderedDict[Question, tuple[Sequence[Any], float, Any]] = field(
        default_factory=OrderedDict
    )
    lock: Lock = field(default_factory=Lock)

    def find(self, question: Question, since: Sequence[Any]) -> tuple[Any] | None:
        with self.lock:
            known = self.answers.get(question)
            if known is None or known[0] != since or monotonic() - known[1] > LONGEST:
                return None
            self.answers.move_to_end(question)
            return (known[2],)

    def keep(self, question: Question, since: Sequence[Any], answer: Any) -> None:
        with self.lock:
            self.answers[question] = (since, monotonic(), answer)
            self.answers.move_to_end(question)
            while len(self.answers) > MOST:
                self.answers.popitem(last=False)


_memory = _Memory()


def remembered(
    name: str,
    rows: "QuerySet[Any]",
    count: Callable[[], Answer],
    *,
    told_by: Sequence[type[Model]],
) -> Answer:
    """Return what ``count`` gives over ``rows``, counted anew where a table was written to.

    ``told_by`` are all the models that the answer rests on, those of the conditions included. The
    answer must not be changed by whoever gets it; what the same models tell may be added.
    """
    try:
        sql, told = rows.query.sql_with_params()
    except EmptyResultSet:  # what can hold for nobody is not asked at all
        return count()
    return remembered_answer(f"{name}:{sql}", told, count, told_by=told_by)


def remembered_answer(
    asked: str, told: object, count: Callable[[], Answer], *, told_by: Sequence[type[Model]]
) -> Answer:
    """Return what ``count`` gives, as :func:`remembered` does; ``told`` narrows what is asked."""
    question = (f"{connection.settings_dict['NAME']}:{asked}", repr(told))
    since = _how_far(told_by)
    known = _memory.find(question, since)
    if known is not None:
        answer: Answer = known[0]
        return answer
    answer = count()
    _memory.keep(question, since, answer)
    return answer


def _how_far(models: Sequence[type[Model]]) -> Sequence[Any]:
    """Return the last event of the history of each table."""
    asked = ", ".join(f"(SELECT max(pgh_id) FROM {_events(model)})" for model in models)  # noqa: S608  names of ours
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return tuple(cursor.fetchone())


def _events(model: type[Model]) -> str:
    return f"{model._meta.db_table}event"  # noqa: SLF001  Django's documented Options
