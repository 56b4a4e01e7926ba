"""The rows of a layout as the record tells them, a chunk of people at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pamong.apps.impor.exporting_cells import Told, told
from pamong.apps.impor.exporting_main import Cells, main_cells, name_of, number_of
from pamong.apps.impor.exporting_reading import Moment, Somebody, entries
from pamong.apps.impor.exporting_tally import Sees, Tally
from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.history import History
from pamong.apps.impor.main_classes import EVERY, class_of_cell
from pamong.apps.impor.people import MAIN, MAIN_ROWS, NO_APPOINTMENT, OF_SERVICE, STATES
from pamong.apps.impor.placing import Known
from pamong.apps.impor.two_way import CannotTellError, Row, Way, is_filled
from pamong.apps.kepegawaian.field_classes import FieldClass, class_of
from pamong.exchange.layout import Layout, layout
from pamong.exchange.record import Record

LAYOUTS = (*MAIN_ROWS, *HISTORIES)
"""The layouts that a record is written to."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some people of an export, with what may be told of whom."""

    people: Sequence[Somebody]
    moment: Moment
    known: Known
    sees: Sees

    @property
    def ids(self) -> list[int]:
        """The ids of the employments."""
        return [each.pegawai_id for each in self.people]

    def seen(self, classes: frozenset[FieldClass]) -> Mapping[FieldClass, Any]:
        """Return of whom each class may be told."""
        ids = self.ids
        return {each: self.sees(each, ids) for each in classes}


def records(name: str, chunk: Chunk, tally: Tally) -> Iterator[Record]:
    """Yield the rows of a layout, person by person, and count what they do not tell."""
    rows = _main(name, chunk, tally) if name in MAIN_ROWS else _history(name, chunk, tally)
    for values, extras in rows:
        tally.rows += 1
        yield Record(layout(name).kind, name, values, extras)


def _history(name: str, chunk: Chunk, tally: Tally) -> Iterator[Told]:
    history = HISTORIES[name]
    found = entries(history.section, chunk.ids, chunk.moment)
    if not found:
        return
    model = history.section.model
    classes = {
        way: frozenset(class_of(model, ours.removesuffix("_id")) for ours in way.ours)
        for way in history.ways
    }
    rest = class_of(model, "lainnya")
    seen = chunk.seen(frozenset({rest}).union(*classes.values()))
    for who in chunk.people:
        if who.pegawai_id not in found:
            continue
        found_rows = []
        for entry in found[who.pegawai_id]:
            row = _row(history, entry, who, chunk, (classes, seen, rest), tally)
            if row is not None:
                found_rows.append(row)
        yield from sorted(found_rows, key=history.place_of)


_Closing = tuple[Mapping[Way, frozenset[FieldClass]], Mapping[FieldClass, Any], FieldClass]


def _row(
    history: History, entry: Row, who: Somebody, chunk: Chunk, closing: _Closing, tally: Tally
) -> Told | None:
    """Return the row of an entry; ``None`` where there is none, which is counted."""
    if not history.is_of(entry):
        return None
    classes, seen, rest = closing
    owner = _owner(history, who)
    if owner is None:
        tally.without_number += 1
        return None
    try:
        cells = _cells(history, entry, chunk, _closed(who, classes, seen, tally))
    except _ClosedError:
        return None
    except CannotTellError as error:
        tally.left_out[error.ours] += 1
        return None
    _count_untold(history, entry, cells, tally)
    lainnya = entry["lainnya"] or {}
    if lainnya and who.pegawai_id not in seen[rest]:
        tally.closed[rest] += len(lainnya)
        lainnya = {}
    return told(history.layout, owner | cells, lainnya, tally)


class _ClosedError(Exception):
    """What a row cannot do without is closed."""


def _closed(
    who: Somebody,
    classes: Mapping[Way, frozenset[FieldClass]],
    seen: Mapping[FieldClass, Any],
    tally: Tally,
) -> frozenset[Way]:
    """Return the ways that may not be told of somebody.

    Raises:
        _ClosedError: there is no row without one of them.
    """
    closed = {
        way: each
        for way, needed in classes.items()
        for each in needed
        if who.pegawai_id not in seen[each]
    }
    for way, each in closed.items():
        if way.is_needed:
            tally.closed_rows[each] += 1
            raise _ClosedError
    for each in closed.values():
        tally.closed[each] += 1
    return frozenset(closed)


def _cells(history: History, entry: Row, chunk: Chunk, closed: frozenset[Way]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for way in history.ways:
        if way not in closed:
            cells |= way.cells(entry, chunk.known)
    kode = entry["kode_asal"]
    prefix = f"{history.of}:" if history.of else ""
    cells["id"] = kode.removeprefix(prefix)
    return cells


def _count_untold(history: History, entry: Row, cells: Mapping[str, Any], tally: Tally) -> None:
    """Count what an entry says and no code stands for."""
    for way in history.ways:
        said = entry.get(way.ours[0])
        is_said = way.theirs and is_filled(said) and said != way.unsaid
        if is_said and not any(name in cells for name in way.theirs):
            tally.untold[way.ours[0]] += 1


def _owner(history: History, who: Somebody) -> dict[str, Any] | None:
    """Return the columns that say whose a row is; ``None`` of whom no number is known.

    Where SIASN's code is needed and not known, the NIP stands in its place.
    """
    nip, siasn = number_of(who), who.numbers.get("siasn", "")
    if not nip:
        return None
    by_meaning = {"nip": nip, "pns_id": siasn, "nama": name_of(who)}
    if "nip" not in history.owner:
        by_meaning["pns_id"] = siasn or nip
    return {name: by_meaning[means] for means, name in history.owner.items()}


def _main(name: str, chunk: Chunk, tally: Tally) -> Iterator[Told]:
    of = layout(name)
    seen = chunk.seen(EVERY)
    found = main_cells(chunk.people, chunk.moment, chunk.known)
    for who in chunk.people:
        if not number_of(who):
            tally.without_number += 1
            continue
        cells = found[who.pegawai_id]
        cells.pop(NO_APPOINTMENT, None)
        shown = {}
        for column, raw in cells.items():
            closed = [each for each in class_of_cell(column) if who.pegawai_id not in seen[each]]
            if closed and is_filled(raw):
                tally.closed[closed[0]] += 1
            elif not closed:
                shown[column] = raw
        yield told(of, *_parted(of, shown), tally)


def _parted(of: Layout, cells: Cells) -> tuple[Cells, Cells]:
    """Return what a layout has columns for, and the rest."""
    if of.name != MAIN:
        cells = dict(cells)
        status = {code: word for word, code in STATES.items()}.get(
            cells.get("status_cpns_pns", "")
        )
        back = {ours: theirs for theirs, ours in OF_SERVICE.items()}
        cells = {back.get(name, name): each for name, each in cells.items()}
        cells.pop("status_cpns_pns", None)
        if status:
            cells["statusPegawai"] = status
    known = {name: each for name, each in cells.items() if name in of.by_name}
    return known, {name: each for name, each in cells.items() if name not in of.by_name}
