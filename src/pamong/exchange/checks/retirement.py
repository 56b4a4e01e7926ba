"""Whether somebody is still recorded as active after the day of the pension.

Source: UU 20/2023 Pasal 55 (58 for pelaksana, pengawas and administrator, up to 65 for functional
posts as their rules say); the pension begins on the first day of the month after the birthday.
Which age holds for whom is the business of the rules on BUP; here only what is past any doubt.
"""

from __future__ import annotations

from datetime import date

from pamong.exchange.checks.meanings import Meanings, Troubles
from pamong.exchange.checks.posts import GENERAL, kind_of_post
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint
from pamong.kernel.day import format_day

_ACTIVE = "01"
_OF_GENERAL_POSTS, _HIGHEST = 58, 65


def past_retirement(row: Meanings, standpoint: Standpoint) -> Troubles:
    """Yield where the file's own day of pension, or the one by age, has come."""
    born = row.day("lahir")
    if row.text("kedudukan") != _ACTIVE or born is None:
        return
    age = _OF_GENERAL_POSTS if kind_of_post(row) == GENERAL else _HIGHEST
    pension = row.day("tmt_pensiun") or _first_after(born, age)
    if pension <= standpoint.on:
        yield "kedudukan", Trouble("melewati-bup", {"day": format_day(pension)})


def _first_after(born: date, age: int) -> date:
    months = 12 * (born.year + age) + born.month
    return date(months // 12, months % 12 + 1, 1)
