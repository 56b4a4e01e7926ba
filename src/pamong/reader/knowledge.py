"""The reader's knowledge: word lists in TOML that anybody can add to, read once and kept.

Every list lives in ``data/``; code holds the patterns that use them. A list of words becomes one
regular expression here, longest word first, so that "wakil gubernur" wins over "gubernur".
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

_FOLDER = resources.files("pamong.reader") / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """Return the TOML file ``data/<name>.toml``."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """Return one list of single words of a file as a set."""
    return frozenset(table(name)[key])


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return a pattern that matches any whole word or phrase of one list, in any case."""
    return pattern_of(tuple(table(name)[key]))


@cache
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that matches any of these whole words or phrases, in any case."""
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)", re.IGNORECASE)


def alternatives(phrases: Iterable[str]) -> str:
    r"""Return the body of a pattern for these phrases; a space stands for any white space.

    >>> alternatives(["kata", "kata mereka"])
    'kata\\s+mereka|kata'
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
