"""Jobs for the worker: rows of the same transaction, so an act that fails leaves none behind.

Whoever writes a row that the law reads says so with :func:`facts_changed`; the outermost act then
asks once for the law to look again, at what was touched and at nothing else.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from procrastinate.contrib.django import app

RUN_LAW = "findings.run_law"
"""Judge one government anew; named here because those who ask for it may not import findings."""

MANY = 500
"""Above so many rows of one table, the rules that read it look at the whole government."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Rows of one fact table that an act wrote, told by one of the table's columns.

    Without ``keys`` there were too many to tell one by one.
    """

    table: str
    column: str
    keys: tuple[int, ...] | None

    def to_json(self) -> dict[str, Any]:
        """Return what a job carries."""
        return {"table": self.table, "column": self.column, "keys": self.keys and list(self.keys)}

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "Touched":
        """Read what a job carries."""
        keys = told["keys"]
        return cls(told["table"], told["column"], None if keys is None else tuple(keys))


@dataclass(slots=True)
class _Notes:
    """What the open acts have touched: government, table, column, key."""

    rows: list[tuple[int, str, str, int]] = field(default_factory=list)

    def by_government(self) -> dict[int, list[Touched]]:
        keys: dict[int, dict[tuple[str, str], set[int]]] = {}
        for pemda_id, table, column, key in self.rows:
            keys.setdefault(pemda_id, {}).setdefault((table, column), set()).add(key)
        return {
            pemda_id: [
                Touched(table, column, tuple(sorted(found)) if len(found) <= MANY else None)
                for (table, column), found in sorted(tables.items())
            ]
            for pemda_id, tables in keys.items()
        }


_notes: ContextVar[_Notes | None] = ContextVar("facts_changed", default=None)
_is_left_out: ContextVar[bool] = ContextVar("law_runs_left_out", default=False)


class NoActError(RuntimeError):
    """Facts are changed outside any act: a mistake of the program, which nobody would notice."""

    def __init__(self, table: str) -> None:
        super().__init__(f"facts_changed({table!r}) belongs inside act(…).")


def facts_changed(pemda_id: int, table: str, /, **key: int | Iterable[int]) -> None:
    """Say that rows of a fact table of one government were written, for the law to look again.

    ``key`` names one column of the fact table and its values in those rows, such as
    ``facts_changed(12, "presensi", pegawai_id=77)``.

    Raises:
        NoActError: no act is open.
    """
    notes = _notes.get()
    if notes is None:
        raise NoActError(table)
    ((column, keys),) = key.items()
    told = [keys] if isinstance(keys, int) else keys
    notes.rows += [(pemda_id, table, column, one) for one in told]


@contextmanager
def law_looks_again(after: str) -> Iterator[None]:
    """Ask at the end of the outermost act for the runs that it needs, in its transaction.

    Left out is what an act touched that failed, where the one around it caught the failure.
    """
    outer = _notes.get()
    if outer is not None:
        until_now = len(outer.rows)
        try:
            yield
        except BaseException:
            del outer.rows[until_now:]
            raise
        return
    notes = _Notes()
    token = _notes.set(notes)
    try:
        yield
    finally:
        _notes.reset(token)
    if not _is_left_out.get():
        for pemda_id, touched in notes.by_government().items():
            run_law_later(pemda_id, after=after, touched=touched)


@contextmanager
def law_runs_left_out() -> Iterator[None]:
    """Ask for no runs inside: whoever loads much runs the law himself when all is there."""
    token = _is_left_out.set(True)
    try:
        yield
    finally:
        _is_left_out.reset(token)


def run_law_later(pemda_id: int, *, after: str, touched: Iterable[Touched] | None = None) -> None:
    """Ask the worker to judge a government anew; without ``touched``, the whole of it.

    Runs over one government follow one another. ``after`` is the name of an act: jobs are logged,
    so they name nobody.
    """
    told: Any = None if touched is None else [each.to_json() for each in touched]
    app.configure_task(RUN_LAW, lock=law_lock(pemda_id)).defer(
        pemda_id=pemda_id, reason=f"sesudah {after}", touched=told
    )


def law_lock(pemda_id: int) -> str:
    """Return the lock by which runs over one government wait for each other."""
    return f"law-{pemda_id}"
