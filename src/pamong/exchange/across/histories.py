"""Doubts about histories: ranks that fall, days that cannot be, years and spans twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from pamong.exchange.across.noted import Main, Spots, Step, rank_of
from pamong.exchange.doubts import RowDoubt
from pamong.kernel.day import format_day

_NEVER = date.max
Steps = Sequence[Step]


def ranks(spots: Spots, main: Main | None, steps: Steps, on: date) -> Iterator[RowDoubt]:
    """Look at the history of golongan of one person."""
    ordered = _in_order(steps)
    for before, after in pairwise(ordered):
        ladder, rung = rank_of(after.says)
        ladder_before, rung_before = rank_of(before.says)
        if ladder == ladder_before and rung < rung_before and rung >= 0:
            yield spots.doubt(
                after.spot, "pangkat-turun", "golongan", after.says, before=before.says
            )
    yield from _same_day(spots, ordered)
    yield from _before_cpns(spots, main, ordered)
    past = [step for step in ordered if step.start and step.start <= on and step.says]
    if main and main.golongan and past and past[-1].says != main.golongan:
        column = main.columns["golongan"]
        told = main.golongan
        yield spots.doubt(main.spot, "golongan-akhir-berbeda", column, told, last=past[-1].says)


def posts(spots: Spots, main: Main | None, steps: Steps, on: date) -> Iterator[RowDoubt]:
    """Look at the history of posts of one person; acting ones run beside the post held."""
    ordered = [step for step in _in_order(steps) if step.says in {"", "D"}]
    yield from _same_day(spots, ordered)
    yield from _before_cpns(spots, main, _in_order(steps))
    past = [step.start for step in ordered if step.start and step.start <= on]
    if main and main.post_since and past and past[-1] != main.post_since:
        column = main.columns["tmt_jabatan"]
        last = format_day(past[-1])
        yield spots.doubt(main.spot, "jabatan-akhir-berbeda", column, main.post_since, last=last)


def pays(spots: Spots, _main: Main | None, steps: Steps, _on: date) -> Iterator[RowDoubt]:
    """Look at the history of pay of one person."""
    yield from _same_day(spots, _in_order(steps))


def spans(spots: Spots, main: Main | None, steps: Steps, _on: date) -> Iterator[RowDoubt]:
    """Look at spans of which one person can have one at a time."""
    ordered = _in_order(steps)
    yield from _before_cpns(spots, main, ordered)
    for before, after in pairwise(ordered):
        if after.start and before.start and after.start <= (before.end or _NEVER):
            shown = after.start
            yield spots.doubt(after.spot, "masa-bertumpuk", after.column, shown, other=before.spot)


def years(spots: Spots, _main: Main | None, steps: Steps, _on: date) -> Iterator[RowDoubt]:
    """Look at appraisals, of which there is one a year."""
    seen: dict[str, Step] = {}
    for step in steps:
        first = seen.setdefault(step.says, step)
        if first is not step and step.says:
            yield spots.doubt(step.spot, "tahun-kembar", step.column, step.says, other=first.spot)


def _in_order(steps: Steps) -> list[Step]:
    return sorted((step for step in steps if step.start), key=lambda step: step.start or _NEVER)


def _same_day(spots: Spots, ordered: Steps) -> Iterator[RowDoubt]:
    by_day: dict[date | None, Step] = {}
    for step in ordered:
        first = by_day.setdefault(step.start, step)
        if first is not step:
            yield spots.doubt(step.spot, "tmt-kembar", step.column, step.start, other=first.spot)


def _before_cpns(spots: Spots, main: Main | None, steps: Steps) -> Iterator[RowDoubt]:
    if main is None or main.cpns is None:
        return
    for step in steps:
        if step.start and step.start < main.cpns:
            told = {"start": format_day(step.start), "cpns": format_day(main.cpns)}
            yield spots.doubt(step.spot, "sebelum-cpns", step.column, step.start, **told)
