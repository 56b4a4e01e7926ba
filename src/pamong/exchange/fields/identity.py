"""Numbers and names that say who somebody is, by the checks of the kernel."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from pamong.exchange.doubts import Trouble
from pamong.exchange.fields.values import (
    NOTHING,
    Read,
    cleaned,
    doubtful,
    has_broken_letters,
    has_lost_digits,
)
from pamong.exchange.sheet import Cell
from pamong.kernel.identity import Severity, Sex, bare_digits
from pamong.kernel.nik import check_nik
from pamong.kernel.nip import check_nip
from pamong.kernel.person_name import PersonNameError, parse_person_name

MADE_UP = " (rekaan)"
"""The mark behind the name of somebody who does not exist."""
_SEXES = {
    **dict.fromkeys(("l", "m", "lk", "laki-laki", "laki laki", "pria", "male"), Sex.MALE),
    **dict.fromkeys(("p", "f", "w", "pr", "perempuan", "wanita", "female"), Sex.FEMALE),
}
_OLD_AGE = re.compile(r"nip-usia-di-atas-(\d+)")
_SIGNS = re.compile(r"[^\w\s.,'’`‘()\-/]|[\d_]")
_EMAIL = re.compile(r"[^\s@,;<>]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(r"(?:\+[1-9]|0)[0-9]{7,14}")
_MEMORY = 70_000
_SPECIMEN_SEX, _SPECIMEN_REGION = "0", "00"


def nip_reader(*, takes_specimens: bool) -> Callable[[Cell], Read]:
    """Return the reader of NIP and NI PPPK; a number that can be nobody's only where taken."""
    return lambda cell: _number(cell, "nip", _nip, takes_specimens=takes_specimens)


def nik_reader(*, takes_specimens: bool) -> Callable[[Cell], Read]:
    """Return the reader of NIK."""
    return lambda cell: _number(cell, "nik", _nik, takes_specimens=takes_specimens)


def _number(
    cell: Cell, what: str, check: Callable[[str, bool], Read], *, takes_specimens: bool
) -> Read:
    text = cleaned(cell)
    if not text or text == "-":
        return NOTHING
    if has_lost_digits(cell, text):
        return doubtful(f"{what}-rusak-excel")
    return check(bare_digits(text), takes_specimens)


@lru_cache(_MEMORY)
def _nip(digits: str, takes_specimens: bool) -> Read:  # noqa: FBT001  remembered by place
    found = check_nip(digits)
    refusing = [each.code for each in found if each.severity is Severity.REFUSES]
    if refusing:
        return _refused(refusing[0], digits)
    if digits[14] == _SPECIMEN_SEX and not takes_specimens:
        return doubtful("nomor-rekaan")
    ages = [match for each in found if (match := _OLD_AGE.fullmatch(each.code))]
    return (digits, tuple(Trouble("nip-usia", {"age": match[1]}) for match in ages))


@lru_cache(_MEMORY)
def _nik(digits: str, takes_specimens: bool) -> Read:  # noqa: FBT001  remembered by place
    found = check_nik(digits)
    if found:
        return _refused(found[0].code, digits)
    if digits.startswith(_SPECIMEN_REGION) and not takes_specimens:
        return doubtful("nomor-rekaan")
    return (digits, ())


def _refused(code: str, digits: str) -> Read:
    return doubtful(code, count=sum(letter.isdigit() for letter in digits))


def read_sex(cell: Cell) -> Read:
    """Read a sex as forms and SIASN write it; the value is that of ``Sex``."""
    word = cleaned(cell).casefold()
    if not word or word == "-":
        return NOTHING
    sex = _SEXES.get(word)
    return doubtful("jenis-kelamin") if sex is None else (sex.value, ())


def read_name(cell: Cell) -> Read:
    """Read a name as it stands; titles inside are told, and stay until a person decides."""
    text = " ".join(cleaned(cell).split())
    if not text:
        return NOTHING
    if has_broken_letters(text):
        return doubtful("teks-rusak")
    bare = text.removesuffix(MADE_UP)
    if _SIGNS.search(bare):
        return doubtful("nama-bentuk")
    try:
        name = parse_person_name(bare)
    except PersonNameError:
        return doubtful("nama-bentuk")
    titles = " ".join(part for part in (name.gelar_depan, name.gelar_belakang) if part)
    return (text, (Trouble("nama-bergelar", {"titles": titles}),) if titles else ())


def read_email(cell: Cell) -> Read:
    """Read one address."""
    text = cleaned(cell)
    if not text or text == "-":
        return NOTHING
    return (text, ()) if _EMAIL.fullmatch(text) else doubtful("surel-bentuk")


def read_phone(cell: Cell) -> Read:
    """Read one number, without the marks between its digits."""
    text = re.sub(r"[\s().\-]+", "", cleaned(cell))
    if not text:
        return NOTHING
    return (text, ()) if _PHONE.fullmatch(text) else doubtful("telepon-bentuk")
