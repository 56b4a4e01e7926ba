"""What the database refuses, in words: the sentence stands beside each constraint in its model."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import DataError, IntegrityError, transaction


class RefusedError(Exception):
    """The database refused rows that must never be; nothing of the act was kept."""

    def __init__(self, constraint: str, sentence: str) -> None:
        self.constraint = constraint
        super().__init__(sentence)


@cache
def sentences() -> dict[str, str]:
    """Return the sentence of every constraint, by the constraint's name."""
    return {
        constraint.name: str(constraint.violation_error_message)
        for model in apps.get_models()
        for constraint in model._meta.constraints  # noqa: SLF001  Django's documented Options
    }


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what a constraint refuses into its sentence, and undo the part inside.

    Raises:
        RefusedError: a constraint of ours was broken.
    """
    try:
        with transaction.atomic():
            yield
    except (IntegrityError, DataError) as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        sentence = sentences().get(name or "")
        if name is None or sentence is None:
            raise
        raise RefusedError(name, sentence) from error
