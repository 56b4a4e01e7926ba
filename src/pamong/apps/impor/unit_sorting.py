"""Sorts rows of units into a tree: what is on record already, what is new and where, what is not.

Which level is OPD is a rule that the page tells: the row on top is the government itself, and what
stands right below it is an OPD. A sheet of one's own need not have that row: there, a row without
a parent is an OPD, unless it bears the name of the government. Nothing here is written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from pamong.apps.impor.kinds import (
    CIRCLE,
    CODE_TWICE,
    DIFFERS,
    NAME_TWICE,
    NO_PARENT,
    PARENT_DOUBTED,
    PARENTS,
    ROOTS,
)
from pamong.apps.impor.unit_rows import OF_SIASN, UnitRow
from pamong.apps.organisasi.structure_values import Place, Structure
from pamong.apps.penataan.naming import place_name
from pamong.exchange.places import Place as Cell


class Level(Enum):
    """What a row is."""

    GOVERNMENT = auto()
    OPD = auto()
    UNIT = auto()


@dataclass(frozen=True, slots=True)
class OnRecord:
    """The structure that stands, and by which codes its OPDs and units are known."""

    structure: Structure
    codes: Mapping[str, Place]
    is_government: Callable[[str], bool]
    """Tells whether a name is that of the government itself."""


@dataclass(frozen=True, slots=True)
class UnitDoubt:
    """A doubt about one row: its kind, the column by meaning, and what its sentence tells."""

    row: UnitRow
    code: str
    column: str = ""
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Sorted:
    """One sound row: its level, its parent, and the place that it has on record already."""

    row: UnitRow
    level: Level
    parent: "Sorted | Place | None" = None
    place: Place | None = None


@dataclass(slots=True)
class Sorting:
    """All rows: those that are sound, parents before what stands in them, and the doubts."""

    sound: list[Sorted] = field(default_factory=list)
    doubts: list[UnitDoubt] = field(default_factory=list)

    @property
    def new(self) -> list[Sorted]:
        """Those that are not on record yet."""
        return [
            each
            for each in self.sound
            if each.place is None and each.level is not Level.GOVERNMENT
        ]

    @property
    def government(self) -> list[Sorted]:
        """The row that stands for the government itself, where there is one."""
        return [each for each in self.sound if each.level is Level.GOVERNMENT]


def sort_out(rows: Sequence[UnitRow], on_record: OnRecord) -> Sorting:
    """Say of every row what it is; those to be mended are told, and what hangs on them."""
    return _Sorting(rows, on_record).done()


class _Sorting:
    def __init__(self, rows: Sequence[UnitRow], on_record: OnRecord) -> None:
        self.rows = rows
        self.on_record = on_record
        self.result = Sorting()
        self.bad = {row.pk for row in rows if row.is_refused}
        self.by_code = _grouped(rows, lambda row: row.kode_unit)
        self.by_name = _grouped(rows, lambda row: row.nama_unit.casefold())
        self.places_by_name = _places_by_name(on_record.structure)
        self.parents: dict[int, UnitRow | Place | None] = {}
        self.below: dict[int | None, list[UnitRow]] = defaultdict(list)

    def done(self) -> Sorting:
        """Go through the rows: codes, parents, tops, then from the tops downwards."""
        self._codes()
        for row in self.rows:
            if row.pk not in self.bad:
                self._find_parent(row)
        for row in self.rows:
            if row.pk in self.parents:
                parent = self.parents[row.pk]
                self.below[parent.pk if isinstance(parent, UnitRow) else None].append(row)
        self._descend(list(self._tops()))
        self._what_is_left()
        return self.result

    def _doubt(self, row: UnitRow, code: str, column: str = "", **told: str) -> None:
        self.bad.add(row.pk)
        self.result.doubts.append(UnitDoubt(row, code, column, told))

    def _codes(self) -> None:
        for code, rows in self.by_code.items():
            for row in rows if code and len(rows) > 1 else ():
                other = next(each for each in rows if each is not row)
                self._doubt(row, CODE_TWICE, "kode_unit", other=_spot(other))

    def _find_parent(self, row: UnitRow) -> None:
        """Settle the parent of a row: by its code, else by its name, else there is none."""
        if row.kode_induk:
            found: list[UnitRow | Place] = [*self.by_code.get(row.kode_induk, ())][:1]
            found = found or [
                place for code, place in self.on_record.codes.items() if code == row.kode_induk
            ]
            column = "kode_induk"
        elif row.nama_induk:
            key, column = row.nama_induk.casefold(), "nama_induk"
            found = [*self.by_name.get(key, ())] or [*self.places_by_name.get(key, ())]
        else:
            self.parents[row.pk] = None
            return
        if len(found) == 1:
            self.parents[row.pk] = found[0]
        else:
            self._doubt(row, PARENTS if found else NO_PARENT, column)

    def _tops(self) -> Iterator[Sorted]:
        """Yield what stands on top, by the rule that is told above."""
        tops = self.below[None]
        hung = [row for row in tops if isinstance(self.parents[row.pk], Place)]
        loose = [row for row in tops if self.parents[row.pk] is None]
        known = {row.pk: place for row in loose if (place := self._known(row, None))}
        governments = self._governments([row for row in loose if row.pk not in known])
        for row in loose:
            if row in governments:
                yield Sorted(row, Level.GOVERNMENT)
            elif row.pk in known:
                level = Level.OPD if known[row.pk].unit is None else Level.UNIT
                yield Sorted(row, level, place=known[row.pk])
            elif row.layout == OF_SIASN:
                self._doubt(row, ROOTS, "kode_induk")
            else:
                yield Sorted(row, Level.OPD)
        for row in hung:
            parent = self.parents[row.pk]
            if isinstance(parent, Place):
                yield Sorted(row, Level.UNIT, parent, self._known(row, parent))

    def _governments(self, loose: Sequence[UnitRow]) -> list[UnitRow]:
        named = [row for row in loose if self.on_record.is_government(row.nama_unit)]
        if named:
            return named[:1]
        of_siasn = [row for row in loose if row.layout == OF_SIASN]
        return of_siasn if len(of_siasn) == 1 else []

    def _descend(self, queue: list[Sorted]) -> None:
        """Take in what stands on top, then what stands in that, and so on."""
        self._refuse_namesakes(queue)
        while queue:
            here = queue.pop(0)
            if here.row.pk in self.bad:
                continue
            self.result.sound.append(here)
            self._compare(here)
            is_top = here.level is Level.GOVERNMENT
            inside = [
                Sorted(
                    row,
                    Level.OPD if is_top else Level.UNIT,
                    None if is_top else here,
                    self._known(row, here.place, is_below_new=not is_top and here.place is None),
                )
                for row in self.below.get(here.row.pk, ())
            ]
            self._refuse_namesakes(inside)
            queue += inside

    def _known(
        self, row: UnitRow, parent: Place | None, *, is_below_new: bool = False
    ) -> Place | None:
        """Return the place that a row has on record: by its code, else by name in its parent."""
        if row.kode_unit in self.on_record.codes:
            return self.on_record.codes[row.kode_unit]
        if is_below_new:
            return None
        named = self.places_by_name.get(row.nama_unit.casefold(), ())
        structure = self.on_record.structure
        for place in named:
            if parent is None and place.unit is None:
                return place
            unit = structure.units.get(place.unit or 0)
            if (
                parent is not None
                and unit
                and (unit.opd, unit.parent)
                == (
                    parent.opd,
                    parent.unit,
                )
            ):
                return place
        return None

    def _compare(self, here: Sorted) -> None:
        """Tell where a code is on record under another name; it makes no step."""
        if here.place is None:
            return
        structure, place = self.on_record.structure, here.place
        known = (
            structure.opds[place.opd] if place.unit is None else structure.units[place.unit]
        ).nama
        if known.casefold() != here.row.nama_unit.casefold():
            told = {"known": place_name(structure, place)}
            self.result.doubts.append(UnitDoubt(here.row, DIFFERS, "nama_unit", told))

    def _refuse_namesakes(self, beside: Iterable[Sorted]) -> None:
        """Refuse rows that bear one name in one parent: nobody could tell them apart."""
        named: dict[tuple[str, object], list[UnitRow]] = defaultdict(list)
        for each in beside:
            parent = each.parent if isinstance(each.parent, Place) else None
            named[each.row.nama_unit.casefold(), (each.level, parent)].append(each.row)
        for rows in named.values():
            for row in rows if len(rows) > 1 else ():
                other = next(each for each in rows if each is not row)
                self._doubt(row, NAME_TWICE, "nama_unit", other=_spot(other))

    def _what_is_left(self) -> None:
        """Tell of the rows that no way from the top leads to: a circle, or a doubtful parent."""
        reached = {each.row.pk for each in self.result.sound}
        for row in self.rows:
            if row.pk in reached or row.pk in self.bad:
                continue
            self._doubt_of_lost(row)

    def _doubt_of_lost(self, row: UnitRow) -> None:
        seen = {row.pk}
        above = self.parents.get(row.pk)
        while isinstance(above, UnitRow) and above.pk not in seen:
            seen.add(above.pk)
            above = self.parents.get(above.pk)
        parent = self.parents.get(row.pk)
        if isinstance(above, UnitRow) and above.pk == row.pk:
            self._doubt(row, CIRCLE, "kode_induk" if row.kode_induk else "nama_induk")
        elif isinstance(parent, UnitRow):
            column = "kode_induk" if row.kode_induk else "nama_induk"
            self._doubt(row, PARENT_DOUBTED, column, other=_spot(parent))


def _grouped(
    rows: Iterable[UnitRow], key: Callable[[UnitRow], str]
) -> Mapping[str, list[UnitRow]]:
    found: dict[str, list[UnitRow]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _places_by_name(structure: Structure) -> Mapping[str, list[Place]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for key, opd in structure.opds.items():
        found[opd.nama.casefold()].append(Place(key))
    for key, unit in structure.units.items():
        found[unit.nama.casefold()].append(Place(unit.opd, key))
    return found


def _spot(row: UnitRow) -> str:
    return str(Cell(row.file, row.sheet, row.row))
