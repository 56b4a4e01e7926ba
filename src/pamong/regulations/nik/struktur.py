"""Whether a NIK can be right, which document rules, and whether it is equal to the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.kernel.identity import bare_digits, find_date
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.nip.angka import date_in, rejected, warned_or_fine

_NO_REGION = "00"
_NIP_DIGITS = 18
_SEX_OF_NIP = {"1": "laki_laki", "2": "perempuan"}


@dataclass(frozen=True, slots=True)
class _Birth:
    """What the middle digits say: the sex, and the days that they can mean."""

    sex: str
    days: tuple[date, ...]


def judge(case: Case, version: Version) -> Found:
    """Refuse what cannot be; then the KTP-el rules (PP 40/2019 Pasal 33); then compare."""
    values = version.values
    digits = bare_digits(case.nik)
    if not digits.isdecimal() or len(digits) != values["angka"]:
        return rejected(["tidak_16_angka"])
    birth = _birth(digits[6:12], values["tambah_perempuan"])
    impossible = list(_impossible(digits, birth))
    if impossible:
        return rejected(impossible)
    card = case.told("nik_ktp_el") if values["ktp_el_berlaku"] else digits
    if card is not None and bare_digits(card) != digits:
        return found("ikuti_ktp_el")
    nip = _read_nip(case)
    # The century is the record's own, where the record agrees with one of them.
    told = case.lahir_on if case.lahir_on in birth.days else birth.days[0]
    return warned_or_fine(
        list(_differences(case, birth, nip)),
        missing=_open({"nik_ktp_el": card, "nip": nip}),
        lahir=told,
        jenis_kelamin_nik=birth.sex,
        luar_negeri=digits[:2] == values["luar_negeri"],
    )


def _birth(digits: str, female: int) -> _Birth:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    is_female = day > female
    found_days = (
        find_date(century + year, month, day - female * is_female) for century in (1900, 2000)
    )
    sex = "perempuan" if is_female else "laki_laki"
    return _Birth(sex, tuple(each for each in found_days if each is not None))


def _impossible(digits: str, birth: _Birth) -> Iterator[str]:
    if digits.startswith(_NO_REGION):
        yield "kode_wilayah"
    if not birth.days:
        yield "tanggal_lahir"
    if digits[12:] == "0000":
        yield "nomor_urut"


def _read_nip(case: Case) -> tuple[date, str] | None:
    """Read birth date and sex of the NIP; ``None`` where it is not told or cannot be read."""
    digits = bare_digits(case.told("nip") or "")
    if not digits.isdecimal() or len(digits) != _NIP_DIGITS:
        return None
    born, sex = date_in(digits[:8]), _SEX_OF_NIP.get(digits[14])
    return None if born is None or sex is None else (born, sex)


def _differences(case: Case, birth: _Birth, nip: tuple[date, str] | None) -> Iterator[str]:
    if case.lahir_on not in birth.days:
        yield "tanggal_lahir_berbeda"
    if case.jenis_kelamin != birth.sex:
        yield "jenis_kelamin_berbeda"
    if nip is not None and (nip[0] not in birth.days or nip[1] != birth.sex):
        yield "nip_berbeda"


def _open(told: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(name for name, value in told.items() if value is None)
