"""A document comes in by its file: a PDF that a browser printed, and one that is refused."""

import html
import re

import pytest
from tests.reader.parts import SAMPLES, TODAY
from tests.support.accessible import FITS, troubles
from tests.support.pdf import Sheet, pdf

from pamong.apps.forums.models import ReadingDraft
from pamong.reader import read
from pamong.reader.source import load

STYLE = "body {font: 12pt serif; text-align: justify}"


@pytest.fixture
def printed(browser):
    """Print one of our samples as a reader of news would."""
    text = (SAMPLES / "contoh-1.txt").read_text(encoding="utf-8")
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
    page = browser.new_page()
    page.set_content(f"<style>{STYLE}</style>{lines}")
    file = page.pdf(format="A4", margin={"top": "2cm", "left": "3cm", "right": "3cm"})
    page.close()
    return text, file


def test_a_page_that_a_browser_printed_gives_the_draft_of_its_text(printed):
    text, file = printed
    found = load(file, "cetakan.pdf").text
    of_text, of_file = (read(one, not_after=TODAY).to_json() for one in (text, found))

    assert of_file | {"evidence": {}} == of_text | {"evidence": {}}
    for pointer, one in of_file["evidence"].items():
        for (start, end), (first, behind) in zip(
            one["spans"], of_text["evidence"][pointer]["spans"], strict=True
        ):
            assert found[start:end].split() == text[first:behind].split()


def test_a_pdf_is_chosen_read_and_reviewed(visit, world, printed):
    page = visit().open("/dokumen/")
    choose(page, "apel.pdf", printed[1])
    page.get_by_role("button", name="Baca dokumen").click()
    page.wait_for_url("**/tinjau/**")

    draft = ReadingDraft.objects.get(document__file_name="apel.pdf")
    assert draft.content["forum_kind"] == "apel"
    told_on_page = page.locator("[data-pamong-text]").inner_text()
    assert re.sub(r"\s+", " ", told_on_page) == re.sub(r"\s+", " ", draft.document.text)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["lebar", "sempit"])
def test_a_scan_is_refused_below_the_file_field(visit, world, size, scheme):
    seen = visit(size, scheme)
    page = seen.open("/dokumen/")
    page.get_by_text("Judul dan tanggal terbit").click()
    page.fill("#id_title", "Apel pagi")
    choose(page, "pindai.pdf", pdf([Sheet(picture=True)]))
    page.get_by_role("button", name="Baca dokumen").click()
    page.wait_for_selector("#id_file_error")

    assert (
        page.locator("#id_file_error")
        .inner_text()
        .startswith("pindai.pdf: berkas PDF ini hanya berisi gambar")
    )
    described = page.locator("#id_file").get_attribute("aria-describedby")
    assert described == "id_file_hint id_file_error"
    assert page.locator("#id_title").input_value() == "Apel pagi"
    assert troubles(page) == []
    assert page.evaluate(FITS)
    seen.troubles.clear()  # Chromium counts a page with 422 as an error


def test_two_files_that_are_dropped_are_not_taken_as_one(visit, world):
    page = visit().open("/dokumen/")
    page.evaluate("""() => {
        const carried = new DataTransfer();
        for (const name of ["satu.pdf", "dua.docx"]) carried.items.add(new File(["a"], name));
        const how = {dataTransfer: carried, bubbles: true, cancelable: true};
        document.querySelector("[data-pamong-drop]").dispatchEvent(new DragEvent("drop", how));
    }""")

    assert page.evaluate("document.querySelector('#id_file').files.length") == 0
    assert "satu berkas saja" in page.locator("[data-pamong-drop-hint]").inner_text()


def choose(page, name: str, content: bytes) -> None:
    page.set_input_files(
        "#id_file", {"name": name, "mimeType": "application/pdf", "buffer": content}
    )
