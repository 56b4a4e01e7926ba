"""First passwords as a spreadsheet, in the order in which they are handed out."""

from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from pamong.apps.accounts.models import AccountOpening
from pamong.apps.accounts.opening_slips import Slip
from pamong.web.daftar.workbook import OPTIONS, write_head
from pamong.web.http import Request
from pamong.web.sheet_layout import lay_out


def slips_workbook(request: Request, row: AccountOpening, slips: Sequence[Slip]) -> IO[bytes]:
    """Return a file with one row for each account; every cell is text."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book = Workbook(file, OPTIONS)
    sheet = book.add_worksheet(_("Kata sandi awal"))
    notes = [
        row.about,
        _("Rahasia: serahkan kepada orangnya sendiri, lalu hapus berkas ini."),
        _("Kata sandi awal diganti saat pertama masuk. Pamong tidak menyimpannya."),
    ]
    line = write_head(sheet, request, _("Kata sandi awal"), notes)
    titles = ["OPD", _("Unit"), _("Nama"), _("Nama pengguna (NIP)"), _("Kata sandi awal")]
    sheet.write_row(line, 0, titles, book.add_format({"bold": True}))
    lay_out(sheet, line, titles, name=2)
    for number, each in enumerate(slips, line + 1):
        cells = (each.opd, each.unit, each.nama, each.username, each.password)
        for place, text in enumerate(cells):
            sheet.write_string(number, place, text)
    book.close()
    file.seek(0)
    return file
