"""The versions of a rule on a line of time, drawn on the server in percent of the width."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pamong.kernel.day import format_period
from pamong.kernel.period import Period
from pamong.law import Rule, Version
from pamong.law.rule import Transitional
from pamong.web.aturan.names import known_on
from pamong.web.pejabat.scale import Scale, Stroke, Tick, percent

ROW_HEIGHT = 40
ROW_TOP = 6
LEAST_WIDTH = 0.8
NARROW = 14.0
WIDE = 30.0
LEAST_YEARS = 3
LAST_TICK = 95.0
"""A year that begins farther right would be written over the edge on a narrow screen."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Versions above, transitional clauses below; ``now`` is the place of the day."""

    strokes: tuple[Stroke, ...]
    height: int
    ticks: tuple[Tick, ...]
    now: str


def draw(rule: Rule, day: date, *, is_today: bool) -> Drawing:
    """Draw the versions of a rule; on another day than today, those that had begun by then."""
    versions = [each for each in rule.versions if is_today or each.period.start <= day]
    clauses = [each for each in rule.transitional.values() if is_today or each.period.start <= day]
    scale = _scale([*versions, *clauses], day)
    placed: list[tuple[Version | Transitional, int, str]]
    placed = [(each, 0, _look(each, day)) for each in versions]
    placed += [(each, row, "acting") for row, each in enumerate(clauses, start=1)]
    return Drawing(
        strokes=tuple(
            _stroke(part, known_on(part.period, day, is_today=is_today), scale, row, look)
            for part, row, look in placed
        ),
        height=ROW_HEIGHT * (1 + len(clauses)),
        ticks=tuple(
            tick for tick in scale.ticks() if scale.place(date(tick.year, 1, 1)) < LAST_TICK
        ),
        now=percent(scale.place(day)),
    )


def _scale(parts: Iterable[Version | Transitional], day: date) -> Scale:
    starts = [part.period.start.year for part in parts] or [day.year]
    after = max([day.year, *starts]) + 1
    return Scale(min([*starts, after - LEAST_YEARS]), after)


def _look(version: Version, day: date) -> str:
    return "definitive" if day in version.period else "past"


def _stroke(
    part: Version | Transitional, period: Period, scale: Scale, row: int, look: str
) -> Stroke:
    begins = scale.place(period.start)
    ends = scale.place(period.end) if period.end else 100.0
    width = max(ends - begins, LEAST_WIDTH)
    return Stroke(
        look=look,
        x=percent(begins),
        width=percent(width),
        y=ROW_TOP + ROW_HEIGHT * row,
        words=part.sources[-1].regulation.short,
        room="all" if width >= WIDE else "some" if width >= NARROW else "none",
        tip=f"{part.sources[-1]}: {format_period(period)}",
    )
