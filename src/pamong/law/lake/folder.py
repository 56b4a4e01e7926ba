"""A lake: a folder of Parquet files, one table a name, in groups of whole governments.

A table is ``NAME.parquet``, or a folder ``NAME`` with files at any depth. A folder ``kelompok=K``
on the way puts what is in it into group K: all that concerns a government stands in one group, so
that groups can be judged one after the other. Without such folders all is one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pamong.kernel.language import say
from pamong.law.content import Problem, nearest
from pamong.law.fact_files import with_empty_columns
from pamong.law.fact_table import FactTable, UnknownTableError, fact_table, fact_tables
from pamong.law.tables import conform, kind_problem

GROUP = "kelompok"
MANIFEST = "himpunan.json"
PLANTED = "skenario.parquet"
_BESIDE = {MANIFEST, PLANTED}
_SHOWN_PROBLEMS = 20


class LakeError(Exception):
    """A lake cannot be judged; ``problems`` lists what is wrong, by file."""

    def __init__(self, folder: Path, problems: Iterable[Problem]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        shown = "\n".join(f"  {problem}" for problem in self.problems[:_SHOWN_PROBLEMS])
        more = len(self.problems) - _SHOWN_PROBLEMS
        rest = "\n" + say("  … dan %(more)d lagi", more=more) if more > 0 else ""
        title = say('Himpunan data "%(folder)s" belum dapat dinilai:', folder=folder)
        super().__init__(f"{title}\n{shown}{rest}")


@dataclass(frozen=True, slots=True)
class Part:
    """One Parquet file of a table. ``stamp`` changes when the file does."""

    table: str
    path: Path
    group: str
    rows: int
    columns: frozenset[str]
    stamp: str


@dataclass(frozen=True)
class Lake:
    """A folder that was looked through: which files hold which table, by group."""

    folder: Path
    parts: Mapping[str, tuple[Part, ...]]

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups, in order; one empty name where there are none."""
        names = {
            part.group
            for name, parts in self.parts.items()
            for part in parts
            if not fact_table(name).is_reference
        }
        return tuple(sorted(names))

    def of(self, table: str, groups: Iterable[str]) -> list[Part]:
        """Return the files of a table that concern some groups."""
        wanted = {*groups, ""}
        return [part for part in self.parts.get(table, ()) if part.group in wanted]

    def rows(self, table: str, groups: Iterable[str] | None = None) -> int:
        """Count the rows of a table."""
        return sum(part.rows for part in self.of(table, self.groups if groups is None else groups))

    def batches(self, limits: Mapping[str, int]) -> list[tuple[str, ...]]:
        """Put groups together until a table has as many rows as its limit; no group is split.

        ``limits`` names tables; the key ``""`` limits the rows of all others, each by itself.
        """
        batches: list[tuple[str, ...]] = []
        held: tuple[str, ...] = ()
        for group in self.groups:
            if held and self._is_over((*held, group), limits):
                batches.append(held)
                held = ()
            held = (*held, group)
        return [*batches, held] if held else batches

    def _is_over(self, groups: tuple[str, ...], limits: Mapping[str, int]) -> bool:
        return any(self.rows(name, groups) > limits.get(name, limits[""]) for name in self.parts)

    @property
    def stamps(self) -> dict[str, str]:
        """What tells every file apart from an earlier or later one, by its path in the folder."""
        return {
            str(part.path.relative_to(self.folder)): part.stamp
            for parts in self.parts.values()
            for part in parts
        }


def open_lake(folder: Path) -> Lake:
    """Look a folder through and check the columns of every file, not yet what stands in them.

    Raises:
        LakeError: with every problem of every file.
    """
    if not folder.is_dir():
        raise LakeError(folder, [Problem(folder.name, say("map ini tidak ada."))])
    problems: list[Problem] = []
    files = _files_by_table(folder, problems)
    parts = _read_parts(folder, files, problems)
    problems += _mixed_groups(parts)
    if not problems and not any(not fact_table(name).is_reference for name in parts):
        known = ", ".join(name for name, each in fact_tables().items() if not each.is_coverage)
        told = say("tidak berisi tabel fakta. Nama yang dikenal: %(known)s.", known=known)
        problems.append(Problem(folder.name, told))
    if problems:
        raise LakeError(folder, problems)
    return Lake(folder, parts)


def read_tables_of(lake: Lake, names: Iterable[str]) -> dict[str, pa.Table]:
    """Return some tables of a lake in memory, those that it has; of all groups together.

    Raises:
        FactsError: a table does not keep to its declaration.
    """
    return {
        name: conform(fact_table(name), pa.concat_tables(map(_read, lake.parts[name])))
        for name in names
        if lake.parts.get(name)
    }


def _read(part: Part) -> pa.Table:
    """Return the rows of a file, with empty cells for columns that it was allowed to leave out."""
    table = fact_table(part.table)
    return with_empty_columns(table, pq.read_table(part.path, partitioning=None)).select(
        table.column_names
    )


def _files_by_table(folder: Path, problems: list[Problem]) -> dict[str, list[Path]]:
    files: dict[str, list[Path]] = {}
    for entry in sorted(folder.iterdir()):
        if entry.name in _BESIDE or entry.name.startswith((".", "_")):
            continue
        try:
            name = fact_table(entry.stem if entry.is_file() else entry.name).name
        except UnknownTableError as error:
            problems.append(Problem(entry.name, str(error)))
            continue
        found = _files_of(entry)
        if not found:
            told = (
                say("harus berupa berkas .parquet.")
                if entry.is_file()
                else say("map ini tidak berisi berkas .parquet.")
            )
            problems.append(Problem(entry.name, told))
        files.setdefault(name, []).extend(found)
    return files


def _files_of(entry: Path) -> list[Path]:
    if entry.is_file():
        return [entry] if entry.suffix == ".parquet" else []
    return sorted(
        path
        for path in entry.rglob("*.parquet")
        if not any(piece.startswith((".", "_")) for piece in path.relative_to(entry).parts)
    )


def _read_parts(
    folder: Path, files: Mapping[str, list[Path]], problems: list[Problem]
) -> dict[str, tuple[Part, ...]]:
    every = [(fact_table(name), path) for name, paths in files.items() for path in paths]

    def read(one: tuple[FactTable, Path]) -> tuple[Part | None, list[Problem]]:
        table, path = one
        return _read_part(table, path, str(path.relative_to(folder)))

    parts: dict[str, tuple[Part, ...]] = dict.fromkeys(files, ())
    with ThreadPoolExecutor() as pool:
        for (table, _), (part, wrong) in zip(every, pool.map(read, every), strict=True):
            problems += wrong
            if part is not None:
                parts[table.name] += (part,)
    return parts


def _read_part(table: FactTable, path: Path, shown: str) -> tuple[Part | None, list[Problem]]:
    try:
        metadata = pq.read_metadata(path)
        schema = metadata.schema.to_arrow_schema()
        status = path.stat()
    except (OSError, pa.ArrowInvalid) as error:
        told = say("berkas ini tidak dapat dibaca sebagai Parquet: %(error)s", error=error)
        return None, [Problem(shown, told)]
    part = Part(
        table=table.name,
        path=path,
        group=_group_of(path),
        rows=metadata.num_rows,
        columns=frozenset(schema.names),
        stamp=f"{status.st_size}-{status.st_mtime_ns}-{metadata.num_rows}",
    )
    return part, [Problem(shown, told) for told in _wrong_columns(table, schema)]


def _group_of(path: Path) -> str:
    names = [name.removeprefix(f"{GROUP}=") for name in path.parts if name.startswith(f"{GROUP}=")]
    return names[-1] if names else ""


def _wrong_columns(table: FactTable, schema: pa.Schema) -> Iterator[str]:
    for name in schema.names:
        column = table.find_column(name)
        if column is None:
            hint = nearest(name, list(table.column_names))
            yield say('kolom "%(name)s" tidak ada dalam tabel ini.%(hint)s', name=name, hint=hint)
        elif wrong := kind_problem(column, schema.field(name).type):
            yield f"{name} {wrong}"
    for column in table.columns:
        if column.required and column.name not in schema.names:
            yield say('kolom "%(name)s" belum diberikan.', name=column.name)


def _mixed_groups(parts: Mapping[str, tuple[Part, ...]]) -> Iterator[Problem]:
    """Tell of files without a group beside files with one: whom they concern could not be told."""
    grouped = any(part.group for each in parts.values() for part in each)
    for name, each in parts.items():
        if grouped and not fact_table(name).is_reference:
            for part in each:
                if not part.group:
                    yield Problem(
                        f"{name}/{part.path.name}",
                        say("tidak ada dalam kelompok, padahal tabel lain dikelompokkan."),
                    )
