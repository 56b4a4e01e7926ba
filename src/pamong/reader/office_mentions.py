"""One office as a text names it: its head, unit, government and capacity."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pamong.kernel.capacity import Capacity
from pamong.reader.draft import Span
from pamong.reader.knowledge import table
from pamong.reader.regions import Region, RegionMention

_LEADERS = frozenset({"Gubernur", "Bupati", "Wali Kota"})


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of office, as the data file describes it."""

    name: str
    of: str
    level: str | None = None
    region: str | None = None


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
    def capacity(self) -> Capacity:
        """The capacity that the words claim: definitif where they name no other."""
        return self.acting or Capacity.DEFINITIF

    def region(self, home: Region | None = None) -> Region | None:
        """Return its government; ``home`` settles an ambiguous name, or one that is left out."""
        if len(self.regions) == 1:
            return self.regions[0]
        if home is None or (self.regions and home not in self.regions):
            return None
        if not self.regions and self.head.name in table("offices")["around"]["within_units"]:
            return None
        national: list[str] = table("offices")["around"]["national_units"]
        is_elsewhere = self.head.of in {"none", "place", "national"} or self.key[1] in national
        if not is_elsewhere and self.head.level not in {None, home.kind}:
            return self.near
        return None if is_elsewhere else home

    def title(self, home: Region | None = None) -> str:
        """Return the office with its unit and government, as a draft writes it."""
        name = f"{self.head.name} {self.unit}".strip()
        region = self.region(home)
        if region is None:
            return name
        return f"{name} {region.name if self.head.of in {'region', 'none'} else region.full_name}"


@cache
def heads_by_word() -> dict[str, Head]:
    """Return the kinds of offices by every spelling."""
    return {
        spelling: _head(entry)
        for entry in table("offices")["office"]
        for spelling in entry["words"]
    }


def _head(entry: dict[str, Any]) -> Head:
    return Head(entry["name"], entry["of"], entry.get("level"), entry.get("region"))
