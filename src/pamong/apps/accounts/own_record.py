"""One's own record, every section of it, as it stands on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.record import EntryOn, Record, record_on
from pamong.apps.kepegawaian.sections import SECTIONS, Section

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.accounts.access import Access
    from pamong.apps.organisasi.models import Pemda

ONE_DAY = timedelta(days=1)
CORRECTABLE: tuple[tuple[str, "StrOrPromise"], ...] = (
    ("diri", _("Data diri dan nomor identitas")),
    *((section.key, capfirst(section.title)) for section in SECTIONS),
    ("lain", _("Bagian lain")),
)
"""What a request for correction may be about, also what is not on record at all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a section: what each field is called and holds."""

    fields: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class OwnSection:
    """One section of a record; without entries nothing of it is on record."""

    key: str
    title: "StrOrPromise"
    entries: tuple[Entry, ...]


def own_employment(access: "Access", pemda: "Pemda", *, day: date) -> Pegawai | None:
    """Return the employment of the user himself in ``pemda``, the last that began by ``day``."""
    rows = Pegawai.objects.filter(
        person__in=access.person_ids, pemda=pemda, starts_on__lte=day
    ).select_related("person", "pemda__instansi")
    return rows.order_by("-starts_on", "-id").first()


def own_sections(pegawai: Pegawai, *, day: date) -> list[OwnSection]:
    """Return every section of a record as it stands on ``day``: nothing that begins later."""
    record = record_on(pegawai, day=day)
    if record is None:
        return []
    return [
        OwnSection("diri", _("Data diri"), (_oneself(record),)),
        *(
            OwnSection(
                section.key,
                capfirst(section.title),
                tuple(_entry(section, each) for each in record.sections[section.key]),
            )
            for section in SECTIONS
        ),
    ]


def _oneself(record: Record) -> Entry:
    pegawai = record.pegawai
    return Entry(
        (
            (str(_("nama")), record.person.full_name),
            *((each.get_kind_display(), each.value) for each in record.identifiers),
            (str(_("status")), pegawai.get_kind_display()),
            (str(_("tanggal lahir")), pegawai.born_on),
            ("TMT", pegawai.starts_on),
        )
    )


def _entry(section: Section, told: EntryOn) -> Entry:
    shown = {column: _shown(section, told, column) for column in section.columns}
    return Entry(
        tuple(
            (str(section.called(column)), value)
            for column, value in shown.items()
            if value is not None and value != ""
        )
    )


def _shown(section: Section, told: EntryOn, column: str) -> object:
    row = told.entry
    if column in {"unit", "unit_name"}:  # the name of the day, once
        return told.unit_name if column == "unit" else None
    value = getattr(row, column)
    if column == "ends_before" and value is not None:
        return value - ONE_DAY
    if section.field(column).choices:
        return getattr(row, f"get_{column}_display")()
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return value
