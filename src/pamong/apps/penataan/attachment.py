"""The attachment (lampiran) of an appointment: rows for the sheet and for Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.models import Pelantikan
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.kernel.period import ONE_DAY

WIDTHS = (5, 34, 22, 8, 46, 46, 12, 18)


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One row: who, of which rank, from which post to which, in which capacity."""

    number: int
    nama: str
    nip: str
    golongan: str
    leaves: str
    takes: str
    capacity: str
    until: str


def heads() -> list[str]:
    """Return the heads of the columns."""
    return [
        _("No."),
        _("Nama"),
        _("NIP"),
        _("Golongan"),
        _("Jabatan lama"),
        _("Jabatan baru"),
        _("Kedudukan"),
        _("Sampai dengan"),
    ]


def attachment(links: Sequence[Link]) -> list[AttachmentRow]:
    """Return the rows of an attachment, in the order of the plan."""
    people = [link.line.pegawai.person_id for link in links]
    kinds = (IdentifierKind.NIP, IdentifierKind.NI_PPPK)
    numbers = dict(
        PersonIdentifier.objects.filter(person__in=people, kind__in=kinds)
        .order_by("starts_on", "id")
        .values_list("person_id", "value")
    )
    return [_row(number, link, numbers) for number, link in enumerate(links, start=1)]


def workbook(plan: Pelantikan, rows: Sequence[AttachmentRow], *, banner: str = "") -> bytes:
    """Return the attachment as an Excel file; every cell is a text, and none is a formula."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
        sheet = book.add_worksheet(_("Lampiran"))
        sheet.write_string(0, 0, plan.title, bold)
        sheet.write_string(1, 0, _basis(plan))
        if banner:
            sheet.write_string(2, 0, banner)
        for column, (head, width) in enumerate(zip(heads(), WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(3, column, head, bold)
        for line, row in enumerate(rows, start=4):
            cells = (row.nama, row.nip, row.golongan, row.leaves, row.takes, row.capacity)
            sheet.write_number(line, 0, row.number)
            for column, cell in enumerate((*cells, row.until), start=1):
                sheet.write_string(line, column, cell, wrap)
        sheet.freeze_panes(4, 0)
        sheet.repeat_rows(3)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return target.getvalue()


def _basis(plan: Pelantikan) -> str:
    if plan.decree is None:
        return _("Rancangan, berlaku mulai %s") % format_day(plan.day)
    return _("%(decree)s tanggal %(decided)s, berlaku mulai %(day)s") % {
        "decree": plan.decree,
        "decided": format_day(plan.decree.decided_on),
        "day": format_day(plan.day),
    }


def _row(number: int, link: Link, numbers: dict[int, str]) -> AttachmentRow:
    line, end = link.line, link.line.ends_before
    return AttachmentRow(
        number=number,
        nama=line.pegawai.person.shown_name,
        nip=numbers.get(line.pegawai.person_id, ""),
        golongan=link.golongan,
        leaves="; ".join(held.jabatan.nama for held in link.leaves)
        or "; ".join(entry.nama for entry in link.riwayat),
        takes=link.post.nama,
        capacity=Capacity(line.capacity).label,
        until=format_day(end - ONE_DAY) if end else "",
    )
