"""Signing in with a second factor by keyboard alone, readable by everybody on the way."""

import re

import pytest
from tests.browser.conftest import SIZES, Visit, watch
from tests.support.accessible import FITS, troubles
from tests.support.codes import code_now

from pamong.apps.accounts.models import User

PASSWORD = "delima kuning tujuh"


@pytest.fixture
def gate(browser, live_server, operator, settings):
    """Open the gate as somebody whose role demands a second factor: ``gate("sempit", "dark")``."""
    settings.PAMONG_SECOND_FACTOR_ROLES = ["operator"]
    user = User.objects.get(pk=operator.pk)
    user.set_password(PASSWORD)
    user.save()
    opened = []

    def window(size: str, scheme: str) -> Visit:
        context = browser.new_context(
            viewport=SIZES[size], color_scheme=scheme, locale="id-ID", reduced_motion="reduce"
        )
        seen = Visit(context.new_page(), live_server.url, [], [])
        watch(seen)
        opened.append((context, seen))
        return seen

    yield window
    for context, seen in opened:
        context.close()
        assert seen.troubles == []


def readable(page) -> None:
    assert troubles(page) == [], page.url
    assert page.evaluate(FITS), page.url


def typed(page, *words: str) -> None:
    """Type into one field after another, and send the form."""
    for place, word in enumerate(words):
        if place:
            page.keyboard.press("Tab")
        page.keyboard.type(word)
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.parametrize(("size", "scheme"), [("lebar", "light"), ("sempit", "dark")])
def test_a_second_factor_is_set_up_and_used_by_keyboard_alone(gate, world, size, scheme):
    page = gate(size, scheme).open("/masuk/")
    readable(page)
    typed(page, "warni", PASSWORD)
    assert page.url.endswith("/saya/faktor-kedua/pasang/")
    readable(page)
    secret = page.locator(".factor-key").inner_text().replace(" ", "")
    assert page.locator(".factor-picture").evaluate("image => image.naturalWidth") > 0
    typed(page, code_now(secret))
    assert page.url.endswith("/saya/faktor-kedua/kode/")
    readable(page)
    assert len(re.findall(r"\b\d{8}\b", page.locator(".factor-codes").inner_text())) == 10

    seen = gate(size, scheme)
    page = seen.open("/masuk/")
    typed(page, "warni", PASSWORD)
    assert page.url.endswith("/masuk/kode/")
    readable(page)
    typed(page, "000000")
    assert page.get_by_role("alert").is_visible()
    readable(page)
    typed(page, code_now(secret, steps=1))
    page = seen.open("/saya/")
    readable(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Akun saya"
