"""Which part of an HTML page is its article: the part with the most prose and the fewest links.

Prose counts for each part that holds it, words of links count against it. What a page shows above
its headline, in parts that are named as surroundings, in lists of cards (a headline and a teaser,
three times or more), or below a line such as "Berita terkait", counts for nothing. The part with
the highest count is the article. docs/adr/0026 has the measure.
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from pamong.reader.knowledge import words
from pamong.reader.layout import Layout, Run

_NEARLY = 0.9  # a part that calls itself the article is believed if hardly anything is outside
_CARD_TAGS = ("article.", "div.", "li.", "section.")
_CARDS = 3  # so many parts alike, each with a headline, are a list of other pages
_LINKS = 3  # so many links one after the other are a menu
_SURE = 3  # how much more the words of prose and of links count than those of lines of a form
_TITLE = 3  # what the title of another page counts against a part, where it is no link
_HEADLINE_WORDS = 3
_LEAST_ARTICLE = 12  # words of prose: with less the page has none that is told apart
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class MainText:
    """The article of a page that calls itself ``title``."""

    def __init__(self, layout: Layout, title: str | None) -> None:
        self._runs, self._parts = layout.runs, layout.parts
        self._headline = self._find_headline(title)
        self._start = self._headline or 0
        self._end = self._find_end()

    @property
    def lines(self) -> list[str]:
        """Its blocks in order, without menus in it; of a page without any article, all of them."""
        for cards in (self._cards, frozenset[int]()):
            part, worth = self._best(cards)
            if worth >= _SURE * _LEAST_ARTICLE:
                held = [run for run in self._in_reach if part in run.inside]
                kept = [run for run in held if not self._is_outside(run, cards)]
                return [run.text for run in _without_menus(kept)]
        whole = [run for run in self._in_reach if not self._is_outside(run, frozenset())]
        return [run.text for run in _without_menus(whole or self._in_reach)]

    @property
    def byline(self) -> list[str]:
        """The lines between its headline and its first prose; none without a headline."""
        if self._headline is None:
            return []
        below = self._runs[self._headline + 1 :]
        return [run.text for run in itertools.takewhile(lambda run: not run.is_prose, below)]

    @property
    def _in_reach(self) -> Sequence[Run]:
        return self._runs[self._start : self._end]

    def _find_headline(self, title: str | None) -> int | None:
        """Return the run that says what the page is called."""
        said = _bare(title or "")
        found = [
            index
            for index, run in enumerate(self._runs)
            if run.count >= _HEADLINE_WORDS and said.startswith(_bare(run.text))
        ]
        headings = (index for index in found if self._runs[index].is_heading)
        return next(headings, found[0] if found else None)

    def _find_end(self) -> int:
        """Return the first run behind the article that says that other things follow."""
        read = 0
        for index in range(self._start, len(self._runs)):
            run = self._runs[index]
            read += run.count if run.is_prose else 0
            if read >= _LEAST_ARTICLE and _bare(run.text) in words("html", "ends"):
                return index
        return len(self._runs)

    @cached_property
    def _around(self) -> frozenset[int]:
        """The parts that are named as surroundings; what holds the headline is none of them."""
        named = frozenset(key for key, part in enumerate(self._parts) if part.is_around)
        if self._headline is not None:
            return named - {*self._runs[self._headline].inside}
        return named

    @cached_property
    def _cards(self) -> frozenset[int]:
        headed = {
            part for run in self._runs if run.is_heading or run.is_link for part in run.inside
        }
        alike: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
        for key, part in enumerate(self._parts):
            if key in headed and part.signature.startswith(_CARD_TAGS):
                alike[part.parent, part.signature].append(key)
        return frozenset(key for keys in alike.values() if len(keys) >= _CARDS for key in keys)

    def _is_outside(self, run: Run, cards: Collection[int]) -> bool:
        return any(part in self._around or part in cards for part in run.inside)

    def _best(self, cards: Collection[int]) -> tuple[int, int]:
        """Return the part that is most likely the article, and what its words count."""
        worth: Counter[int] = Counter()
        for run in self._in_reach:
            value = self._value(run, cards)
            for part in run.inside:
                if self._parts[part].is_box:
                    worth[part] += value
        # Of equals, the innermost is the article.
        best = max(worth.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        called = [
            (part, value)
            for part, value in worth.items()
            if self._parts[part].is_called_article and value >= best[1] * _NEARLY
        ]
        return max(called, default=best)

    def _value(self, run: Run, cards: Collection[int]) -> int:
        """Say what the words of a run count for the parts that hold it."""
        if run.is_imprint or any(part in self._around for part in run.inside):
            return 0
        if run.is_link:
            return -_SURE * run.count
        if any(part in cards for part in run.inside):
            return 0
        if run.is_prose:
            return _SURE * run.count
        return -_SURE * _TITLE if run.is_title else run.count


def _bare(text: str) -> str:
    """Return the words of a line alone, so that a colon or a number of comments does not count."""
    return " ".join(_WORD.findall(text.lower()))


def _without_menus(runs: Sequence[Run]) -> list[Run]:
    """Leave out links that stand one after the other."""
    kept: list[Run] = []
    for is_link, together in itertools.groupby(runs, key=lambda run: run.is_link):
        listed = list(together)
        if not is_link or len(listed) < _LINKS:
            kept += listed
    return kept
