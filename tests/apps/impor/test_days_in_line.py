"""Days of an entry that a file changes stand in line with those of its neighbours on record."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.apps.impor.conftest import committed, previewed

from pamong.apps.impor.kinds import OVERLAPS
from pamong.apps.impor.models import StagedDoubt
from pamong.apps.kepegawaian.models import RiwayatPangkat

pytestmark = pytest.mark.django_db
RANKS = "siasn-rw-golongan.csv"


def with_first_day(files, of, day):
    """Return the export with another TMT for one entry of the history of ranks."""
    (file,) = [each for each in files if each.name == RANKS]
    text = file.content.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")
    by, tmt = head.index("id"), head.index("tmtGolongan")
    for row in rows:
        if row[by] == of.kode_asal:
            row[tmt] = f"{day:%d-%m-%Y}"
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([head, *rows])
    return [replace(file, content=out.getvalue().encode())]


@pytest.mark.parametrize("which", ["beyond its own end", "before its former"])
def test_a_first_day_that_does_not_fit_is_told_of_its_row_before_anything_is_written(
    contoh, files, which
):
    committed(previewed(contoh, files))
    first, last = RiwayatPangkat.objects.filter(
        pegawai=RiwayatPangkat.objects.first().pegawai
    ).order_by("starts_on")
    moved = {
        "beyond its own end": (first, last.starts_on + timedelta(days=1)),
        "before its former": (last, first.starts_on - timedelta(days=1)),
    }[which]

    batch = previewed(contoh, with_first_day(files, *moved))

    (doubt,) = StagedDoubt.objects.filter(batch=batch, code=OVERLAPS)
    assert doubt.file == RANKS
    assert batch.counts["pangkat"] == {"unchanged": 79, "doubtful": 1}


def test_a_first_day_that_fits_is_changed(contoh, files):
    committed(previewed(contoh, files))
    first = RiwayatPangkat.objects.order_by("pegawai", "starts_on").first()
    earlier = first.starts_on.replace(year=first.starts_on.year - 1)

    batch = committed(previewed(contoh, with_first_day(files, first, earlier)))

    first.refresh_from_db()
    assert (batch.problem, first.starts_on) == ("", earlier)
