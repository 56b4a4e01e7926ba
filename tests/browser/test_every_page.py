"""Every page, wide and narrow, light and dark: readable by all, no wider than the screen."""

import pytest
from django.conf import settings
from tests.browser.conftest import OF_ANOTHER, PARTS, SIZES, part_of
from tests.support.accessible import ALL_BUT_COLOURS, COLOURS, EVERYTHING, FITS, troubles
from tests.support.addresses import asked

from pamong.apps.accounts.models import Role, RoleGrant

IS_DARK = "matchMedia('(prefers-color-scheme: dark)').matches"
READ_IN = {"light": EVERYTHING, "dark": COLOURS}
"""The scheme changes colours and nothing else (tokens.css): names and sizes are those of light."""


@pytest.mark.parametrize("part", PARTS)
def test_every_page_can_be_read_by_everybody_and_asks_nobody_else(visit, pages, part):
    seen = visit()
    for name, address in part_of(pages, part):
        page = seen.open(asked(address, per="2024-10-01"))
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            for scheme, rules in READ_IN.items():
                page.emulate_media(color_scheme=scheme)

                assert page.evaluate(IS_DARK) == (scheme == "dark")
                assert troubles(page, rules) == [], (name, size, scheme)
            assert page.evaluate(FITS), f"{name} is wider than the screen: {size}"
        page.set_viewport_size(SIZES["lebar"])

    assert [url for url in seen.asked if not url.startswith((seen.base, "data:"))] == []


@pytest.mark.parametrize("part", PARTS)
def test_every_page_can_be_read_by_everybody_in_english(visit, pages, part):
    seen = visit()
    seen.page.context.add_cookies(
        [{"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": seen.base}]
    )
    for name, address in part_of(pages, part):
        page = seen.open(asked(address, per="2024-10-01"))

        assert page.evaluate("document.documentElement.lang") == "en", name
        assert troubles(page, ALL_BUT_COLOURS) == [], name
        assert page.evaluate(FITS), f"{name} is wider than the screen"


@pytest.mark.parametrize(("size", "scheme"), [("lebar", "light"), ("sempit", "dark")])
def test_pages_that_answer_somebody_else_can_be_read_by_everybody(visit, world, size, scheme):
    seen = visit(size, scheme)
    RoleGrant.objects.filter(role=Role.BKD_ADMIN).update(person=None)

    for name in sorted(OF_ANOTHER):
        page = seen.open(world.pages()[name])
        assert troubles(page) == [], name
        assert page.evaluate(FITS), f"{name} is wider than the screen"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gate_and_what_cannot_be_shown_can_be_read_by_everybody(visit, world, scheme):
    seen = visit("sempit", scheme)
    for address in ("/tidak/ada/", f"/{world.pemda.slug}/?per=1/10/20"):
        page = seen.open(address)
        assert troubles(page) == [], address
        assert page.evaluate(FITS)
    seen.troubles.clear()  # Chromium counts a page with 404 or 400 as an error

    seen.page.context.clear_cookies()
    page = seen.open("/masuk/")
    assert troubles(page) == []
    assert page.evaluate(FITS)


def test_menus_open_and_close_by_keyboard_alone(visit, world):
    page = visit().open(f"/{world.pemda.slug}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"

    day = page.locator(".asof")
    day.locator("summary").focus()
    page.keyboard.press("Enter")
    assert day.get_attribute("open") is not None
    page.keyboard.press("Escape")
    assert day.get_attribute("open") is None


def test_the_day_is_turned_by_typing_it(visit, world):
    page = visit("sempit").open(f"/{world.pemda.slug}/")
    page.locator(".asof summary").click()
    page.fill("#per", "1/10/2024")
    page.keyboard.press("Enter")
    page.wait_for_url("**per=1%2F10%2F2024")

    assert "bukan hari ini" in page.locator(".asof-strip").inner_text()
    assert page.locator(".leader").first.inner_text().count("Budi Contohadi") == 1


def test_the_scheme_that_was_chosen_is_remembered(visit, world):
    seen = visit()
    page = seen.open(f"/{world.pemda.slug}/")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("summary[aria-label^=Akun]").click()
    page.locator("[data-pamong-theme]").click()
    dark = page.evaluate(ground)
    page = seen.open(f"/{world.pemda.slug}/pejabat/")

    assert light != dark
    assert page.evaluate(ground) == dark


def test_offices_are_narrowed_while_typing_and_the_choice_stays_in_the_address(visit, world):
    page = visit().open(f"/{world.pemda.slug}/pejabat/?per=2024-10-01")
    page.fill("#cari", "tono")
    page.wait_for_url("**cari=tono*")

    assert page.locator(".timeline-office").all_inner_texts() == [
        "Sekretaris Daerah Kabupaten Contoh (rekaan)"
    ]
    assert "per=2024-10-01" in page.url


def test_the_head_with_the_day_stays_in_sight(visit, world):
    page = visit("sempit").open(f"/{world.pemda.slug}/?per=2024-10-01")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")

    assert page.locator(".site-head").bounding_box()["y"] == 0
    assert page.locator(".asof summary").is_visible()
