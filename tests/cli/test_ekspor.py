"""``pamong ekspor`` writes what an import would find unchanged, and says what is not in it."""

import zipfile

import pytest
from tests.support.any_record import fill
from typer.testing import CliRunner

from pamong.apps.impor.export_models import ExportStep, RegistryExport
from pamong.cli import ekspor as module
from pamong.cli.main import app

pytestmark = pytest.mark.django_db
SAID = ("ekspor", "-g", "Kabupaten Contoh", "--reason", "cadangan", "--as-of", "2026-10-30")


@pytest.fixture(autouse=True)
def at_home(monkeypatch):
    """The command stands in the test's database."""
    monkeypatch.setattr(module, "open_house", lambda _data_dir: None)


def run(*words):
    return CliRunner().invoke(app, [*SAID, *map(str, words)])


def test_all_layouts_are_written_into_one_archive_with_a_reason_kept(contoh, tmp_path):
    fill(contoh, seed=1, people=2)

    told = run("--out", tmp_path)

    assert told.exit_code == 0, told.output
    (archive,) = tmp_path.iterdir()
    assert archive.name in told.output
    assert "Riwayat golongan: 6 baris" in told.output
    with zipfile.ZipFile(archive) as packed:
        assert "siasn-rw-hukdis.xlsx" in packed.namelist()
        assert "siasn-data-utama.xlsx" not in packed.namelist()
    kept = RegistryExport.objects.get()
    assert (kept.step, kept.reason, kept.user_id) == (ExportStep.SENT, "cadangan", None)


def test_a_list_of_numbers_narrows_it(contoh, tmp_path):
    ani, _budi = fill(contoh, seed=1, people=2)
    numbers = tmp_path / "nip.txt"
    numbers.write_text(f"{ani.person.identifiers.get(kind='nip').value}\n", "utf-8")
    out = tmp_path / "keluar"
    out.mkdir()

    told = run("--out", out, "--numbers", numbers, "-l", "siasn-rw-golongan")

    assert told.exit_code == 0, told.output
    assert "1 orang" in told.output
    assert [path.suffix for path in out.iterdir()] == [".xlsx"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--form", "ods"), 2),
        (("--layout", "siasn-unor"), 2),
        (("--opd", "Dinas Tiada"), 2),
        (("--as-of", "31-02-2026"), 2),
        (("--out", "/tidak/ada"), 2),
        (("--as-of", "1980-01-01"), 3),
    ],
)
def test_what_cannot_be_written_is_refused(contoh, tmp_path, words, code):
    fill(contoh, seed=1, people=1)

    told = run("--out", tmp_path, *words)

    assert told.exit_code == code, told.output
    assert list(tmp_path.iterdir()) == []
