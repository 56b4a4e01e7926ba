"""One office as a text names it: its head, unit, government and capacity."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pamong.kernel.capacity import Capacity
from pamong.reader.draft import Span
from pamong.reader.knowledge import pattern_of, table
from pamong.reader.regions import Region, RegionMention

_LEADERS = frozenset({"Gubernur", "Bupati", "Wali Kota"})


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of office, as the data file describes it; ``written`` is a full spelling of it."""

    name: str
    of: str
    level: str | None = None
    region: str | None = None
    written: str = ""
    only_with_region: bool = False


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """One place where the text names an office: tokens ``first`` up to ``after``.

    ``acting`` is the capacity that stands before it, ``None`` where none does. ``near`` is the
    only government of its level that the sentence named before it: "Untuk Jember, Wakil Bupati …".
    """

    head: Head
    unit: str
    regions: tuple[Region, ...]
    acting: Capacity | None
    first: int
    after: int
    span: Span
    alias: str = ""
    is_of_many: bool = False
    near: Region | None = None

    @property
    def is_bare(self) -> bool:
        """Whether neither a place nor a government is named: "Camat" can be any."""
        return self.head.of == "place" and not (self.unit or self.regions)

    @property
    def leads_region(self) -> bool:
        """Whether it is an office at the head of a government."""
        return self.head.of == "region" and self.head.level is not None

    def of_one(self, mention: RegionMention) -> "OfficeMention":
        """Return the office that leads one government, where this names those of many.

        A bare name that can be a kabupaten or a kota is the kabupaten, as people write.
        """
        ranked = sorted(mention.regions, key=lambda region: region.kind != "kabupaten")
        heads = {head.level: head for head in heads_by_word().values() if head.name in _LEADERS}
        head = heads[ranked[0].kind]
        return replace(self, head=head, regions=(ranked[0],), is_of_many=False)

    @property
    def key(self) -> tuple[str, str]:
        """The office apart from its government."""
        return (self.head.name, self.unit.lower())

    @property
    def is_chair(self) -> bool:
        """Whether it leads, or sits in, a body that others lead besides their office."""
        chairs: list[str] = table("offices")["around"]["chairs"]
        return self.head.name in chairs and "dprd" not in self.key[1]

    @property
    def is_of_society(self) -> bool:
        """Whether it leads a body of people that belongs to no government."""
        first = self.key[1].split(" ", 1)[0]
        return self.head.of == "unit" and first in table("offices")["around"]["societies"]

    @property
    def is_of_government(self) -> bool:
        """Whether it can only be an office of a regional government."""
        is_unit = self.head.of == "unit" and not self.is_chair and not self.is_national
        return self.leads_region or self.head.of in {"body", "place"} or is_unit

    @property
    def is_national(self) -> bool:
        """Whether it leads a body of the country, or a branch: "Kantor Regional VII BKN"."""
        national: list[str] = table("offices")["around"]["national_units"]
        is_own = self.head.name in table("offices")["around"]["own_bodies"]
        return is_own or self.key[1] in national or _names_national_body(self.key[1])

    @property
    def capacity(self) -> Capacity:
        """The capacity that the words claim: definitif where they name no other."""
        return self.acting or Capacity.DEFINITIF

    def region(self, home: Region | None = None) -> Region | None:
        """Return its government; ``home`` settles an ambiguous name, or one that is left out."""
        if len(self.regions) == 1:
            return self.regions[0]
        if home is None or (self.regions and home not in self.regions):
            return None
        if not self.regions and (
            self.is_of_society or self.head.name in table("offices")["around"]["within_units"]
        ):
            return None
        is_elsewhere = self.head.of in {"none", "place", "national"} or self.is_national
        if not is_elsewhere and self.head.level not in {None, home.kind}:
            return self.near
        return None if is_elsewhere else home

    def title(self, home: Region | None = None) -> str:
        """Return the office with its unit and government, as a draft writes it."""
        name = f"{self.head.written or self.head.name} {self.unit}".strip()
        region = self.region(home)
        if region is None or (self.head.of == "place" and self.unit):
            return name
        is_bare = self.head.of in {"region", "none"} or self.is_national
        return f"{name} {region.name if is_bare else region.full_name}"


@cache
def _names_national_body(unit: str) -> bool:
    around: dict[str, list[str]] = table("offices")["around"]
    branches = pattern_of(tuple(around["branches"]))
    bodies = pattern_of(tuple(around["national_units"]))
    if (body := bodies.search(unit)) is None:
        return False
    return branches.match(unit) is not None or (
        body.start() == 0 and branches.search(unit, body.end()) is not None
    )


@cache
def heads_by_word() -> dict[str, Head]:
    """Return the kinds of offices by every spelling."""
    return {
        spelling.lower(): _head(entry, spelling if spelling in entry.get("long", ()) else "")
        for entry in table("offices")["office"]
        for spelling in (*entry["words"], *entry.get("long", ()))
    }


def _head(entry: dict[str, Any], written: str) -> Head:
    return Head(
        entry["name"],
        entry["of"],
        entry.get("level"),
        entry.get("region"),
        written,
        entry.get("only_with_region", False),
    )
