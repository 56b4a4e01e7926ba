"""The second pass: takes in every row as it is read, and tells at the end what does not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pamong.exchange.across import histories
from pamong.exchange.across.noted import Main, Noted, Spot, Spots, Step
from pamong.exchange.across.people import People
from pamong.exchange.doubts import RowDoubt
from pamong.exchange.layout import layout
from pamong.exchange.record import Record, Row, record_of

MAIN, UNITS, POSTS = "pegawai", "unor", "riwayat_jabatan"
_OWN_IDENTIFIER = "id"
"""What SIASN numbers rows of histories by; two that differ in nothing else say the same."""
_ACTING = "jenisPenugasanId"

_Look = Callable[[Spots, Main | None, Sequence[Step], date], Iterator[RowDoubt]]
_LOOKS: dict[str, _Look] = {
    "riwayat_golongan": histories.ranks,
    POSTS: histories.posts,
    "riwayat_cltn": histories.spans,
    "riwayat_skp": histories.years,
    "riwayat_skp22": histories.years,
    "riwayat_dp3": histories.years,
}


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known already, besides what the files say."""

    nip: Collection[str] = field(default_factory=frozenset)
    """Every number on record, former ones too."""
    units: Collection[str] = field(default_factory=frozenset)
    nik: Mapping[str, str] = field(default_factory=dict)
    """NIK -> the NIP of its owner."""
    births: Mapping[tuple[str, date], str] = field(default_factory=dict)
    """Name, as ``name_key`` makes it, and birth date -> NIP: who may be the same person."""


class AcrossRows:
    """Rows of a whole set of files, main rows and histories in any order."""

    def __init__(self, on: date, registry: Registry | None = None) -> None:
        """Begin with nothing but what is known already."""
        self._on = on
        self._registry = registry or Registry()
        self._spots = Spots()
        self._people = People(self._spots, self._registry.nik, self._registry.births)
        self._names: dict[str, Mapping[str, str]] = {}
        self._steps: dict[str, dict[str, list[Step]]] = defaultdict(lambda: defaultdict(list))
        # What is settled by rows before it is not kept: main rows and units mostly come first.
        self._orphans: list[tuple[Spot, str, str, str]] = []
        self._named: list[tuple[Spot, str, str, str]] = []
        self._units: dict[str, list[tuple[Spot, str]]] = defaultdict(list)
        self._known_units: set[str] = set(self._registry.units)
        self._seen: dict[int, Spot] = {}
        self._found: list[RowDoubt] = []

    def see(self, row: Row) -> None:
        """Take in a row; of a doubtful one what could be read."""
        record = record_of(row)
        spot = self._spots.of(record)
        if self._is_double(record, spot):
            return
        names = self._names.get(record.layout)
        if names is None:
            names = self._names[record.layout] = layout(record.layout).by_meaning
        noted = Noted(record, names)
        unit = noted.text("unor")
        if unit and unit not in self._known_units:
            self._units[unit].append((spot, names["unor"]))
        if record.kind == UNITS:
            self._known_units.add(noted.text("kode_unit"))
        elif record.kind == MAIN:
            self._people.see(noted, spot)
        else:
            self._see_history(record, noted, spot)

    def doubts(self) -> Iterator[RowDoubt]:
        """Yield what does not agree, once every row was seen."""
        yield from self._found
        yield from self._people.found
        if self._people or self._registry.nip:
            yield from self._without_main()
        for spot, nip, column, name in self._named:
            yield from self._people.compare_name(spot, nip, column, name)
        for kind, people in self._steps.items():
            look = _LOOKS[kind]
            for whose, steps in people.items():
                yield from look(self._spots, self._people.find(whose), steps, self._on)
        yield from self._of_unknown_units()

    def _of_unknown_units(self) -> Iterator[RowDoubt]:
        """Yield nothing where no unit is known: then nobody can tell."""
        for unit, places in self._units.items() if self._known_units else ():
            if unit not in self._known_units:
                for spot, column in places:
                    yield self._spots.doubt(spot, "unit-tidak-dikenal", column, unit)

    def _is_double(self, record: Record, spot: Spot) -> bool:
        said = dict(record.values)
        if record.kind != MAIN:
            said.pop(_OWN_IDENTIFIER, None)
        if len(said) <= 1:
            return False
        first = self._seen.setdefault(hash((record.kind, frozenset(said.items()))), spot)
        if first == spot:
            return False
        self._found.append(self._spots.doubt(spot, "baris-ganda", "", "", other=first))
        return True

    def _see_history(self, record: Record, noted: Noted, spot: Spot) -> None:
        nip, person = noted.text("nip"), noted.text("pns_id")
        if not nip and not person:
            return
        names = noted.names
        if not self._people.knows(nip, person):
            self._orphans.append((spot, nip, person, names["nip"] if nip else names["pns_id"]))
        name = noted.text("nama")
        if nip and name:
            self._named.append((spot, nip, names["nama"], name))
        if record.kind in _LOOKS:
            column = names.get("tmt") or names.get("tahun", "")
            says = _says(record, noted)
            step = Step(spot, noted.day("tmt"), noted.day("end"), says, column)
            self._steps[record.kind][nip or person].append(step)

    def _without_main(self) -> Iterator[RowDoubt]:
        known = self._registry.nip
        for spot, nip, person, column in self._orphans:
            if nip not in known and not self._people.knows(nip, person):
                shown = nip or person
                yield self._spots.doubt(spot, "riwayat-tanpa-pegawai", column, shown)


def _says(record: Record, noted: Noted) -> str:
    if record.kind == POSTS:
        return str(record.values.get(_ACTING, ""))
    year = record.values.get(noted.names.get("tahun", ""))
    return noted.text("golongan") or str(year or "")
