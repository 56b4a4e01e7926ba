"""The second pass: takes in every row as it is read, and tells at the end what does not agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pamong.exchange.across import histories
from pamong.exchange.across.noted import Main, Spot, Step, day_at, spot_of, text_at
from pamong.exchange.across.people import People
from pamong.exchange.doubts import RowDoubt
from pamong.exchange.layout import layout
from pamong.exchange.record import DoubtfulRow, Record, Row

MAIN, UNITS = "pegawai", "unor"
_OWN_IDENTIFIERS = {"id"}
"""What SIASN numbers rows of histories by; two that differ in nothing else say the same."""
_ACTING = "jenisPenugasanId"

_Look = Callable[[Main | None, Sequence[Step], date], Iterator[RowDoubt]]
_LOOKS: dict[str, _Look] = {
    "riwayat_golongan": histories.ranks,
    "riwayat_jabatan": histories.posts,
    "riwayat_cltn": histories.spans,
    "riwayat_skp": histories.years,
    "riwayat_skp22": histories.years,
    "riwayat_dp3": histories.years,
}


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known already, besides what the files say."""

    nip: Collection[str] = field(default_factory=frozenset)
    units: Collection[str] = field(default_factory=frozenset)


class AcrossRows:
    """Rows of a whole set of files, main rows and histories in any order."""

    def __init__(self, on: date, registry: Registry | None = None) -> None:
        """Begin with nothing but what is known already."""
        self._on = on
        self._registry = registry or Registry()
        self._people = People()
        self._steps: dict[str, dict[str, list[Step]]] = defaultdict(lambda: defaultdict(list))
        self._orphans: list[tuple[Spot, str, str, str]] = []
        self._named: list[tuple[Spot, str, str, str]] = []
        self._units: dict[str, list[tuple[Spot, str]]] = defaultdict(list)
        self._known_units: set[str] = set(self._registry.units)
        self._seen: dict[int, Spot] = {}
        self._found: list[RowDoubt] = []
        self._has_main = False

    def see(self, row: Row) -> None:
        """Take in a row; of a doubtful one what could be read."""
        record = row.record if isinstance(row, DoubtfulRow) else row
        if self._is_double(record):
            return
        unit, spot = text_at(record, "unor"), spot_of(record)
        if unit:
            self._units[unit].append((spot, layout(record.layout).by_meaning["unor"]))
        if record.kind == UNITS:
            self._known_units.add(str(record.values.get("Id", "")))
        elif record.kind == MAIN:
            self._has_main = True
            self._people.see(record)
        else:
            self._see_history(record, spot)

    def doubts(self) -> Iterator[RowDoubt]:
        """Yield what does not agree, once every row was seen."""
        yield from self._found
        yield from self._people.doubts()
        if self._has_main or self._registry.nip:
            yield from self._without_main()
        for spot, nip, column, name in self._named:
            yield from self._people.compare_name(spot, nip, column, name)
        for kind, people in self._steps.items():
            look = _LOOKS[kind]
            for steps in people.values():
                main = self._people.find(steps[0].nip, steps[0].person)
                yield from look(main, steps, self._on)
        yield from self._of_unknown_units()

    def _of_unknown_units(self) -> Iterator[RowDoubt]:
        """Yield nothing where no unit is known: then nobody can tell."""
        for unit, places in self._units.items() if self._known_units else ():
            if unit not in self._known_units:
                for spot, column in places:
                    yield spot.doubt("unit-tidak-dikenal", column, unit)

    def _is_double(self, record: Record) -> bool:
        said = frozenset(pair for pair in record.values.items() if pair[0] not in _OWN_IDENTIFIERS)
        if record.kind == MAIN and "id" in record.values:
            said |= {("id", record.values["id"])}
        if len(said) <= 1:
            return False
        spot = spot_of(record)
        first = self._seen.setdefault(hash((record.kind, said)), spot)
        if first is spot:
            return False
        self._found.append(spot.doubt("baris-ganda", "", "", other=first))
        return True

    def _see_history(self, record: Record, spot: Spot) -> None:
        nip, person = text_at(record, "nip"), text_at(record, "pns_id")
        names = layout(record.layout).by_meaning
        if nip or person:
            column = names["nip"] if nip else names["pns_id"]
            self._orphans.append((spot, nip, person, column))
        name = text_at(record, "nama")
        if nip and name:
            self._named.append((spot, nip, names["nama"], name))
        if record.kind in _LOOKS and (nip or person):
            step = Step(
                spot,
                nip,
                person,
                day_at(record, "tmt"),
                day_at(record, "end"),
                _says(record),
                names.get("tmt") or names.get("tahun", ""),
            )
            self._steps[record.kind][nip or person].append(step)

    def _without_main(self) -> Iterator[RowDoubt]:
        known = self._registry.nip
        for spot, nip, person, column in self._orphans:
            if nip not in known and not self._people.knows(nip, person):
                yield spot.doubt("riwayat-tanpa-pegawai", column, nip or person)


def _says(record: Record) -> str:
    if record.kind == "riwayat_jabatan":
        return str(record.values.get(_ACTING, ""))
    return text_at(record, "golongan") or str(record.meaning("tahun") or "")
