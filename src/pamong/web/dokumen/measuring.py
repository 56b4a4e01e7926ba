"""How much work reviewing takes: a page of figures over all who review; it names nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.forums.measures import Median, OfMonth, measures_of
from pamong.apps.forums.policies import can_review_documents
from pamong.kernel.day import MONTHS
from pamong.kernel.number import format_number
from pamong.web.dokumen.lessons import field_label
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

GOAL = 6
"""Touches in the median that a confirmed draft should take at most."""

MOST_COLUMNS = 12
FLOOR, CEILING = 118, 22  # pixels from the top of the drawing
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One month of the drawing; what lies across is in percent of the width (ADR 0042)."""

    x: str
    width: str
    middle: str
    y: int
    height: int
    label: str
    words: str
    look: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The touches in the median, month by month, beside the goal."""

    columns: tuple[Column, ...]
    goal: int


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: what it is about, and its medians in words."""

    label: str
    drafts: int
    touches: str
    time: str


@require_safe
def page(request: Request) -> HttpResponse:
    here = look_from(request)
    demand(can_review_documents(request.access, here.government))
    found = measures_of(here.government, day=here.day)
    context = {
        "found": found,
        "goal": GOAL,
        "whole": found.whole and _line("", found.whole),
        "months": [_line(month_name(row.month), row.median) for row in found.months],
        "kinds": [_line(row.label or gettext("bukan forum"), row.median) for row in found.kinds],
        "fields": [(field_label(row.field), row.touches, row.drafts) for row in found.fields],
        "chart": chart_of(found.months),
    }
    return render(request, "dokumen/measures.html", context)


def chart_of(months: Sequence[OfMonth]) -> Chart:
    """Draw the newest months, oldest first."""
    shown = sorted(months, key=lambda row: row.month)[-MOST_COLUMNS:]
    highest = max([GOAL, *(row.median.touches for row in shown)])
    room = 100 / max(len(shown), 4)
    return Chart(
        columns=tuple(_column(row, number, room, highest) for number, row in enumerate(shown)),
        goal=_height(GOAL, highest),
    )


def month_name(month: date) -> str:
    """Write a month: "November 2026"."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def time_words(seconds: float | None) -> str:
    """Write a time: "45 detik", "2 menit 5 detik"; a dash where it is not known."""
    if seconds is None:
        return "—"
    minutes, rest = divmod(round(seconds), _MINUTE)
    if not minutes:
        return gettext("%d detik") % rest
    if not rest:
        return gettext("%d menit") % minutes
    return gettext("%(minutes)d menit %(seconds)d detik") % {"minutes": minutes, "seconds": rest}


def _line(label: str, row: Median) -> Line:
    return Line(label, row.drafts, _number(row.touches), time_words(row.seconds))


def _column(row: OfMonth, number: int, room: float, highest: float) -> Column:
    top = _height(row.median.touches, highest)
    return Column(
        x=f"{(number + 0.15) * room:.2f}%",
        width=f"{0.7 * room:.2f}%",
        middle=f"{(number + 0.5) * room:.2f}%",
        y=top,
        height=FLOOR - top,
        label=f"{MONTHS[row.month.month - 1][:3]} {row.month.year % 100:02}",
        words=_number(row.median.touches),
        look="done" if row.median.touches <= GOAL else "late",
    )


def _height(touches: float, highest: float) -> int:
    """Return how far from the top a number of touches is drawn."""
    return round(FLOOR - (FLOOR - CEILING) * touches / highest)


def _number(value: float) -> str:
    """Write a median: whole, or with its half."""
    return format_number(Decimal(str(value)).normalize() + 0)
