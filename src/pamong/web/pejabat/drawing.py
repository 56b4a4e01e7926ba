"""The timeline as it is drawn: where each tenure, leave and attestation stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from pamong.apps.organisasi.timelines import Bar, BarKind, Lane
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period
from pamong.web.pejabat.scale import Scale, Stroke, Tick, percent, scale_for

ROW_HEIGHT = 40
ROW_TOP = 5
BAR_HEIGHT = 28
LEAST_WIDTH = 0.6
NARROW = 16.0
WIDE = 34.0


@dataclass(frozen=True, slots=True)
class Dot:
    """One attestation."""

    x: str
    y: int
    tip: str


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """One office: its strokes and dots, in one row or two."""

    lane: Lane
    rows: int
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Offices over the same years; ``now`` is the place of the as-of day."""

    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    now: str


def draw(lanes: Sequence[Lane], day: date) -> Drawing:
    """Draw ``lanes`` as they are known on ``day``."""
    scale = scale_for(lanes, day)
    return Drawing(
        lanes=tuple(_lane(lane, scale, day) for lane in lanes),
        ticks=tuple(scale.ticks()),
        now=percent(scale.place(day)),
    )


def _lane(lane: Lane, scale: Scale, day: date) -> DrawnLane:
    rows = sorted({_row(bar) for bar in lane.bars}) or [0]
    is_held = any(bar.kind is not BarKind.ATTESTED for bar in lane.bars)
    rim = ROW_TOP + BAR_HEIGHT if is_held else ROW_HEIGHT // 2
    placed = [(bar, rows.index(_row(bar)) * ROW_HEIGHT) for bar in lane.bars]
    leave_last = sorted(placed, key=lambda pair: pair[0].kind is BarKind.LEAVE)
    return DrawnLane(
        lane=lane,
        rows=len(rows),
        strokes=tuple(
            stroke
            for bar, top in leave_last
            if bar.kind is not BarKind.ATTESTED
            for stroke in _strokes(bar, top + ROW_TOP, scale, day)
        ),
        dots=tuple(
            Dot(percent(scale.place(bar.start)), top + rim, tip_of(bar))
            for bar, top in placed
            if bar.kind is BarKind.ATTESTED
        ),
    )


def _strokes(bar: Bar, top: int, scale: Scale, day: date) -> Iterable[Stroke]:
    """Yield the bar, and after it what is only its fading memory."""
    begins = scale.place(bar.start)
    known = bar.last_day or min(day, bar.known_until or day)
    ends = max(scale.place(known + timedelta(days=1)), begins + LEAST_WIDTH)
    yield _stroke(bar, bar.kind.value, top, (begins, ends))
    fades = scale.place(day)
    if bar.last_day is None and fades > ends:
        yield _stroke(bar, "stale", top, (ends, fades))


def _stroke(bar: Bar, look: str, top: int, reach: tuple[float, float]) -> Stroke:
    begins, width = reach[0], reach[1] - reach[0]
    is_named = look in {BarKind.DEFINITIVE, BarKind.ACTING} and width >= NARROW
    return Stroke(
        look=look if bar.start_is_exact else f"{look} inexact",
        x=percent(begins),
        width=percent(width),
        y=top,
        words=f"{bar.person} · {bar.label}" if bar.kind is BarKind.ACTING else bar.person,
        room=("all" if width >= WIDE else "some") if is_named else "none",
        tip=tip_of(bar),
    )


def tip_of(bar: Bar) -> str:
    """Say in words what is drawn, with its source."""
    if bar.kind is BarKind.ATTESTED:
        return gettext("%(person)s disebut %(label)s pada %(day)s, %(source)s") % {
            "person": bar.person,
            "label": bar.label,
            "day": format_day(bar.start),
            "source": bar.source.label,
        }
    last = bar.last_day + timedelta(days=1) if bar.last_day else None
    days = format_period(Period(bar.start, last))
    return f"{bar.person}, {bar.label}, {days}, {bar.source.sentence}"


def _row(bar: Bar) -> int:
    """Return 1 for whoever acts, below the definitive holder and his leave."""
    if bar.kind is BarKind.ATTESTED:
        return int(bar.label != Capacity.DEFINITIF.label)
    return int(bar.kind is BarKind.ACTING)
