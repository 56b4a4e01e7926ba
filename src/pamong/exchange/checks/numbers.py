"""Whether the numbers of a person agree with what else the row says of them."""

from __future__ import annotations

from datetime import date

from pamong.exchange.checks.meanings import Meanings, Troubles
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint
from pamong.kernel.day import format_day
from pamong.kernel.identity import Sex
from pamong.kernel.nik import parse_nik

_SEX_OF_DIGIT = {"1": Sex.MALE, "2": Sex.FEMALE}
_LAST_MONTH = 12


def nip_against_person(row: Meanings, _: Standpoint) -> Troubles:
    """Compare the number with birth date, sex and first appointment of the row."""
    nip = row.text("nip")
    if not nip:
        return
    born = row.day("lahir")
    if born and nip[:8] != f"{born:%Y%m%d}":
        in_number = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        told = {"record": format_day(born), "number": format_day(in_number)}
        yield "lahir", Trouble("nip-tanggal-lahir-berbeda", told)
    sex, in_nip = row.text("kelamin"), _SEX_OF_DIGIT.get(nip[14])
    if sex and in_nip and in_nip.value != sex:
        yield "kelamin", Trouble("nip-jenis-kelamin-berbeda")
    is_pppk = int(nip[12:14]) > _LAST_MONTH
    appointed = row.day("tmt_cpns")
    if appointed and not is_pppk and nip[8:14] != f"{appointed:%Y%m}":
        told = {"record": format_day(appointed), "number": f"{nip[12:14]}-{nip[8:12]}"}
        yield "tmt_cpns", Trouble("nip-tmt-berbeda", told)


def nip_against_ladder(row: Meanings, _: Standpoint) -> Troubles:
    """Compare the kind of the number with the ladder of the golongan."""
    nip, golongan = row.text("nip"), row.text("golongan")
    if not nip or not golongan:
        return
    is_pppk, is_of_pns = int(nip[12:14]) > _LAST_MONTH, "/" in golongan
    if is_pppk and is_of_pns:
        yield "golongan", Trouble("pppk-golongan-pns")
    elif not is_pppk and not is_of_pns:
        yield "golongan", Trouble("pns-golongan-pppk")


def nik_against_birth(row: Meanings, _: Standpoint) -> Troubles:
    """Compare the NIK with birth date and sex of the row."""
    text = row.text("nik")
    if not text:
        return
    nik, born, sex = parse_nik(text), row.day("lahir"), row.text("kelamin")
    if born and born not in nik.birth_dates:
        yield "nik", Trouble("nik-tanggal-lahir-berbeda", {"record": format_day(born)})
    if sex and nik.sex.value != sex:
        yield "nik", Trouble("nik-jenis-kelamin-berbeda")
