"""What a person did to a draft: single touches, and what differs in the end from what was read.

Pure functions over contents, as ``editing.py``. A touch is one change that stands: a value put or
chosen, a row added or removed. A correction is where the draft in the end is not what was read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pamong.apps.forums.editing import ROWS, Content
from pamong.reader.corrections import Kind

PROPOSALS = "proposals"
"""What a language model proposes; asking for it, and leaving it, touches nothing of the draft."""

_DERIVED = {"first_five_words"}
_UNSEEN = {"evidence", "warnings", "boilerplate_lines", PROPOSALS}


@dataclass(frozen=True, slots=True)
class Step:
    """One change that stands: where, and the content before and after."""

    pointer: str
    before: Content
    after: Content

    @property
    def part(self) -> str:
        """The part of the draft that the pointer names first."""
        return self.pointer.split("/")[1]

    @property
    def index(self) -> int:
        """The number of the row that the pointer names."""
        return int(self.pointer.split("/")[2])


@dataclass(frozen=True, slots=True)
class Touch:
    """One thing that a person did; ``field`` is "date" or, of rows, "speakers/office"."""

    field: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Correction:
    """One place where the draft is not what was read.

    ``was`` and ``now`` are the pointers there, before and after; ``None`` where there is none.
    """

    field: str
    kind: Kind
    proposed: Any
    corrected: Any
    was: str | None
    now: str | None


def touches(steps: Iterable[Step]) -> list[Touch]:
    """Return what a person did, step by step."""
    return [Touch(_field(step.pointer), _kind(step)) for step in steps if step.part != PROPOSALS]


def counted(made: Iterable[Touch]) -> dict[str, int]:
    """Return how often each field was touched."""
    return dict(Counter(touch.field for touch in made))


def corrections(as_read: Content, content: Content, steps: Sequence[Step]) -> list[Correction]:
    """Return where ``content``, which ``steps`` led to, is not what was read."""
    return [
        *_single(as_read, content),
        *(found for rows in sorted(ROWS) for found in _of_rows(as_read, content, steps, rows)),
    ]


def _single(as_read: Content, content: Content) -> Iterator[Correction]:
    for name in as_read.keys() - ROWS - _UNSEEN:
        before, after = as_read[name], content[name]
        if isinstance(before, dict) or isinstance(after, dict):
            yield from _of_row(
                name, before or {}, after or {}, f"/{name}", f"/{name}", whole=False
            )
        elif before != after:
            kind: Kind = "added" if before is None else "removed" if after is None else "changed"
            yield Correction(name, kind, before, after, f"/{name}", f"/{name}")


def _of_rows(
    as_read: Content, content: Content, steps: Iterable[Step], rows: str
) -> Iterator[Correction]:
    before, after = as_read.get(rows, []), content.get(rows, [])
    origins = _origins(len(before), steps, rows)
    if len(origins) != len(after):  # content that no change led to teaches nothing
        return
    for index in sorted(set(range(len(before))) - set(origins)):
        yield Correction(rows, "removed", before[index], None, f"/{rows}/{index}", None)
    for index, origin in enumerate(origins):
        now = f"/{rows}/{index}"
        if origin is None:
            yield Correction(rows, "added", None, after[index], None, now)
        elif not isinstance(after[index], dict):
            if before[origin] != after[index]:
                was = f"/{rows}/{origin}"
                yield Correction(rows, "changed", before[origin], after[index], was, now)
        else:
            yield from _of_row(rows, before[origin], after[index], f"/{rows}/{origin}", now)


def _of_row(
    rows: str, before: Content, after: Content, was: str, now: str, *, whole: bool = True
) -> Iterator[Correction]:
    """Yield the parts of one row that differ; with ``whole``, each tells the whole row."""
    for name in sorted({*before, *after} - _DERIVED):
        one, other = before.get(name), after.get(name)
        if one != other:
            proposed, corrected = (before, after) if whole else (one, other)
            yield Correction(
                f"{rows}/{name}", "changed", proposed, corrected, f"{was}/{name}", f"{now}/{name}"
            )


def _origins(length: int, steps: Iterable[Step], rows: str) -> list[int | None]:
    """Return for each row of the end where it stood in what was read; ``None``: it is new."""
    origins: list[int | None] = list(range(length))
    for step in steps:
        more = len(step.after.get(rows, [])) - len(step.before.get(rows, []))
        if more > 0:
            origins += [None] * more
        elif more < 0:
            del origins[step.index]
    return origins


def _kind(step: Step) -> Kind:
    more = 0
    if step.part in ROWS:
        more = len(step.after.get(step.part, [])) - len(step.before.get(step.part, []))
    return "added" if more > 0 else "removed" if more < 0 else "changed"


def _field(pointer: str) -> str:
    return "/".join(part for part in pointer.split("/")[1:] if not part.isdecimal())
