"""Undoing shows what was edited since, and keeps it."""

import pytest
from tests.apps.impor.conftest import committed, previewed, undone
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.impor.errors import WrongStepError
from pamong.apps.impor.services import undo_import
from pamong.apps.impor.undoing import plan_undo
from pamong.apps.kepegawaian.models import Award, Pegawai, RiwayatPangkat
from pamong.apps.kepegawaian.recording import correct_entry, record_entry
from pamong.apps.kepegawaian.sections import section

pytestmark = pytest.mark.django_db


def test_what_was_corrected_since_is_shown_and_stays_with_its_owner(contoh, files):
    batch = committed(previewed(contoh, files))
    entry = RiwayatPangkat.objects.order_by("pk").first()
    correct_entry(
        section=section("pangkat"),
        pegawai=entry.pegawai,
        entry_id=entry.pk,
        values={"paper_number": "823/7/DIPERBAIKI"},
        actor=WARNI,
        reason=REASON,
    )

    plan = plan_undo(batch)
    batch = undone(batch)

    assert (plan.stays["pangkat"], plan.goes["pangkat"]) == (1, 79)
    assert batch.report == {"tetap": {"pangkat": 1, "pegawai": 1}}
    assert RiwayatPangkat.objects.get().paper_number == "823/7/DIPERBAIKI"
    assert Pegawai.objects.get() == entry.pegawai
    assert PersonIdentifier.objects.filter(person=entry.pegawai.person).count() == 3


def test_what_was_recorded_by_hand_stays_with_its_owner(contoh, files):
    batch = committed(previewed(contoh, files))
    pegawai = Pegawai.objects.order_by("pk").first()
    values = {"nama": "Satyalancana", "source": "piagam"}
    record_entry(
        section=section("penghargaan"), pegawai=pegawai, values=values, actor=WARNI, reason=REASON
    )

    batch = undone(batch)

    assert batch.report == {"tetap": {"pegawai": 1}}
    assert Award.objects.get().pegawai == Pegawai.objects.get() == pegawai


def test_a_change_is_put_back_as_it_was(contoh, files):
    committed(previewed(contoh, files))
    other = [
        type(file)(
            file.name,
            file.content.replace(b"823/7/1;", b"823/7/1/P;").replace(b"rekaan7@", b"baru7@"),
        )
        for file in files
    ]
    batch = committed(previewed(contoh, other))

    undone(batch)

    assert RiwayatPangkat.objects.filter(paper_number="823/7/1").count() == 1
    assert Pegawai.objects.count() == 40


def test_what_was_not_written_cannot_be_undone(contoh, files):
    batch = previewed(contoh, files)

    with pytest.raises(WrongStepError, match="siap diperiksa"):
        undo_import(batch=batch, actor=WARNI, reason=REASON)
