"""An analyst brings in an export with 200 planted mistakes: each is named with its place."""

import pytest
from tests.apps.impor.conftest import committed, export, previewed, total, undone

from pamong.apps.impor.errors import ImportNotFoundError
from pamong.apps.impor.models import Import, StagedDoubt, StagedRow, Step
from pamong.apps.impor.selectors import doubts, get_import, imports_of
from pamong.apps.kepegawaian.models import Pegawai

pytestmark = pytest.mark.django_db
PEOPLE = 400


def test_every_mistake_is_named_undone_mended_and_brought_in_again(contoh, tmp_path):
    files, planted = export(tmp_path / "salah", PEOPLE, mistakes=200)
    batch = previewed(contoh, files)

    told = {
        (each.code, each.file, each.row, each.column)
        for each in StagedDoubt.objects.filter(batch=batch)
    }
    assert len(planted) == 200
    assert len({code for code, _ in planted}) == 30
    for code, place in planted:
        assert (code, place.file, place.row, place.column) in told, (code, place)
    rows = StagedRow.objects.filter(batch=batch, part=0).count()
    assert total(batch.counts) == rows

    batch = committed(batch)
    assert (batch.step, total(batch.report)) == (Step.COMMITTED, rows)
    assert 0 < Pegawai.objects.count() < PEOPLE
    undone(batch)
    assert not Pegawai.objects.exists()

    mended = committed(previewed(contoh, export(tmp_path / "betul", PEOPLE)[0]))
    assert Pegawai.objects.count() == PEOPLE
    assert total(mended.report, "doubtful") == total(mended.report, "left") == 0


def test_two_governments_bring_in_apart(contoh, misal, files):
    batch = committed(previewed(contoh, files))

    assert [each.pk for each in imports_of(contoh)] == [batch.pk]
    assert imports_of(misal) == []
    assert doubts(misal, batch) == []
    with pytest.raises(ImportNotFoundError):
        get_import(misal, str(batch.public_id))
    assert get_import(contoh, str(batch.public_id)) == batch
    assert not Pegawai.objects.filter(pemda=misal).exists()


def test_a_history_without_its_person_waits_and_is_told(contoh, files):
    only = [file for file in files if "golongan" in file.name or "unor" in file.name]
    batch = previewed(contoh, only)

    assert batch.counts["pangkat"] == {"doubtful": 80}
    codes = StagedDoubt.objects.filter(batch=batch).values_list("code", flat=True)
    assert "tanpa-pegawai" in set(codes)
    assert Import.objects.get(pk=batch.pk).step == Step.READY
