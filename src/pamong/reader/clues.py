"""What is known of a document besides its words: its page, the speakers' tenures."""

from dataclasses import dataclass
from datetime import date

from pamong.reader.days import find_days
from pamong.reader.known import KnownHolder
from pamong.reader.page import Page


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known besides the text: when it was published, who held the speakers' offices.

    ``not_after`` is the last day that can be meant, such as the day of reading; ``holders`` are
    the known tenures of each speaker.
    """

    published_on: date | None = None
    not_after: date | None = None
    holders: tuple[tuple[KnownHolder, ...], ...] = ()
    falls_on_days_off: bool = False


def page_days(page: Page) -> list[date]:
    """Return the days in page furniture: when the page was made, or looked at."""
    texts = (line.text for line in page.furniture_lines)
    return [day for text in texts for m in find_days(text) if (day := m.full)]


def page_bounds(page: Page, clues: Clues) -> list[date]:
    """Return the days that the forum cannot be later than."""
    bounds = [clues.published_on, clues.not_after, *page_days(page)]
    return [day for day in bounds if day]
