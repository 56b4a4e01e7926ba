"""The language of the site: Indonesian until somebody chooses English, and back."""

import pytest
from django.conf import settings
from django.test import Client

COOKIE = settings.LANGUAGE_COOKIE_NAME


def test_the_site_is_indonesian_whatever_the_browser_prefers(client, contoh):
    answer = client.get(f"/{contoh.slug}/", headers={"accept-language": "en"})

    assert b'<html lang="id">' in answer.content
    assert answer["Content-Language"] == "id"


def test_english_is_chosen_and_the_page_that_was_seen_comes_back(client, contoh):
    seen = f"/{contoh.slug}/?per=2024-10-01"

    answer = client.post("/bahasa/", {"language": "en", "next": seen}, follow=True)

    assert answer.redirect_chain == [(seen, 302)]
    assert b'<html lang="en">' in answer.content
    assert "1 October 2024" in answer.content.decode()


def test_a_day_that_a_page_shows_in_english_is_read_again(client, contoh):
    client.cookies[COOKIE] = "en"

    answer = client.get(f"/{contoh.slug}/", {"per": "Tuesday, 1 October 2024"})

    assert "1 October 2024" in answer.content.decode()


def test_what_is_wrong_is_said_in_the_chosen_language(client, contoh):
    client.cookies[COOKIE] = "en"

    answer = client.get(f"/{contoh.slug}/", {"per": "kemarin"})

    assert answer.status_code == 400
    assert "The date &quot;kemarin&quot; cannot be read" in answer.content.decode()


def test_the_gate_can_be_read_in_english_before_signing_in(db):
    visitor = Client()
    visitor.post("/bahasa/", {"language": "en", "next": "/masuk/"})

    assert b'<html lang="en">' in visitor.get("/masuk/").content


@pytest.mark.parametrize("language", ["", "xx", "../en", "EN"])
def test_an_unknown_language_changes_nothing(client, contoh, language):
    answer = client.post("/bahasa/", {"language": language, "next": "/"})

    assert answer.status_code == 302
    assert COOKIE not in answer.cookies


def test_a_stranger_s_cookie_is_read_as_no_choice(client, contoh):
    client.cookies[COOKIE] = "klingon"

    assert b'<html lang="id">' in client.get(f"/{contoh.slug}/").content


@pytest.mark.parametrize("back", ["https://contoh.example/", "//contoh.example", "javascript:x"])
def test_the_switch_leads_nowhere_else(client, back):
    answer = client.post("/bahasa/", {"language": "en", "next": back})

    assert answer["Location"] == "/"
