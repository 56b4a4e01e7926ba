"""Nicknames: "Paman Contoh, sapaan akrab Wagub", "Rekaan Contoh yang akrab disapa Kak Uta"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pamong.reader.knowledge import alternatives, table
from pamong.reader.names import NameRun
from pamong.reader.page import Page

_REACH = 6  # tokens between the nickname and the words that say that it is one


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that is said to be somebody's; whose, the words at ``near`` may tell.

    ``is_before`` says that the nickname stands before the words, so that who is meant may follow.
    """

    run: NameRun
    near: int
    is_before: bool


def find_nicknames(page: Page, runs: Sequence[NameRun]) -> Iterator[Nickname]:
    """Yield what the body says to be a nickname, in its order."""
    for match in _signs().finditer(page.lower):
        first = page.token_index(match.start())
        after = page.token_index(match.end())
        behind = [run for run in runs if after <= run.first <= after + 1]
        before = [run for run in runs if first - 2 <= run.after <= first]
        if match["called"] and behind:
            yield Nickname(behind[0], first, is_before=False)
        elif match["calling"] and before:
            yield Nickname(before[-1], after, is_before=True)


@cache
def _signs() -> re.Pattern[str]:
    called = alternatives(table("names")["called"])
    calling = alternatives(table("names")["calling"])
    return re.compile(rf"(?<!\w)(?:(?P<called>{called})|(?P<calling>{calling}))(?!\w)")
