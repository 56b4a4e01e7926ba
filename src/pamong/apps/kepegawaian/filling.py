"""What may stand in the columns of an entry: each value checked, each pointer one's own."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from pamong.apps.kepegawaian.errors import (
    CodeTakenError,
    ColumnValueError,
    ElsewhereError,
    UnknownColumnError,
)
from pamong.apps.kepegawaian.models import Entry, Pegawai
from pamong.apps.kepegawaian.sections import ORIGIN, Section

Values = Mapping[str, Any]


def fill(section: Section, entry: Entry, values: Values) -> list[str]:
    """Put ``values`` into an entry; return the columns that changed.

    A column that points to another record takes the record or its id.

    Raises:
        UnknownColumnError: the section has no such column.
        ColumnValueError: a value does not fit its column.
    """
    unknown = values.keys() - {*section.columns, *ORIGIN, *codes_of(section)}
    if unknown:
        raise UnknownColumnError(f"{section.key}: {', '.join(sorted(unknown))}")
    changed = []
    for column, value in values.items():
        field = section.field(column)
        before = getattr(entry, field.attname)
        after = _cleaned(field, value, entry)
        if before != after:
            setattr(entry, field.attname, after)
            changed.append(column)
    return changed


def codes_of(section: Section) -> set[str]:
    """Return the columns that keep codes of another system, which only an import fills in."""
    fields = section.model._meta.concrete_fields  # noqa: SLF001  Django's documented Options
    return {field.name for field in fields if field.name.startswith("kode_")}


def _cleaned(field: "models.Field[Any, Any]", value: Any, entry: Entry) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if value in (None, "") and not field.null and field.blank:
        return ""
    try:
        return field.clean(value if value != "" or not field.null else None, entry)
    except ValidationError as error:
        raise ColumnValueError(field.name, field.verbose_name, " ".join(error.messages)) from error


def check_required(section: Section, entry: Entry) -> None:
    """Refuse an entry without what it must say.

    Raises:
        ColumnValueError: a column that must not be empty is.
    """
    for column in section.columns:
        field = section.field(column)
        if not field.blank and not field.has_default():
            _cleaned(field, getattr(entry, field.attname), entry)


def check_belongs(section: Section, entry: Entry, pegawai: Pegawai) -> None:
    """Refuse what points to another government or another pegawai, or came from there.

    Raises:
        ElsewhereError: an OPD, a unit, a decree or a document is somebody else's.
        CodeTakenError: the code of origin is that of somebody else's entry here.
    """
    for column in ("opd", "unit", "document", "decree"):
        if column in section.columns and getattr(entry, f"{column}_id") is not None:
            owner = _owner(getattr(entry, column))
            if owner not in (None, pegawai.pemda_id):
                raise ElsewhereError(column, section.field(column).verbose_name)
    if entry.document is not None and entry.document.pegawai_id != pegawai.pk:
        raise ElsewhereError("document", section.field("document").verbose_name)
    code: object = entry.kode_asal  # of a new entry without one it is what the database will put
    if isinstance(code, str) and code and _is_taken(section, entry, pegawai):
        raise CodeTakenError(entry.kode_asal)


def _owner(row: Any) -> int | None:
    """Return the government whose record a row is, where it has one."""
    if hasattr(row, "pemda_id"):
        return int(row.pemda_id)
    pemda = getattr(getattr(row, "owner", None), "pemda", None)
    return None if pemda is None else int(pemda.pk)


def _is_taken(section: Section, entry: Entry, pegawai: Pegawai) -> bool:
    same: models.QuerySet[Entry] = section.model._default_manager.filter(  # noqa: SLF001  Django's documented Options
        kode_asal=entry.kode_asal, pegawai__pemda=pegawai.pemda_id
    )
    return same.exclude(pegawai=pegawai).exists()
