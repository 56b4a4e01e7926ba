"""Whether the number of a PPPK can be right, and whether it is equal to the person's record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pamong.kernel.identity import bare_digits
from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.nip.angka import date_in, rejected, warned_or_fine

_MONTHS = range(1, 13)


def judge(case: Case, version: Version) -> Found:
    """Refuse what cannot be; warn of what differs from the record."""
    values = version.values
    digits = bare_digits(case.ni_pppk)
    if not digits.isdecimal() or len(digits) != values["angka"]:
        return rejected(["tidak_18_angka"])
    impossible = list(_impossible(digits, values))
    if impossible:
        return rejected(impossible)
    if int(digits[12:14]) in _MONTHS:
        return found("mungkin_nip", confidence=Confidence.UNCONFIRMED)
    born = date_in(digits[:8])
    differences = list(_differences(case, digits, born, values))
    return warned_or_fine(differences, lahir=born, tahun_pengangkatan=int(digits[8:12]))


def _impossible(digits: str, values: Mapping[str, Any]) -> Iterator[str]:
    year = int(digits[8:12])
    if date_in(digits[:8]) is None:
        yield "tanggal_lahir"
    if year < values["tahun_min"] or year < int(digits[:4]):
        yield "tahun_pengangkatan"
    if digits[14] not in {values["laki_laki"], values["perempuan"]}:
        yield "jenis_kelamin"
    if digits[15:] == "000":
        yield "nomor_urut"


def _differences(
    case: Case, digits: str, born: date | None, values: Mapping[str, Any]
) -> Iterator[str]:
    if born != case.lahir_on:
        yield "tanggal_lahir_berbeda"
    if digits[14] != values[case.jenis_kelamin]:
        yield "jenis_kelamin_berbeda"
    if not case.instansi_sama:
        yield "instansi_berubah"
