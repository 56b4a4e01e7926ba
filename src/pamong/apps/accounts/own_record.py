"""One's own record, as its sections stand on a day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Field, Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import (
    Pegawai,
    Placement,
    RiwayatDiklat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.accounts.access import Access
    from pamong.apps.organisasi.models import Pemda

HIDDEN = {
    "id", "pegawai", "public_id", "sort_key", "kode_asal", "lainnya", "decree", "document", "unit",
}  # fmt: skip
ROWS: tuple[tuple[str, "StrOrPromise", type[Model]], ...] = (
    ("pangkat", _("Pangkat dan golongan"), RiwayatPangkat),
    ("jabatan", _("Jabatan"), RiwayatJabatan),
    ("penempatan", _("Penempatan"), Placement),
    ("pendidikan", _("Pendidikan"), RiwayatPendidikan),
    ("diklat", _("Diklat"), RiwayatDiklat),
)
CORRECTABLE: tuple[tuple[str, "StrOrPromise"], ...] = (
    ("diri", _("Data diri dan nomor identitas")),
    *((key, title) for key, title, _model in ROWS),
    ("keluarga", _("Keluarga")),
    ("kontak", _("Alamat dan kontak")),
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
    """Return the sections of a record as they stand on ``day``: nothing that begins later."""
    return [
        OwnSection("diri", _("Data diri"), (_oneself(pegawai, day),)),
        *(
            OwnSection(key, title, tuple(_entry(row) for row in _begun(model, pegawai, day)))
            for key, title, model in ROWS
        ),
    ]


def _oneself(pegawai: Pegawai, day: date) -> Entry:
    known = Q(starts_on=None) | Q(starts_on__lte=day)
    numbers = PersonIdentifier.objects.filter(known, person=pegawai.person).order_by("id")
    return Entry(
        (
            (str(_("nama")), pegawai.person.full_name),
            *((number.get_kind_display(), number.value) for number in numbers),
            (str(_("status")), pegawai.get_kind_display()),
            (str(_("tanggal lahir")), pegawai.born_on),
            ("TMT", pegawai.starts_on),
        )
    )


def _begun(model: type[Model], pegawai: Pegawai, day: date) -> "QuerySet[Any]":
    begins = "graduated_on" if model is RiwayatPendidikan else "starts_on"
    rows = model._default_manager.filter(  # noqa: SLF001  Django's documented manager
        pegawai=pegawai, **{f"{begins}__lte": day}
    )
    rows = rows.select_related("opd") if model is Placement else rows
    return rows.order_by(f"-{begins}", "-pk")[:100]


def _entry(row: Model) -> Entry:
    fields = [
        field
        for field in row._meta.get_fields()  # noqa: SLF001  Django's documented Options
        if isinstance(field, Field) and field.name not in HIDDEN and not field.auto_created
    ]
    return Entry(
        tuple(
            (str(field.verbose_name), _shown(row, field))
            for field in fields
            if getattr(row, field.attname) not in {None, ""}
        )
    )


def _shown(row: Model, field: "Field[Any, Any]") -> object:
    if field.choices:
        return getattr(row, f"get_{field.name}_display")()
    return getattr(row, field.name)
