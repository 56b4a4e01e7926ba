"""The parts of the reader on one invented text, made ready for a test."""

from datetime import date
from functools import cached_property
from pathlib import Path

from pamong.reader.behalf import find_behalf
from pamong.reader.clues import Clues
from pamong.reader.forum_day import find_forum_day
from pamong.reader.home import find_home
from pamong.reader.offices import OfficeScanner
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.regions import Gazetteer
from pamong.reader.speaking import Speech

REPOSITORY = Path(__file__).parents[2]
SAMPLES = REPOSITORY / "samples"
SHARED = REPOSITORY.parent / "shared"
DOCUMENTS = SHARED / "documents"
READING = SHARED / "reading"
SKIP_REASON = "the originals in ../shared are not on this machine"


class Parts:
    """One text and what each part reads of it, made when asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.page = Page(text)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return Gazetteer(self.page.tokens)

    @cached_property
    def all_offices(self):
        return OfficeScanner(self.page.tokens, self.gazetteer).scan()

    @property
    def offices(self):
        return [office for office in self.all_offices if not office.is_of_many]

    @cached_property
    def cast(self) -> Cast:
        return Cast(self.page, self.all_offices, self.gazetteer)

    @cached_property
    def speech(self) -> Speech:
        return Speech(self.page, self.cast)

    @cached_property
    def behalf(self):
        return find_behalf(self.page, self.cast)

    @cached_property
    def home(self):
        return find_home(self.page, self.offices, self.cast, self.gazetteer)

    def forum_day(self, **clues: object):
        return find_forum_day(self.page, Clues(**clues))

    def person(self, name: str):
        return next(person for person in self.cast.people if person.name == name)

    def words(self, span: tuple[int, int]) -> str:
        return self.text[slice(*span)]


def original(number: int) -> str:
    """Return the text of one of the five originals."""
    return next(DOCUMENTS.glob(f"{number:03}_*.txt")).read_text(encoding="utf-8")


def sample(number: int) -> str:
    """Return our own summary of the same facts."""
    return (SAMPLES / f"{number:03}.txt").read_text(encoding="utf-8")


TODAY = date(2026, 11, 23)
