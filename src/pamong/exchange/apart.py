"""Examines files in a process of its own: it reads on while its rows are put to use here."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby, islice
from multiprocessing.connection import Connection
from typing import Any

from pamong.exchange.doubts import RowDoubt
from pamong.exchange.errors import ExaminationLostError
from pamong.exchange.examining import Examination, SheetReport
from pamong.exchange.limits import MIB
from pamong.exchange.places import Place
from pamong.exchange.record import DoubtfulRow, Record, Row, record_of

WORTH_A_PROCESS = 4 * MIB
"""Of all files: what is less is read sooner than another process has started."""
_CHUNK = 2_000

_Told = tuple[int, Any, Any, Any]
"""A row without what its sheet tells of it: number, values, extras, doubts with cells."""
_OfSheet = tuple[Any, list[_Told]]


@dataclass
class ExaminationApart:
    """An examination as another process tells it: ``rows`` to the end, then ``across``."""

    _answers: Connection
    reports: list[SheetReport] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Yield every row of every file, as :meth:`Examination.rows` does."""
        for sheets in self._until_the_end():
            for (kind, layout, letters, file, sheet), rows in sheets:
                for number, values, extras, doubted in rows:
                    place = Place(file, sheet, number)
                    record = Record(kind, layout, values, extras, place, letters)
                    yield DoubtfulRow(record, *doubted) if doubted else record

    def across(self) -> Iterator[RowDoubt]:
        """Yield what does not agree across rows and files; the reports are told with it."""
        for doubts in self._until_the_end():
            yield from doubts
        self.reports[:] = self._next()

    def _until_the_end(self) -> Iterator[list[Any]]:
        while some := self._next():
            yield some

    def _next(self) -> list[Any]:
        try:
            told = self._answers.recv()
        except EOFError:
            raise ExaminationLostError from None
        if isinstance(told, Exception):
            raise told
        return list(told)


@contextmanager
def examined(examination: Examination) -> Iterator[Examination | ExaminationApart]:
    """Have files examined: large ones in a process of their own, which ends with the context.

    Raises:
        ExaminationLostError: that process was ended from outside, as where memory runs out.
    """
    if sum(path.stat().st_size for path in examination.paths) < WORTH_A_PROCESS:
        yield examination
        return
    context = multiprocessing.get_context("spawn")  # without what this one has open
    answers, telling = context.Pipe(duplex=False)
    process = context.Process(target=_examine, args=(examination, telling), daemon=True)
    process.start()
    telling.close()
    try:
        yield ExaminationApart(answers)
    finally:
        answers.close()
        process.terminate()
        process.join()


def _examine(examination: Examination, telling: Connection) -> None:
    """Tell rows, doubts across them and reports; an empty list ends each of the former."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this
    try:
        for rows in _chunks(examination.rows()):
            telling.send(list(_by_sheet(rows)))
        telling.send([])
        for doubts in _chunks(examination.across()):
            telling.send(doubts)
        telling.send([])
        telling.send(examination.reports)
    except BrokenPipeError:
        return  # nobody waits for it any more
    except Exception as error:  # noqa: BLE001  whoever waits raises it
        telling.send(error)


def _by_sheet(rows: Iterable[Row]) -> Iterator[_OfSheet]:
    """Put what rows of one sheet share before them, so that it is told once."""
    for of_sheet, some in groupby(rows, key=_shared_by_sheet):
        yield of_sheet, [_told(row) for row in some]


def _shared_by_sheet(row: Row) -> tuple[Any, ...]:
    record, place = record_of(row), row.place
    return record.kind, record.layout, record.letters, place.file, place.sheet


def _told(row: Row) -> _Told:
    record = record_of(row)
    doubted = (row.doubts, row.cells) if isinstance(row, DoubtfulRow) else None
    return record.place.row, record.values, record.extras, doubted


def _chunks(some: Iterable[Any]) -> Iterator[list[Any]]:
    items = iter(some)
    while found := list(islice(items, _CHUNK)):
        yield found
