"""From days to places on the page: percentages of the width, so that a drawing fits any screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pamong.apps.organisasi.timelines import Bar, Lane

LEAST_YEARS = 3
MOST_YEARS = 25
WIDEST_AXIS = 10


@dataclass(frozen=True, slots=True)
class Stroke:
    """One bar; ``look`` names its pattern, ``room`` whether its words fit: none, some or all."""

    look: str
    x: str
    width: str
    y: int
    words: str
    room: str
    tip: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year on the axis; every other year is ``minor`` on a narrow screen."""

    year: int
    x: str
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole years, from ``first`` up to the start of ``after``."""

    first: int
    after: int

    def place(self, day: date) -> float:
        """Return where ``day`` begins, in percent of the width, never outside it."""
        start, end = date(self.first, 1, 1).toordinal(), date(self.after, 1, 1).toordinal()
        return min(100.0, max(0.0, (day.toordinal() - start) * 100 / (end - start)))

    def ticks(self) -> list[Tick]:
        """Return the years, thinned out where there are many."""
        step = 1 + (self.after - self.first) // WIDEST_AXIS
        years = range(self.first, self.after, step)
        return [
            Tick(year, percent(self.place(date(year, 1, 1))), index % 2 == 1)
            for index, year in enumerate(years)
        ]


def percent(value: float) -> str:
    """Write a share of the width as SVG reads it, whatever the language of the page."""
    return f"{value:.3f}%"


def scale_for(lanes: Iterable[Lane], day: date) -> Scale:
    """Return the years that hold what began by ``day`` and ``day`` itself.

    A tenure that was to last longer is cut at the year after ``day``.
    """
    bars: Sequence[Bar] = [bar for lane in lanes for bar in lane.bars]
    latest = max([day, *(bar.last_day for bar in bars if bar.last_day)])
    after = min(latest.year, day.year + 1) + 1
    earliest = min([day, *(bar.start for bar in bars)]).year
    return Scale(max(min(earliest, after - LEAST_YEARS), after - MOST_YEARS), after)
