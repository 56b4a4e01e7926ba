"""Every page on paper, as Chromium prints it: A4 and F4, each sheet numbered and signed."""

import io

import pytest
from pypdf import PdfReader
from tests.browser.conftest import PARTS, part_of
from tests.support.addresses import asked

MILLIMETRES = 25.4 / 72


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("f4", (215, 330))])
def test_every_page_prints_on_its_paper_and_every_sheet_says_whose_it_is(
    visit, pages, world, paper, size, part
):
    seen = visit()
    seen.page.add_init_script("window.print = () => { document.title = 'dicetak'; }")
    for name, address in part_of(pages, part):
        page = seen.open(asked(address, per="2024-10-01", kertas=paper))
        assert page.title() == "dicetak", f"{name} does not open the dialog"

        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        for number, sheet in enumerate(sheets, start=1):
            told = " ".join(sheet.extract_text().split())
            measured = (sheet.mediabox.width, sheet.mediabox.height)
            assert [round(float(side) * MILLIMETRES) for side in measured] == list(size), name
            assert f"halaman {number} dari {len(sheets)}" in told, name
            assert "dicetak Warni" in told, name
            assert "1 Oktober 2024" in told, name
        # A BAST has a head of its own; both name the government.
        assert world.pemda.nama in " ".join(sheets[0].extract_text().split()), name
