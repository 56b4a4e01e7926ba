"""An import whose process is killed leaves all or nothing, and goes on to the same end."""

import os
import random
import signal
import time

import pytest
from django.db import connection, connections
from tests.apps.impor.conftest import begun, committed, fresh, previewed, total, undone
from tests.support.registry import REASON, WARNI

from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import commit, preview
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.models import StagedRow, Step
from pamong.apps.impor.services import accept
from pamong.apps.kepegawaian.models import Pegawai, RiwayatPangkat
from pamong.apps.kepegawaian.sections import SECTIONS

pytestmark = pytest.mark.django_db(transaction=True)
MOMENTS = 10
SEED = 7


def killed(step, batch, after: float) -> None:
    """Carry out a step in a process of its own and kill that after so many seconds."""
    connections.close_all()
    progress.close()
    child = os.fork()
    if not child:
        try:
            step(fresh(batch))
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while others_are_connected():
        time.sleep(0.02)


def others_are_connected() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        return bool(cursor.fetchone()[0])


def entries() -> int:
    return sum(each.model._default_manager.count() for each in SECTIONS)


def took(step, batch) -> float:
    began = time.perf_counter()
    step(batch)
    return time.perf_counter() - began


def test_a_preview_killed_at_ten_moments_stages_files_whole_and_ends_the_same(contoh, files):
    first = begun(contoh, files)
    whole = took(preview, first)
    expected = fresh(first).counts
    chance = random.Random(SEED)  # noqa: S311  moments, not secrets
    batch = begun(contoh, files)

    for _ in range(MOMENTS):
        killed(preview, batch, chance.uniform(0, whole))
        if fresh(batch).step != Step.READING:
            assert fresh(batch).counts == expected
            batch = begun(contoh, files)
        for file in batch.files.all():
            rows = StagedRow.objects.filter(batch=batch, file=file.name).exists()
            assert rows == file.is_staged
        assert entries() == 0

    preview(fresh(batch))
    assert fresh(batch).counts == expected
    assert (
        StagedRow.objects.filter(batch=batch).count()
        == StagedRow.objects.filter(batch=first).count()
    )


def test_a_commit_killed_at_ten_moments_leaves_all_or_nothing_and_ends_the_same(contoh, files):
    batch = previewed(contoh, files)
    accept(batch=batch, choice=Choice(), actor=WARNI, reason=REASON)
    whole = took(commit, batch)
    expected = entries()
    batch = undone(fresh(batch))
    chance = random.Random(SEED)  # noqa: S311  moments, not secrets
    batch = waiting(contoh, files)

    for _ in range(MOMENTS):
        killed(commit, batch, chance.uniform(0, whole))
        now = fresh(batch)
        if now.step == Step.COMMITTING:
            assert entries() == Pegawai.objects.count() == 0
        else:
            assert (now.step, entries()) == (Step.COMMITTED, expected)
            undone(now)
            batch = waiting(contoh, files)

    commit(fresh(batch))
    assert (fresh(batch).step, entries()) == (Step.COMMITTED, expected)
    assert RiwayatPangkat.objects.count() == 80
    assert total(fresh(batch).report) == total(fresh(batch).counts)


def waiting(pemda, files):
    batch = previewed(pemda, files)
    accept(batch=batch, choice=Choice(), actor=WARNI, reason=REASON)
    return fresh(batch)


def test_a_step_that_is_over_is_not_carried_out_again(contoh, files):
    batch = committed(previewed(contoh, files))
    before = entries()

    commit(batch)
    preview(batch)

    assert entries() == before
