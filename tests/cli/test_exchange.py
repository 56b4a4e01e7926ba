"""``pamong exchange``: what it checks, what it says, and how it ends."""

import json
import sys

import pytest
from tests.support.tables import write_xlsx

from pamong.cli.main import main
from pamong.exchange.header import Header
from pamong.exchange.layout import layout
from pamong.exchange.matching import make_matching


def run(monkeypatch, capsys, *arguments):
    """Run the command as the program does; return its exit code, output and errors."""
    monkeypatch.setattr(sys, "argv", ["pamong", "exchange", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


@pytest.fixture
def made(monkeypatch, capsys, tmp_path):
    """A made-up export with two mistakes of two kinds."""
    code, out, _ = run(
        monkeypatch, capsys, "sample", "--out", tmp_path, "--asn", 40, "--mistakes", 2
    )
    assert (code, "2 kesalahan" in out) == (0, True)
    return tmp_path


def check(monkeypatch, capsys, made, *more):
    files = sorted(made.glob("*.xlsx"))
    return run(monkeypatch, capsys, "check", *files, "--as-of", "2026-10-30", *more)


def test_each_doubt_is_told_with_its_cell_and_what_to_do(monkeypatch, capsys, made):
    code, out, _ = check(monkeypatch, capsys, made, "--rekaan")

    assert code == 3
    assert "siasn-pegawai.xlsx, lembar Data, sel B2: NIP tersimpan sebagai angka" in out
    assert "[nip-rusak-excel]" in out
    assert "siasn-pegawai, 40 baris = 38 data + 2 diragukan." in out


def test_the_lines_for_programs_name_what_was_planted(monkeypatch, capsys, made):
    _, out, _ = check(monkeypatch, capsys, made, "--rekaan", "--json")

    lines = [json.loads(line) for line in out.splitlines()]
    keys = ("kode", "berkas", "lembar", "baris", "kolom")
    told = [{key: line[key] for key in keys} for line in lines if "kode" in line]
    planted = json.loads((made / "ditanam.json").read_text("utf-8"))
    assert sorted(told, key=str) == sorted(planted, key=str)
    assert sum(line["baris"] for line in lines if "tata_letak" in line) == 34 + 40 * 11


def test_what_is_beyond_the_asked_number_is_counted(monkeypatch, capsys, made):
    _, out, _ = check(monkeypatch, capsys, made, "--most", 1)

    assert "keraguan lagi" in out


def test_a_clean_export_ends_well(monkeypatch, capsys, tmp_path):
    run(monkeypatch, capsys, "sample", "--out", tmp_path, "--asn", 5, "--csv")
    files = sorted(tmp_path.glob("*.csv"))

    code, out, _ = run(
        monkeypatch, capsys, "check", *files, "--rekaan", "--as-of", "30 Oktober 2026"
    )

    assert code == 0
    assert "siasn-pegawai.csv: siasn-pegawai, 5 baris = 5 data + 0 diragukan." in out


def test_an_unknown_layout_is_told_with_proposals_and_read_by_its_match(
    monkeypatch, capsys, tmp_path
):
    rows = [["Identitas", "Panggilan"], ["190502031927011001", "Contoh"]]
    path = write_xlsx(tmp_path / "daftar.xlsx", {"Data": rows})
    code, out, _ = run(monkeypatch, capsys, "check", path)
    assert code == 3
    assert "tata letaknya tidak dikenal, 1 baris belum dibaca." in out
    assert "Identitas → nip_baru" in out

    match = tmp_path / "padanan.json"
    chosen = {0: "nip_baru", 1: "nama"}
    matching = make_matching(Header(tuple(rows[0]), 1, 1), layout("siasn-pegawai"), chosen)
    match.write_text(matching.to_json(), "utf-8")

    code, out, _ = run(monkeypatch, capsys, "check", path, "--match", match)
    assert (code, "1 data + 0 diragukan" in out) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "--as-of", "besok", "a.xlsx"], "--as-of tidak dapat dipakai"),
        (["check", "--match", "tidak-ada.json", "a.xlsx"], "--match tidak dapat dipakai"),
        (["sample", "--out", "x", "--asn", 10, "--mistakes", 9], "terlalu banyak untuk 10 orang"),
        (["check"], "belum diisi"),
    ],
)
def test_a_wrong_call_is_said_in_one_sentence(monkeypatch, capsys, tmp_path, arguments, sentence):
    monkeypatch.chdir(tmp_path)

    code, _, err = run(monkeypatch, capsys, *arguments)

    assert code == 2
    assert sentence in err


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(monkeypatch, capsys, made):
    broken = made / "rusak.xlsx"
    broken.write_bytes(b"%PDF-1.7")

    code, out, _ = check(monkeypatch, capsys, made, "--rekaan")

    assert code == 3
    assert "rusak.xlsx: berkas ini dokumen PDF, bukan tabel." in out
    assert "38 data" in out


def test_the_layouts_are_listed(monkeypatch, capsys):
    _, out, _ = run(monkeypatch, capsys, "layouts")

    assert "siasn-rw-golongan" in out
