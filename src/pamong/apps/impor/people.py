"""The main row of a person: who it is, as what employed, and what is so of them now."""

import re
from collections.abc import Mapping
from typing import Any

from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.impor.latest import latest
from pamong.apps.impor.placing import PEOPLE, LacksError, Part, Placer, Reader, Said
from pamong.apps.impor.two_way import fits
from pamong.apps.impor.words import MARITAL, RELIGIONS, SEXES
from pamong.apps.kepegawaian.models import Appointment, Contact, PersonalDetails
from pamong.exchange.record import Record
from pamong.kernel.person_name import sort_key

MAIN, SERVICE = "siasn-pegawai", "siasn-data-utama"
CONTACTS = {
    "nomor_hp": "ponsel", "email": "surel", "email_gov": "surel_dinas", "alamat": "alamat",
    "noTelp": "telepon",
}  # fmt: skip
NUMBERS = {
    "nik": "nik", "nip_lama": "nip_lama", "npwp_nomor": "npwp", "bpjs": "bpjs", "pns_id": "siasn",
    "noSeriKarpeg": "karpeg", "karis_karsu": "karis_karsu", "noTaspen": "taspen",
}  # fmt: skip
CURRENT = (
    "kedudukan_hukum_id", "kedudukan_hukum_nama", "jenis_pegawai_nama",
    "gol_awal_id", "gol_awal_nama", "gol_akhir_id", "gol_akhir_nama", "tmt_golongan",
    "mk_tahun", "mk_bulan", "jenis_jabatan_id", "jenis_jabatan_nama", "jabatan_id",
    "jabatan_nama", "eselon", "tmt_jabatan", "tingkat_pendidikan_id", "tingkat_pendidikan_nama",
    "pendidikan_id", "pendidikan_nama", "tahun_lulus", "nama_sekolah", "unor_id", "unor_nama",
)  # fmt: skip
"""Columns that say how the histories stand on the day: nothing more where those say the same."""
OF_SERVICE = {
    "id": "pns_id", "nipBaru": "nip_baru", "nipLama": "nip_lama", "nama": "nama",
    "gelarDepan": "gelar_depan", "gelarBelakang": "gelar_belakang",
    "tempatLahir": "tempat_lahir_nama", "tempatLahirId": "tempat_lahir_id",
    "tglLahir": "tanggal_lahir", "agama": "agama_nama", "agamaId": "agama_id", "email": "email",
    "emailGov": "email_gov", "nik": "nik", "alamat": "alamat", "noHp": "nomor_hp",
    "jenisPegawaiId": "jenis_pegawai_id", "jenisPegawaiNama": "jenis_pegawai_nama",
    "kedudukanPnsId": "kedudukan_hukum_id", "kedudukanPnsNama": "kedudukan_hukum_nama",
    "jenisKelamin": "jenis_kelamin", "tkPendidikanTerakhirId": "tingkat_pendidikan_id",
    "tkPendidikanTerakhir": "tingkat_pendidikan_nama", "pendidikanTerakhirId": "pendidikan_id",
    "pendidikanTerakhirNama": "pendidikan_nama", "tahunLulus": "tahun_lulus",
    "tmtPns": "tmt_pns", "tglSkPns": "tanggal_sk_pns", "nomorSkPns": "nomor_sk_pns",
    "tmtCpns": "tmt_cpns", "tglSkCpns": "tanggal_sk_cpns", "nomorSkCpns": "nomor_sk_cpns",
    "unorId": "unor_id", "unorNama": "unor_nama", "jenisJabatanId": "jenis_jabatan_id",
    "jenisJabatan": "jenis_jabatan_nama", "jabatanNama": "jabatan_nama",
    "tmtJabatan": "tmt_jabatan", "golRuangAwalId": "gol_awal_id", "golRuangAwal": "gol_awal_nama",
    "golRuangAkhirId": "gol_akhir_id", "golRuangAkhir": "gol_akhir_nama",
    "tmtGolAkhir": "tmt_golongan", "jenisKawinId": "jenis_kawin_id",
    "statusPerkawinan": "jenis_kawin_nama", "noNpwp": "npwp_nomor", "bpjs": "bpjs",
    "validNik": "is_valid_nik", "kartuAsn": "kartu_asn_virtual",
}  # fmt: skip
"""The columns of SIASN's web service, each as that of the download which says the same."""
STATES = {"PNS": "P", "CPNS": "C"}
MADE_UP = " (rekaan)"
PART_TIME = "PPPK paruh waktu"
_PART_TIME = re.compile(r"paruh waktu|\bpw\b", re.IGNORECASE)
_MONTH = slice(12, 14)
"""Where a NIP has the month of appointment, and an NI PPPK what is no month."""


def main_row(row: Reader) -> list[Part]:
    """Read a row of ``siasn-pegawai``: a person and an employment, and what is told beside.

    A golongan, a post and an education with their days are the last entries of their histories.
    """
    nip = str(row.need("nip_baru"))
    nama = str(row.need("nama")).removesuffix(MADE_UP)
    if not fits(Person, "nama", nama):
        raise LacksError("nama")
    on_record = row.known.current.get(nip, {})
    begun = row.need("tmt_cpns")
    kind = _kind(row, nip)
    numbers = {
        ours: str(row.get(name))
        for name, ours in NUMBERS.items()
        if name in row.values and fits(PersonIdentifier, "value", row.values[name])
    }
    numbers["ni_pppk" if _is_pppk(nip) else "nip"] = nip
    said: Said = {"nama": nama, "numbers": numbers}
    for column in ("gelar_depan", "gelar_belakang"):
        if (value := row.peek(column)) and fits(Person, column, value):
            said[column] = row.get(column)
    if born := row.get("tanggal_lahir"):
        said["born_on"] = born
    parts = [
        Part(PEOPLE, said, {"kind": kind, "starts_on": begun, "sort_key": sort_key(nama)}),
        *_placement(row, begun),
        *_details(row, begun),
        *_contacts(row),
    ]
    parts += latest(row, on_record)
    return [*parts, *_appointments(row, kind, begun, on_record)]


def service_row(row: Reader) -> list[Part]:
    """Read a row of SIASN's web service, as the row of the download which says the same."""
    values = {OF_SERVICE.get(name, name): value for name, value in row.values.items()}
    status = STATES.get(str(values.get("statusPegawai", "")).strip().upper())
    if status:
        values.pop("statusPegawai")
        values["status_cpns_pns"] = status
    record = Record(row.record.kind, MAIN, values, row.extras)
    try:
        return main_row(Reader(record, row.known))
    except LacksError as error:
        theirs = {ours: name for name, ours in OF_SERVICE.items()}
        raise LacksError(theirs.get(error.column, "statusPegawai")) from error


def _is_pppk(nip: str) -> bool:
    return not "01" <= nip[_MONTH] <= "12"


def _kind(row: Reader, nip: str) -> str:
    """Return as what somebody is employed.

    Raises:
        LacksError: the row does not say so.
    """
    status = row.get("status_cpns_pns")
    if _is_pppk(nip):
        told = (status, row.values.get("jenis_pegawai_nama", ""))
        is_part_time = any(_PART_TIME.search(str(each)) for each in told)
        return "pppk_paruh_waktu" if is_part_time else "pppk"
    if status in ("P", "C"):
        return "pns" if status == "P" else "cpns"
    if "tmt_pns" in row.values:
        return "pns"
    raise LacksError("status_cpns_pns")


def _appointments(row: Reader, kind: str, begun: Any, on_record: Mapping[str, Any]) -> list[Part]:
    """Return the appointments; the last one keeps what no section has a column for.

    What the histories on record say already says nothing more. An appointment that is on record
    by the employment alone is none.
    """
    for name in CURRENT:
        if on_record.get(name) == row.values.get(name):
            row.get(name)
    told = [_appointment(row, kind, begun, "cpns")]
    pns = row.get("tmt_pns")
    if kind == "pns" and pns and pns > begun:
        told[0]["kind"] = "cpns"
        told.append(_appointment(row, kind, pns, "pns"))
    if rest := row.rest():
        told[-1]["lainnya"] = rest
    if _is_only_employed(row, told, on_record):
        return []
    return [Part("pengangkatan", each) for each in told]


NO_APPOINTMENT = "tanpa pengangkatan"
"""Under which name ``Known.current`` says that only the employment is on record."""


def _is_only_employed(row: Reader, told: list[Said], on_record: Mapping[str, Any]) -> bool:
    """Tell whether a row says what the employment itself says, of whom no paper is on record."""
    names = ("tmt_cpns", "status_cpns_pns", "jenis_pegawai_nama")
    is_bare = len(told) == 1 and set(told[0]) == {"kind", "starts_on"}
    agrees = all(on_record.get(name) == row.values.get(name) for name in names)
    return bool(on_record.get(NO_APPOINTMENT)) and is_bare and agrees


def _appointment(row: Reader, kind: str, begun: Any, of: str) -> Said:
    told: Said = {"kind": kind, "starts_on": begun}
    number, day = row.peek(f"nomor_sk_{of}"), row.get(f"tanggal_sk_{of}")
    if number and fits(Appointment, "paper_number", number):
        told["paper_number"] = row.get(f"nomor_sk_{of}")
    return told | ({"paper_on": day} if day else {})


def _placement(row: Reader, begun: Any) -> list[Part]:
    """Return where somebody works, where its unit or OPD is on record here."""
    code = str(row.values.get("unor_id", ""))
    name = str(row.values.get("unor_nama", "")).strip().casefold()
    place = row.known.units.get(code) or row.known.names.get(name)
    if place is None:
        return []
    opd, unit = place
    said = {"opd_id": opd} | ({} if unit is None else {"unit_id": unit})
    return [Part("penempatan", said, {"starts_on": row.peek("tmt_jabatan") or begun})]


def _details(row: Reader, begun: Any) -> list[Part]:
    place = row.peek("tempat_lahir_nama")
    said = {
        "birth_place": row.get("tempat_lahir_nama")
        if place and fits(PersonalDetails, "birth_place", place)
        else None,
        "sex": row.code("jenis_kelamin", SEXES),
        "religion": row.code("agama_id", RELIGIONS),
        "marital": row.code("jenis_kawin_id", MARITAL),
    }
    told = {name: value for name, value in said.items() if value}
    return [Part("data-pribadi", told, {"starts_on": begun})] if told else []


def _contacts(row: Reader) -> list[Part]:
    since = row.known.day.isoformat()
    return [
        Part("kontak", {"kind": kind, "value": str(row.get(name))}, {"starts_on": since})
        for name, kind in CONTACTS.items()
        if (value := row.peek(name)) and fits(Contact, "value", value)
    ]


MAIN_ROWS: dict[str, Placer] = {MAIN: main_row, SERVICE: service_row}
"""The layouts of main rows."""
