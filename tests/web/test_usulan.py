"""Asking a language model from the page: shown before it is sent, marked, taken or left."""

import re

import pytest
from django.test import Client
from tests.support.model_server import proposing, sending, stand_in

from pamong.apps.accounts.models import User

HTMX = {"HX-Request": "true"}
HOUR = {"field": "time_of_day", "value": "sampai selesai", "words": "sampai selesai"}
BODY = {"field": "attendees", "value": {"office": "semua OPD"}, "words": "meminta semua OPD"}
NAMELESS = "orang yang tidak disebut namanya"


@pytest.fixture
def model(settings):
    with stand_in() as server:
        settings.PAMONG_MODEL = server.setting()
        server.answering = proposing([HOUR, BODY, {**HOUR, "words": "tidak tertulis"}])
        yield server


@pytest.fixture
def draft(world):
    """A draft in which everybody who speaks has a name."""
    draft = world.waiting
    draft.content = {**draft.content, "commitments": []}
    draft.save(update_fields=["content"])
    return draft


@pytest.fixture
def where(draft):
    return f"/dokumen/{draft.document.public_id}/"


@pytest.fixture
def send(client, where):
    """Open the page, and send what it shows."""

    def send():
        page = client.get(f"{where}usulan/").content.decode()
        digest = re.search(r'name="digest" value="(\w+)"', page)[1]
        return client.post(f"{where}usulan/", {"digest": digest}, follow=True).content.decode()

    return send


def key_in(page, act):
    return re.search(rf'/usulan/{act}/.*?name="key" value="(\w+)"', page, re.DOTALL)[1]


def test_the_page_shows_what_is_sent_and_where_and_sends_nothing_yet(client, where, draft, model):
    page = client.get(f"{where}usulan/").content.decode()

    assert model.address in page
    assert "<dd>uji</dd>" in page
    assert "memimpin apel pada Senin (9/9/2024)" in page
    assert "Anda membantu petugas" in page
    assert "rahasia" not in page
    assert model.asked == []


def test_what_a_model_proposes_is_marked_and_what_was_dropped_is_told(send, draft, model):
    page = send()

    assert "menambahkan 2 usulan" in page
    assert "1 usulan dibuang" in page
    assert page.count("usulan model bahasa</span>") == 2
    draft.refresh_from_db()
    assert draft.content["time_of_day"] is None


def test_a_proposal_is_taken_or_left_by_a_button_and_undone(send, client, where, draft, model):
    page = send()

    page = client.post(f"{where}usulan/pakai/", {"key": key_in(page, "pakai")}, follow=True)
    draft.refresh_from_db()
    assert draft.content["time_of_day"] == "sampai selesai"
    assert "Usulan model bahasa (uji), diterima oleh peninjau." in page.content.decode()

    left = {"key": key_in(page.content.decode(), "abaikan")}
    page = client.post(f"{where}usulan/abaikan/", left, headers=HTMX).content.decode()
    assert "usulan model bahasa</span>" not in page
    assert "1 sentuhan" in page
    again = client.post(f"{where}usulan/abaikan/", left, follow=True).content.decode()
    assert "sudah tidak ada" in again

    for _act in ("abaikan", "pakai", "minta"):
        client.post(f"{where}tinjau/urungkan/")
    draft.refresh_from_db()
    assert draft.content["time_of_day"] is None
    assert draft.content["proposals"] == []


def test_without_a_model_nothing_offers_one(client, where, draft):
    assert "/usulan/" not in client.get(f"{where}tinjau/").content.decode()
    page = client.get(f"{where}usulan/").content.decode()
    assert "Belum ada model bahasa" in page
    assert 'name="digest"' not in page


def test_a_sealed_document_offers_and_sends_nothing(client, where, draft, model):
    draft.is_sealed = True
    draft.save(update_fields=["is_sealed"])

    assert "/usulan/" not in client.get(f"{where}tinjau/").content.decode()
    page = client.get(f"{where}usulan/").content.decode()
    assert NAMELESS in page
    assert "memimpin apel pada" not in page
    assert (
        NAMELESS in client.post(f"{where}usulan/", {"digest": "0"}, follow=True).content.decode()
    )
    assert model.asked == []


def test_a_failure_is_a_sentence_and_the_draft_is_as_it_was(send, draft, model):
    before = draft.content
    model.answering = sending(b"", 503)

    assert "kode 503" in send()

    draft.refresh_from_db()
    assert draft.content == before


def test_who_may_not_review_may_not_ask(where, draft, model):
    stranger = Client()
    stranger.force_login(User.objects.create(username="lain", nama="Lain (rekaan)"))

    assert stranger.post(f"{where}usulan/", {"digest": "0"}).status_code in {403, 404}
    assert stranger.post(f"{where}usulan/pakai/", {"key": "0"}).status_code in {403, 404}
    assert model.asked == []
