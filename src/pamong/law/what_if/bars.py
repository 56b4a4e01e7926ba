"""Two rows of numbers beside one another as bars, written as SVG: before and after.

Places and widths are percent of the width, heights and type are pixels (docs/adr/0042), so that a
drawing fits a narrow screen. On a page the looks come from its stylesheet; a file of its own
carries them along.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pamong.kernel.number import format_number

_LEFT, _WIDEST = 15, 68
"""Where bars begin, and how wide the widest is, in percent."""
_BAR, _GAP, _ROW = 15, 3, 46
_LEGEND = 52
_STYLE = """<style>
svg { font: 13px sans-serif; background: #ffffff; color: #1d2733 }
text { fill: #1d2733 }
.bar-before { fill: #8a98a8 }
.bar-after { fill: #17695f }
.bar-title { font-weight: 600 }
</style>"""


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: a short label, and what it is before and after."""

    label: str
    before: int
    after: int


def draw_bars(
    pairs: Sequence[Pair], *, title: str, write: Callable[[int], str] = format_number
) -> str:
    """Return the bars as SVG for a page that says in its stylesheet how they look.

    ``write`` writes the numbers; what it writes is escaped.

    >>> '<rect class="bar-before" x="15%" y="4" width="34.00%"' in draw_bars(
    ...     [Pair("2026", 1, 2)], title="Pensiun"
    ... )
    True
    """
    return _svg("", _rows(pairs, 0, write), title, _ROW * len(pairs))


def draw_file(pairs: Sequence[Pair], *, title: str, before: str, after: str) -> str:
    """Return the bars as a file of their own, with a title and what the two rows are."""
    legend = (
        f'<text class="bar-title" x="1%" y="20">{escape(title)}</text>'
        f'<rect class="bar-before" x="1%" y="31" width="12" height="12"/>'
        f'<text x="1%" dx="18" y="42">{escape(before)}</text>'
        f'<rect class="bar-after" x="50%" y="31" width="12" height="12"/>'
        f'<text x="50%" dx="18" y="42">{escape(after)}</text>'
    )
    rows = legend + _rows(pairs, _LEGEND, format_number)
    return _svg('width="720" ', _STYLE + rows, title, _LEGEND + _ROW * len(pairs) + 8)


def _svg(size: str, inside: str, title: str, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="bars" {size}height="{height}" '
        f'role="img" aria-label={quoteattr(title)}>{inside}</svg>'
    )


def _rows(pairs: Sequence[Pair], top: int, write: Callable[[int], str]) -> str:
    most = max((max(pair.before, pair.after) for pair in pairs), default=0) or 1
    drawn = []
    for place, pair in enumerate(pairs):
        y = top + _ROW * place
        drawn.append(f'<text class="bar-label" x="0" y="{y + 25}">{escape(pair.label)}</text>')
        for look, number, at in (
            ("bar-before", pair.before, y + 4),
            ("bar-after", pair.after, y + 4 + _BAR + _GAP),
        ):
            width = 100 * _WIDEST * number // most
            drawn.append(_bar(look, width, at, escape(write(number))))
    return "".join(drawn)


def _bar(look: str, width: int, y: int, words: str) -> str:
    """Write one bar; its width is in hundredths of a percent, as no share here is a float."""
    return (
        f'<rect class="{look}" x="{_LEFT}%" y="{y}" width="{_percent(width)}" height="{_BAR}" '
        f'rx="2"/><text class="bar-number" x="{_percent(100 * _LEFT + width)}" dx="6" '
        f'y="{y + 12}">{words}</text>'
    )


def _percent(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}%"
