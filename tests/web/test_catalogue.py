"""The site in English: every sentence has its words, and no page shows Indonesian of its own."""

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
DAY = "2024-10-01"
TELLTALE = re.compile(
    r"\b(yang|belum|tidak|sudah|tercatat|untuk|atau|dengan|dari|sejak|sampai|menurut|berdasarkan"
    r"|sebagai|pada|catat|cari|simpan|pilih|tambah|hapus|ubah|unggah|unduh|ini|itu|hari|tanggal"
    r"|dokumen|temuan|aturan|jabatan|pejabat|fasilitas|nomor|tulis|kosongkan|buka|lihat)\b",
    re.IGNORECASE,
)
STORED = re.compile(
    r"Keikutsertaan yang belum tercatat|aturan-rekaan|mencatat untuk pengujian|semua OPD"
    r"|(M|m)elaporkan kegiatan yang belum berjalan|Menurut dokumen uji-arahan"
    r"|pejabat eselon III|dalam sambutan yang dibacakan"
)
"""Words of records, codes of drafts and examples of them: they stay Indonesian."""
SAID = {"title", "aria-label", "placeholder", "alt", "aria-description"}
"""Attributes that people see or hear."""
ALONE = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Seen(HTMLParser):
    """What a page says in the language that its ``html`` names, piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.said: list[str] = []

    @property
    def language(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        language = told.get("lang") or self.language
        if language == "en":
            self.said += [told[name] or "" for name in told if name in SAID]
        if tag not in ALONE:
            self.open.append((tag, language))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in ALONE:
            self.handle_endtag(tag)

    def handle_data(self, data):
        if self.language == "en" and self.open[-1][0] not in {"script", "style"}:
            self.said.append(data)


def english(page: str) -> list[str]:
    seen = Seen()
    seen.feed(page)
    return [" ".join(piece.split()) for piece in seen.said if piece.strip()]


@pytest.fixture(scope="module")
def messages():
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_sentence_has_english_with_the_same_values(messages):
    assert messages.problems() == []


def test_the_catalogue_holds_no_sentence_that_is_gone(messages):
    said = {(told, context) for _where, told, context in messages.messages()}
    kept = {(entry.id, entry.context) for entry in messages.catalogue() if entry.id}

    assert kept - said == set()


def test_no_page_in_english_shows_indonesian_of_its_own(client, world):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    found = {
        (name, piece)
        for name, address in world.pages().items()
        for piece in english(client.get(address, {"per": DAY}).content.decode())
        if TELLTALE.search(STORED.sub("", piece))
    }

    assert found == set()
