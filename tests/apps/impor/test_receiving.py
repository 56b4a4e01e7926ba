"""What may be uploaded, and a layout of one's own that is matched once."""

import io
import zipfile

import pytest
from tests.apps.impor.conftest import committed, fresh, previewed, total
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import NewFile
from pamong.apps.impor.carrying_out import preview
from pamong.apps.impor.errors import ImportFileError, NoFilesError, PreviewIsOldError
from pamong.apps.impor.models import ImportFile, Step
from pamong.apps.impor.receiving import unzipped
from pamong.apps.impor.services import match_columns
from pamong.apps.kepegawaian.models import Pegawai
from pamong.exchange.matching import Matching


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(f"unduhan/{name}.csv", content)
    return out.getvalue()


def test_tables_come_out_of_an_archive():
    files = unzipped([NewFile("semua.zip", zipped(a=b"x;y", b=b"z;w"))])

    assert [(file.name, file.content) for file in files] == [("a.csv", b"x;y"), ("b.csv", b"z;w")]


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (NewFile("a.csv", b""), "kosong"),
        (NewFile("a.pdf", b"%PDF"), "bukan .xlsx"),
        (NewFile("a.zip", b"bukan arsip"), "tidak dapat dibuka"),
    ],
)
def test_what_is_no_table_is_refused(file, why):
    with pytest.raises(ImportFileError, match=why):
        unzipped([file])


def test_two_files_of_one_name_are_refused():
    with pytest.raises(ImportFileError, match="bernama sama"):
        unzipped([NewFile("a.csv", b"x"), NewFile("a.csv", b"y")])


def test_no_file_is_refused():
    with pytest.raises(NoFilesError, match="Belum ada berkas"):
        unzipped([])


OWN = (
    b"Nomor Pokok;Panggilan Resmi;Mulai CPNS;Keadaan;Warna Map\n"
    b"197001011994010001;Andi Rekaan (rekaan);01-01-1994;P;biru\n"
)
COLUMNS = {"Nomor Pokok": "nip_baru", "Panggilan Resmi": "nama", "Mulai CPNS": "tmt_cpns"}
COLUMNS["Keadaan"] = "status_cpns_pns"


@pytest.mark.django_db
def test_a_layout_of_ones_own_is_matched_once_and_known_the_next_time(contoh):
    batch = previewed(contoh, [NewFile("punya-kami.csv", OWN)])
    (sheet,) = batch.sheets
    assert (batch.step, sheet["tidak_terbaca"]) == (Step.MATCHING, 1)

    keys = dict(zip(sheet["kepala"], sheet["kunci"], strict=True))
    columns = {keys[heading]: name for heading, name in COLUMNS.items()}
    matching = Matching("siasn-pegawai", sheet["sidik"], columns)
    match_columns(batch=batch, matching=matching, actor=WARNI, reason=REASON)
    preview(fresh(batch))

    batch = fresh(batch)
    assert (batch.step, total(batch.counts, "new")) == (Step.READY, 1)
    committed(batch)
    assert Pegawai.objects.get().appointment_entries.get().lainnya == {"Warna Map": "biru"}
    again = previewed(contoh, [NewFile("punya-kami.csv", OWN)])
    assert (again.step, total(again.counts, "unchanged")) == (Step.READY, 1)


@pytest.mark.django_db
def test_a_preview_that_is_old_is_not_written_but_made_anew(contoh, files):
    first, second = previewed(contoh, files), previewed(contoh, files)
    committed(first)

    second = committed(second)

    assert (second.step, second.problem) == (Step.READY, str(PreviewIsOldError()))
    assert total(second.counts, "unchanged") == 441
    assert ImportFile.objects.filter(batch=second, is_staged=True).count() == len(files)
