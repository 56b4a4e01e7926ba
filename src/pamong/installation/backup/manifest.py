"""What a backup says of itself: who made it, when, of which form, and what must come out of it."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from datetime import datetime

FORMAT = 1
"""Grows when an older Pamong could misread the file, or when checksums and digests are made anew:
older files keep theirs, and must be compared as they were made."""

Migration = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TableContent:
    """One table: how many rows, and a number that changes when any value of any row does."""

    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What guards the tables, counted, and a digest over all their names."""

    triggers: int
    constraints: int
    indexes: int
    functions: int
    digest: str


@dataclass(frozen=True, slots=True)
class Dump:
    """The dump inside the file."""

    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest, complete."""

    pamong: str
    made_at: datetime
    postgresql: int
    is_demonstration: bool
    database_size: int  # bytes in the server, which is more than the dump
    migrations: frozenset[Migration]
    tables: Mapping[str, TableContent]
    structure: Structure
    dump: Dump

    @property
    def rows(self) -> int:
        """All rows of all tables."""
        return sum(table.rows for table in self.tables.values())

    def unknown_to(self, known: AbstractSet[Migration]) -> frozenset[Migration]:
        """Return the migrations that are not in ``known``: what a newer Pamong has done."""
        return self.migrations - known

    def to_json(self) -> str:
        """Write it for the file."""
        content = asdict(self) | {
            "format": FORMAT,
            "made_at": self.made_at.isoformat(),
            "migrations": sorted(self.migrations),
        }
        return json.dumps(content, indent=1, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Read it again.

        Raises:
            ValueError, KeyError, TypeError: the text is not a manifest of our format.
        """
        content = json.loads(text)
        if content.pop("format") > FORMAT:
            raise NewerFormatError(str(content["pamong"]))
        tables = {name: TableContent(**table) for name, table in content["tables"].items()}
        return cls(
            **content
            | {
                "made_at": datetime.fromisoformat(content["made_at"]),
                "migrations": frozenset((app, name) for app, name in content["migrations"]),
                "tables": tables,
                "structure": Structure(**content["structure"]),
                "dump": Dump(**content["dump"]),
            }
        )


class NewerFormatError(ValueError):
    """The manifest is written in a form that came after ours."""

    def __init__(self, made_by: str) -> None:
        self.made_by = made_by
        super().__init__(f"dibuat oleh Pamong {made_by}")
