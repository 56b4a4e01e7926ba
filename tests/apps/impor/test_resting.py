"""What an import leaves behind: coverage that goes with it, and rows that are deleted in time."""

from datetime import date, timedelta

import pghistory
import pytest
from tests.apps.impor.conftest import begun, committed, fresh, previewed, total, undone
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts.access import NOBODY, Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.impor.carrying_out import carry_on, commit
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.covering import complete, offered
from pamong.apps.impor.errors import (
    StillRunningError,
    UnknownRiwayatError,
    WrongStepError,
)
from pamong.apps.impor.forgetting import forget_old_rows
from pamong.apps.impor.models import Import, StagedDoubt, StagedRow, Step
from pamong.apps.impor.policies import can_import, can_see_import, imports_visible_to
from pamong.apps.impor.running import alone, is_being_run, running
from pamong.apps.impor.selectors import same_files
from pamong.apps.impor.services import accept, leave_import, try_again
from pamong.apps.impor.tasks import forget_rows
from pamong.apps.kepegawaian.models import Pegawai, RiwayatCoverage
from pamong.apps.kepegawaian.services import record_riwayat_coverage
from pamong.kernel.period import Period

pytestmark = pytest.mark.django_db
HOW = {"actor": WARNI, "reason": REASON}


def with_coverage(batch, since=date(2000, 1, 1)):
    whole = [complete("pangkat", since, batch), complete("diklat", since, batch)]
    accept(batch=batch, choice=Choice(), complete=whole, **HOW)
    commit(batch)
    return fresh(batch)


def test_a_history_is_covered_where_somebody_says_so_and_not_else(contoh, files):
    committed(previewed(contoh, files))
    assert not RiwayatCoverage.objects.exists()

    batch = with_coverage(previewed(contoh, _other(files)))

    found = RiwayatCoverage.objects.order_by("riwayat")
    assert [each.riwayat for each in found] == ["diklat", "pangkat"]
    assert {each.period for each in found} == {
        Period(date(2000, 1, 1), batch.day + timedelta(days=1))
    }
    assert "Impor: " in found[0].source


def test_coverage_goes_with_the_import_and_that_of_others_stays(contoh, files):
    record_riwayat_coverage(
        pemda=contoh,
        riwayat="pangkat",
        period=Period(date(1990, 1, 1), None),
        source="buku induk",
        **HOW,
    )

    undone(with_coverage(previewed(contoh, files)))

    assert RiwayatCoverage.objects.get().source == "buku induk"


@pytest.mark.parametrize(
    ("riwayat", "since"), [("cuti", date(2000, 1, 1)), ("pangkat", date(2999, 1, 1)), ("", None)]
)
def test_what_no_import_tells_of_is_not_covered(contoh, files, riwayat, since):
    batch = previewed(contoh, files)

    with pytest.raises(UnknownRiwayatError):
        complete(riwayat, since or batch.day, batch)
    assert {each.value for each in offered(batch)} == {
        "pangkat", "gaji", "jabatan", "pendidikan", "diklat", "kinerja",
    }  # fmt: skip


def _other(files):
    return [
        type(file)(file.name, file.content.replace(b"823/7/1;", b"823/7/1/P;")) for file in files
    ]


def _later(batch, days):
    event = Import.pgh_event_model.objects.filter(pgh_obj_id=batch.pk).latest("pgh_id")
    return event.pgh_created_at.date() + timedelta(days=days)


def test_rows_that_rested_are_deleted_and_the_report_and_undoing_stay(contoh, misal, files):
    batch = committed(previewed(contoh, files))
    how = {"days": 30, "actor": WARNI}

    assert forget_old_rows(pemda=contoh, day=_later(batch, 29), **how) == []
    assert forget_old_rows(pemda=misal, day=_later(batch, 99), **how) == []
    assert forget_old_rows(pemda=contoh, day=_later(batch, 30), **how) == [batch]

    batch = fresh(batch)
    assert (batch.is_cleared, batch.step, total(batch.report)) == (True, Step.COMMITTED, 474)
    assert not StagedRow.objects.exists()
    assert not StagedDoubt.objects.exists()
    assert all(file.content for file in batch.files.all())
    assert undone(batch).report == {"tetap": {}}
    assert not Pegawai.objects.exists()


def test_an_import_nobody_decided_on_is_left_and_its_files_are_emptied(contoh, files):
    batch = previewed(contoh, files)

    forget_old_rows(pemda=contoh, day=_later(batch, 30), days=30, actor=WARNI)

    batch = fresh(batch)
    assert (batch.step, batch.is_cleared) == (Step.LEFT, True)
    assert not any(file.content for file in batch.files.all())
    assert total(batch.counts) == 474


def test_what_is_at_work_is_not_deleted(contoh, files, settings):
    batch = begun(contoh, files)

    assert forget_old_rows(pemda=contoh, day=date(2999, 1, 1), days=1, actor=WARNI) == []
    settings.PAMONG_IMPORT_DAYS = 3650
    forget_rows(timestamp=0)
    assert fresh(batch).is_running


def test_a_step_is_asked_for_once_and_anew_when_its_job_is_gone(contoh, files):
    batch = begun(contoh, files)
    assert running(batch).waits
    assert not running(batch).worker_lives
    with pytest.raises(StillRunningError, match="masih berjalan"):
        try_again(batch=batch, **HOW)

    Import.objects.filter(pk=batch.pk).update(job_id=None)
    batch = fresh(batch)
    assert running(batch).has_failed
    with alone(batch.pk):
        assert is_being_run(batch)
    try_again(batch=batch, **HOW)

    assert running(fresh(batch)).waits
    carry_on(batch.pk)
    assert fresh(batch).step == Step.READY
    carry_on(batch.pk)  # nothing to do, and nothing happens
    with pytest.raises(WrongStepError):
        try_again(batch=batch, **HOW)


def test_an_import_that_is_left_writes_nothing_and_is_over(contoh, files):
    batch = previewed(contoh, files)
    leave_import(batch=batch, **HOW)

    with pytest.raises(WrongStepError, match="tidak dimasukkan"):
        accept(batch=fresh(batch), choice=Choice(), **HOW)
    assert not Pegawai.objects.exists()


def test_the_same_file_is_known_again_in_its_own_government_only(contoh, misal, files):
    first = previewed(contoh, files)
    again = previewed(contoh, files)
    elsewhere = previewed(misal, files)

    assert {file.batch for file in same_files(contoh, again)} == {first}
    assert same_files(contoh, first) == same_files(misal, elsewhere) == []


def test_who_may_see_one_import_may_see_it_in_the_list(contoh, misal, files):
    batch = previewed(contoh, files)
    people = {role: Access(1, "uji", (Grant(role, pemda_id=contoh.pk),)) for role in Role} | {
        "misal": Access(1, "uji", (Grant(Role.BKD, pemda_id=misal.pk),)),
        "nobody": NOBODY,
    }

    for name, access in people.items():
        listed = Import.objects.filter(imports_visible_to(access, contoh))
        assert (batch in listed) == can_see_import(access, batch), name
        assert can_import(access, contoh) == (name in {Role.OPERATOR, Role.BKD_ADMIN, Role.BKD}), (
            name
        )


def test_history_tells_who_deleted_and_why(contoh, files):
    batch = previewed(contoh, files)
    forget_old_rows(pemda=contoh, day=_later(batch, 30), days=30, actor=WARNI)

    last = Import.pgh_event_model.objects.filter(pgh_obj_id=batch.pk).latest("pgh_id")

    assert last.pgh_context["act"] == "impor.forget_rows"
    assert "masa simpan" in last.pgh_context["reason"]
    assert pghistory.config.append_only()
