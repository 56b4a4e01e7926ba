"""Whether a NIP can be right, and whether it is equal to the person's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pamong.kernel.identity import bare_digits
from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.nip.angka import date_in, rejected, warned_or_fine

_LAST_MONTH = 12


def judge(case: Case, version: Version) -> Found:
    """Refuse what cannot be; warn of what differs from the record (Perka BKN 22/2007)."""
    values = version.values
    digits = bare_digits(case.nip)
    if not digits.isdecimal() or len(digits) != values["angka"]:
        is_old = digits.isdecimal() and len(digits) == values["angka_lama"]
        return found("nip_lama") if is_old else rejected(["tidak_18_angka"])
    born = date_in(digits[:8])
    impossible = list(_impossible(digits, born, values))
    if born is None or impossible:
        return rejected(impossible)
    if int(digits[12:14]) > _LAST_MONTH:
        return found("nomor_pppk", confidence=Confidence.UNCONFIRMED)
    # On the first of a month, who is born later in it has not completed the year.
    age = (_months_at_appointment(digits, born) - (born.day > 1)) // 12
    warnings = [*_age_warnings(case, age, values), *_differences(case, digits, born, values)]
    return warned_or_fine(warnings, lahir=born, umur=age, missing=_open(case))


def _impossible(digits: str, born: date | None, values: Mapping[str, Any]) -> Iterator[str]:
    if born is None:
        yield "tanggal_lahir"
    if digits[12:14] == "00":
        yield "bulan_tmt"
    if digits[14] not in {values["laki_laki"], values["perempuan"]}:
        yield "jenis_kelamin"
    if digits[15:] == "000":
        yield "nomor_urut"
    is_month = 1 <= int(digits[12:14]) <= _LAST_MONTH
    if born and is_month and _months_at_appointment(digits, born) < 12 * values["usia_min"]:
        yield "tmt_sebelum_18"


def _months_at_appointment(digits: str, born: date) -> int:
    return 12 * (int(digits[8:12]) - born.year) + int(digits[12:14]) - born.month


def _age_warnings(case: Case, age: int, values: Mapping[str, Any]) -> Iterator[str]:
    if age < values["usia_min"]:
        yield "tmt_pada_bulan_18"
    if age > values["usia_max_honorer"]:
        yield "usia_di_atas_46"
    elif age > values["usia_max"] and not case.honorer:
        yield "usia_di_atas_35"


def _differences(case: Case, digits: str, born: date, values: Mapping[str, Any]) -> Iterator[str]:
    if born != case.lahir_on:
        yield "tanggal_lahir_berbeda"
    if digits[14] != values[case.jenis_kelamin]:
        yield "jenis_kelamin_berbeda"
    appointed = case.told("tmt_cpns_on")
    if appointed is not None and f"{appointed:%Y%m}" != digits[8:14]:
        yield "tmt_berbeda"


def _open(case: Case) -> tuple[str, ...]:
    return ("tmt_cpns_on",) if case.told("tmt_cpns_on") is None else ()
