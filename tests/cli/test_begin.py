"""``pamong begin``: the first government and its operator, whose password is printed once."""

import os
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import typer
from django.contrib.auth import authenticate

from pamong.apps.accounts.selectors import access_of
from pamong.apps.organisasi.selectors import find_resident
from pamong.cli import begin as command
from pamong.cli import house, migrate
from pamong.installation.place import VARIABLE


@pytest.fixture
def data(db, tmp_path, monkeypatch):
    """The command stands in a folder of its own and in the test's database, which has tables."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())
    monkeypatch.setattr(migrate, "migrate_database", lambda _house: None)


def begun(government="Kabupaten Jember"):
    command.begin(government, "operator", typical_structure=False)


def test_the_printed_account_signs_in_and_reaches_the_government(data, capsys):
    begun()
    password = re.search(r"kata sandi: (\S+)", capsys.readouterr().out)[1]

    user = authenticate(username="operator", password=password)

    pemda = find_resident("Kabupaten Jember")
    today = datetime.now(ZoneInfo(pemda.time_zone)).date()
    assert access_of(user.pk, label="", day=today).reaches(pemda)


def test_a_second_time_the_password_stays_and_another_government_comes_in(data, capsys):
    begun()
    begun("Kota Bogor")

    told = capsys.readouterr().out
    assert told.count("kata sandi:") == 1
    assert "kata sandinya tidak diubah" in told
    assert find_resident("Kota Bogor")


def test_a_name_that_is_no_government_is_refused_in_a_sentence(data):
    with pytest.raises(typer.BadParameter, match="bukan nama satu pemerintah daerah"):
        begun("Kabupaten Antah")


def test_a_demonstration_stays_one(data, monkeypatch):
    monkeypatch.setitem(house.os.environ, "PAMONG_DEMONSTRATION", "1")

    with pytest.raises(command.DemonstrationFolderError, match="data peraga"):
        begun()
