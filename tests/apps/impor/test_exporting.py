"""The registry written in each layout, read again: nothing new, nothing changed, no doubt."""

import pytest
from tests.apps.impor.conftest import committed, previewed, total
from tests.support.any_record import fill

from pamong.apps.core.files import NewFile
from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.impor.exporting import Wanted, export, exportable
from pamong.apps.impor.exporting_reading import Moment
from pamong.apps.impor.models import StagedDoubt, StagedRow, State
from pamong.apps.impor.receiving import unzipped
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import SECTIONS
from pamong.exchange.opening import open_tables
from pamong.exchange.sample import AS_OF
from pamong.exchange.sheet import NOTES_SHEET

pytestmark = pytest.mark.django_db


def exported(pemda, folder, *layouts, form="xlsx", day=AS_OF, known_on=None, **how):
    ids = list(
        Pegawai.objects.filter(pemda=pemda)
        .order_by("person__sort_key", "pk")
        .values_list("pk", flat=True)
    )
    folder.mkdir(exist_ok=True)
    wanted = Wanted(pemda, ids, Moment(day, known_on), layouts, form, "semua", **how)
    made = export(wanted, folder, name="ekspor")
    return made, unzipped([NewFile(made.path.name, made.path.read_bytes())])


HELD = (
    "siasn-pegawai",
    "siasn-rw-golongan",
    "siasn-rw-jabatan",
    "siasn-rw-pendidikan",
    "siasn-rw-diklat",
    "siasn-rw-kursus",
    "siasn-rw-skp22",
    "riwayat-kgb",
)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_an_imported_registry_exported_and_imported_again_is_unchanged(
    contoh, files, tmp_path, form
):
    committed(previewed(contoh, files))

    made, again = exported(contoh, tmp_path / "lagi", *HELD, form=form)
    batch = previewed(contoh, again)

    assert told_otherwise(batch) == []
    assert total(batch.counts) == total(batch.counts, "unchanged") == made.rows == 440


MOST = tuple(name for name in exportable() if name != "siasn-data-utama")
"""Every layout but the second one of main rows: an import would find each person twice."""


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("seed", [1, 2])
def test_any_registry_exported_and_imported_again_is_unchanged(contoh, tmp_path, seed, form):
    fill(contoh, seed=seed)

    made, again = exported(contoh, tmp_path / "lagi", *MOST, form=form)
    print(*made.notes, sep="\n")
    batch = previewed(contoh, again)

    assert told_otherwise(batch) == []
    assert total(batch.counts) == total(batch.counts, "unchanged") == made.rows
    assert all(each.rows for each in made.tallies)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("main", ["siasn-pegawai", "siasn-data-utama"])
def test_an_export_brought_into_an_empty_government_is_exported_as_the_same_cells(
    contoh, tmp_path, main, form
):
    fill(contoh, seed=3)
    layouts = (main, *(name for name in MOST if name != "siasn-pegawai"))
    first, files = exported(contoh, tmp_path / "a", *layouts, form=form)
    empty(contoh)
    batch = committed(previewed(contoh, files))

    second, again = exported(contoh, tmp_path / "b", *layouts, form=form)

    assert (batch.problem, total(batch.report, "new")) == ("", first.rows)
    assert cells(again, tmp_path) == cells(files, tmp_path)
    assert second.rows == first.rows


def empty(pemda):
    """Take everybody of a government off the record."""
    people = Pegawai.objects.filter(pemda=pemda)
    persons = list(people.values_list("person", flat=True))
    for each in SECTIONS:
        each.model._default_manager.filter(pegawai__in=people).delete()
    people.delete()
    PersonIdentifier.objects.filter(person__in=persons).delete()
    Person.objects.filter(pk__in=persons).delete()


def cells(files, folder):
    """Return the rows of each file as its cells stand there."""
    found = {}
    for file in files:
        path = folder / file.name
        path.write_bytes(file.content)
        for sheet in open_tables(path):
            if sheet.name != NOTES_SHEET:
                found[file.name] = [list(row) for _number, row in sheet.rows()]
    return found


def told_otherwise(batch):
    """Return what an import says that the record does not: doubts, and rows new or changed."""
    doubts = StagedDoubt.objects.filter(batch=batch).values_list("code", "file", "column", "text")
    rows = StagedRow.objects.filter(batch=batch).exclude(state=State.UNCHANGED)
    rows = rows.values_list("section", "state", "said", "before")
    for r in rows[:2]:
        print(r)
    return [*doubts[:5], *rows[:5]]
