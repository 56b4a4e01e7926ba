"""How a spreadsheet of a list lies: headings that stay, wide columns, one width of paper."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

_NARROWEST, _WIDEST = 14, 36
_A4 = 9
"""The number by which spreadsheets name the paper."""


def lay_out(sheet: Worksheet, line: int, titles: Sequence[str], *, name: int) -> None:
    """Lay a sheet out whose headings stand in ``line``; both it and ``name`` count from 0.

    ``name`` is the column that says who or what a row is; it gets as much room as any.
    """
    sheet.freeze_panes(line + 1, 0)
    sheet.repeat_rows(line)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    for place, title in enumerate(titles):
        width = _WIDEST if place == name else len(title) + 2
        sheet.set_column(place, place, min(_WIDEST, max(_NARROWEST, width)))
