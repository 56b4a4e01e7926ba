"""Whether a title can go with the level of education beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from pamong.exchange.checks.meanings import Meanings, Troubles
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint
from pamong.kernel.person_name import parse_person_name

_LEVELS = (
    (r"s[- ]?3|doktor|strata (?:iii|3)", 9),
    (r"s[- ]?2|magister|strata (?:ii|2)", 8),
    (r"s[- ]?1|sarjana(?! muda)|strata (?:i|1)|d[- ]?(?:iv|4)|diploma (?:iv|4)", 7),
    (r"d[- ]?(?:iii|3)|diploma (?:iii|3)|sarjana muda", 6),
    (r"d[- ]?(?:ii|2)|diploma (?:ii|2)", 5),
    (r"d[- ]?(?:i|1)|diploma (?:i|1)", 4),
    (r"slta|sma|smk|ma", 3),
    (r"sltp|smp|mts", 2),
    (r"sd|sekolah dasar|mi", 1),
)
"""Written forms of the levels, highest first; a D-IV stands beside an S-1."""
_TITLES = ((r"S\..*", 7), (r"M\..*", 8), (r"A\.?Md.*", 6), (r"A\.?Ma.*", 5))
_MEMORY = 20_000


def title_above_level(row: Meanings, _: Standpoint) -> Troubles:
    """Yield where a title needs a higher level than the one recorded."""
    level, titles = row.text("tingkat_pendidikan"), row.text("gelar_belakang")
    if not level or not titles:
        return
    rank = level_rank(level)
    title, needed = highest_title(titles)
    if rank and needed > rank:
        yield "gelar_belakang", Trouble("pendidikan-dan-gelar", {"title": title, "level": level})


@lru_cache(_MEMORY)
def level_rank(level: str) -> int:
    """Return the rank of a level of education; 0 for one that is not known.

    >>> level_rank("S-1/Sarjana") > level_rank("Diploma III/Sarjana Muda") > level_rank("SLTA")
    True
    """
    words = level.casefold().strip()
    for pattern, rank in _LEVELS:
        if re.match(rf"(?:{pattern})(?!\w)", words):
            return rank
    return 0


@lru_cache(_MEMORY)
def highest_title(titles: str) -> tuple[str, int]:
    """Return the title that needs the highest level, and that level.

    >>> highest_title("SE, M.Si.")
    ('M.Si.', 8)
    """
    spelled = parse_person_name(f"Contoh, {titles}").gelar_belakang.split(", ")
    ranks = [(title, _needed(title)) for title in spelled]
    return max(ranks, key=lambda pair: pair[1])


def _needed(title: str) -> int:
    for pattern, rank in _TITLES:
        if re.fullmatch(pattern, title):
            return rank
    return 0
