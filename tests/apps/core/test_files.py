"""Files as they came: what they are by their content, how large, and never more than that."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import FileRefusedError, NewFile, keep_file, media_type_of
from pamong.apps.core.models import StoredFile
from pamong.apps.core.models.stored_file import MAX_BYTES

PDF = b"%PDF-1.7 rekaan"
PNG = b"\x89PNG\r\n\x1a\n rekaan"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("bukti.pdf", PDF, "application/pdf"),
        ("bukti.txt", PDF, "application/pdf"),
        ("foto.png", PNG, "image/png"),
        ("foto", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("daftar.csv", b"nama;unit\n", "text/csv"),
    ],
)
def test_a_file_is_what_its_content_is(name, content, media_type):
    assert media_type_of(NewFile(name, content)) == media_type


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("bukti.pdf", b"", "kosong"),
        ("bukti.pdf", b"bukan PDF", "tidak sesuai dengan namanya"),
        ("program.exe", b"MZ\x90\x00", "bukan PDF"),
        ("arsip.zip", b"PK\x03\x04", "bukan PDF"),
        ("catatan.txt", b"a\x00b", "bukan PDF"),
        ("besar.txt", b"a" * (MAX_BYTES + 1), "lebih besar dari 20 MB"),
    ],
)
def test_what_cannot_be_kept_is_named_with_what_to_do(name, content, sentence):
    with pytest.raises(FileRefusedError, match=sentence) as refused:
        media_type_of(NewFile(name, content))

    assert name in str(refused.value)


@pytest.mark.django_db
def test_a_file_is_kept_to_the_byte_and_without_its_folder(contoh):
    kept = keep_file(
        file=NewFile("C:/rahasia/bukti.pdf", PDF),
        owner=contoh.instansi,
        day=date(2025, 6, 2),
        actor=WARNI,
        reason=REASON,
    )

    again = StoredFile.objects.get(pk=kept.pk)
    assert bytes(again.content) == PDF
    assert again.name == "bukti.pdf"
    assert again.size == len(PDF)


@pytest.mark.django_db
def test_the_history_of_a_file_holds_no_content(contoh):
    assert "content" not in {field.name for field in StoredFile.pgh_event_model._meta.fields}
