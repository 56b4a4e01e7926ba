"""What the database refuses, in words: the sentence stands beside each constraint in its model."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NO_ROOM = "22001"
"""What PostgreSQL calls a text that is longer than its column; it does not name the column."""


class RefusedError(Exception):
    """The database refused rows that must never be; nothing of the act was kept.

    ``constraint`` is empty where a text was too long for its column.
    """

    def __init__(self, constraint: str, sentence: str) -> None:
        self.constraint = constraint
        super().__init__(sentence)


@cache
def sentences() -> dict[str, "StrOrPromise"]:
    """Return the sentence of every constraint, by the constraint's name."""
    return {
        constraint.name: constraint.violation_error_message or ""
        for model in apps.get_models()
        for constraint in model._meta.constraints  # noqa: SLF001  Django's documented Options
    }


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what the database refuses into a sentence, and undo the part inside.

    Raises:
        RefusedError: a constraint of ours was broken, or a text was too long.
    """
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, DataError) as error:
        refused = _refused(error)
        if refused is None:
            raise
        raise refused from error


def _refused(error: IntegrityError | DataError) -> RefusedError | None:
    """Return what to tell people; ``None`` where the mistake is the program's."""
    told = getattr(error.__cause__, "diag", None)
    if told is None:
        return None
    if told.sqlstate == NO_ROOM:
        return RefusedError("", _("Salah satu isian terlalu panjang. Persingkat, lalu ulangi."))
    sentence = sentences().get(told.constraint_name or "")
    return RefusedError(told.constraint_name, str(sentence)) if sentence else None
