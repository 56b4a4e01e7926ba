"""Numbers as bars and as a pyramid: places for an SVG that stretches while its words do not.

Places and widths are percent of the width, heights and type are pixels (docs/adr/0042). A bar
leads to the list that it counts; the table beside the drawing holds the same numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROW, TALL_ROW, BAR = 26, 42, 16
BARS_FROM, LONGEST = 24, 62
"""Where bars with short labels begin, and how long the longest is, in percent."""
WHOLE, LONGEST_BELOW = 0, 84
"""The same of bars below their labels."""
MIDDLE_LEFT, MIDDLE_RIGHT, LONGEST_SIDE = 38, 62, 22
"""The sides of the labels in the middle of a pyramid, and the longest bar beside them."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One row to draw: what it is called, how many, and the list that holds them."""

    label: str
    number: int
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its place, and where its number stands."""

    counted: Counted
    x: str
    y: int
    width: str
    number_x: str
    look: str

    @property
    def words_y(self) -> int:
        """The base line of the number."""
        return self.y + 13


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one row, and its base line."""

    words: str
    y: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars and their labels; ``height`` is in pixels."""

    bars: Sequence[Bar]
    labels: Sequence[Label]
    height: int
    bar_height: int = BAR


def draw_bars(rows: Sequence[Counted], *, is_tall: bool = False) -> Drawing:
    """Draw one bar a row, beside its label; where labels are long (``is_tall``), below it.

    >>> draw_bars([Counted("III/d", 3), Counted("III/c", 1)]).bars[1].width
    '20.66%'
    """
    most = max((row.number for row in rows), default=0) or 1
    start, longest = (WHOLE, LONGEST_BELOW) if is_tall else (BARS_FROM, LONGEST)
    height = TALL_ROW if is_tall else ROW
    bars, labels = [], []
    for place, row in enumerate(rows):
        top = height * place
        width = 100 * longest * row.number // most
        y = top + 20 if is_tall else top + 4
        labels.append(Label(row.label, top + 14 if is_tall else top + 17))
        bars.append(
            Bar(row, f"{start}%", y, _percent(width), _percent(100 * start + width), "bar-after")
        )
    return Drawing(bars, labels, height * len(rows))


def draw_pyramid(rows: Iterable[tuple[str, Counted, Counted]], looks: tuple[str, str]) -> Drawing:
    """Draw two bars a row, away from a label in the middle."""
    rows = list(rows)
    most = max((side.number for _label, *sides in rows for side in sides), default=0) or 1
    bars, labels = [], []
    for place, (label, left, right) in enumerate(rows):
        y = ROW * place + 4
        labels.append(Label(label, y + 13))
        width = 100 * LONGEST_SIDE * left.number // most
        begins = _percent(100 * MIDDLE_LEFT - width)
        bars.append(Bar(left, begins, y, _percent(width), begins, looks[0]))
        width = 100 * LONGEST_SIDE * right.number // most
        ends = _percent(100 * MIDDLE_RIGHT + width)
        bars.append(Bar(right, f"{MIDDLE_RIGHT}%", y, _percent(width), ends, looks[1]))
    return Drawing(bars, labels, ROW * len(rows))


def _percent(hundredths: int) -> str:
    """Write hundredths of a percent: no share here is a float."""
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
