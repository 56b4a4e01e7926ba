"""The review page by hand and by keyboard: values light up, words go to fields, undo, confirm."""

import pytest
from playwright.sync_api import expect
from tests.support import reviewable

LIT = """() => [...(CSS.highlights.get("pamong-words") ?? [])].map(range => range.toString())"""


@pytest.fixture
def address(world) -> str:
    return f"/dokumen/{world.waiting.document.public_id}/tinjau/"


def field(page, pointer: str):
    return page.locator("#v" + pointer.replace("/", "-") + "-i")


def settled(page):
    page.wait_for_load_state("networkidle")
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)


def content(world) -> dict:
    world.waiting.refresh_from_db()
    return world.waiting.content


def test_a_value_lights_up_its_words_and_brings_them_into_view(visit, address):
    page = visit().open(address)
    page.set_viewport_size({"width": 1280, "height": 480})
    field(page, "/directives/0/gist").click()

    assert page.evaluate(LIT) == ["meminta semua OPD datang tepat waktu"]
    place = page.evaluate("""() => {
        const [range] = CSS.highlights.get("pamong-words");
        const box = range.getBoundingClientRect();
        const pane = document.querySelector("#lembar-teks").getBoundingClientRect();
        return box.top >= pane.top && box.bottom <= pane.bottom;
    }""")
    assert place


def test_the_whole_review_by_keyboard_alone(visit, address, world):
    page = visit().open(address)
    field(page, "/place").focus()
    assert page.evaluate(LIT) == ["Alun-Alun Contoh"]

    page.keyboard.press("Control+Enter")
    assert page.evaluate("getSelection().toString()") == "Alun-Alun Contoh"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "v-place-i"
    assert page.evaluate(LIT) == ["Alun-Alun Contoh"]

    page.keyboard.press("Control+Enter")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("getSelection().toString()") == "Alun-Alun Contoh sampai selesai"
    page.keyboard.press("Enter")
    settled(page)

    assert content(world)["place"] == "Alun-Alun Contoh sampai selesai"
    assert content(world)["evidence"]["/place"]["spans"] == [
        list(reviewable.span("Alun-Alun Contoh sampai selesai"))
    ]
    assert page.evaluate("document.activeElement.id") == "v-place-i"
    assert page.evaluate(LIT) == ["Alun-Alun Contoh sampai selesai"]

    page.keyboard.press("Control+z")
    settled(page)
    assert content(world)["place"] == "Alun-Alun Contoh"

    page.locator(".choice").nth(1).focus()
    assert page.evaluate(LIT) == ["10 September 2024"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    settled(page)
    assert content(world)["date"] == "2024-09-09"

    page.get_by_role("link", name="Kukuhkan").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Kukuhkan").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/dokumen/{world.waiting.document.public_id}/*")
    world.waiting.refresh_from_db()
    assert world.waiting.status == "confirmed"


def test_words_behind_a_sign_of_two_units_are_found_where_they_stand(visit, address, world):
    page = visit().open(address)
    words = "Sehari kemudian"
    field(page, "/time_of_day").click()
    select(page, words)
    page.get_by_role("button", name="Isikan").click()
    settled(page)

    assert content(world)["time_of_day"] == words
    assert content(world)["evidence"]["/time_of_day"]["spans"] == [list(reviewable.span(words))]


def test_words_are_selected_by_mouse_and_given_to_the_field(visit, address, world):
    page = visit().open(address)
    field(page, "/commitments/0/by").click()
    select(page, "Seorang")
    box = page.evaluate("getSelection().getRangeAt(0).getBoundingClientRect().toJSON()")
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    assert page.locator("[data-pamong-aim]").inner_text() == "Oleh"
    page.get_by_role("button", name="Isikan").click()
    settled(page)
    assert content(world)["commitments"][0]["by"] == "Seorang"


def test_on_a_narrow_screen_the_document_is_a_tab_and_words_come_back(visit, address, world):
    page = visit("sempit").open(address)
    assert not page.locator("#teks").is_visible()
    field(page, "/place").click()
    page.locator("#v-place [data-pamong-take]").click()
    assert page.locator("#teks").is_visible()
    assert not page.locator("#draf").is_visible()

    page.get_by_role("button", name="Isikan").click()
    settled(page)
    assert page.locator("#draf").is_visible()
    assert content(world)["place"] == "Alun-Alun Contoh"


def test_a_value_that_is_refused_stays_as_written_with_the_reason(visit, address, world):
    page = visit().open(address)
    page.locator("#bagian-attestations > summary").click()
    day = field(page, "/attestations/0/day")
    day.fill("9/9/24")
    day.press("Tab")
    settled(page)

    assert day.input_value() == "9/9/24"
    assert "1924 atau 2024" in page.locator("#v-attestations-0-day .errorlist").inner_text()
    assert content(world)["attestations"][0]["day"] == "2024-09-09"


def test_typing_in_the_next_field_is_not_disturbed_by_what_was_sent(visit, address, world):
    page = visit().open(address)
    field(page, "/place").fill("Pendopo")
    page.keyboard.press("Tab")
    page.keyboard.type("Kabupaten Conto", delay=15)
    settled(page)

    assert page.evaluate("document.activeElement.value") == "Kabupaten Conto"
    assert content(world)["place"] == "Pendopo"


def test_rows_are_added_and_removed(visit, address, world):
    page = visit().open(address)
    page.get_by_text("Tambah arahan", exact=True).click()
    page.fill("#t-directives-gist-i", "merawat taman")
    page.locator("#bagian-directives .add").get_by_role("button", name="Tambahkan").click()
    settled(page)
    assert [row["gist"] for row in content(world)["directives"]][-1] == "merawat taman"

    page.get_by_role("button", name="Hapus arahan 2").click()
    settled(page)
    assert len(content(world)["directives"]) == 1


def test_setting_aside_asks_for_the_reason_in_a_dialog(visit, address, world):
    page = visit().open(address)
    page.get_by_role("link", name="Sisihkan").click()
    page.fill("#alasan", "bukan tentang forum pemerintah daerah")
    page.locator("dialog").get_by_role("button", name="Sisihkan").click()
    page.wait_for_url("**/dokumen/?*")

    world.waiting.refresh_from_db()
    assert world.waiting.status == "set_aside"


def test_a_file_that_is_dropped_goes_into_the_form(visit, world):
    page = visit().open("/dokumen/")
    page.evaluate("""() => {
        const carried = new DataTransfer();
        carried.items.add(new File(["Apel pagi."], "apel.txt", {type: "text/plain"}));
        const how = {dataTransfer: carried, bubbles: true, cancelable: true};
        const door = document.querySelector("[data-pamong-drop]");
        door.dispatchEvent(new DragEvent("drop", how));
    }""")

    assert page.evaluate("document.querySelector('#id_file').files[0].name") == "apel.txt"


def test_the_review_works_without_a_script(visit, address, world):
    seen = visit(java_script_enabled=False)
    page = seen.open(address)
    form = page.locator("#v-place form")
    field(page, "/place").fill("Pendopo")
    form.get_by_role("button", name="Simpan").click()
    assert content(world)["place"] == "Pendopo"

    page.locator(".choice").first.click()
    assert content(world)["date"] == "2024-09-09"
    page.get_by_role("button", name="Urungkan").click()
    assert content(world)["evidence"]["/date"]["conflict"] is True


def select(page, words: str) -> None:
    """Select words as a finger does: no key, no caret."""
    page.evaluate(
        """words => {
            for (const segment of document.querySelectorAll("[data-pamong-at]")) {
                const at = segment.textContent.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(segment.firstChild, at);
                range.setEnd(segment.firstChild, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
        }""",
        words,
    )


def test_one_row_after_the_other_is_added_by_keyboard(visit, address, world):
    page = visit().open(address)
    section = page.locator("#bagian-directives")
    section.locator(".add > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    for gist in ("hadir setiap pagi", "melapor tiap bulan"):
        page.keyboard.type(gist)
        page.keyboard.press("Tab")
        page.keyboard.type(reviewable.NAME)
        page.keyboard.press("Enter")
        settled(page)
        expect(section.locator("#t-directives-gist-i")).to_be_focused()
        expect(section.locator("#t-directives-gist-i")).to_have_value("")

    assert [row["gist"] for row in content(world)["directives"]][-2:] == [
        "hadir setiap pagi",
        "melapor tiap bulan",
    ]


def test_a_speakers_office_is_typed_once(visit, address, world):
    page = visit().open(address)
    field(page, "/speakers/0/office").fill("Sekretaris Daerah Contoh")
    page.keyboard.press("Tab")
    settled(page)

    expect(field(page, "/attestations/0/office")).to_have_value("Sekretaris Daerah Contoh")
    assert content(world)["attestations"][0]["office"] == "Sekretaris Daerah Contoh"
