"""A document comes in, its draft is changed, undone, set aside or confirmed, each as one act."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest
from tests.support.drafts import APEL, TODAY, confirm, put_down
from tests.support.registry import WARNI

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.models import Document
from pamong.apps.core.selectors import history_of
from pamong.apps.core.services import DuplicateDocumentError, FutureDayError
from pamong.apps.forums import editing
from pamong.apps.forums.errors import DraftDecidedError, DraftNotFoundError, NothingToUndoError
from pamong.apps.forums.models import DraftStatus, Forum, ReadingDraft
from pamong.apps.forums.services import (
    Arrival,
    change_draft,
    receive_document,
    set_aside_draft,
    undo_change,
)
from pamong.reader.unreadable import UnreadableDocumentError

NEWS = (
    "BANDAR CONTOH – Bupati Contoh, Siti Rekayasari (rekaan), memimpin apel pagi di halaman "
    "kantor bupati Kabupaten Contoh, Selasa (14/1/2025). Apel itu diikuti oleh para pegawai "
    "dari seluruh OPD Pemerintah Kabupaten Contoh. Bupati meminta agar setiap kepala OPD "
    "melaporkan kehadiran pegawainya tiap bulan, dan berharap pelayanan kepada masyarakat "
    "menjadi lebih baik.\n"
)


def receive(content, **more):
    if isinstance(content, str):
        content = content.encode()
    return receive_document(arrival=Arrival(content=content, **more), day=TODAY, actor=WARNI)


def change(draft, pointer, value):
    return change_draft(
        public_id=draft.public_id,
        pointer=pointer,
        edit=partial(editing.set_value, pointer=pointer, value=value),
        actor=WARNI,
    )


# ── coming in ──────────────────────────────────────────────────────────────────────────────────


def test_a_document_is_kept_unchanged_and_read_into_an_open_draft(contoh):
    draft = receive(NEWS, file_name="apel.txt")

    assert draft.status == DraftStatus.OPEN
    assert draft.document.text.strip() == NEWS.strip()
    assert draft.document.received_on == TODAY
    assert draft.as_read == draft.content
    assert draft.pemda == contoh
    assert not Forum.objects.exists(), "a draft is never a record"


@pytest.mark.parametrize(
    ("content", "file_name"),
    [
        (b"", "kosong.txt"),
        (b" \n\t ", "spasi.txt"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "foto.png"),
        (b"%PDF-1.7 ...", "naskah.pdf"),
        (b"PK\x03\x04 ...", "naskah.docx"),
        (b"a" * 6_000_000, "besar.txt"),
        (b"<html><script>alert(1)</script><body></body></html>", "kosong.html"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_and_not_kept(content, file_name, contoh):
    with pytest.raises(UnreadableDocumentError) as refused:
        receive(content, file_name=file_name)

    assert file_name in str(refused.value)
    assert not Document.objects.exists()


def test_html_is_kept_as_its_visible_text(contoh):
    page = f"<html><head><title>Apel</title><script>alert('x')</script></head><p>{NEWS}</p></html>"

    draft = receive(page, file_name="apel.html")

    assert "alert" not in draft.document.text
    assert "memimpin apel pagi" in draft.document.text


def test_an_invisible_null_in_a_text_is_no_accident(contoh):
    try:
        draft = receive(NEWS.replace("pagi", "pa\x00gi"), file_name="nol.txt")
    except UnreadableDocumentError:
        assert not Document.objects.exists()
    else:
        assert "\x00" not in draft.document.text


def test_the_same_text_is_kept_once_and_its_first_is_named(contoh):
    first = receive(NEWS)

    with pytest.raises(DuplicateDocumentError, match=first.document.kode) as refused:
        receive(NEWS, file_name="lagi.txt")

    assert refused.value.existing == first.document
    assert Document.objects.count() == 1


def test_a_document_published_after_it_came_in_is_refused_and_not_kept(contoh):
    with pytest.raises(FutureDayError, match="Tanggal terbit dokumen sesudah hari ini"):
        receive(NEWS, published_on=date(2025, 6, 4))

    assert not Document.objects.exists()


def test_nothing_is_kept_of_a_document_whose_reading_fails(contoh, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("rusak")

    monkeypatch.setattr("pamong.reader.read", fail)

    with pytest.raises(RuntimeError):
        receive(NEWS)

    assert not Document.objects.exists()


def test_documents_get_codes_that_people_can_say(contoh):
    assert [receive(f"{NEWS} {nth}").document.kode for nth in range(3)] == ["D-1", "D-2", "D-3"]


def test_a_long_title_and_file_name_do_not_stop_a_document(contoh):
    draft = receive(NEWS, title="Judul " * 100, file_name=f"{'a' * 300}.txt")

    assert len(draft.document.title) == 300


# ── changing and undoing ───────────────────────────────────────────────────────────────────────


def test_every_change_is_kept_and_undone_in_order(contoh):
    draft = put_down(contoh, APEL)
    read = draft.content

    change(draft, "/place", "lapangan")
    change(draft, "/place", "aula")

    undone = undo_change(public_id=draft.public_id, actor=WARNI)
    assert undone.content["place"] == "lapangan"
    assert undo_change(public_id=draft.public_id, actor=WARNI).content == read
    with pytest.raises(NothingToUndoError, match="Belum ada perubahan"):
        undo_change(public_id=draft.public_id, actor=WARNI)
    assert draft.changes.count() == 2


def test_a_change_after_an_undo_can_be_undone_itself(contoh):
    draft = put_down(contoh, APEL)
    change(draft, "/place", "lapangan")
    undo_change(public_id=draft.public_id, actor=WARNI)
    change(draft, "/place", "aula")

    undone = undo_change(public_id=draft.public_id, actor=WARNI)

    assert undone.content["place"] == APEL.place


def test_what_was_read_stays_as_it_was_read(contoh):
    draft = change(put_down(contoh, APEL), "/place", "aula")

    draft.refresh_from_db()

    assert draft.as_read == APEL.to_json()


def test_a_change_that_does_not_fit_changes_nothing(contoh):
    draft = put_down(contoh, APEL)

    with pytest.raises(editing.DraftEditError):
        change(draft, "/date", "kemarin")

    draft.refresh_from_db()
    assert draft.content == APEL.to_json()
    assert not draft.changes.exists()


def test_the_government_follows_the_region_of_the_draft(contoh, misal):
    draft = put_down(contoh, APEL)

    assert change(draft, "/region", "Kota Misal").pemda == misal
    assert change(draft, "/region", "Kabupaten Antah").pemda is None
    assert undo_change(public_id=draft.public_id, actor=WARNI).pemda == misal


def test_a_change_has_its_actor_in_the_history(contoh):
    draft = change(put_down(contoh, APEL), "/place", "aula")

    newest = history_of([draft])[0]

    assert (newest.what, newest.actor, newest.reason) == ("diubah", WARNI.label, "meninjau draf")


# ── deciding ───────────────────────────────────────────────────────────────────────────────────


def test_a_draft_is_set_aside_with_its_reason(contoh):
    draft = put_down(contoh, APEL)

    done = set_aside_draft(
        public_id=draft.public_id, day=TODAY, actor=WARNI, reason="bukan kegiatan pemerintah"
    )

    assert (done.status, done.decided_on, done.decided_by) == ("set_aside", TODAY, WARNI.label)
    assert done.reason == "bukan kegiatan pemerintah"


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_setting_aside_needs_a_reason(reason, contoh):
    draft = put_down(contoh, APEL)

    with pytest.raises(ReasonMissingError, match="Alasan belum diisi"):
        set_aside_draft(public_id=draft.public_id, day=TODAY, actor=WARNI, reason=reason)

    draft.refresh_from_db()
    assert draft.status == DraftStatus.OPEN


ACTS = {
    "change": lambda draft: change(draft, "/place", "aula"),
    "undo": lambda draft: undo_change(public_id=draft.public_id, actor=WARNI),
    "set aside": lambda draft: set_aside_draft(
        public_id=draft.public_id, day=TODAY, actor=WARNI, reason="salah kirim"
    ),
    "confirm": confirm,
}


@pytest.mark.parametrize("again", ACTS)
@pytest.mark.parametrize("decided", ["confirm", "set aside"])
def test_a_decided_draft_refuses_every_act(decided, again, contoh):
    draft = put_down(contoh, APEL)
    ACTS[decided](draft)
    before = ReadingDraft.objects.values().get()

    with pytest.raises(DraftDecidedError, match="tidak dapat diubah lagi"):
        ACTS[again](draft)

    assert ReadingDraft.objects.values().get() == before
    assert Forum.objects.count() == (decided == "confirm")


@pytest.mark.parametrize("act", ACTS)
def test_a_draft_that_is_none_is_refused(act, db):
    nowhere = ReadingDraft(public_id=uuid4())

    with pytest.raises(DraftNotFoundError, match="Draf ini tidak ada"):
        ACTS[act](nowhere)


def test_two_drafts_of_one_document_cannot_be(contoh):
    draft = put_down(contoh, APEL)

    with pytest.raises(Exception, match="document_id"):
        ReadingDraft.objects.create(document=draft.document, as_read={}, content={})
