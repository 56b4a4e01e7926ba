"""The ends of many employments in one act, and their taking back: by the rules of ``ending.py``.

Whoever brings in a thousand pemberhentian reads and writes by some hundred people at a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.ending import (
    CHUNK,
    LaterRowError,
    Move,
    keep_ended,
    plan_over,
    write_rows,
)
from pamong.apps.kepegawaian.ending_rows import Row, label_of, rows_of
from pamong.apps.kepegawaian.models import Pegawai, Termination


class LaterRowOfError(LaterRowError):
    """The same of one of many people, who is named."""

    def __init__(self, pegawai: Pegawai, error: LaterRowError) -> None:
        ValueError.__init__(
            self,
            _("%(who)s: %(sentence)s") % {"who": pegawai.person.nama, "sentence": str(error)},
        )


def end_many(pemda_id: int, entries: Sequence[Termination]) -> None:
    """End what each pemberhentian ends, inside an open act, and keep with each what that was.

    Of several of one employment the last ends first, so that each keeps what ran before it.

    Raises:
        LaterRowOfError: something of an employment begins only when it is to end, or later.
    """
    for people, rows, by_pegawai in _chunks(entries):
        moved = _Moved()
        for pegawai in people:
            for entry in sorted(by_pegawai[pegawai.pk], key=_day, reverse=True):
                try:
                    moves = plan_over(rows[pegawai.pk], entry, entry.stopped_on)
                except LaterRowError as error:
                    raise LaterRowOfError(pegawai, error) from error
                keep_ended(entry, moves, entry.stopped_on)
                moved.take(pegawai.pk, moves)
        write_rows(pemda_id, moved.rows.values(), moved.people)
        changed = [entry for some in by_pegawai.values() for entry in some]
        Termination.objects.bulk_update(changed, ["ended"], batch_size=CHUNK)


class EndsTakenBack:
    """Until when rows ran before, once pemberhentian are taken away or put back as they were.

    It is reckoned while these still tell what they ended, and written when they do no more.
    """

    def __init__(
        self, pemda_id: int, former: Mapping[Termination, Sequence[Sequence[Any]]]
    ) -> None:
        """``former`` is what each had ended before: nothing where it is to go."""
        self.pemda_id = pemda_id
        self._moved = _Moved()
        for people, rows, by_pegawai in _chunks(former):
            for pegawai in people:
                for entry in sorted(by_pegawai[pegawai.pk], key=_day):
                    moves = _taken_back(rows[pegawai.pk], entry, former[entry])
                    self._moved.take(pegawai.pk, moves)

    def write(self) -> None:
        """Let run on what is still there, inside the open act."""
        there = Pegawai.objects.filter(pk__in=self._moved.people)
        write_rows(self.pemda_id, self._moved.rows.values(), there.values_list("pk", flat=True))


@dataclass(slots=True)
class _Moved:
    """Rows whose last day has moved already in memory, each once, and whose they are."""

    rows: dict[tuple[str, int], Row] = field(default_factory=dict)
    people: set[int] = field(default_factory=set)

    def take(self, pegawai_id: int, moves: Iterable[Move]) -> None:
        for move in moves:
            move.entry.ends_before = move.ends_before
            self.rows[label_of(move.entry), move.entry.pk] = move.entry
            self.people.add(pegawai_id)


def _taken_back(
    rows: Iterable[Row], entry: Termination, former: Iterable[Sequence[Any]]
) -> Iterator[Move]:
    """Yield what has still the end that the entry gave it, with the one that it had before."""
    now, then = _by_key(entry.ended), _by_key(former)
    for row in rows:
        key = label_of(row), row.pk
        if now.get(key) == then.get(key):
            continue
        # What an entry let run on has the end from before that entry.
        before, after = now.get(key) or (None, then[key][0])
        ran = row.ends_before.isoformat() if row.ends_before else None
        if ran == after:
            was = then[key][1] if key in then else before
            yield Move(row, date.fromisoformat(was) if was else None)


def _by_key(ended: Iterable[Sequence[Any]]) -> dict[tuple[str, int], tuple[str | None, str]]:
    return {(label, pk): (before, after) for label, pk, before, after in ended}


Chunk = tuple[list[Pegawai], dict[int, list[Row]], dict[int, list[Termination]]]


def _chunks(entries: Iterable[Termination]) -> Iterator[Chunk]:
    by_pegawai: dict[int, list[Termination]] = {}
    for entry in entries:
        by_pegawai.setdefault(entry.pegawai_id, []).append(entry)
    every = list(by_pegawai)
    for ids in (every[start : start + CHUNK] for start in range(0, len(every), CHUNK)):
        people = list(Pegawai.objects.filter(pk__in=ids).select_related("person").order_by("pk"))
        yield people, rows_of(people), {pk: by_pegawai[pk] for pk in ids}


def _day(entry: Termination) -> date:
    return entry.stopped_on or date.max
