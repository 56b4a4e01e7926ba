"""The main row of a person: who it is, as what employed, and what is so of them now."""

from typing import Any

from pamong.apps.impor.placing import PEOPLE, LacksError, Part, Reader, Said
from pamong.kernel.person_name import sort_key

RELIGIONS = {
    "1": "islam", "2": "kristen", "3": "katolik", "4": "hindu", "5": "buddha", "6": "khonghucu",
    "7": "lain",
}  # fmt: skip
MARITAL = {"1": "kawin", "2": "cerai", "3": "janda_duda", "4": "belum"}
CONTACTS = {
    "nomor_hp": "ponsel", "email": "surel", "email_gov": "surel_dinas", "alamat": "alamat",
}  # fmt: skip
NUMBERS = {
    "nik": "nik", "nip_lama": "nip_lama", "npwp_nomor": "npwp", "bpjs": "bpjs", "pns_id": "siasn",
}  # fmt: skip
MADE_UP = " (rekaan)"
SEXES = {"l": "M", "p": "F"}
_MONTH = slice(12, 14)
"""Where a NIP has the month of appointment, and an NI PPPK what is no month."""


def main_row(row: Reader) -> list[Part]:
    """Read a row of ``siasn-pegawai``: a person and an employment, and what is told beside."""
    nip = str(row.need("nip_baru"))
    is_pppk = not "01" <= nip[_MONTH] <= "12"
    begun = row.need("tmt_cpns")
    kind = _kind(row, is_pppk=is_pppk)
    nama = str(row.need("nama")).removesuffix(MADE_UP)
    numbers = {ours: str(row.get(name)) for name, ours in NUMBERS.items() if name in row.values}
    numbers["ni_pppk" if is_pppk else "nip"] = nip
    said: Said = {"nama": nama, "numbers": numbers}
    for column in ("gelar_depan", "gelar_belakang"):
        if value := row.get(column):
            said[column] = value
    if born := row.get("tanggal_lahir"):
        said["born_on"] = born
    parts = [
        Part(PEOPLE, said, {"kind": kind, "starts_on": begun, "sort_key": sort_key(nama)}),
        *_placement(row, begun),
        *_details(row, begun),
        *_contacts(row),
    ]
    return [*parts, *_appointments(row, kind, begun)]


def _kind(row: Reader, *, is_pppk: bool) -> str:
    """Return as what somebody is employed.

    Raises:
        LacksError: the row does not say so.
    """
    status = row.get("status_cpns_pns")
    if is_pppk:
        return "pppk"
    if status in ("P", "C"):
        return "pns" if status == "P" else "cpns"
    if "tmt_pns" in row.values:
        return "pns"
    raise LacksError("status_cpns_pns")


def _appointments(row: Reader, kind: str, begun: Any) -> list[Part]:
    """Return the appointments; the last one keeps what no section has a column for."""
    pns = row.get("tmt_pns")
    first: Said = {"kind": "cpns" if kind == "pns" and pns and pns > begun else kind}
    first |= {"starts_on": begun}
    papers = {"paper_number": row.get("nomor_sk_cpns"), "paper_on": row.get("tanggal_sk_cpns")}
    first |= {name: value for name, value in papers.items() if value}
    told = [first]
    papers = {"paper_number": row.get("nomor_sk_pns"), "paper_on": row.get("tanggal_sk_pns")}
    if first["kind"] != kind:
        later = {name: value for name, value in papers.items() if value}
        told.append({"kind": kind, "starts_on": pns} | later)
    if rest := row.rest():
        told[-1]["lainnya"] = rest
    return [Part("pengangkatan", each) for each in told]


def _placement(row: Reader, begun: Any) -> list[Part]:
    """Return where somebody works, where its unit or OPD is on record here."""
    code = str(row.values.get("unor_id", ""))
    name = str(row.values.get("unor_nama", "")).strip().casefold()
    place = row.known.units.get(code) or row.known.names.get(name)
    if place is None:
        return []
    opd, unit = place
    said = {"opd_id": opd} | ({} if unit is None else {"unit_id": unit})
    return [Part("penempatan", said, {"starts_on": _json_day(row, "tmt_jabatan") or begun})]


def _json_day(row: Reader, name: str) -> str | None:
    value = row.values.get(name)
    return None if value is None else str(value)


def _details(row: Reader, begun: Any) -> list[Part]:
    said = {
        "birth_place": row.get("tempat_lahir_nama"),
        "sex": row.code("jenis_kelamin", SEXES),
        "religion": row.code("agama_id", RELIGIONS),
        "marital": row.code("jenis_kawin_id", MARITAL),
    }
    told = {name: value for name, value in said.items() if value}
    return [Part("data-pribadi", told, {"starts_on": begun})] if told else []


def _contacts(row: Reader) -> list[Part]:
    since = row.known.day.isoformat()
    return [
        Part("kontak", {"kind": kind, "value": str(value)}, {"starts_on": since})
        for name, kind in CONTACTS.items()
        if (value := row.get(name))
    ]
