"""The main row of a person as the record tells it on a day: what ``people.py`` reads again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pamong.apps.impor.exporting_reading import Moment, Somebody, entries, in_force
from pamong.apps.impor.people import (
    CONTACTS,
    MADE_UP,
    NO_APPOINTMENT,
    NUMBERS,
    PART_TIME,
)
from pamong.apps.impor.placing import Known
from pamong.apps.impor.ranks import code_of
from pamong.apps.impor.two_way import Row
from pamong.apps.impor.words import MARITAL, RELIGIONS, SCHOOLS, SEXES
from pamong.apps.kepegawaian.models import JenjangPendidikan
from pamong.apps.kepegawaian.sections import section
from pamong.exchange.code_lists import code_list

SECTIONS = (
    "pengangkatan", "kedudukan", "pangkat", "jabatan", "penempatan", "pendidikan",
    "data-pribadi", "kontak",
)  # fmt: skip
"""The sections that a main row tells of."""
Cells = dict[str, Any]
_STATUS = {"pns": "P", "cpns": "C"}
_LEVELS = JenjangPendidikan.values


def main_cells(found: Sequence[Somebody], moment: Moment, known: Known) -> dict[int, Cells]:
    """Return the cells of the main rows of some people, by employment; some may be empty."""
    ids = [each.pegawai_id for each in found]
    by_section = {key: entries(section(key), ids, moment) for key in SECTIONS}
    return {
        each.pegawai_id: _cells(
            each,
            {key: rows.get(each.pegawai_id, []) for key, rows in by_section.items()},
            moment.day,
            known,
        )
        for each in found
    }


def number_of(somebody: Somebody) -> str:
    """Return the NIP or NI PPPK of an employment; empty where it has none of its kind."""
    kind = somebody.employment["kind"]
    if kind == "non_asn":
        return ""
    return somebody.numbers.get("ni_pppk" if kind.startswith("pppk") else "nip", "")


def name_of(somebody: Somebody) -> str:
    """Return a name as it is written outside: with the mark of who does not exist."""
    person = somebody.person
    return f"{person['nama']}{MADE_UP}" if person["is_made_up"] else str(person["nama"])


def _cells(who: Somebody, told: Mapping[str, Sequence[Row]], day: date, known: Known) -> Cells:
    last = _last_appointment(who, told["pengangkatan"])
    cells: Cells = dict((last or {}).get("lainnya") or {})
    for part in (
        _identity(who),
        _appointed(who, told["pengangkatan"], day),
        _details(in_force(told["data-pribadi"], day)),
        _contacts(told["kontak"], day),
        _standing(in_force(told["kedudukan"], day)),
        _rank(told["pangkat"], day),
        _post(told["jabatan"], day),
        _education(told["pendidikan"]),
        _place(in_force(told["penempatan"], day), known),
    ):
        cells.update((name, value) for name, value in part.items() if value not in (None, ""))
    if not told["pengangkatan"]:
        cells[NO_APPOINTMENT] = True
    return cells


def _identity(who: Somebody) -> Cells:
    person = who.person
    numbers = {name: who.numbers.get(kind) for name, kind in NUMBERS.items()}
    return numbers | {
        "nip_baru": number_of(who),
        "nama": name_of(who),
        "gelar_depan": person["gelar_depan"],
        "gelar_belakang": person["gelar_belakang"],
        "tanggal_lahir": who.employment["born_on"],
    }


def _first_and_last(who: Somebody, told: Sequence[Row]) -> tuple[Row | None, Row | None]:
    """Return the appointment that an employment began with, and that of a PNS after being CPNS."""
    kind = who.employment["kind"]
    by_kind: dict[str, Row] = {}
    for row in told:
        by_kind.setdefault(row["kind"], row)
    if kind in _STATUS:
        first, pns = by_kind.get("cpns"), by_kind.get("pns")
        return (first, pns) if first else (pns, None)
    return by_kind.get(kind), None


def _last_appointment(who: Somebody, told: Sequence[Row]) -> Row | None:
    first, pns = _first_and_last(who, told)
    return pns or first


def _appointed(who: Somebody, told: Sequence[Row], day: date) -> Cells:
    now = in_force(told, day)
    kind = now["kind"] if now else who.employment["kind"]
    first, pns = _first_and_last(who, told)
    cells: Cells = {
        "status_cpns_pns": _STATUS.get(kind),
        "jenis_pegawai_nama": PART_TIME if kind == "pppk_paruh_waktu" else None,
        "tmt_cpns": first["starts_on"] if first else who.employment["starts_on"],
    }
    if first:
        cells |= {"nomor_sk_cpns": first["paper_number"], "tanggal_sk_cpns": first["paper_on"]}
    if pns:
        cells |= {"tmt_pns": pns["starts_on"], "nomor_sk_pns": pns["paper_number"]}
        cells["tanggal_sk_pns"] = pns["paper_on"]
    return cells


def _details(row: Row | None) -> Cells:
    if row is None:
        return {}
    religion, marital = _code(RELIGIONS, row["religion"]), _code(MARITAL, row["marital"])
    return {
        "tempat_lahir_nama": row["birth_place"],
        "jenis_kelamin": _code(SEXES, row["sex"]),
        "agama_id": religion,
        "agama_nama": _named("agama", religion),
        "jenis_kawin_id": marital,
        "jenis_kawin_nama": _named("kawin", marital),
    }


def _contacts(told: Sequence[Row], day: date) -> Cells:
    columns = {kind: name for name, kind in CONTACTS.items()}
    by_kind: dict[str, list[Row]] = {}
    for row in told:
        by_kind.setdefault(row["kind"], []).append(row)
    now = {kind: in_force(rows, day) for kind, rows in by_kind.items()}
    return {columns[kind]: row["value"] for kind, row in now.items() if row}


def _standing(row: Row | None) -> Cells:
    if row is None:
        return {}
    state = row["state"]
    return {
        "kedudukan_hukum_id": state,
        "kedudukan_hukum_nama": _named("kedudukan_hukum", state),
    }


def _rank(told: Sequence[Row], day: date) -> Cells:
    now = in_force(told, day)
    if now is None:
        return {}
    first, months = told[0], now["service_months"]
    return {
        "gol_awal_id": code_of(first["golongan"]),
        "gol_awal_nama": first["golongan"],
        "gol_akhir_id": code_of(now["golongan"]),
        "gol_akhir_nama": now["golongan"],
        "tmt_golongan": now["starts_on"],
        "mk_tahun": None if months is None else months // 12,
        "mk_bulan": None if months is None else months % 12,
    }


def _post(told: Sequence[Row], day: date) -> Cells:
    now = in_force([row for row in told if row["capacity"] == "definitif"], day)
    if now is None:
        return {}
    kind = {"fungsional": "2", "pelaksana": "4"}.get(now["kind"], "1")
    return {
        "jenis_jabatan_id": kind,
        "jenis_jabatan_nama": _named("jenis_jabatan", kind),
        "jabatan_id": now["kode_jabatan"],
        "jabatan_nama": now["nama"],
        "eselon": now["eselon"],
        "tmt_jabatan": now["starts_on"],
    }


def _education(told: Sequence[Row]) -> Cells:
    # A level without a code is in no history that is written, so it is not told here either.
    told = [row for row in told if _code(SCHOOLS, row["jenjang"])]
    if not told:
        return {}
    highest = max(told, key=lambda row: _LEVELS.index(row["jenjang"]))
    level = _code(SCHOOLS, highest["jenjang"])
    on = highest["graduated_on"]
    return {
        "tingkat_pendidikan_id": level,
        "tingkat_pendidikan_nama": _named("tingkat_pendidikan", level),
        "pendidikan_id": highest["kode_pendidikan"],
        "pendidikan_nama": highest["field_of_study"],
        "tahun_lulus": highest["graduated_in"] or (int(on[:4]) if on else None),
        "nama_sekolah": highest["school"],
    }


def _place(row: Row | None, known: Known) -> Cells:
    if row is None:
        return {}
    opd, unit = row["opd_id"], row["unit_id"]
    name = known.called.get((opd, unit)) or known.called.get((opd, None))
    return {"unor_id": known.codes.get(unit) if unit else None, "unor_nama": name}


def _code(words: Mapping[str, str], word: str) -> str | None:
    return next((code for code, each in words.items() if each == word), None)


def _named(codes: str, code: str | None) -> str | None:
    return code_list(codes).names.get(code) if code else None
