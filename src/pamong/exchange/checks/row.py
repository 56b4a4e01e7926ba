"""The checks of one row, and which columns each needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pamong.exchange.checks.education import title_above_level
from pamong.exchange.checks.meanings import (
    ByMeaning,
    Meanings,
    RowCheck,
    Troubles,
    Values,
)
from pamong.exchange.checks.numbers import (
    nik_against_birth,
    nip_against_ladder,
    nip_against_person,
)
from pamong.exchange.checks.pairs import name_against_code, pairs_of
from pamong.exchange.checks.posts import echelon_without_post, post_against_kind
from pamong.exchange.checks.retirement import past_retirement
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint
from pamong.exchange.layout import Layout
from pamong.kernel.day import format_day


def checks_of(layout: Layout, present: set[str], standpoint: Standpoint) -> tuple[RowCheck, ...]:
    """Return the checks for which the file has the columns."""
    names = {means: name for means, name in layout.by_meaning.items() if name in present}
    by_meaning = tuple(check for needed, check in _CHECKS if needed <= set(names))
    checks: list[RowCheck] = []
    if by_meaning:
        checks.append(partial(_by_meaning, by_meaning, names, standpoint))
    pairs = pairs_of(layout, present)
    if pairs:
        checks.append(partial(name_against_code, pairs))
    return tuple(checks)


def _by_meaning(
    checks: tuple[ByMeaning, ...],
    names: Mapping[str, str],
    standpoint: Standpoint,
    values: Values,
) -> Troubles:
    row = Meanings(names, values)
    for check in checks:
        for means, trouble in check(row, standpoint):
            yield names.get(means, ""), trouble


def _cpns_after_pns(row: Meanings, _: Standpoint) -> Troubles:
    cpns, pns = row.day("tmt_cpns"), row.day("tmt_pns")
    if cpns and pns and cpns > pns:
        told = {"cpns": format_day(cpns), "pns": format_day(pns)}
        yield "tmt_pns", Trouble("cpns-sesudah-pns", told)


def _start_after_end(row: Meanings, _: Standpoint) -> Troubles:
    start, end = row.day("tmt"), row.day("end")
    if start and end and start > end:
        told = {"start": format_day(start), "end": format_day(end)}
        yield "end", Trouble("mulai-sesudah-akhir", told)


_CHECKS: tuple[tuple[set[str], ByMeaning], ...] = (
    ({"nip", "golongan"}, nip_against_ladder),
    ({"nip", "lahir"}, nip_against_person),
    ({"nik", "lahir"}, nik_against_birth),
    ({"tmt_cpns", "tmt_pns"}, _cpns_after_pns),
    ({"tmt", "end"}, _start_after_end),
    ({"jabatan"}, post_against_kind),
    ({"jabatan"}, echelon_without_post),
    ({"tingkat_pendidikan", "gelar_belakang"}, title_above_level),
    ({"kedudukan", "lahir"}, past_retirement),
)
