"""Changing a draft: pure functions from one content to the next, by JSON pointer.

``evidence`` follows the values: when a row goes, the evidence of later rows moves up with them.
"""

import copy
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from pamong.reader.draft import Draft, DraftFormError, Proposal
from pamong.reader.plain import to_plain

Content = dict[str, Any]
Spans = list[list[int]]

ROWS = frozenset(
    field.name
    for field in fields(Draft)
    if field.default == () and field.name not in {"warnings", "boilerplate_lines", "proposals"}
)
"""The parts of a draft that are lists of rows which a person adds to and removes from."""

_CLOSED = frozenset({"evidence", "warnings", "proposals"})
"""Parts that change only along with others."""


class DraftEditError(ValueError):
    """A change does not fit the draft."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Perubahan ini tidak cocok dengan draf: {what}.")


def set_value(
    content: Content, pointer: str, value: object, spans: Spans | None = None
) -> Content:
    """Put ``value`` at ``pointer``; with ``spans``, say which words of the text it came from.

    Whatever stood there as a conflict is settled by it. An empty text becomes nothing.

    Raises:
        DraftEditError: there is no such place, or the value does not fit it.
    """
    after = copy.deepcopy(content)
    _put(after, pointer, value if value != "" else None)
    _settle(after, pointer, spans, "Diisi oleh peninjau.")
    return _checked(after)


def choose(content: Content, pointer: str, index: int) -> Content:
    """Settle a conflict by the candidate of that number, counted from 0.

    Where the same candidates compete elsewhere, from the same words, it is the same question and
    settled there too.

    Raises:
        DraftEditError: there is no such candidate.
    """
    after = copy.deepcopy(content)
    candidates = after["evidence"].get(pointer, {}).get("candidates", [])
    if not 0 <= index < len(candidates):
        raise DraftEditError(f"pilihan ke-{index + 1} tidak ada")
    chosen = candidates[index]
    same = [
        key for key in open_conflicts(after) if after["evidence"][key]["candidates"] == candidates
    ]
    for place in dict.fromkeys([pointer, *same]):
        _put(after, place, chosen["value"])
        _settle(after, place, chosen["spans"], f"Dipilih oleh peninjau. {chosen['reason']}")
    return _checked(after)


def add_row(content: Content, rows: str, row: object, spans: Spans | None = None) -> Content:
    """Append a row to one of :data:`ROWS`.

    Raises:
        DraftEditError: there is no such list, or the row does not fit it.
    """
    if rows not in ROWS:
        raise DraftEditError(f"daftar {rows} tidak ada")
    after = copy.deepcopy(content)
    after[rows].append(row)
    _settle(after, f"/{rows}/{len(after[rows]) - 1}", spans, "Ditambahkan oleh peninjau.")
    return _checked(after)


def remove_row(content: Content, pointer: str) -> Content:
    """Take out the row at ``pointer`` ("/directives/1") with its evidence.

    Raises:
        DraftEditError: there is no such row.
    """
    after = copy.deepcopy(content)
    rows, index = _row(after, pointer)
    del after[rows][index]
    after["evidence"] = {
        moved: evidence
        for key, evidence in after["evidence"].items()
        if (moved := _moved_up(key, rows, index)) is not None
    }
    return _checked(after)


def add_proposals(content: Content, proposals: Iterable[Proposal]) -> Content:
    """Put what a language model proposes beside the draft; no value of it changes."""
    after = copy.deepcopy(content)
    after["proposals"] = [*after.get("proposals", []), *map(to_plain, proposals)]
    return _checked(after)


def take_proposal(content: Content, key: str) -> Content:
    """Make a value, or one more row, of a proposal; its evidence says whose it was.

    Raises:
        DraftEditError: there is no such proposal, or its place is filled by now.
    """
    _index_there, proposal = _proposal(content, key)
    part, value = proposal["field"], proposal["value"]
    after = leave_proposal(content, key)
    pointer = f"/{part}"
    if part in ROWS:
        after[part].append(value)
        pointer = f"/{part}/{len(after[part]) - 1}"
    elif after[part] is not None:
        raise DraftEditError(f"bagian {pointer} sudah diisi")
    else:
        _put(after, pointer, value)
    reason = f"Usulan model bahasa ({proposal['model']}), diterima oleh peninjau."
    _settle(after, pointer, proposal["spans"], reason)
    return _checked(after)


def leave_proposal(content: Content, key: str) -> Content:
    """Take a proposal away from the draft; raises :class:`DraftEditError` where there is none."""
    index, _left = _proposal(content, key)
    after = copy.deepcopy(content)
    del after["proposals"][index]
    return _checked(after)


def proposal_pointer(content: Content, key: str) -> str:
    """Return where taking a proposal changes the draft.

    Raises:
        DraftEditError: there is no such proposal.
    """
    return f"/{_proposal(content, key)[1]['field']}"


def open_conflicts(content: Content) -> list[str]:
    """Return the pointers of the values that a person must still choose."""
    return [key for key, evidence in content["evidence"].items() if evidence["conflict"]]


def _checked(content: Content) -> Content:
    try:
        return Draft.from_json(content).to_json()
    except DraftFormError as error:
        raise DraftEditError(str(error)) from error


def _parent(content: Content, pointer: str) -> tuple[Any, Any]:
    """Return the container of the value at ``pointer``, and its key there."""
    *path, last = pointer.removeprefix("/").split("/")
    if not pointer.startswith("/") or (path or [last])[0] in _CLOSED:
        raise DraftEditError(f"bagian {pointer} tidak ada")
    place: Any = content
    try:
        for part in path:
            place = place[_index(part) if isinstance(place, list) else part]
        key = _index(last) if isinstance(place, list) else last
        place[key]  # the place must exist
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise DraftEditError(f"bagian {pointer} tidak ada") from error
    return place, key


def proposal_key(proposal: Mapping[str, Any]) -> str:
    """Return what a page calls a proposal, so that a page left open takes no other one."""
    told = json.dumps(proposal, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _proposal(content: Content, key: str) -> tuple[int, Any]:
    for index, proposal in enumerate(content.get("proposals", [])):
        if proposal_key(proposal) == key:
            return index, proposal
    raise DraftEditError("usulan itu sudah tidak ada")


def _index(part: str) -> int:
    """Read a place in a list; "-1" is none, although Python would take it."""
    if not part.isdecimal():
        raise ValueError(part)
    return int(part)


def _row(content: Content, pointer: str) -> tuple[str, int]:
    rows, _, index = pointer.removeprefix("/").partition("/")
    if rows not in ROWS or not index.isdecimal() or int(index) >= len(content[rows]):
        raise DraftEditError(f"baris {pointer} tidak ada")
    return rows, int(index)


def _put(content: Content, pointer: str, value: object) -> None:
    """Replace a value; what was read of those of its parts that change goes with them."""
    parent, key = _parent(content, pointer)
    parts = [part for part in content["evidence"] if part.startswith(f"{pointer}/")]
    before = {part: _find(content, part) for part in parts}
    parent[key] = value
    for part in parts:
        if _find(content, part) != before[part]:
            del content["evidence"][part]


def _find(content: Content, pointer: str) -> object:
    """Return the value at ``pointer``; ``None`` where there is no such place."""
    try:
        parent, key = _parent(content, pointer)
    except DraftEditError:
        return None
    return parent[key]


def _settle(content: Content, pointer: str, spans: Spans | None, reason: str) -> None:
    before = content["evidence"].get(pointer, {"spans": [], "candidates": []})
    content["evidence"][pointer] = {
        "spans": before["spans"] if spans is None else spans,
        "reason": reason,
        "candidates": before["candidates"],
        "conflict": False,
    }


def _moved_up(pointer: str, rows: str, removed: int) -> str | None:
    """Return where evidence stands after a row went, or ``None`` where it went with the row."""
    parts = pointer.split("/")
    if len(parts) < 3 or parts[1] != rows:
        return pointer
    index = int(parts[2])
    if index == removed:
        return None
    parts[2] = str(index - 1 if index > removed else index)
    return "/".join(parts)
