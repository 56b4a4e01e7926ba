"""The golongan, pay, post and education of a main row, each read as a row of its history.

Nothing is guessed: where the row says no TMT, or not what the history needs, there is no entry,
and what it says stays with the appointment; so also where a history in the same import says it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.history import History
from pamong.apps.impor.placing import AsideError, LacksError, Part, Reader, key_of
from pamong.apps.impor.posts import KINDS, word_of
from pamong.exchange.checks.pay import is_rank_of
from pamong.exchange.code_lists import code_list
from pamong.exchange.record import Record

ESELON = re.compile(r"(?:eselon\s*)?(I{1,3}|IV|V)\s*[./-]?\s*([ab])", re.IGNORECASE)
LEVELS = {
    **dict.fromkeys(("sd", "mi"), "05"),
    **dict.fromkeys(("smp", "sltp", "mts"), "10"),
    **dict.fromkeys(("sma", "slta", "smk", "ma"), "15"),
    **dict.fromkeys(("d1", "di", "diplomai"), "20"),
    **dict.fromkeys(("d2", "dii", "diplomaii"), "25"),
    **dict.fromkeys(("d3", "diii", "diplomaiii"), "30"),
    **dict.fromkeys(("d4", "div", "diplomaiv"), "35"),
    **dict.fromkeys(("s1", "sarjana", "stratai"), "40"),
    **dict.fromkeys(("s2", "magister", "strataii"), "45"),
    **dict.fromkeys(("s3", "doktor", "strataiii"), "50"),
}
"""How lists write levels of education, in small letters and without signs, as SIASN's codes."""


@dataclass(frozen=True, slots=True)
class Latest:
    """What of a main row is the last row of a history.

    ``columns`` gives the history's column for each of the main row's; of an empty one, and of
    what lists write otherwise, ``prepare`` tells it. ``needed`` must be filled, or there is no
    entry. An entry on record that is alike in ``alike`` is the one that is meant, so that another
    ``name`` for it makes no second one.
    """

    history: History
    needed: tuple[str, ...]
    columns: Mapping[str, str]
    prepare: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda _values: {}
    alike: tuple[tuple[str, str], ...] = ()
    name: str = ""

    def read(self, row: Reader, on_record: Mapping[str, Any]) -> list[Part]:
        """Take the entry that a main row tells of, unless it is on record, or is none."""
        told = {name: row.values[name] for name in self.columns if name in row.values}
        if not set(self.needed) <= set(told) or all(
            on_record.get(name) == value for name, value in told.items()
        ):
            return []
        values = {ours: told[name] for name, ours in self.columns.items() if ours and name in told}
        values |= self.prepare(row.values)
        if self.alike and all(
            on_record.get(one) == values.get(other) for one, other in self.alike
        ):
            kept, ours = on_record.get(self.name), self.columns[self.name]
            if str(values.get(ours, kept)).casefold() != str(kept).casefold():
                return []
            values |= {ours: kept} if kept else {}
        record = Record(self.history.layout.kind, self.history.name, values, {}, row.record.place)
        try:
            (part,) = self.history.read(Reader(record, row.known))
        except (AsideError, LacksError):
            return []
        for name in told:
            row.get(name)
        return [part]


def latest(row: Reader, on_record: Mapping[str, Any]) -> list[Part]:
    """Return the last entries of histories that a main row tells of."""
    nip, person = row.record.meaning("nip"), row.record.meaning("pns_id")
    keys = key_of(nip, None), key_of(None, person)
    return [
        part
        for each in EVERY
        if not any((each.history.key, key) in row.known.histories for key in keys)
        for part in each.read(row, on_record)
    ]


def _pay(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Tell the golongan of the pay: that of the row, where it was held then."""
    names = code_list("golongan").names
    rank = values.get("gol_akhir_nama") or names.get(str(values.get("gol_akhir_id")))
    was_held = is_rank_of(values.get("tmt_golongan"), values["tmt_kgb"])
    return {"golongan": rank} if rank and was_held else {}


def _post(values: Mapping[str, Any]) -> Mapping[str, Any]:
    name, code = values.get("jenis_jabatan_nama", ""), values.get("jenis_jabatan_id")
    kind = name if word_of(name) in KINDS or not code else code
    told = {"jenisJabatan": kind} if kind else {}
    if found := ESELON.fullmatch(str(values.get("eselon", "")).strip()):
        told["eselon"] = f"{found[1].upper()}.{found[2].lower()}"
        codes = {name: code for code, name in code_list("eselon").names.items()}
        told["eselonId"] = codes[told["eselon"]]
    if code := values.get("jabatan_id"):
        is_general = KINDS.get(word_of(kind)) == "pelaksana"
        told["jabatanFungsionalUmumId" if is_general else "jabatanFungsionalId"] = code
    places = {"unor_id": "unorId", "unor_nama": "unorNama"}
    return told | {ours: values[name] for name, ours in places.items() if name in values}


def _education(values: Mapping[str, Any]) -> Mapping[str, Any]:
    if "tingkat_pendidikan_id" in values:
        return {}
    told = str(values.get("tingkat_pendidikan_nama", "")).casefold()
    code = code_list("tingkat_pendidikan").by_name.get(told.strip())
    code = code or LEVELS.get(re.sub(r"[\W_]+", "", told))
    return {"tkPendidikanId": code} if code else {}


EVERY = (
    Latest(HISTORIES["siasn-rw-golongan"], ("tmt_golongan",), {
        "gol_akhir_id": "golonganId", "gol_akhir_nama": "golongan",
        "tmt_golongan": "tmtGolongan", "mk_tahun": "masaKerjaGolonganTahun",
        "mk_bulan": "masaKerjaGolonganBulan",
    }),
    Latest(HISTORIES["riwayat-kgb"], ("tmt_kgb", "mkg_kgb_tahun"), {
        "tmt_kgb": "tmt_kgb", "mkg_kgb_tahun": "masa_kerja_tahun",
        "mkg_kgb_bulan": "masa_kerja_bulan", "gaji_pokok": "gaji_pokok",
    }, _pay),
    Latest(HISTORIES["siasn-rw-jabatan"], ("jabatan_nama", "tmt_jabatan"), {
        "jenis_jabatan_id": "", "jenis_jabatan_nama": "", "jabatan_id": "", "eselon": "eselon",
        "jabatan_nama": "namaJabatan", "tmt_jabatan": "tmtJabatan",
    }, _post, (("tmt_jabatan", "tmtJabatan"),), "jabatan_nama"),
    Latest(HISTORIES["siasn-rw-pendidikan"], ("tahun_lulus",), {
        "tingkat_pendidikan_id": "tkPendidikanId", "tingkat_pendidikan_nama": "tkPendidikanNama",
        "pendidikan_id": "pendidikanId", "pendidikan_nama": "pendidikanNama",
        "tahun_lulus": "tahunLulus", "nama_sekolah": "namaSekolah",
    }, _education, (("tahun_lulus", "tahunLulus"), ("tingkat_pendidikan_id", "tkPendidikanId")),
        "pendidikan_nama"),
)  # fmt: skip
OF_HISTORIES = frozenset(each.history.key for each in EVERY)
