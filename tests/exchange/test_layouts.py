"""SIASN's layouts are known by their headings, however these are spelled."""

import pytest

from pamong.exchange.code_lists import code_lists
from pamong.exchange.header import Header
from pamong.exchange.layout import (
    LayoutDataError,
    UnknownLayoutError,
    layout,
    layouts,
    read_layout,
)
from pamong.exchange.recognising import recognise


def header(*headings):
    return Header(headings, 1, 1)


@pytest.mark.parametrize("name", layouts())
def test_a_layout_is_recognised_by_its_own_headings(name):
    of = layout(name)

    best = recognise(header(*(column.name for column in of.columns)))[0]

    assert (best.layout.name, best.score, best.missing) == (name, 1.0, ())
    assert best.is_sure


@pytest.mark.parametrize("name", layouts())
def test_a_layout_is_recognised_by_headings_as_excel_shows_them(name):
    spaced = [column.name.replace("_", " ").upper() for column in layout(name).columns]

    best = recognise(header(*reversed(spaced)))[0]

    assert best.layout.name == name
    assert best.is_sure


@pytest.mark.parametrize("name", layouts())
def test_the_lists_that_a_layout_names_are_there(name):
    assert {c.codes for c in layout(name).columns if c.codes} <= set(code_lists())


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("NIP", "nip_baru"),
        ("nip baru", "nip_baru"),
        ("NIP_BARU", "nip_baru"),
        ("Nama Lengkap", "nama"),
        ("Tgl. Lahir", "tanggal_lahir"),
        ("L/P", "jenis_kelamin"),
        ("Gol.", "gol_akhir_nama"),
        ("TMT Gol.", "tmt_golongan"),
        ("PANGKAT TMT", "tmt_golongan"),
        ("No. HP", "nomor_hp"),
        ("E-mail", "email"),
        ("Thn. Lulus", "tahun_lulus"),
        ("Unit Kerja", "unor_nama"),
    ],
)
def test_people_write_a_heading_in_their_own_way(heading, column):
    found = recognise(header(heading), [layout("siasn-pegawai")])[0]

    assert found.columns == {0: column}


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        ("NIP|Nama|Gol. Ruang|MK Thn|MK Bln|Gaji Pokok|TMT KGB", "riwayat-kgb"),
        (
            (
                "No|Nama|NIP|Pangkat/Gol. Ruang|Jabatan|Unit Kerja|Masa Kerja Tahun|MK Bulan"
                "|Gaji Pokok Baru|TMT KGB|No SK|Tgl SK"
            ),
            "riwayat-kgb",
        ),
        (
            (
                "No|Nama|NIP|Tgl Lahir|Status|TMT CPNS|Gol|TMT Gol|MK Thn|MK Bln|Jabatan"
                "|Unit Kerja|TMT KGB|KGB Tahun|KGB Bulan|Gaji Pokok"
            ),
            "siasn-pegawai",
        ),
        ("NIP|Gol|TMT Gol|MK Tahun|MK Bulan|Nomor SK|Tanggal SK", "siasn-rw-golongan"),
    ],
)
def test_a_list_of_pay_is_told_from_lists_of_people_and_of_ranks(headings, name):
    best = recognise(header(*headings.split("|")))[0]

    assert best.layout.name == name
    assert not best.missing
    assert best.score > 0.7
    assert best.ahead >= 0.02


def test_the_spelling_of_siasn_is_kept_with_its_mistakes():
    assert "bulanMulaiPenailan" in layout("siasn-rw-angkakredit").by_name
    assert "tasaKerjaTahun" in layout("siasn-rw-masakerja").by_name
    assert {"KuadranKinerjaNilai", "kuadranKinerja"} <= set(layout("siasn-rw-skp22").by_name)
    assert "koefisenId" in layout("siasn-rw-kinerjaperiodik").by_name


def test_a_few_known_headings_among_many_are_not_enough():
    found = recognise(header("NIP", "Nama", *(f"Kolom {n}" for n in range(20))))[0]

    assert not found.is_sure


def test_a_file_without_a_required_column_is_not_taken_without_asking():
    of = layout("siasn-rw-golongan")

    found = recognise(header(*(c.name for c in of.columns if c.name != "tmtGolongan")))[0]

    assert found.missing == ("tmtGolongan",)
    assert not found.is_sure


def test_one_heading_twice_is_one_column():
    found = recognise(header("NIP", "NIP", "Nama"), [layout("siasn-pegawai")])[0]

    assert found.columns == {0: "nip_baru", 2: "nama"}


def test_a_layout_that_there_is_not_is_named():
    with pytest.raises(UnknownLayoutError, match='"siasn-lain" tidak dikenal'):
        layout("siasn-lain")


def test_every_mistake_of_a_layout_is_told_at_once():
    columns = {
        "a": {"kind": "nomor"},
        "b": {"kind": "code"},
        "c": {"kind": "text", "names": "x", "means": "nip"},
        "d": {"kind": "text", "means": "nip"},
    }

    with pytest.raises(LayoutDataError) as refused:
        read_layout({"name": "uji", "kind": "uji", "title": "Uji", "columns": columns})

    for mistake in ("a: unknown kind", "b: a code needs", "c: names the absent x", "twice"):
        assert mistake in str(refused.value)
