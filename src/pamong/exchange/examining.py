"""Goes through a set of files: every row as it is read, then what does not agree across them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pamong.exchange.across import AcrossRows, Registry
from pamong.exchange.doubts import RowDoubt
from pamong.exchange.errors import TableFileError
from pamong.exchange.fields import Standpoint
from pamong.exchange.header import Header, find_header
from pamong.exchange.layout import Layout, layout, layouts
from pamong.exchange.limits import LIMITS, Limits
from pamong.exchange.matching import Matching, find_matching
from pamong.exchange.opening import open_tables
from pamong.exchange.places import Place
from pamong.exchange.proposing import ColumnProposal, propose, told_by_cells
from pamong.exchange.reading import SheetReading
from pamong.exchange.recognising import Recognition, recognise
from pamong.exchange.record import DoubtfulRow, Row
from pamong.exchange.sheet import NOTES_SHEET, Sheet
from pamong.kernel.language import say

_FEWEST = 2
"""One heading, such as a number of rows, is known by many layouts and tells nothing."""
_MOST_USUAL = "siasn-pegawai"


class SameNameError(ValueError):
    """Two files of a set have one name, so that a place would not tell which is meant."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        super().__init__(
            say(
                "Dua berkas bernama sama: %(names)s. Ganti nama salah satunya.",
                names=", ".join(names),
            )
        )


@dataclass(slots=True)
class SheetReport:
    """What became of one sheet. Rows are those below the header that are not blank."""

    file: str
    sheet: str = ""
    layout: str = ""
    """Empty where no layout was recognised: somebody has to match its columns."""
    header: Header | None = None
    records: int = 0
    doubtful: int = 0
    unread: int = 0
    """Rows of a sheet that no layout was recognised for."""
    columns: Mapping[int, str] = field(default_factory=dict)
    """The column of the layout for each place in the header."""
    missing: tuple[str, ...] = ()
    """Required columns that the header lacks."""
    kept: tuple[str, ...] = ()
    """Headings that the layout does not know; what they say is kept with each record."""
    proposals: tuple[ColumnProposal, ...] = ()
    nearest: str = ""
    """The layout that the proposals are for."""
    problem: str = ""
    """Why the file could not be read at all."""

    @property
    def rows(self) -> int:
        """How many rows there are; records and doubtful rows add up to them."""
        return self.records + self.doubtful + self.unread


@dataclass
class Examination:
    """A set of files as one export; go through ``rows`` to the end before asking ``across``."""

    paths: tuple[Path, ...]
    standpoint: Standpoint
    matchings: tuple[Matching, ...] = ()
    registry: Registry | None = None
    limits: Limits = LIMITS
    reports: list[SheetReport] = field(default_factory=list)
    _doubtful: set[Place] = field(default_factory=set)
    _across: AcrossRows | None = None

    def __post_init__(self) -> None:
        names = [path.name for path in self.paths]
        double = sorted({name for name in names if names.count(name) > 1})
        if double:
            raise SameNameError(double)

    def rows(self) -> Iterator[Row]:
        """Yield every row of every file, one sheet in memory at a time.

        A file that cannot be read, and a sheet whose layout nobody knows, are told in ``reports``.
        """
        self._across = AcrossRows(self.standpoint.on, self.registry)
        self.reports.clear()
        self._doubtful.clear()
        for path in self.paths:
            try:
                for sheet in open_tables(path, self.limits):
                    yield from self._rows_of(sheet)
            except TableFileError as error:
                self.reports.append(SheetReport(error.filename, problem=error.sentence))

    def across(self) -> Iterator[RowDoubt]:
        """Yield what does not agree across rows and files; the reports count it in."""
        if self._across is None:
            return
        reports = {(report.file, report.sheet): report for report in self.reports}
        for doubt in self._across.doubts():
            row = replace(doubt.place, column="")
            if row not in self._doubtful:
                self._doubtful.add(row)
                report = reports[row.file, row.sheet]
                report.records -= 1
                report.doubtful += 1
            yield doubt

    def _rows_of(self, sheet: Sheet) -> Iterator[Row]:
        if sheet.name == NOTES_SHEET:
            return
        report = SheetReport(sheet.file, sheet.name)
        self.reports.append(report)
        reading = begin_reading(sheet, self.standpoint, self.matchings, report)
        if reading is None:
            return
        across = self._across
        for row in reading:
            if isinstance(row, DoubtfulRow):
                report.doubtful += 1
                self._doubtful.add(row.place)
            else:
                report.records += 1
            if across is not None:
                across.see(row)
            yield row


def begin_reading(
    sheet: Sheet,
    standpoint: Standpoint,
    matchings: Iterable[Matching],
    report: SheetReport,
) -> SheetReading | None:
    """Return how a sheet is read: by a kept matching, else by the layout that it is surely of.

    ``None`` where neither is known; the report then proposes columns of the nearest layout.
    """
    header = find_header(sheet, layouts().values())
    report.header = header
    if header is None:
        report.unread = _filled_rows(sheet, 0)
        return None
    kept = find_matching(header, matchings)
    if kept is not None:
        return _reading(
            sheet, header, layout(kept.layout), kept.places(header), standpoint, report
        )
    found = recognise(header)
    if found and found[0].is_sure:
        best = found[0]
        columns = best.columns | told_by_cells(sheet, header, best.layout, best.columns)
        return _reading(sheet, header, best.layout, columns, standpoint, report)
    _propose(sheet, header, found, standpoint, report)
    return None


def _reading(
    sheet: Sheet,
    header: Header,
    of: Layout,
    columns: dict[int, str],
    standpoint: Standpoint,
    report: SheetReport,
) -> SheetReading:
    report.layout, report.columns = of.name, columns
    report.missing = tuple(name for name in of.required if name not in columns.values())
    report.kept = tuple(
        heading
        for index, heading in enumerate(header.headings)
        if heading and index not in columns
    )
    return SheetReading(sheet, header, of, columns, standpoint)


def _propose(
    sheet: Sheet,
    header: Header,
    found: list[Recognition],
    standpoint: Standpoint,
    report: SheetReport,
) -> None:
    best = found[0] if found and len(found[0].columns) >= _FEWEST else None
    nearest = best.layout if best else layout(_MOST_USUAL)
    report.nearest = nearest.name
    report.missing = best.missing if best else nearest.required
    report.proposals = tuple(propose(sheet, header, nearest, standpoint))
    report.unread = _filled_rows(sheet, header.last_row)


def _filled_rows(sheet: Sheet, after: int) -> int:
    return sum(number > after and any(cells) for number, cells in sheet.rows())
