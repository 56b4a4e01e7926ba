"""Records that stand while tests come and go: made once, seen by many, changed by none.

They are put on record in a transaction that is never committed. Each test runs in a savepoint of
it, which is taken back at its end, and gets objects of its own to hold.
"""

import contextlib
import copy
from collections.abc import Callable
from datetime import UTC
from typing import ClassVar, Generic, TypeVar

import time_machine
from django.db import connection, transaction

Made = TypeVar("Made")


class StandingRecords(Generic[Made]):
    """What ``make`` puts on record, for as long as nobody asks for records without it."""

    now: ClassVar["StandingRecords | None"] = None

    def __init__(self, make: Callable[[], Made]) -> None:
        """Make nothing yet."""
        self._make = make
        self._made: Made
        self._around: transaction.Atomic
        self._session: object

    def ensure(self) -> None:
        """Put it on record, unless it still is: a test may have lost the connection."""
        if StandingRecords.now is self and self._is_whole():
            return
        remove()
        StandingRecords.now = self
        self._around = transaction.atomic()
        self._around.__enter__()
        self._session = connection.connection
        try:
            with at_the_real_hour():
                self._made = self._make()
        except BaseException:
            remove()
            raise

    def copy(self) -> Made:
        """Give objects that a test may change."""
        return copy.deepcopy(self._made)

    def _is_whole(self) -> bool:
        return (
            connection.connection is self._session
            and connection.in_atomic_block
            and not connection.needs_rollback
            and not connection.savepoint_ids
        )

    def end(self) -> None:
        """Take it from the record: the server does so when its session ends."""
        connection.close()
        if connection.in_atomic_block:
            self._around.__exit__(None, None, None)


def remove() -> None:
    """Leave nothing standing around the test that comes."""
    if StandingRecords.now is not None:
        StandingRecords.now.end()
        StandingRecords.now = None


def at_the_real_hour() -> contextlib.AbstractContextManager[object]:
    """Let no record depend on the hour of the test that happens to come first."""
    hatch = time_machine.escape_hatch
    if not hatch.is_travelling():
        return contextlib.nullcontext()
    return time_machine.travel(hatch.datetime.datetime.now(UTC))
