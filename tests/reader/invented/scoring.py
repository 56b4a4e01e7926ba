"""How well the reader reads the invented texts, field by field; also run as a module, for a table.

A value counts as read where it equals the label; names without titles, offices without the word
for the kind of government, the first words of a quotation or of a line.
"""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from pamong.reader import Draft, read

FOLDER = Path(__file__).parent
READ_ON = date(2026, 11, 23)
ALIKE = 85  # of 100: one slip of a letter in a name
_KINDS = re.compile(r"\b(?:provinsi|kabupaten|kota(?! metro))\b")


@dataclass(slots=True)
class Score:
    """Values read as labelled, read but not labelled, and labelled but not read."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        return self.right / ((self.right + self.wrong) or 1) if self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was read."""
        return self.right / (self.right + self.missed) if self.missed else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / ((2 * self.right + self.wrong + self.missed) or 1)


def texts() -> dict[str, dict]:
    """Return the labels of the invented texts by the stem of their file."""
    return tomllib.loads((FOLDER / "labels.toml").read_text(encoding="utf-8"))


def draft_of(stem: str) -> Draft:
    """Read one invented text."""
    text = (FOLDER / "texts" / f"{stem}.txt").read_text(encoding="utf-8")
    return read(text, not_after=READ_ON)


def score(
    labels: dict[str, dict],
    misses: list[str] | None = None,
    *,
    read_one: Callable[[str], Draft] = draft_of,
) -> dict[str, Score]:
    """Read every labelled text and count; ``misses`` gathers what differs, for a person."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for stem, label in labels.items():
        for field, labelled, found, is_same in _fields(label, read_one(stem)):
            left = list(found)
            for value in labelled:
                match = next((one for one in left if is_same(value, one)), None)
                scores[field].right += match is not None
                scores[field].missed += match is None
                if match is not None:
                    left.remove(match)
                elif misses is not None:
                    misses.append(f"{stem} {field}: missed {value}")
            scores[field].wrong += len(left)
            if misses is not None:
                misses += [f"{stem} {field}: wrong {value}" for value in left]
    return scores


def _fields(label: dict, draft: Draft):
    """Yield each field with what is labelled, what was read, and when two values are the same."""
    is_forum = label.get("is_forum", True)
    yield "is_forum", [True] * is_forum, [True] * draft.is_forum, _equal
    yield "furniture", label["furniture"], draft.boilerplate_lines, _same_start
    if not is_forum:
        return
    kind = label["region"].split()[0].lower()
    yield "forum_kind", [label["kind"]], _given(draft.forum_kind), _equal
    yield "date", _given(label.get("date")), _given(draft.date), _equal
    yield "region", [label["region"]], _given(draft.region), _equal
    yield "region_kind", [kind], _given(draft.region_kind), _equal
    rows = [row.split(" | ") for row in label["speakers"]]
    yield "speakers", [row[0] for row in rows], [s.name for s in draft.speakers], _same_name
    spoken = [(s.name, s.office, s.capacity) for s in draft.speakers]
    yield "speakers_office", rows, spoken, _same_speaker
    behalf = draft.on_behalf_of
    stood = [row.split(" | ") for row in _given(label.get("on_behalf_of"))]
    yield "on_behalf_of", stood, [(behalf.reader, behalf.principal)] if behalf else [], _same_pair
    quotes = [row.split(" | ") for row in label["quotes"]]
    said = [(quote.first_five_words, quote.speaker or "-") for quote in draft.quotes]
    yield "quotes", quotes, said, lambda a, b: _same_start(a[0], b[0])
    yield "quotes_attrib", quotes, said, _same_quote
    if "directives" in label:
        asked = [row.split(" | ") for row in label["directives"]]
        found = [(d.by or "-", d.to or "-", d.topic or "-") for d in draft.directives]
        yield "directives", asked, found, _same_directive
    if "topics" in label:
        yield "topics", label["topics"], draft.topics, _equal
    if "organisations" in label:
        yield "organisations", label["organisations"], draft.organisations, _same_body
    if "periods" in label:
        rows = [row.split(" | ") for row in label["periods"]]
        spans = [("", str(p.start or "-"), str(p.end or "-")) for p in draft.periods]
        yield "periods", rows, spans, lambda a, b: (*a[1:],) == b[1:]
    if "numbers" in label:
        figures = [f"{figure.value} {figure.unit}" for figure in draft.numbers]
        yield "numbers", label["numbers"], figures, _same_start


def _given(value):
    return [] if value is None else [value]


def _equal(a, b) -> bool:
    return a == b


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w/&-]+", text.lower()))


def _same_name(a: str, b: str | None) -> bool:
    return b is not None and fuzz.token_sort_ratio(_plain(a), _plain(b)) >= ALIKE


def _same_body(a: str, b: str) -> bool:
    return fuzz.token_set_ratio(_plain(a), _plain(b)) >= ALIKE


def _same_office(a: str, b: str | None) -> bool:
    bare = (" ".join(_KINDS.sub(" ", _plain(text or "")).split()) for text in (a, b))
    return fuzz.token_sort_ratio(*bare) >= ALIKE


def _same_speaker(a, b) -> bool:
    return _same_name(a[0], b[0]) and _same_office(a[1], b[1]) and a[2] == b[2]


def _same_pair(a, b) -> bool:
    return _same_name(a[0], b[0]) and _same_office(a[1], b[1])


def _same_quote(a, b) -> bool:
    return _same_start(a[0], b[0]) and (a[1] == b[1] or _same_name(a[1], b[1]))


def _same_directive(a, b) -> bool:
    to = fuzz.token_set_ratio(_plain(a[1]), _plain(b[1])) >= ALIKE
    return to and _same_name(a[0], b[0]) and a[2] == b[2]


def _same_start(a: str, b: str) -> bool:
    first, second = _plain(a) or a, _plain(b) or b
    return first.startswith(second) or second.startswith(first)


def table(scores: dict[str, Score]) -> str:
    """Return the scores as lines of a Markdown table."""
    rows = [
        f"| {field} | {one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f} | "
        f"{one.right} | {one.wrong} | {one.missed} |"
        for field, one in scores.items()
    ]
    head = "| field | precision | recall | F1 | right | wrong | missed |"
    return "\n".join([head, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |", *rows])


if __name__ == "__main__":
    gathered: list[str] = []
    beginning = tuple(sys.argv[1:]) or ("",)
    chosen = {stem: label for stem, label in texts().items() if stem.startswith(beginning)}
    print(table(score(chosen, gathered)))
    print(*sorted(gathered), sep="\n")
