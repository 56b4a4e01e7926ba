"""Dokumen: how a text comes in, and what is said of one that cannot."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.support import reviewable
from tests.support.pdf import Sheet, pages_of, pdf
from tests.support.word import word
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.core.models import Document
from pamong.apps.forums.models import ReadingDraft
from pamong.web.dokumen.text import SpansUnreadableError, read_spans, segments, words_at

PAGE = (
    b"<html><head><title>Apel</title><script>alert(1)</script></head><body><article><p>%s</p>"
    b"</article></body></html>"
)


def send(client, **fields):
    return client.post(
        "/dokumen/masukkan/", {"text": "", "title": "", "published_on": "", **fields}
    )


def a_file(content: bytes, name: str = "berkas.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_a_pasted_text_becomes_a_draft_to_review(client, contoh):
    answer = send(client, text=reviewable.TEXT, title="Apel", published_on="11 Sep 2024")

    draft = ReadingDraft.objects.get()
    assert answer["Location"].startswith(f"/dokumen/{draft.document.public_id}/tinjau/")
    assert draft.document.published_on == date(2024, 9, 11)
    assert draft.document.title == "Apel"
    assert client.get(answer["Location"]).status_code == 200


def test_a_page_of_html_loses_its_scripts(client, contoh):
    content = PAGE % reviewable.TEXT.replace("\n", "</p><p>").encode()
    send(client, file=a_file(content, "berita.html"))

    assert "alert" not in Document.objects.get().text


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Tempelkan teks dokumen, atau pilih berkasnya."),
        ({"text": "   \n "}, "Tempelkan teks dokumen"),
        ({"text": "...", "title": ""}, "Dokumen ini kosong."),
        ({"text": "Apel", "file": a_file(b"Apel")}, "jangan keduanya"),
        ({"file": a_file(b"")}, "dokumen ini kosong"),
        ({"file": a_file(b"x" * 5_000_001)}, "dokumen ini lebih dari"),
        ({"file": a_file(b"\x89PNG\r\n\x1a\n", "foto.png")}, "berkas ini gambar"),
        ({"file": a_file(b"%PDF-1.7", "sk.pdf")}, "berkas PDF ini rusak"),
        ({"file": a_file(pdf([Sheet(picture=True)]), "sk.pdf")}, "hasil pindai"),
        ({"file": a_file(b"<!DOCTYPE html><p>Masuk</p>", "sk.pdf")}, "isinya halaman HTML"),
        ({"file": a_file(word([]), "sk.docx")}, "dokumen ini kosong"),
        ({"text": "Apel pagi.", "published_on": "11/9/24"}, "1924 atau 2024"),
        ({"text": "Apel pagi.", "published_on": "1/1/2099"}, "sesudah hari ini"),
    ],
)
def test_what_cannot_come_in_is_told_in_a_sentence_and_nothing_is_kept(
    client, contoh, fields, sentence
):
    answer = send(client, **fields)

    assert answer.status_code == 422
    told = answer.content.decode()
    assert sentence in told
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"file": a_file(pdf([Sheet(picture=True)]), "sk.pdf"), "title": "Apel"}, "id_file"),
        ({"text": "...", "title": "Apel"}, "id_text"),
        ({"text": "Apel pagi.", "published_on": "1/1/2099", "title": "Apel"}, "id_published_on"),
    ],
)
def test_a_refusal_stands_at_its_field_and_what_was_written_stays(client, contoh, fields, field):
    told = send(client, **fields).content.decode()

    assert f'<div class="errorlist" id="{field}_error" role="alert">' in told
    assert re.search(rf'id="{field}"[^>]*aria-describedby="[^"]*{field}_error"', told)
    assert told.count('aria-invalid="true"') == 1
    assert 'value="Apel"' in told


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (pdf(pages_of(reviewable.TEXT)), "apel.pdf"),
        (word(reviewable.TEXT.split("\n")), "apel.docx"),
    ],
)
def test_a_pdf_or_docx_becomes_the_draft_of_its_text(client, contoh, content, name):
    answer = send(client, file=a_file(content, name))

    draft = ReadingDraft.objects.get()
    assert answer["Location"].startswith(f"/dokumen/{draft.document.public_id}/tinjau/")
    assert draft.document.file_name == name
    place = draft.content["evidence"]["/place"]["spans"][0]
    assert draft.document.text[slice(*place)].startswith("Alun-Alun Contoh")
    page = client.get(answer["Location"]).content.decode()
    assert "Alun-Alun Contoh" in page


def test_what_a_file_could_not_give_is_told_on_the_page_of_its_draft(client, contoh):
    sheets = [*pages_of(reviewable.TEXT), Sheet(picture=True)]
    answer = send(client, file=a_file(pdf(sheets), "apel.pdf"))

    page = client.get(answer["Location"]).content.decode()
    assert "Halaman 2 PDF ini gambar tanpa teks" in page


def test_a_refused_text_stays_in_the_form(client, contoh):
    told = send(client, text="Apel pagi.", published_on="11/9/24").content.decode()

    assert "Apel pagi.</textarea>" in told
    assert 'value="11/9/24"' in told


def test_the_same_text_leads_to_the_document_that_is_here(client, world):
    answer = client.post("/dokumen/masukkan/", {"text": reviewable.TEXT}, follow=True)

    assert f"/dokumen/{world.waiting.document.public_id}/" in answer.redirect_chain[0][0]
    assert "sama dengan dokumen" in answer.content.decode()


def test_a_text_about_something_else_is_read_and_the_draft_says_so(client, contoh):
    answer = send(client, text="Resep sambal: ulek cabai, bawang, dan terasi sampai halus.")

    told = client.get(answer["Location"]).content.decode()
    assert "message-warning" in told


def test_documents_are_found_by_their_words(client, world):
    found = client.get("/dokumen/", {"cari": "Apel Siang"}).content.decode()

    assert f"/dokumen/{world.confirmed.document.public_id}/" in found
    assert f"/dokumen/{world.waiting.document.public_id}/" not in found
    assert client.get("/dokumen/", {"cari": "a\0b"}).status_code == 200


def test_a_confirmed_document_shows_what_it_gave_and_opens_its_day(client, world):
    page = client.get(f"/dokumen/{world.confirmed.document.public_id}/").content.decode()

    assert "Dikukuhkan" in page
    assert f"/{world.pemda.slug}/?per=2024-09-09" in page
    assert "datang tepat waktu" in page


def test_the_text_is_shown_unchanged_whatever_the_draft_points_to(world):
    text, evidence = world.waiting.document.text, world.waiting.content["evidence"]
    cut = segments(text, evidence)

    assert "".join(segment.words for segment in cut) == text
    assert all(text[segment.start :].startswith(segment.words) for segment in cut)
    assert "Alun-Alun Contoh" in {segment.words for segment in cut if segment.look == "used"}


def test_furniture_looks_like_furniture():
    evidence = {
        "/boilerplate_lines/0": {"spans": [[0, 5]]},
        "/topics/0": {"spans": [[6, 10]]},
        "/place": {"spans": [[3, 4], [90, 95]]},
    }

    looks = [(part.words, part.look) for part in segments("iklan apel", evidence)]
    assert looks == [
        ("ikl", "furniture-words"),
        ("a", "used"),
        ("n", "furniture-words"),
        (" apel", ""),
    ]


def test_words_of_several_places_are_joined():
    assert words_at("Gubernur Jambi,\nBudi", [(0, 8), (16, 20)]) == "Gubernur … Budi"


def test_places_in_a_text_are_read_as_they_were_written():
    assert read_spans("12-40 55-60") == [[12, 40], [55, 60]]
    assert read_spans("  ") is None
    for wrong in ("12", "40-12", "a-b", "-5-3"):
        with pytest.raises(SpansUnreadableError):
            read_spans(wrong)


def test_the_file_behind_a_text_is_kept_to_the_byte_and_comes_as_a_download(client, contoh):
    content = pdf(pages_of(reviewable.TEXT))
    client.post(
        "/dokumen/masukkan/",
        {"file": SimpleUploadedFile("Siaran pers.pdf", content, content_type="text/plain")},
    )
    document = Document.objects.get(file_name="Siaran pers.pdf")

    answer = client.get(f"/dokumen/{document.public_id}/asli/")

    assert answer.content == content
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="Siaran pers.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_text_has_no_other_file_behind_it(client, world):
    assert client.get(f"/dokumen/{world.paper.public_id}/asli/").status_code == 404
    assert client.get(f"/dokumen/{world.waiting.document.public_id}/asli/").status_code == 404


def test_who_does_not_review_gets_no_original(world):
    resident = signed_in(Role.WARGA)

    answer = resident.get(f"/dokumen/{world.confirmed.document.public_id}/asli/")

    assert answer.status_code == 403
