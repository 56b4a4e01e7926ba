"""One layout of rows that are entries of one section, read and written by the same ways."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pamong.apps.impor.placing import Part, Reader
from pamong.apps.impor.two_way import Draft, Row, Way
from pamong.apps.kepegawaian.sections import Section, section
from pamong.exchange.layout import Layout, layout

UNTOLD = {"source", "decree", "document"}
"""What an entry rests on here, and no file tells."""
OWNER = ("nip", "pns_id", "nama")
"""The meanings of the columns that say whose a row is."""


def _every(_entry: Row) -> bool:
    return True


def _taken(_row: Reader) -> None:
    """Lay no row aside."""


@dataclass(frozen=True)
class History:
    """One layout of rows that are entries of one section.

    ``of`` goes before the code where rows of two tables of SIASN are entries of one section;
    ``is_of`` tells which entries the layout is for; ``check`` lays rows aside. ``ours`` are
    columns that say nothing more than what was taken.
    """

    name: str
    key: str
    ways: tuple[Way, ...]
    of: str = ""
    is_of: Callable[[Row], bool] = _every
    check: Callable[[Reader], None] = _taken
    ours: tuple[str, ...] = ()

    @cached_property
    def layout(self) -> Layout:
        """The layout."""
        return layout(self.name)

    @property
    def section(self) -> Section:
        """The section of a record."""
        return section(self.key)

    @cached_property
    def owner(self) -> dict[str, str]:
        """The columns that say whose a row is, by meaning."""
        found = self.layout.by_meaning
        return {means: found[means] for means in OWNER if means in found}

    @cached_property
    def _begins(self) -> str:
        """The column that says when an entry begins; empty where none does."""
        begins = self.section.begins
        return next((way.theirs[0] for way in self.ways if begins in way.ours and way.theirs), "")

    def place_of(self, row: tuple[Mapping[str, Any], Any]) -> tuple[str, str]:
        """Return by what rows of one person are in order: their day, then all that they say.

        So the same record is written the same, whatever else it knows that no column tells.
        """
        values = row[0]
        said = sorted((name, str(value)) for name, value in values.items())
        return str(values.get(self._begins, "")), str(said)

    @property
    def beyond(self) -> list[str]:
        """The columns of the section that the layout has none for."""
        told = {name for way in self.ways for name in way.ours} | {"unit"}
        return [name for name in self.section.columns if name not in told | UNTOLD]

    def read(self, row: Reader) -> list[Part]:
        """Read a row.

        Raises:
            AsideError: no section is for it.
            LacksError: it does not say what its section needs.
        """
        self.check(row)
        draft = Draft(self.section.model)
        for way in self.ways:
            way.take(row, draft)
        kode = str(row.get("id") or "")
        kode = f"{self.of}:{kode}" if kode and self.of else kode
        for name in self.owner.values():
            row.get(name)
        said = {name: value for name, value in draft.said.items() if value not in (None, "")}
        if rest := row.rest(*self.ours):
            said["lainnya"] = rest
        return [Part(self.key, said, draft.also, kode[:64])]
