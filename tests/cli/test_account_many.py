"""``pamong account open-many``: first passwords go into a file that nobody else reads."""

import csv
import os
import stat

import pytest
import typer
from django.contrib.auth import authenticate
from tests.support import units
from tests.support.openings import nip_of, numbered

from pamong.apps.accounts.models import User
from pamong.cli import account_many as command
from pamong.cli import house
from pamong.installation.place import VARIABLE


@pytest.fixture(autouse=True)
def ani(db, contoh, tmp_path, monkeypatch):
    """The command stands in a folder of its own; one pegawai works in Dinas Pasar."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())
    return numbered(units.opd(contoh, "Dinas Pasar"), "Ani", 1)


def test_the_file_holds_what_signs_in_and_is_nobody_elses_to_read(contoh, ani, tmp_path, capsys):
    out = tmp_path / "akun.csv"

    command.open_many(contoh.nama, out, place="dinas pasar")

    (row,) = csv.DictReader(out.read_text(encoding="utf-8").splitlines())
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert row["nama_pengguna"] == nip_of(ani)
    assert authenticate(username=row["nama_pengguna"], password=row["kata_sandi_awal"])
    assert "1 akun dibuka." in capsys.readouterr().out


def test_a_plan_opens_none(contoh, capsys):
    command.open_many(contoh.nama, plan=True)

    assert "Dinas Pasar\t1 dibukakan" in capsys.readouterr().out
    assert not User.objects.exists()


@pytest.mark.parametrize("wrong", [{}, {"sso": True, "is_there": True}, {"is_there": True}])
def test_a_wrong_call_opens_none(contoh, tmp_path, wrong):
    out = tmp_path / "akun.csv"
    out.touch()
    told = {key: value for key, value in wrong.items() if key != "is_there"}

    with pytest.raises(typer.BadParameter):
        command.open_many(contoh.nama, out if "is_there" in wrong else None, **told)

    assert not User.objects.exists()
