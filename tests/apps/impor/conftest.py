"""An analyst of Kabupaten Contoh with a made-up export of SIASN."""

from pathlib import Path

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import NewFile
from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import carry_out_undo, commit, preview
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.models import Import
from pamong.apps.impor.services import accept, begin_import, undo_import
from pamong.exchange.sample import AS_OF, write_sample


def export(folder: Path, people: int = 40, **how):
    """Write a made-up export; return its files and the mistakes planted in it."""
    folder.mkdir(exist_ok=True)
    made = write_sample(folder, people, form="csv", **{"mistakes": 0, **how})
    return [NewFile(path.name, path.read_bytes()) for path in made.files], made.mistakes


def begun(pemda, files) -> Import:
    return begin_import(pemda=pemda, files=files, day=AS_OF, actor=WARNI, reason=REASON)


def previewed(pemda, files) -> Import:
    batch = begun(pemda, files)
    preview(batch)
    return fresh(batch)


def committed(batch, choice=None) -> Import:
    accept(batch=batch, choice=choice or Choice(), actor=WARNI, reason="berkas sudah diperiksa")
    commit(batch)
    return fresh(batch)


def undone(batch) -> Import:
    undo_import(batch=batch, actor=WARNI, reason="salah berkas")
    carry_out_undo(batch)
    return fresh(batch)


def fresh(batch) -> Import:
    return Import.objects.select_related("pemda").get(pk=batch.pk)


def total(counts, what=None) -> int:
    return sum(
        n for each in counts.values() for key, n in each.items() if what is None or key == what
    )


@pytest.fixture
def files(tmp_path):
    return export(tmp_path / "ekspor")[0]


@pytest.fixture(autouse=True)
def progress_is_told_no_more():
    """Close the second connection, by which progress is told outside the act."""
    yield
    progress.close()
