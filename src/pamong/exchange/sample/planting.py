"""The mistakes that are planted: what is changed in which row, and the doubt it must lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pamong.exchange.sample.people import Somebody
from pamong.exchange.sample.rows import HISTORIES, MAIN_LAYOUT, Cells, main_row
from pamong.exchange.sheet import Cell

MISTAKES = 200
APPENDED = -1
"""The step of a row that is put behind all others."""
RANKS, POSTS = "siasn-rw-golongan", "siasn-rw-jabatan"
SCHOOLS, COURSES, APPRAISALS = "siasn-rw-pendidikan", "siasn-rw-kursus", "siasn-rw-skp22"
TRAINING, PAYS = "siasn-rw-diklat", "riwayat-kgb"


@dataclass(frozen=True, slots=True)
class Planted:
    """A mistake: the row that is changed, and the cell at which the doubt must stand."""

    code: str
    layout: str
    person: int
    step: int
    column: str
    """Empty where the doubt is about the whole row."""
    changes: Mapping[str, Cell] = field(default_factory=dict)
    row: Cells | None = None
    """The row itself, where it is put behind the others."""
    doubt_step: int | None = None
    """The step at which the doubt stands, where it is another one."""


Planter = Callable[[Somebody], Planted]


def _says(code: str, column: str, cell: Cell) -> tuple[str, Planter]:
    """Plant the same words in one cell of the main row."""
    return _main(code, column, lambda _: {column: cell})


def _cell(code: str, column: str, change: Callable[[Somebody], Cell]) -> tuple[str, Planter]:
    """Plant a mistake in one cell of the main row."""
    return _main(code, column, lambda who: {column: change(who)})


def _main(
    code: str, column: str, changes: Callable[[Somebody], Mapping[str, Cell]]
) -> tuple[str, Planter]:
    """Plant one mistake in the main row, which may take several cells."""
    return code, lambda who: Planted(code, MAIN_LAYOUT, who.number, 0, column, changes(who))


def _step(
    code: str,
    layout: str,
    column: str,
    changes: Callable[[Somebody], Mapping[str, Cell]],
    *,
    step: int = 0,
    doubt_step: int | None = None,
) -> tuple[str, Planter]:
    """Plant a mistake in a row of a history."""
    return code, lambda who: Planted(
        code, layout, who.number, step, column, changes(who), None, doubt_step
    )


def _behind(
    code: str, layout: str, column: str, row: Callable[[Somebody], Cells]
) -> tuple[str, Planter]:
    """Plant a row behind all others."""
    return code, lambda who: Planted(code, layout, who.number, APPENDED, column, row=row(who))


def _like(who: Somebody, layout: str, **changes: Cell) -> Cells:
    return next(HISTORIES[layout](who)) | changes


def _second_row_of_one_number(who: Somebody) -> Cells:
    return main_row(who) | {"pns_id": who.identifier + "X", "jabatan_nama": "Arsiparis"}


def _same_person_again(who: Somebody) -> Cells:
    other = who.nip[:-3] + "999"
    return main_row(who) | {"pns_id": who.identifier + "Y", "nip_baru": other, "nik": ""}


def _somebody_old(who: Somebody) -> Cells:
    born = date(1960, 1, 1) + timedelta(days=who.number)
    cpns = date(1985, 3, 1)
    nip = f"{born:%Y%m%d}{cpns:%Y%m}0{who.number % 900 + 1:03}"
    return main_row(who) | {
        "pns_id": who.identifier + "Z",
        "nip_baru": nip,
        "nik": "",
        "nama": f"Tetua {who.name}",
        "tanggal_lahir": born,
        "tmt_cpns": cpns,
        "jenis_jabatan_id": "4",
    }


_OF_CELLS = (
    _cell("nip-rusak-excel", "nip_baru", lambda who: float(who.nip)),
    _cell("nip-18-angka", "nip_baru", lambda who: who.nip[:-1]),
    _cell("nip-lama", "nip_baru", lambda who: f"13{who.number:07}"),
    _cell("nip-tanggal-lahir", "nip_baru", lambda who: f"{who.nip[:4]}13{who.nip[6:]}"),
    _cell("nip-jenis-kelamin", "nip_baru", lambda who: f"{who.nip[:14]}5{who.nip[15:]}"),
    _cell("nik-rusak-excel", "nik", lambda who: 10.0**15 + who.number),
    _cell("nik-16-angka", "nik", lambda who: who.nik + "1"),
    _says("hari-tidak-ada", "tanggal_sk_cpns", "31-02-2019"),
    _says("hari-dua-angka", "tanggal_sk_cpns", "18-03-19"),
    _says("hari-mendatang", "tanggal_sk_cpns", date(2031, 1, 2)),
    _cell("nama-bergelar", "nama", lambda who: f"Drs. {who.name}"),
    _says("kode-tidak-dikenal", "agama_id", "9"),
    _says("jenis-kelamin", "jenis_kelamin", "X"),
    _says("masa-kerja-bulan", "mk_bulan", 14.0),
    _says("teks-rusak", "tempat_lahir_nama", "Kabupat\u00c3\u00a9n Contoh"),
)
_OF_ROWS = (
    _main(
        "nip-tanggal-lahir-berbeda",
        "tanggal_lahir",
        lambda who: {"tanggal_lahir": who.born + timedelta(days=1), "nik": ""},
    ),
    _cell("cpns-sesudah-pns", "tmt_pns", lambda who: who.appointed - timedelta(days=40)),
    _main("kolom-tertukar", "nip_baru", lambda who: {"nip_baru": who.name, "nama": who.nip}),
    _main(
        "pendidikan-dan-gelar",
        "gelar_belakang",
        lambda _: {"tingkat_pendidikan_nama": "SLTA", "gelar_belakang": "S.E."},
    ),
    _step("gaji-berbeda-dari-daftar", PAYS, "gaji_pokok", lambda _: {"gaji_pokok": 2_000_000.0}),
    _behind("melewati-bup", MAIN_LAYOUT, "kedudukan_hukum_id", _somebody_old),
    _behind("baris-jumlah", RANKS, "", lambda who: {"id": "JUMLAH", "skNomor": str(who.number)}),
)
_ACROSS = (
    _behind(
        "riwayat-tanpa-pegawai",
        SCHOOLS,
        "nipBaru",
        lambda who: _like(who, SCHOOLS, nipBaru=f"{who.nip[:-3]}998", idPns=f"{who.number}"),
    ),
    _behind("baris-ganda", COURSES, "", lambda who: _like(who, COURSES)),
    _behind("nip-ganda", MAIN_LAYOUT, "nip_baru", _second_row_of_one_number),
    _behind("orang-dua-nip", MAIN_LAYOUT, "nama", _same_person_again),
    _step(
        "pangkat-turun",
        RANKS,
        "golongan",
        lambda _: {"golongan": "IV/b", "golonganId": ""},
        doubt_step=1,
    ),
    _step(
        "sebelum-cpns",
        POSTS,
        "tmtJabatan",
        lambda who: {"tmtJabatan": who.appointed - timedelta(days=31)},
    ),
    _step(
        "tmt-kembar",
        POSTS,
        "tmtJabatan",
        lambda who: {"tmtJabatan": who.post_since},
        doubt_step=1,
    ),
    _step("unit-tidak-dikenal", POSTS, "unorId", lambda _: {"unorId": "F" * 32}),
)
_MORE = (
    _cell("nip-nomor-urut", "nip_baru", lambda who: f"{who.nip[:15]}000"),
    _cell("nik-tanggal-lahir", "nik", lambda who: f"{who.nik[:6]}39{who.nik[8:]}"),
    _says("hari-bentuk", "tanggal_sk_cpns", "Maret 2019"),
    _says("hari-serial", "tanggal_sk_cpns", "43542"),
    _cell("surel-bentuk", "email", lambda who: f"rekaan{who.number}(at)contoh"),
    _says("telepon-bentuk", "nomor_hp", "tidak ada"),
    _says("nama-bentuk", "nama", "C0ntoh Rekayasa"),
    _says("wajib-kosong", "nama", ""),
    _says("tahun-tidak-mungkin", "tahun_lulus", 19.0),
    _cell(
        "kode-dan-nama-berbeda",
        "agama_nama",
        lambda _: "Lainnya",
    ),
    _main(
        "nik-jenis-kelamin-berbeda",
        "nik",
        lambda who: {"jenis_kelamin": "M" if who.is_woman else "F"},
    ),
    _cell("nip-tmt-berbeda", "tmt_cpns", lambda who: who.appointed - timedelta(days=31)),
    _step(
        "golongan-tidak-dikenal",
        RANKS,
        "golongan",
        lambda _: {"golongan": "V/a", "golonganId": ""},
    ),
    _step(
        "gaji-sebelum-diangkat",
        PAYS,
        "tmt_kgb",
        lambda who: {"tmt_kgb": who.appointed - timedelta(days=31)},
    ),
    _step(
        "masa-kerja-di-luar-daftar",
        PAYS,
        "masa_kerja_tahun",
        lambda _: {"masa_kerja_tahun": 35.0},
    ),
    _step("angka-titik", RANKS, "jumlahKreditUtama", lambda _: {"jumlahKreditUtama": "100.000"}),
    _step(
        "mulai-sesudah-akhir",
        TRAINING,
        "tanggalSelesai",
        lambda who: {"tanggalSelesai": who.appointed},
    ),
    _step(
        "tahun-kembar", APPRAISALS, "tahun", lambda _: {"tahun": 2024.0, "path": "lain"}, step=1
    ),
)

PLANTERS: Mapping[str, Planter] = dict((*_OF_CELLS, *_OF_ROWS, *_ACROSS, *_MORE))
"""By the doubt that each leads to; the first thirty are planted unless more are asked for."""


def plan(kinds: int, mistakes: int = MISTAKES) -> list[Planted]:
    """Return mistakes of as many kinds, each with a person of its own whom it can befall."""
    planters = list(PLANTERS.items())[:kinds]
    planned: list[Planted] = []
    number = 0
    for index in range(mistakes):
        code, planter = planters[index % len(planters)]
        while not _can_befall(code, Somebody(number)):
            number += 1
        planned.append(planter(Somebody(number)))
        number += 1
    return planned


def _can_befall(code: str, who: Somebody) -> bool:
    """Tell whether a mistake shows at somebody: a contract knows no PNS, a low rank no fall."""
    if code == "tmt-kembar":
        return not who.is_pppk and who.kind_of_post == "2"  # else both rows would say the same
    return not who.is_pppk
