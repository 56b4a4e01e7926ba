"""``pamong ikd``: indicators on the shell, with what cannot be judged and why."""

import json

import pytest
import typer
from tests.apps.kepegawaian.conftest import employed, opd_of

from pamong.apps.kualitas.gathering import UNTOLD
from pamong.apps.kualitas.models import QualityScore
from pamong.cli import house
from pamong.cli.ikd import ikd
from pamong.installation.place import VARIABLE


@pytest.fixture
def contoh_counted(contoh, tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", house.os.environ.copy())
    monkeypatch.setattr("pamong.cli.ikd.open_house", lambda _folder: None)
    employed(opd_of(contoh), "Ani Rekawati", "999901012015032001")
    return contoh


def test_the_indicators_are_counted_and_told_with_what_cannot_be_judged(contoh_counted, capsys):
    ikd(government=contoh_counted.nama, by_opd=True)

    told = capsys.readouterr().out
    assert "1 pegawai" in told
    assert told.count("belum dapat dinilai") == len(UNTOLD)
    assert "Dinas Pasar" in told


def test_as_kept_counts_nothing(contoh_counted, capsys):
    with pytest.raises(typer.Exit):
        ikd(government=contoh_counted.nama, as_kept=True)

    assert "belum pernah dihitung" in capsys.readouterr().out
    assert not QualityScore.objects.exists()


def test_json_tells_the_same(contoh_counted, capsys):
    ikd(government=contoh_counted.nama, as_json=True)

    told = json.loads(capsys.readouterr().out)
    assert told["people"] == 1
    assert {each["code"] for each in told["indicators"] if each["judged"] == 0} >= set(UNTOLD)


def test_an_unknown_government_is_named(contoh_counted):
    with pytest.raises(typer.BadParameter):
        ikd(government="Kabupaten Entah")
