"""Files become a preview, then one act of the record, and one act takes it back."""

import pytest
from tests.apps.impor.conftest import committed, previewed, total, undone

from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.impor.models import StagedDoubt, StagedRow, Step
from pamong.apps.kepegawaian.models import (
    Pegawai,
    PenilaianKinerja,
    RiwayatJabatan,
    RiwayatPangkat,
)
from pamong.apps.kepegawaian.sections import SECTIONS
from pamong.exchange import apart

pytestmark = pytest.mark.django_db
ROWS = 34 + 40 + 400


def entries() -> int:
    return sum(each.model._default_manager.count() for each in SECTIONS)


def test_a_first_import_is_all_new_and_counts_add_up(contoh, files):
    batch = previewed(contoh, files)

    assert not StagedDoubt.objects.exists()
    assert (batch.step, batch.problem) == (Step.READY, "")
    assert total(batch.counts) == ROWS
    assert batch.counts["susunan"] == {"aside": 33, "unchanged": 1}
    assert total(batch.counts, "new") == ROWS - 34
    assert Pegawai.objects.count() == 0


def test_large_files_are_read_by_another_process_to_the_same_end(contoh, files, monkeypatch):
    here = previewed(contoh, files)
    monkeypatch.setattr(apart, "WORTH_A_PROCESS", 0)

    there = previewed(contoh, files)

    assert (there.step, there.counts, there.sheets) == (Step.READY, here.counts, here.sheets)
    assert staged(there) == staged(here)


def staged(batch):
    rows = StagedRow.objects.filter(batch=batch).order_by("file", "sheet", "row", "part")
    return list(rows.values_list("file", "row", "part", "section", "who", "said", "also", "state"))


def test_what_was_accepted_is_on_record_and_the_report_adds_up(contoh, files):
    batch = committed(previewed(contoh, files))

    assert (batch.step, batch.problem) == (Step.COMMITTED, "")
    assert Pegawai.objects.filter(pemda=contoh).count() == 40
    assert RiwayatPangkat.objects.count() == RiwayatJabatan.objects.count() == 80
    assert PenilaianKinerja.objects.count() == 80
    assert batch.report == batch.counts
    one = RiwayatPangkat.objects.order_by("pegawai", "starts_on").first()
    assert one.ends_before == one.pegawai.riwayat_pangkat.latest("starts_on").starts_on
    assert "siasn-rw-golongan.csv" in one.source


def test_the_same_files_again_change_nothing(contoh, files):
    committed(previewed(contoh, files))
    before = entries()

    again = previewed(contoh, files)

    assert total(again.counts, "unchanged") == ROWS - 33
    assert not StagedDoubt.objects.filter(batch=again).exists()
    assert entries() == before


def test_undoing_takes_all_of_it_back(contoh, files):
    batch = undone(committed(previewed(contoh, files)))

    assert (batch.step, batch.report) == (Step.UNDONE, {"tetap": {}})
    assert entries() == Pegawai.objects.count() == PersonIdentifier.objects.count() == 0
    assert not Person.objects.exists()
