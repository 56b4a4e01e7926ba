"""All, some or none of a preview is accepted; what is not is told."""

import pytest
from tests.apps.impor.conftest import committed, export, previewed, total
from tests.support.registry import REASON, WARNI

from pamong.apps.impor.choosing import Choice, count
from pamong.apps.impor.errors import NothingTakenError, WrongStepError
from pamong.apps.impor.models import StagedRow, State
from pamong.apps.impor.services import accept
from pamong.apps.kepegawaian.models import Pegawai, RiwayatDiklat, RiwayatPangkat

pytestmark = pytest.mark.django_db


def test_a_section_that_is_left_out_stays_out_and_is_counted(contoh, files):
    batch = committed(previewed(contoh, files), Choice(sections_left=["diklat"]))

    assert not RiwayatDiklat.objects.exists()
    assert RiwayatPangkat.objects.count() == 80
    assert batch.report["diklat"] == {"left": 80}
    assert total(batch.report) == total(batch.counts)


def test_whoever_is_left_out_takes_the_whole_record_along(contoh, files):
    batch = previewed(contoh, files)
    who = StagedRow.objects.filter(section="pegawai").first().who

    batch = committed(batch, Choice(people_left=[who]))

    assert Pegawai.objects.count() == 39
    assert batch.report["pegawai"] == {"left": 1, "new": 39}
    assert batch.report["pangkat"] == {"left": 2, "new": 78}
    assert total(batch.report) == total(batch.counts)


def test_one_row_can_be_left_out(contoh, files):
    batch = previewed(contoh, files)
    row = StagedRow.objects.filter(section="pangkat").first()

    batch = committed(batch, Choice(rows_left=[row.pk]))

    assert RiwayatPangkat.objects.count() == 79
    assert batch.report["pangkat"] == {"left": 1, "new": 79}


def test_none_can_be_accepted_by_leaving_it_but_not_by_accepting_nothing(contoh, files):
    batch = previewed(contoh, files)

    with pytest.raises(NothingTakenError, match="Tidak ada baris yang diterima"):
        accept(batch=batch, choice=Choice(states_left=[0, 1]), actor=WARNI, reason=REASON)


def test_what_is_written_cannot_be_written_again(contoh, files):
    batch = committed(previewed(contoh, files))

    with pytest.raises(WrongStepError, match="sudah dimasukkan"):
        accept(batch=batch, choice=Choice(), actor=WARNI, reason=REASON)


def test_a_doubt_that_asks_is_written_only_where_its_kind_is_accepted(contoh, tmp_path):
    files, _ = export(tmp_path / "salah", 400, mistakes=200)
    batch = previewed(contoh, files)
    asks = total(batch.counts, "asks")
    codes = list(batch.stageddoubt_set.filter(weight=1).values_list("code", flat=True).distinct())
    one = Choice(codes_taken=codes[:1])

    assert asks
    assert total(count(batch, one), "asks") < asks
    assert total(count(batch, Choice(codes_taken=codes)), "asks") == 0
    assert total(count(batch, Choice(codes_taken=codes))) == total(batch.counts)


def test_another_number_of_a_decree_is_a_change_with_its_difference(contoh, files):
    committed(previewed(contoh, files))
    other = [
        type(file)(file.name, file.content.replace(b"823/7/1;", b"823/7/1/P;")) for file in files
    ]

    batch = previewed(contoh, other)

    row = StagedRow.objects.get(batch=batch, state=State.CHANGED)
    assert (row.before["paper_number"], row.said["paper_number"]) == ("823/7/1", "823/7/1/P")
    assert total(batch.counts, "changed") == 1
    committed(batch)
    assert RiwayatPangkat.objects.filter(paper_number="823/7/1/P").count() == 1
