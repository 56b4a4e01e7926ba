"""The page on exchange: every layout with its columns, and every kind of doubt."""

from collections.abc import Iterable, Iterator

from law_reference import table

from pamong.exchange.ikd.indicators import DIMENSION_LABELS, INDICATORS, WEIGHTS
from pamong.exchange.kinds import OF_CELLS, OF_FILES, OF_IDENTITY, OF_ROWS, DoubtKind
from pamong.exchange.layout import Column, Layout, layouts
from pamong.kernel.identity import Severity

HEAD = """\
# Files in and out

What the room `exchange` reads and writes: the layouts that it knows, and every kind of doubt that
it may raise about a file. `tools/reference.py` writes this page from `src/pamong/exchange`; change
it there. How a layout is added: [Add an import layout](../how-to/add-an-import-layout.md). Why it
is as it is: [ADR 0063](../adr/0063-a-row-is-a-record-or-a-doubt.md).

Read are `.xlsx`, `.xlsb`, `.xls`, `.ods`, and text of any separator and encoding. Written are
`.xlsx` and `.csv` (UTF-8 with its mark, semicolons). A file with a
password, macros, more than 300 columns or 1,048,576 rows is refused with a sentence.

## Kinds of doubt

A doubt that *refuses* must be mended in the file; one that *asks* is for a person to decide. The
sentences are what people see.
"""

IKD_HEAD = """\
## Indicators of data quality

SIASN's index (IKD), as rumahASN's documentation lists it (secondary). How BKN makes a score of the
indicators was not seen: here a dimension is the mean of its indicators among those of whom they
can be told, and the index weighs the dimensions. Facts come from whoever has the records
(`exchange/ikd/facts.py`); what is not recorded counts neither way.
"""

LAYOUTS_HEAD = """\
## Layouts

Names of columns are SIASN's own, mistakes of spelling included. Headings compare without case,
spaces and punctuation, and with abbreviations written out (Tgl., No., Gol., Thn.). `*` must be
filled in every row. `°` is no column of SIASN: it is read where a file has it. Columns that a
layout does not know are kept with each record and written back.

Source of the columns: the responses that kanekescom/laravel-siasn-simpeg (f151c93, MIT) mirrors;
of the code lists: black-coffee04/ws-siasn-php (9cb3548, MIT). `siasn-pasangan` has only the fields
that the write service was seen to take; the read services on children and parents were not seen,
so that they have no layout.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *kinds(), IKD_HEAD, indicators(), LAYOUTS_HEAD, *each_layout()])


def kinds() -> Iterator[str]:
    """Yield the tables of the kinds."""
    yield from group("In a cell: who somebody is", OF_IDENTITY)
    yield from group("In a cell: everything else", OF_CELLS)
    yield from group("In a row", OF_ROWS)
    yield from group("Across rows and files", OF_FILES)


def group(title: str, members: Iterable[DoubtKind]) -> Iterator[str]:
    """Yield a section of kinds."""
    rows = [
        [
            f"`{kind.code}`",
            "refuses" if kind.severity is Severity.REFUSES else "asks",
            kind.message.replace("|", "\\|"),
            kind.advice.replace("|", "\\|"),
        ]
        for kind in members
    ]
    yield f"### {title}\n\n{table(['code', 'does', 'says', 'advises'], rows)}\n"


def indicators() -> str:
    """Return the table of the indicators."""
    rows = [
        [
            each.code,
            f"{DIMENSION_LABELS[each.dimension]} ({WEIGHTS[each.dimension]})",
            each.title,
            each.advice,
        ]
        for each in INDICATORS.values()
    ]
    return f"{table(['code', 'dimension (weight)', 'broken where', 'advises'], rows)}\n"


def each_layout() -> Iterator[str]:
    """Yield a section for each layout."""
    for layout in layouts().values():
        about = f"{layout.title}: rows of `{layout.kind}`."
        yield f"### {layout.name}\n\n{about}\n\n{columns(layout)}\n"


def columns(layout: Layout) -> str:
    """Return the columns of a layout, each with its kind, in one paragraph."""
    return ", ".join(column(each) for each in layout.columns) + "."


def column(each: Column) -> str:
    """Return one column."""
    mark = "\\*" if each.required else "°" if each.ours else ""
    what = f"{each.kind} {each.codes}".strip()
    return f"`{each.name}`{mark}" + (f" ({what})" if each.kind != "text" else "")
