"""``pamong synth``: what it makes, and what it says of a wrong call."""

import sys

import pytest

from pamong.cli.main import main


def run(monkeypatch, capsys, *arguments):
    """Run the command as the program does; return its exit code, output and errors."""
    monkeypatch.setattr(sys, "argv", ["pamong", "synth", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    captured = capsys.readouterr()
    return int(end.value.code or 0), captured.out, captured.err


def test_a_lake_is_made_and_told_of(monkeypatch, capsys, tmp_path):
    code, out, err = run(
        monkeypatch, capsys, "--asn", 400, "--out", tmp_path / "data", "--seed", -3
    )

    assert code == 0
    assert "8 pemerintah daerah" in out
    assert "400 dari 400 ASN" in err
    assert (tmp_path / "data" / "himpunan.json").is_file()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--asn", 0], "--asn tidak dapat dipakai: isi dengan bilangan 1 sampai 20.000.000"),
        (["--asn", "banyak"], "--asn tidak dapat dipakai: isi dengan bilangan bulat"),
        (["--asn", 100, "--pemda", 0], "--pemda tidak dapat dipakai"),
        (["--asn", 100, "--pemda", 50], "terlalu sedikit untuk 50 pemerintah daerah"),
        (["--asn", 100, "--as-of", "2031-01-01"], "--as-of tidak dapat dipakai"),
        (["--asn", 100, "--as-of", "besok"], "--as-of tidak dapat dipakai"),
        (["--asn", 100, "--skenario", "tidak/ada.toml"], "--skenario tidak dapat dipakai"),
        ([], "--asn belum diisi"),
    ],
)
def test_a_wrong_call_is_said_in_one_sentence(monkeypatch, capsys, tmp_path, arguments, sentence):
    code, _, err = run(monkeypatch, capsys, *arguments, "--out", tmp_path / "data")

    assert code == 2
    assert sentence in err
    assert not (tmp_path / "data").exists()


def test_a_file_of_scenarios_with_mistakes_is_refused_with_all_of_them(
    monkeypatch, capsys, tmp_path
):
    path = tmp_path / "skenario.toml"
    path.write_text('[rules]\nbup-pns = "pegawa"\n[[scenario]]\nid = "a"\n', encoding="utf-8")

    code, _, err = run(
        monkeypatch, capsys, "--asn", 100, "--out", tmp_path / "data", "--skenario", path
    )

    assert code == 3
    assert 'tabel fakta "pegawa" tidak dikenal' in err
    assert "scenario[1].rule: belum diisi" in err
    assert not (tmp_path / "data").exists()


def test_a_folder_with_something_in_it_is_refused(monkeypatch, capsys, tmp_path):
    (tmp_path / "ada.txt").touch()

    code, _, err = run(monkeypatch, capsys, "--asn", 100, "--out", tmp_path)

    assert code == 3
    assert "sudah berisi" in err


def test_on_another_day_only_the_background_is_made_and_that_is_said(
    monkeypatch, capsys, tmp_path
):
    asked = ("--asn", 60, "--as-of", "2026-03-31", "--out", tmp_path / "data")
    code, told, _ = run(monkeypatch, capsys, *asked)

    assert code == 0
    assert "0 skenario" in told
    assert "berlaku pada 30 Oktober 2026 saja" in told
