"""From an Excel file of 8,000 people to the first finding, by the clock of somebody new to it.

Run with ``PYTHONPATH=tools:src python -m bench.newcomer FOLDER [PEOPLE]`` on a folder that is
loaded. It serves the folder and walks in Debian's Chromium as the tutorial says; before each field
and each click it waits as a hand does that has to look for it. It prints JSON: seconds by the
clock, touches, and the seconds of looking before each.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from playwright.sync_api import Page, sync_playwright

from bench.crowd import sign_in
from bench.folder import served
from pamong.exchange.sample.people import Somebody

CHROMIUM = "/usr/bin/chromium"
PEOPLE = 8_000
OLD = 20
"""So many of them were still at work on the list when the law had pensioned them."""
OLDEST = "Tetua "
LOOKS = 5
"""Seconds in which a newcomer finds the next field or button."""
PATIENCE = 120_000
HEADS = (
    *("No", "Nama", "NIP", "Tgl Lahir", "Status", "TMT CPNS", "Pangkat/Gol", "TMT Pangkat"),
    *("MK Thn", "MK Bln", "Jenis Jabatan", "Jabatan", "TMT Jabatan", "Unit Kerja"),
    *("Pendidikan", "Tahun Lulus"),
)


def write_list(path: Path, people: int) -> None:
    """Write the one list that a BKD has, with its title above and its sum below."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Nominatif")
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_string(0, 0, "DAFTAR NOMINATIF PEGAWAI (REKAAN)")
    for index, head in enumerate(HEADS):
        sheet.write_string(2, index, head)
    for number in range(people):
        for index, cell in enumerate(cells(number)):
            if isinstance(cell, date):
                sheet.write_datetime(number + 3, index, cell, day)
            else:
                sheet.write(number + 3, index, cell)
    sheet.write_string(people + 3, 1, f"Jumlah: {people} orang")
    book.close()


def cells(number: int) -> Iterator[str | int | date]:
    """Yield what the list says of one; the first ones are old."""
    who = Somebody(number)
    born, appointed, nip, name = who.born, who.appointed, who.nip, who.name
    if number < OLD:
        born, appointed = date(1960, 1, 1) + timedelta(days=number), date(1985, 3, 1)
        nip, name = f"{born:%Y%m%d}1985030{number + 1:03}", OLDEST + name
    is_pppk = who.is_pppk and number >= OLD
    rank = who.ranks[1] if is_pppk == who.is_pppk else "III/d"
    since = who.promoted if number >= OLD else date(2015, 4, 1)
    yield from (number + 1, name, nip, born, "PPPK" if is_pppk else "PNS", appointed, rank, since)
    yield from (since.year - appointed.year, 0)
    yield from ("Fungsional", "Guru Ahli Pertama") if is_pppk else ("Pelaksana", "Pengelola Data")
    yield from (since, f"Bidang Contoh {number % 30 + 1}")
    yield from ("S-1" if who.has_degree else "SLTA", who.born.year + 22)


@dataclass
class Hand:
    """What somebody new does on a page, at the pace of somebody new."""

    page: Page
    touches: int = 0

    def look(self) -> None:
        """Find what comes next."""
        self.touches += 1
        time.sleep(LOOKS)

    def follow(self, name: str) -> None:
        """Follow a link."""
        self.look()
        self.page.get_by_role("link", name=name).first.click()

    def press(self, name: str) -> None:
        """Press a button."""
        self.look()
        self.page.get_by_role("button", name=name).click()

    def fill(self, field: str, words: str) -> None:
        """Write into a field."""
        self.look()
        self.page.fill(field, words)


def walk(page: Page, home: str, file: Path) -> tuple[float, int]:
    """Go from the home page to the page of a finding that the file brought; return the
    seconds by the clock, and how often the hand moved.
    """
    hand = Hand(page)
    page.set_default_timeout(PATIENCE)
    page.goto(home)
    began = time.perf_counter()
    hand.follow("Pegawai")
    hand.follow("Impor data")
    hand.follow("Unggah berkas")
    hand.look()
    page.set_input_files("#id_tables", str(file))
    hand.fill("#id_reason", "Nominatif November 2026 (rekaan)")
    hand.press("Unggah dan baca")
    page.get_by_role("heading", name="Pratinjau").wait_for()
    hand.follow("Terima dan masukkan")
    hand.fill("#id_reason", "sudah diperiksa")
    hand.press("Masukkan")
    hand.press("Masukkan")
    finding = page.locator(f'#temuan-impor a:has-text("{OLDEST}")').first
    finding.wait_for()
    hand.look()
    finding.click()
    page.get_by_role("heading", level=1).wait_for()
    return time.perf_counter() - began, hand.touches


def main(folder: Path, people: int) -> None:
    """Walk, and print what it took."""
    cookie, slug = sign_in(folder)
    name, _, value = cookie.partition("=")
    with tempfile.TemporaryDirectory() as made, served(folder) as site, sync_playwright() as run:
        file = Path(made) / "nominatif.xlsx"
        write_list(file, people)
        browser = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": site.address}])
        seconds, touches = walk(context.new_page(), f"{site.address}/{slug}/", file)
        browser.close()
    told = {"people": people, "seconds": seconds, "touches": touches, "looks": LOOKS}
    print(json.dumps(told))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE)
