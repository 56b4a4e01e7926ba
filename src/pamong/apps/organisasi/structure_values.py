"""A structure as values: what stands on one day, OPDs, the tree of units, the posts.

What is not written yet has a negative key.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OpdAs:
    """An OPD on one day."""

    nama: str
    singkatan: str = ""
    jenis: str = "dinas"
    tipe: str = ""


@dataclass(frozen=True, slots=True)
class UnitAs:
    """A unit on one day; no parent: directly below its OPD."""

    opd: int
    parent: int | None
    nama: str
    kind: str
    rank: int = 900


@dataclass(frozen=True, slots=True)
class PostAs:
    """A post on one day; ``opd`` is empty for the offices that lead a government."""

    opd: int | None
    unit: int | None
    nama: str
    kind: str
    eselon: str = ""
    kelas: int | None = None
    need: int | None = None
    lowest_golongan: str = ""
    is_single_seat: bool = True


TERMS = ("eselon", "kelas", "need", "lowest_golongan")
"""What the peta jabatan says of a post beside its name and place."""
WHEREVER = 0
"""In place of an OPD's key: the OPD in which the unit stands by then."""


@dataclass(frozen=True, slots=True)
class Place:
    """An OPD, or a unit of it: where people and posts go."""

    opd: int
    unit: int | None = None


@dataclass(slots=True)
class Structure:
    """What stands on one day, by key."""

    opds: dict[int, OpdAs] = field(default_factory=dict)
    units: dict[int, UnitAs] = field(default_factory=dict)
    posts: dict[int, PostAs] = field(default_factory=dict)

    def copy(self) -> "Structure":
        """Return the same, to be changed."""
        return Structure(dict(self.opds), dict(self.units), dict(self.posts))

    def below(self, unit: int) -> list[int]:
        """Return a unit and everything below it, parents first."""
        children: dict[int | None, list[int]] = {}
        for key, row in self.units.items():
            children.setdefault(row.parent, []).append(key)
        found, queue = [], [unit]
        while queue:
            key = queue.pop(0)
            found.append(key)
            queue += children.get(key, [])
        return found


@dataclass(frozen=True, slots=True)
class Planned:
    """A structure before and after the steps, and where those of ended OPDs and units go."""

    before: Structure
    after: Structure
    heirs: dict[Place, Place]

    def place_after(self, place: Place) -> Place | None:
        """Return where somebody of ``place`` works afterwards; ``None`` where nobody says."""
        seen: set[Place] = set()
        while place in self.heirs and place not in seen:
            seen.add(place)
            place = self.heirs[place]
        if place.unit is not None and place.unit in self.after.units:
            return Place(self.after.units[place.unit].opd, place.unit)
        return place if place.unit is None and place.opd in self.after.opds else None


def has_cycle(parents: Iterable[tuple[int, int | None]]) -> bool:
    """Tell whether some unit stands below itself; ``parents`` are units with their parents."""
    above = dict(parents)
    safe: set[int] = set()
    for start in above:
        path: set[int] = set()
        here: int | None = start
        while here is not None and here not in safe:
            if here in path:
                return True
            path.add(here)
            here = above.get(here)
        safe |= path
    return False
