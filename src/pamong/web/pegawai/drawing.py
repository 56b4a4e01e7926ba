"""The employment as it is drawn: status, golongan, posts and places over the same years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from pamong.apps.kepegawaian.choices import post_label
from pamong.apps.kepegawaian.record import EntryOn, Record
from pamong.apps.kepegawaian.sections import BY_KEY
from pamong.web.pegawai.telling import days_of
from pamong.web.pejabat.scale import Scale, Stroke, Tick, percent

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LANES = ("pengangkatan", "pangkat", "jabatan", "penempatan", "perjanjian")
ROW_HEIGHT, ROW_TOP = 40, 5
LEAST_WIDTH, WIDE = 0.6, 20.0
LETTERS, EDGE = 0.8, 2.0
"""So many hundredths of the width a letter takes, about, and the edges of a bar."""


@dataclass(frozen=True, slots=True)
class CareerLane:
    """One section of the record: its strokes, in one row or two."""

    key: str
    title: "StrOrPromise"
    rows: int
    strokes: tuple[Stroke, ...]
    bars: tuple["Bar", ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry: what it is called, its days in words, and whether it is only acted in."""

    words: str
    days: str
    starts_on: date
    ends_before: date | None
    is_acting: bool = False


@dataclass(frozen=True, slots=True)
class Career:
    """The lanes over the same years; ``now`` is the place of the day asked for."""

    lanes: tuple[CareerLane, ...]
    ticks: tuple[Tick, ...]
    now: str


def draw_career(record: Record) -> Career | None:
    """Draw what had begun by the day of the record; nothing where no entry has days."""
    bars = {key: list(_bars(key, record.sections[key])) for key in LANES}
    told = [bar for key in LANES for bar in bars[key]]
    if not told:
        return None
    first = min(bar.starts_on for bar in told).year
    scale = Scale(min(first, record.day.year - 2), record.day.year + 1)
    lanes = tuple(_lane(key, bars[key], scale, record.day) for key in LANES if bars[key])
    return Career(lanes, tuple(scale.ticks()), percent(scale.place(record.day)))


def _bars(key: str, rows: Sequence[EntryOn]) -> Iterable[Bar]:
    for row in reversed(rows):
        entry: Any = row.entry
        acting = key == "jabatan" and entry.capacity != "definitif"
        yield Bar(_words(key, row), days_of(entry), entry.starts_on, entry.ends_before, acting)


def _words(key: str, row: EntryOn) -> str:
    entry: Any = row.entry
    if key == "pengangkatan":
        return str(entry.get_kind_display())
    if key == "pangkat":
        return str(entry.golongan)
    if key == "jabatan":
        return post_label(entry.nama, entry.capacity)
    if key == "penempatan":
        return row.unit_name or str(entry.opd)
    return days_of(entry)


def _lane(key: str, bars: Sequence[Bar], scale: Scale, day: date) -> CareerLane:
    has_acting = any(bar.is_acting for bar in bars) and not all(bar.is_acting for bar in bars)
    strokes = tuple(
        _stroke(bar, scale, day, ROW_TOP + ROW_HEIGHT * int(bar.is_acting and has_acting))
        for bar in bars
    )
    return CareerLane(key, BY_KEY[key].title, 1 + int(has_acting), strokes, tuple(bars))


def _stroke(bar: Bar, scale: Scale, day: date, top: int) -> Stroke:
    begins = scale.place(bar.starts_on)
    until = min(bar.ends_before or date.max, date(day.year + 1, 1, 1))
    width = max(scale.place(until) - begins, LEAST_WIDTH)
    fits = len(bar.words) * LETTERS + EDGE < width
    room = "all" if fits and width >= WIDE else "some" if fits else "none"
    return Stroke(
        look="acting" if bar.is_acting else "definitive",
        x=percent(begins),
        width=percent(width),
        y=top,
        words=bar.words,
        room=room,
        tip=f"{bar.words}, {bar.days}",
    )
