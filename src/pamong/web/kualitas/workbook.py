"""The quality of the records as a spreadsheet: indicators, OPDs, and the work list."""

from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from pamong.apps.kualitas.listing import everything, quality_on
from pamong.kernel.day import format_day
from pamong.web.banner import BANNER
from pamong.web.daftar.workbook import OPTIONS
from pamong.web.kualitas.asking import Question, told_indicators
from pamong.web.sheet_layout import lay_out


def quality_workbook(asked: Question) -> IO[bytes]:
    """Return a file with the scores of the day and every row of the work list asked for."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book = Workbook(file, OPTIONS)
    bold = book.add_format({"bold": True})
    told = dict(told_indicators())
    rows: list[list[object]] = []
    opds: list[list[object]] = []
    if asked.as_of is not None:
        quality = quality_on(
            asked.request.standpoint.government,
            as_of=asked.as_of,
            opds=asked.opds,
            opd=asked.opd,
        )
        for each in quality.indicators:
            code = each.indicator.code
            numbers = each.people, each.judged, each.broken, each.share
            rows.append([code, told[code].title, *numbers, str(each.why_untold)])
        opds = [[each.nama, each.people, each.index, each.broken] for each in quality.opds]
    titles = [_("Kode"), _("Indikator"), _("Pegawai"), _("Dapat dinilai"), _("Kurang")]
    _sheet(
        book, asked, bold, _("Indikator"), [*titles, _("Nilai"), _("Belum dapat dinilai")], rows
    )
    _sheet(book, asked, bold, "OPD", ["OPD", _("Pegawai"), _("Nilai"), _("Kekurangan")], opds)
    _sheet(
        book,
        asked,
        bold,
        _("Daftar kerja"),
        [_("Nama"), "OPD", _("Kode"), _("Yang kurang"), _("Yang dilakukan"), _("Sejak")],
        (
            [
                row.pegawai.person.full_name,
                row.opd.nama if row.opd else "",
                row.code,
                told[row.code].title,
                told[row.code].advice,
                row.starts_on,
            ]
            for row in everything(asked.gaps(), visible=asked.visible())
        ),
    )
    book.close()
    file.seek(0)
    return file


def _sheet(
    book: Workbook, asked: Question, bold: Any, title: str, heads: list[Any], rows: Any
) -> None:
    sheet = book.add_worksheet(title[:31])
    line = 0
    for text in _about(asked):
        sheet.write_string(line, 0, text)
        line += 1
    sheet.write_row(line + 1, 0, heads, bold)
    lay_out(sheet, line + 1, [str(head) for head in heads], name=1)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for number, row in enumerate(rows, line + 2):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif isinstance(value, str):
                sheet.write_string(number, place, value)
            elif value is not None:
                sheet.write_number(number, place, value)


def _about(asked: Question) -> list[str]:
    request, here = asked.request, asked.request.standpoint
    counted = format_day(asked.as_of) if asked.as_of else _("belum pernah")
    return [
        _("Kualitas data, %s") % here.government.nama,
        _("Dihitung untuk %s") % counted,
        _("Diunduh oleh %(who)s pada %(day)s")
        % {"who": request.user, "day": format_day(here.today)},
        *([str(BANNER)] if request.is_demonstration else []),
    ]
