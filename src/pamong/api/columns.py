"""Columns of a record as JSON holds them: what each one takes, and reading what was sent."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from pamong.api.parameters import DAY, LINES, UUID_TEXT
from pamong.api.problems import NotReadableError
from pamong.apps.kepegawaian.documents import PaperNotFoundError, find_paper
from pamong.apps.kepegawaian.errors import ColumnValueError, ElsewhereError
from pamong.apps.kepegawaian.places import opd_in, unit_in
from pamong.apps.kepegawaian.sections import Section

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai

LONGEST = 2000
SENDABLE = r"[^\u0000-\u0008\u000b-\u001f\ud800-\udfff]*"


def _sendable(value: Any) -> Any:
    """Refuse what no column could hold, whichever it is."""
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise ValueError(_("terlalu panjang"))
        if not re.fullmatch(SENDABLE, value):
            raise ValueError(_("memuat huruf yang tidak boleh"))
    elif not isinstance(value, int | float | bool | None):
        raise ValueError(_("bukan isi yang diharapkan"))  # noqa: TRY004  pydantic's
    return value


Value = Annotated[
    Any,
    BeforeValidator(_sendable),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "maxLength": LONGEST, "pattern": LINES},
                {"type": ["number", "boolean", "null"]},
            ]
        }
    ),
]
Name = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z_]+$")]
Values = Annotated[dict[Name, Value], Field(max_length=40)]
"""Values by column; null empties one."""

OPD, UNIT, DOCUMENT, DECREE = "opd", "unit", "document", "decree"
TEXT, DAY_KIND, WHOLE, DECIMAL, YES_NO = "text", "day", "whole", "decimal", "yes_no"
KINDS = {
    "BooleanField": YES_NO,
    "DateField": DAY_KIND,
    "DecimalField": DECIMAL,
    "CharField": TEXT,
    "TextField": TEXT,
}


class Column(Schema):
    """One column of a section: what it is called, what it takes, and who may see it.

    ``kind`` is text, day, whole, decimal, yes_no; opd (its number), unit and document (their id)
    point to another record. A decree is told and never written here.
    """

    name: str
    label: str
    kind: str
    is_required: bool
    choices: dict[str, str] | None
    longest: int | None
    field_class: str


def columns_of(section: Section) -> list[Column]:
    """Describe the columns of a section."""
    return [_described(section, column) for column in section.columns]


def read_values(section: Section, pegawai: "Pegawai", told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was sent as the services take it.

    Raises:
        NotReadableError: with every column whose value is no value of its kind.
    """
    read: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    for column, value in told.items():
        if column not in section.columns:
            wrong.append((column, _("bagian ini tidak mempunyai isian itu")))
            continue
        try:
            read[column] = _value(section, pegawai, column, value)
        except (ColumnValueError, ElsewhereError) as error:
            wrong.append((column, str(error)))
    if wrong:
        raise NotReadableError((f"body.values.{column}", why) for column, why in wrong)
    return read


def kind_of(section: Section, column: str) -> str:
    """Return of which kind a column is."""
    field = section.field(column)
    if field.is_relation:
        return column
    return KINDS.get(field.get_internal_type(), WHOLE)


def _described(section: Section, column: str) -> Column:
    field = section.field(column)
    choices = {str(key): str(label) for key, label in field.flatchoices}
    return Column(
        name=column,
        label=str(field.verbose_name),
        kind=kind_of(section, column),
        is_required=not field.blank and not field.has_default(),
        choices=choices or None,
        longest=field.max_length,
        field_class=section.class_of(column).value,
    )


def _value(section: Section, pegawai: "Pegawai", column: str, value: Any) -> Any:
    """Return one value as the services take it.

    Raises:
        ColumnValueError, ElsewhereError: it is none of its kind, or points elsewhere.
    """
    if value is None:
        return None
    kind, label = kind_of(section, column), section.labels[column]
    if kind in POINTING:
        found = POINTING[kind](pegawai, value)
        if found is None:
            raise ElsewhereError(column, label)
        return found
    if kind not in PLAIN:
        raise ColumnValueError(column, label, _("tidak dapat diisi lewat API"))
    try:
        return PLAIN[kind](value)
    except (ValueError, InvalidOperation) as error:
        raise ColumnValueError(column, label, EXPECTED[kind]()) from error


def _opd(pegawai: "Pegawai", value: Any) -> int | None:
    is_key = isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**9
    return opd_in(pegawai.pemda, value) if is_key else None


def _unit(pegawai: "Pegawai", value: Any) -> int | None:
    key = _key(value)
    return unit_in(pegawai.pemda, key) if key else None


def _document(pegawai: "Pegawai", value: Any) -> int | None:
    key = _key(value)
    try:
        return find_paper(pegawai, key).pk if key else None
    except PaperNotFoundError:
        return None


def _key(value: Any) -> UUID | None:
    is_key = isinstance(value, str) and re.fullmatch(UUID_TEXT.strip("^$"), value)
    return UUID(value) if is_key else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004  one error for every value of another kind
    return value.strip()


def _day(value: Any) -> date:
    if not isinstance(value, str) or not re.fullmatch(DAY.strip("^$"), value):
        raise ValueError
    return date.fromisoformat(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        raise ValueError
    return int(value)


def _decimal(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise ValueError  # noqa: TRY004  the same
    told = Decimal(str(value))
    if not told.is_finite():
        raise ValueError
    return told


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004  the same
    return value


POINTING: Mapping[str, Callable[["Pegawai", Any], int | None]] = {
    OPD: _opd,
    UNIT: _unit,
    DOCUMENT: _document,
}
PLAIN: Mapping[str, Callable[[Any], Any]] = {
    TEXT: _text,
    DAY_KIND: _day,
    WHOLE: _whole,
    DECIMAL: _decimal,
    YES_NO: _yes_no,
}
EXPECTED: Mapping[str, Callable[[], str]] = {
    TEXT: lambda: _("harus teks"),
    DAY_KIND: lambda: _("harus tanggal seperti 2026-03-31"),
    WHOLE: lambda: _("harus bilangan bulat"),
    DECIMAL: lambda: _("harus bilangan, misalnya 12.5"),
    YES_NO: lambda: _("harus true atau false"),
}
