"""A row of riwayat jabatan: which kind of post it is, where, and what its codes are."""

from typing import Any

from pamong.apps.impor.placing import Known, LacksError, Reader
from pamong.apps.impor.two_way import CannotTellError, Draft, Row, Way, is_filled
from pamong.exchange.code_lists import code_list

OF_ESELON = {"I": "jpt_madya", "II": "jpt_pratama", "III": "administrator", "IV": "pengawas"}
"""What a post of an echelon is in a regional government since UU 5/2014."""
LEVELS = {
    "pemula": "pemula", "terampil": "terampil", "mahir": "mahir", "penyelia": "penyelia",
    "ahli pertama": "ahli_pertama", "ahli muda": "ahli_muda", "ahli madya": "ahli_madya",
    "ahli utama": "ahli_utama",
}  # fmt: skip
FUNCTIONAL, GENERAL = "FUNGSIONAL_TERTENTU", "FUNGSIONAL_UMUM"
STRUCTURAL = "STRUKTURAL"
KINDS = {
    **dict.fromkeys((FUNCTIONAL, "2", "FUNGSIONAL", "JFT", "JF"), "fungsional"),
    **dict.fromkeys((GENERAL, "4", "PELAKSANA", "JFU"), "pelaksana"),
    "PENGAWAS": "pengawas", "ADMINISTRATOR": "administrator",
    "JPT_PRATAMA": "jpt_pratama", "PIMPINAN_TINGGI_PRATAMA": "jpt_pratama",
    "JPT_MADYA": "jpt_madya", "JPT_UTAMA": "jpt_utama",
}  # fmt: skip
"""What jenisJabatan says by itself, in SIASN's words and those of lists; of STRUKTURAL the
echelon says which."""
OF_ESELON_ALONE = {STRUCTURAL, "1"}


def _take_kind(row: Reader, draft: Draft) -> None:
    told = _word(row)
    eselon = _eselon(row)
    kind = _kind(row, told, eselon)
    draft.said["kind"] = kind
    if KINDS.get(told) == kind or (told in OF_ESELON_ALONE and _of(eselon) == kind):
        row.get("jenisJabatan")
    if "." in eselon:
        draft.said["eselon"] = eselon
        row.get("eselonId")


def _kind(row: Reader, told: str, eselon: str) -> str:
    if told in KINDS and KINDS[told] != "pelaksana":
        return KINDS[told]
    if "jabatanFungsionalNama" in row.values:
        return "fungsional"
    if told in KINDS or "jabatanFungsionalUmumNama" in row.values:
        return "pelaksana"
    if kind := _of(eselon):
        return kind
    raise LacksError("jenisJabatan")


def _word(row: Reader) -> str:
    return word_of(row.values.get("jenisJabatan", ""))


def word_of(told: Any) -> str:
    """Return a kind of post as ``KINDS`` has it.

    >>> word_of("Jabatan Fungsional"), word_of("Pelaksana")
    ('FUNGSIONAL', 'PELAKSANA')
    """
    return "_".join(str(told).upper().split()).removeprefix("JABATAN_")


def _eselon(row: Reader) -> str:
    return code_list("eselon").names.get(str(row.values.get("eselonId", "")), "")


def _of(eselon: str) -> str:
    return OF_ESELON.get(eselon.partition(".")[0], "") if "." in eselon else ""


def _tell_kind(entry: Row, _known: Known) -> dict[str, Any]:
    eselon, kind = entry["eselon"], entry["kind"]
    told = {"fungsional": FUNCTIONAL, "pelaksana": GENERAL}.get(kind)
    told = told or (STRUCTURAL if _of(eselon) == kind else kind.upper())
    # Of "I.a" SIASN has two codes; the later one is that of its pattern.
    named = code_list("eselon").names.items()
    codes = [code for code, name in named if eselon and name == eselon]
    return {"jenisJabatan": told, "eselonId": codes[-1] if codes else None}


def _take_name(row: Reader, draft: Draft) -> None:
    names = ("namaJabatan", "jabatanFungsionalNama", "jabatanFungsionalUmumNama")
    found = next((row.peek(each) for each in names if is_filled(row.peek(each))), None)
    if found is None or not draft.holds("nama", found):
        raise LacksError("namaJabatan")
    draft.said["nama"] = found
    for each in names:
        if row.peek(each) == found:
            row.get(each)
    # The row does not say the level; the name of the post ends with it.
    small = str(found).casefold()
    level = next((word for end, word in LEVELS.items() if small.endswith(f" {end}")), None)
    if level and draft.said["kind"] == "fungsional":
        draft.also["jenjang"] = level


def _tell_name(entry: Row, _known: Known) -> dict[str, Any]:
    column = {"fungsional": "jabatanFungsionalNama", "pelaksana": "jabatanFungsionalUmumNama"}
    told = {"namaJabatan": entry["nama"]}
    if entry["kind"] in column:
        told[column[entry["kind"]]] = entry["nama"]
    return told


def _take_code(row: Reader, draft: Draft) -> None:
    for name in ("jabatanFungsionalId", "jabatanFungsionalUmumId"):
        if is_filled(row.peek(name)) and draft.holds("kode_jabatan", row.peek(name)):
            draft.said["kode_jabatan"] = row.get(name)
            return


def _tell_code(entry: Row, _known: Known) -> dict[str, Any]:
    is_general = entry["kind"] == "pelaksana"
    name = "jabatanFungsionalUmumId" if is_general else "jabatanFungsionalId"
    return {name: entry["kode_jabatan"]}


def _take_unit(row: Reader, draft: Draft) -> None:
    place = row.known.units.get(str(row.values.get("unorId", "")))
    if place is not None and place[1] is not None:
        draft.said["unit_id"] = place[1]
        row.get("unorId")


def _tell_unit(entry: Row, known: Known) -> dict[str, Any]:
    return {"unorId": known.codes.get(entry["unit_id"]) if entry["unit_id"] else None}


CAPACITIES = {"D": "definitif", "PLT": "plt", "PLH": "plh", "PJ": "pj", "TT": "tugas_tambahan"}


def _take_capacity(row: Reader, draft: Draft) -> None:
    if word := row.code("jenisPenugasanId", CAPACITIES):
        draft.said["capacity"] = word


def _tell_capacity(entry: Row, _known: Known) -> dict[str, Any]:
    codes = {word: code for code, word in CAPACITIES.items()}
    if entry["capacity"] not in codes:
        # Left empty it would read as definitive.
        raise CannotTellError("capacity")
    return {"jenisPenugasanId": codes[entry["capacity"]]}


POST = (
    Way(("jenisJabatan", "eselonId"), ("kind", "eselon"), _take_kind, _tell_kind, is_needed=True),
    Way(
        ("namaJabatan", "jabatanFungsionalNama", "jabatanFungsionalUmumNama"),
        ("nama", "jenjang"),
        _take_name,
        _tell_name,
        is_needed=True,
    ),
    Way(
        ("jabatanFungsionalId", "jabatanFungsionalUmumId"),
        ("kode_jabatan",),
        _take_code,
        _tell_code,
    ),
    Way(("unorId",), ("unit_id",), _take_unit, _tell_unit),
    Way(("jenisPenugasanId",), ("capacity",), _take_capacity, _tell_capacity, is_needed=True),
)
"""The ways of a post, in the order in which they are read."""
