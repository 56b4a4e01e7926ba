"""A database for tests that commit: copied for each from one that was filled once.

Emptying two hundred tables and filling them again takes seconds, copying their files one.
"""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from django.db import connection, connections

Made = TypeVar("Made")
END_OURS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = %s AND usename = current_user
"""
"""Ends who is still connected; ``DROP`` then waits for them, and sends the autovacuum away itself.

``DROP … WITH (FORCE)`` is refused to us while the autovacuum, a superuser, is at work there.
"""


class Prepared(Generic[Made]):
    """The database of this process as it was empty, and as ``make`` filled it."""

    def __init__(self, make: Callable[[], Made]) -> None:
        """Fill it, and keep both states aside."""
        self._name = connection.settings_dict["NAME"]
        self._empty, self._filled = f"{self._name}_empty", f"{self._name}_filled"
        replace(self._empty, self._name)
        self._made = make()
        replace(self._filled, self._name)

    def empty(self) -> None:
        """Let nothing be on record."""
        replace(self._name, self._empty)

    def filled(self) -> Made:
        """Let what was made be on record, and give objects that a test may change."""
        replace(self._name, self._filled)
        return copy.deepcopy(self._made)

    def drop(self) -> None:
        """Leave the database as it was found."""
        replace(self._name, self._empty)
        with administrator() as cursor:
            cursor.execute(f'DROP DATABASE "{self._empty}"')
            cursor.execute(f'DROP DATABASE "{self._filled}"')


def replace(name: str, source: str) -> None:
    """Make a database anew as a copy of another, whoever may still be connected to either."""
    with administrator() as cursor:
        cursor.execute(END_OURS, [name])
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')


@contextmanager
def administrator() -> Iterator:
    connections.close_all()
    with connection._nodb_cursor() as cursor:
        yield cursor
