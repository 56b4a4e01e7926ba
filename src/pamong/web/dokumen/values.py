"""Values of a draft as a person writes them, and back: days in Indonesian, choices by label."""

import re
from datetime import date

from django.utils.translation import gettext

from pamong.kernel.day import MONTHS, DayTextError, find_month, format_day, parse_day
from pamong.web.dokumen.fields import Control, Field

_MONTH = re.compile(r"(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})")
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\b\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+[^\W\d_]+\s+)\d{4}\b")


class ValueRefusedError(ValueError):
    """What was written is no value of the field."""


def shown(field: Field, value: object) -> str:
    """Write ``value`` of the draft as the form shows it."""
    if value is None:
        return ""
    if field.control is Control.YES_NO:
        return "ya" if value else "tidak"
    if field.control in {Control.DAY, Control.LOOSE_DAY}:
        return _day_shown(str(value))
    return named_choice(field, value) if field.control is Control.PICK else str(value)


def named(field: Field, value: object) -> str:
    """Write ``value`` as people read it, with the label of a choice."""
    if field.control is Control.YES_NO and value is not None:
        return gettext("ya") if value else gettext("tidak")
    return named_choice(field, value) if field.choices else shown(field, value)


def named_choice(field: Field, value: object) -> str:
    """Return the label of a choice, or what stands in its place."""
    return str(dict(field.choices).get(str(value), value or ""))


def parsed(field: Field, text: str) -> object:
    """Read what was written into the value that the draft holds; empty is nothing.

    Raises:
        ValueRefusedError: it is required and empty, no choice, or no day.
    """
    text = text.replace("\0", "").strip()  # PostgreSQL knows no such character
    if field.control is Control.YES_NO:
        return text == "ya"
    if not text:
        if field.is_required:
            raise ValueRefusedError(
                gettext("Isian ini tidak boleh kosong. Hapus barisnya kalau memang tidak ada.")
            )
        return None
    if field.control in {Control.CHOICE, Control.PICK}:
        return _choice(field, text)
    if field.control in {Control.DAY, Control.LOOSE_DAY}:
        return _day_parsed(text, is_loose=field.control is Control.LOOSE_DAY)
    return text


def _choice(field: Field, text: str) -> str:
    for value, label in field.choices:
        if text.casefold() in {value.casefold(), str(label).casefold()}:
            return value
    raise ValueRefusedError(gettext("“%s” bukan salah satu pilihan.") % text)


def _day_shown(text: str) -> str:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return format_day(date(*parts))
    return f"{MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else text


def _day_parsed(text: str, *, is_loose: bool) -> str:
    month = _MONTH.fullmatch(text)
    if is_loose and _YEAR.fullmatch(text):
        return text
    if is_loose and month and (number := find_month(month["month"])):
        return f"{month['year']}-{number:02}"
    try:
        return parse_day(_only_day(text)).isoformat()
    except DayTextError as error:
        raise ValueRefusedError(str(error)) from error


def _only_day(text: str) -> str:
    """Return the one day that stands in picked words: "Rabu (25/09/2024)" holds one."""
    found = _DAY.findall(text)
    return str(found[0]) if len(found) == 1 else text
