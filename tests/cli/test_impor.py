"""``pamong impor``: previewed, doubted, matched, accepted and undone from the shell."""

import os
import sys

import pytest
from python_calamine import CalamineWorkbook
from tests.apps.impor.conftest import export

from pamong.apps.impor import progress
from pamong.apps.impor.models import Import, Step
from pamong.apps.kepegawaian.models import Pegawai, RiwayatCoverage, RiwayatDiklat
from pamong.apps.penataan.models import Reorganisation
from pamong.cli import house
from pamong.cli import impor as command
from pamong.cli.main import main
from pamong.exchange.sample import AS_OF
from pamong.installation.place import VARIABLE

OWN = (
    b"Nomor Pokok;Panggilan Resmi;Mulai CPNS;Keadaan\n"
    b"197001011994010001;Andi Rekaan (rekaan);01-01-1994;P\n"
)


@pytest.fixture(autouse=True)
def a_folder_of_its_own(db, contoh, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())
    monkeypatch.setattr(command, "today_in", lambda _pemda: AS_OF)
    yield
    progress.close()


@pytest.fixture
def run(monkeypatch, capsys, contoh):
    """Run the command as the program does; return its exit code, output and errors."""

    def call(name, *arguments, pemda=contoh):
        told = ["pamong", "impor", name, *map(str, arguments), "--pemda", pemda.nama]
        monkeypatch.setattr(sys, "argv", told)
        with pytest.raises(SystemExit) as end:
            main()
        captured = capsys.readouterr()
        return int(end.value.code or 0), captured.out, captured.err

    return call


@pytest.fixture
def made(tmp_path):
    """Return the paths of a made-up export of six people."""
    files, _ = export(tmp_path / "ekspor", 6)
    return [tmp_path / "ekspor" / file.name for file in files]


def number():
    return Import.objects.latest("pk").public_id


def test_an_export_is_looked_at_accepted_listed_and_undone(run, made, contoh):
    code, out, _ = run("preview", *made, "--reason", "unduhan rekaan")
    assert (code, "pegawai                     6 = baru 6" in out) == (0, True)
    assert not Pegawai.objects.exists()

    code, out, _ = run("accept", number(), "--leave", "diklat", "--complete", "pangkat=1/1/1990")
    assert (code, "sudah dimasukkan" in out) == (0, True)
    assert Pegawai.objects.filter(pemda=contoh).count() == 6
    assert not RiwayatDiklat.objects.exists()
    assert RiwayatCoverage.objects.get().riwayat == "pangkat"
    assert f"{number()}\t" in run("list")[1]

    code, out, _ = run("undo", number(), "--plan")
    assert (code, "0 tetap" in out, Pegawai.objects.count()) == (0, True, 6)
    assert run("undo", number())[0] == 0
    assert not Pegawai.objects.exists()
    code, _, err = run("undo", number())
    assert (code, "sudah dibatalkan" in err) == (3, True)


def test_units_become_a_draft_of_the_structure(run, made, contoh):
    units = next(path for path in made if path.stem == "siasn-unor")
    code, out, _ = run("preview", units)
    assert (code, f"pamong impor structure {number()}" in out) == (0, True)
    since = ("--title", "Susunan rekaan", "--day")

    code, out, _ = run("structure", number(), *since, "1/1/2020", "--plan")
    assert (code, "3 OPD, 30 unit, 33 jabatan kepala." in out) == (0, True)
    assert not Reorganisation.objects.exists()
    assert run("structure", number(), *since, "kapan-kapan")[0] == 2
    code, out, _ = run("structure", number(), *since, "1/1/2020")
    plan = Reorganisation.objects.get()
    assert (code, f"/susunan/penataan/{plan.public_id}/" in out) == (0, True)
    code, _, err = run("structure", number(), *since, "1/1/2020")
    assert (code, "Susunan rekaan" in err) == (3, True)


def test_doubts_end_with_three_and_go_to_a_workbook(run, tmp_path):
    files, planted = export(tmp_path / "salah", 20, mistakes=5)
    paths = [tmp_path / "salah" / file.name for file in files]
    out = tmp_path / "keraguan.xlsx"

    code, told, _ = run("preview", *paths, "--doubts", out)

    assert code == 3
    assert all(kind in told for kind, _ in planted)
    listed = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    codes = {row[-1] for row in listed}
    assert {kind for kind, _ in planted} <= codes
    assert run("doubts", number(), "--out", out)[0] == 0
    assert "harus diperbaiki" in run("show", number())[1]


def test_columns_of_ones_own_are_matched(run, tmp_path):
    path = tmp_path / "punya-kami.csv"
    path.write_bytes(OWN)
    code, told, _ = run("preview", path)
    assert (code, "belum dibaca" in told) == (3, True)
    how = ("--layout", "siasn-pegawai")
    assert run("match", number(), *how, "--column", "Tidak Ada=nama")[0] == 2
    columns = ("Nomor Pokok=nip_baru", "Panggilan Resmi=nama", "Mulai CPNS=tmt_cpns")
    given = [part for each in (*columns, "Keadaan=status_cpns_pns") for part in ("--column", each)]

    assert run("match", number(), *how, *given)[0] == 0

    assert run("accept", number())[0] == 0
    assert Pegawai.objects.count() == 1
    assert run("match", number(), *how, *given)[0] == 2


def test_what_cannot_be_is_refused_with_a_sentence(run, made, misal, tmp_path):
    assert run("preview", tmp_path / "tidak-ada.xlsx")[0] == 2
    run("preview", *made)
    code, _, err = run("accept", number(), "--leave", "apa")
    assert (code, "pilih dari: " in err) == (2, True)
    assert run("accept", number(), "--complete", "pangkat=besok")[0] == 2
    assert run("accept", number(), "--complete", "cuti=1/1/2020")[0] == 3
    code, _, err = run("show", number(), pemda=misal)
    assert (code, "Impor ini tidak ada" in err) == (3, True)
    assert run("show", "bukan-pengenal")[0] == 3
    assert run("leave", number())[0] == 0
    assert Import.objects.get().step == Step.LEFT
    assert run("accept", number())[0] == 3
