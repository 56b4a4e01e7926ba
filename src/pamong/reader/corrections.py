"""Corrections that clerks made, without names, as cases that the reader is judged by.

A case holds one passage, one part of the draft, what the reader proposed there and what it was
corrected to. Replaying reads the passage alone and looks for the corrected value. ``then`` is what
came of that on the day on which the case was kept: a case that was right must stay right.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from pamong.reader.draft import Draft
from pamong.reader.plain import JsonValue, PlainFormError, from_plain, to_plain
from pamong.reader.reading import read

Kind: TypeAlias = Literal["changed", "added", "removed"]
Outcome: TypeAlias = Literal["right", "as_before", "other"]
"""The corrected value, what was proposed before, or something else."""

SAME_ROW: Mapping[str, tuple[str, ...]] = {
    "speakers": ("name", "office"),
    "attestations": ("name", "office"),
    "periods": ("start", "end"),
    "directives": ("by", "gist"),
    "commitments": ("by", "gist"),
    "quotes": ("text",),
    "attendees": ("name", "office"),
    "numbers": ("value", "unit"),
    "recurrence": ("what", "rule"),
    "agenda": ("item",),
}
"""What tells rows of a list apart; rows that are plain texts are told apart by themselves."""

_NEARLY = 85  # of 100: two wordings of one thing
_EXACT = frozenset({"start", "end", "day", "capacity", "topic", "setting", "kind"})
"""Parts of a row that have no second wording."""


class CaseFormError(ValueError):
    """A line of a file is no case."""

    def __init__(self, line: int, what: str) -> None:
        self.line = line
        super().__init__(
            f"Baris {line} bukan kasus koreksi: {what}. Buat ulang berkasnya dengan "
            "pamong corrections export."
        )


@dataclass(frozen=True, slots=True)
class CorrectionCase:
    """One correction; ``field`` is "date" or, of rows, "speakers" or "speakers/office".

    Of rows, ``proposed`` and ``corrected`` are whole ones; ``None`` where there was none.
    """

    field: str
    kind: Kind
    proposed: JsonValue
    corrected: JsonValue
    passage: str
    published_on: date | None = None
    then: Outcome | None = None

    def __post_init__(self) -> None:
        if self.part not in _PARTS:
            raise PlainFormError(f"bagian {self.field} tidak dikenal")

    @property
    def part(self) -> str:
        """The part of the draft, or the list that the row belongs to."""
        return self.field.partition("/")[0]

    @property
    def name(self) -> str:
        """The part of the row, empty where the whole row is meant."""
        return self.field.partition("/")[2]

    def to_line(self) -> str:
        """Return the case as one line of a file."""
        return json.dumps(to_plain(self), ensure_ascii=False)


def read_cases(lines: Iterable[str]) -> Iterator[CorrectionCase]:
    """Yield the cases of a file of JSON lines; empty lines say nothing.

    Raises:
        CaseFormError: a line is no case.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield from_plain(CorrectionCase, json.loads(line))
        except json.JSONDecodeError as error:
            raise CaseFormError(number, "bukan JSON") from error
        except PlainFormError as error:
            raise CaseFormError(number, str(error)) from error


def judge(case: CorrectionCase) -> Outcome:
    """Read the passage of a case anew, and say what that gives at its part of the draft."""
    draft = read(case.passage, published_on=case.published_on).to_json()
    now = draft[case.part]
    if case.part in LISTS:
        return _among(now, case, _row_like(case))
    if case.name:
        now = now and now.get(case.name)
    if _like(now, case.corrected):
        return "right"
    return "as_before" if _like(now, case.proposed) else "other"


def _among(
    rows: Sequence[JsonValue],
    case: CorrectionCase,
    is_like: Callable[[JsonValue, JsonValue], bool],
) -> Outcome:
    """Judge a list: the corrected row must be there, or the proposed one must not."""
    has_proposed = any(is_like(row, case.proposed) for row in rows)
    if case.kind == "removed":
        return "as_before" if has_proposed else "right"
    if any(is_like(row, case.corrected) for row in rows):
        return "right"
    return "as_before" if has_proposed or case.kind == "added" else "other"


def _row_like(case: CorrectionCase) -> Callable[[JsonValue, JsonValue], bool]:
    """Return what compares two rows: by what tells them apart, and by what was corrected."""
    names = dict.fromkeys((*SAME_ROW.get(case.part, ()), *([case.name] if case.name else [])))

    def is_like(one: JsonValue, other: JsonValue) -> bool:
        if not isinstance(one, Mapping) or not isinstance(other, Mapping):
            return _like(one, other)
        return all(_like(one.get(name), other.get(name), name) for name in names)

    return is_like


def _like(one: JsonValue, other: JsonValue, name: str = "") -> bool:
    """Tell whether two values are the same, or two wordings of the same."""
    if not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    first, second = (" ".join(text.casefold().split()) for text in (one, other))
    is_exact = name in _EXACT or any(letter.isdigit() for letter in first + second)
    return first == second or (not is_exact and fuzz.ratio(first, second) >= _NEARLY)


_PARTS = frozenset(Draft().to_json()) - {"evidence", "warnings", "proposals"}
LISTS = frozenset(part for part, value in Draft().to_json().items() if isinstance(value, list))
"""The parts of a draft that are lists."""
