"""The review tells its time and what it teaches, and a model's proposals are taken by hand."""

import pytest
from playwright.sync_api import expect
from tests.support.accessible import FITS, troubles
from tests.support.model_server import proposing, stand_in

from pamong.apps.forums.models import Correction, ReviewMeasure

HIDE = """hidden => {
    Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""
COUNTED = """() => Number(Object.values(localStorage).at(0) ?? "-1")"""
HOUR = {"field": "time_of_day", "value": "sampai selesai", "words": "sampai selesai"}
BODY = {"field": "attendees", "value": {"office": "semua OPD"}, "words": "meminta semua OPD"}


@pytest.fixture
def draft(world):
    """A draft without a conflict, in which everybody who speaks has a name."""
    draft = world.waiting
    evidence = {**draft.content["evidence"]}
    evidence["/date"] = {**evidence["/date"], "conflict": False}
    draft.content = {**draft.content, "commitments": [], "evidence": evidence}
    draft.as_read = draft.content
    draft.save(update_fields=["content", "as_read"])
    return draft


@pytest.fixture
def where(draft):
    return f"/dokumen/{draft.document.public_id}/"


@pytest.fixture
def model(settings):
    with stand_in() as server:
        settings.PAMONG_MODEL = server.setting()
        server.answering = proposing([HOUR, BODY])
        yield server


def put_place(page, value="Lapangan Contoh"):
    page.locator("#v-place-i").fill(value)
    page.locator("#v-place-i").press("Tab")
    expect(page.locator("#toolbar")).to_contain_text("sentuhan")
    page.wait_for_load_state("networkidle")


def test_time_is_counted_while_the_page_is_to_be_seen_and_sent_with_the_form(visit, where, draft):
    page = visit().open(f"{where}tinjau/")
    put_place(page)
    page.wait_for_timeout(1200)
    page.evaluate(HIDE, True)
    counted = page.evaluate(COUNTED)
    assert counted > 1

    page.wait_for_timeout(700)
    page.evaluate(HIDE, False)
    page.evaluate(HIDE, True)
    assert page.evaluate(COUNTED) - counted < 0.5, "nothing is counted while it is hidden"

    page.goto(page.url.replace("/tinjau/", "/kukuhkan/"))
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Kukuhkan").click()
    page.wait_for_url(f"**{where}*")

    assert 1 <= ReviewMeasure.objects.get().seconds < 60
    assert Correction.objects.count() == 1


def test_without_a_script_the_time_is_not_known(visit, where, draft):
    page = visit(java_script_enabled=False).open(f"{where}kukuhkan/")
    page.get_by_role("button", name="Kukuhkan").click()

    draft.refresh_from_db()
    assert draft.status == "confirmed"
    assert ReviewMeasure.objects.get().seconds is None


@pytest.mark.parametrize(("size", "scheme"), [("lebar", "light"), ("sempit", "dark")])
def test_a_model_is_asked_and_its_proposals_are_taken_by_hand(
    visit, where, draft, model, size, scheme
):
    page = visit(size, scheme).open(f"{where}tinjau/")
    put_place(page)
    page.get_by_role("link", name="Minta usulan model bahasa").click()
    readable(page, "what is sent")
    page.get_by_role("button", name="Kirim").click()
    page.wait_for_url("**/tinjau/*")
    readable(page, "proposals")

    page.get_by_role("button", name="Pakai Waktu").click()
    expect(page.locator("#v-time_of_day-i")).to_have_value("sampai selesai")
    page.get_by_role("button", name="Abaikan Hadirin").click()
    expect(page.get_by_role("heading", name="Usulan model bahasa")).to_have_count(0)

    page.goto(page.url.replace("/tinjau/", "/kukuhkan/"))
    page.get_by_text("Lihat 2 kasus").click()
    readable(page, "cases")
    page.get_by_role("button", name="Kukuhkan").click()
    page.wait_for_url(f"**{where}*")
    page.goto(page.url.partition("/dokumen/")[0] + "/dokumen/ukuran/")
    expect(page.get_by_role("img", name="Sentuhan di tengah")).to_be_visible()
    readable(page, "measures")


def readable(page, name):
    assert troubles(page) == [], name
    assert page.evaluate(FITS), name
