"""What numbered lines ask: decisions of minutes, points of a circular, parts of an instruction.

Such a line has no speaker of its own: whoever led the meeting, or signed the paper, asks. It
begins with the one who is asked ("Camat melakukan …", "Seluruh OPD agar …"), or the paper has told
so above ("Kepada : …"). A line that does neither, or speaks of no topic, is not proposed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from pamong.reader.addressees import addressees_in, groups_in
from pamong.reader.directives import trim_gist
from pamong.reader.draft import DraftDirective, Span
from pamong.reader.found import Found
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.lines import Line
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.topics import topic_of

_ORDERS = frozenset({"surat_edaran", "instruksi"})
_ITEM = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+|[-*•]\s+")
_PART = re.compile(
    r"ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s*:\s*|pertama\s*:\s*"
)
_ORDERED = re.compile(
    r"(?:agar|supaya|untuk|diminta|wajib|harus|dilarang|tidak\s+boleh|segera|akan|menjadi"
    r"|me\w{4,}|ber\w{4,})(?!\w)"
)
_FIELD = {name: re.compile(rf"{name}\s*:\s*", re.IGNORECASE) for name in ("kepada", "untuk")}
_MARK = 60  # characters of a line before what it asks: its number, and who is asked
_EVERY = frozenset({"seluruh", "para", "semua", "segenap", "setiap", "yth", "yth."})
_MOST_TO_WORDS = 8
_TOPIC_LINES = 10  # of the head of a paper, which names its matter


def form_directives(page: Page, cast: Cast, paper: str | None) -> list[Found[DraftDirective]]:
    """Return what the numbered lines of minutes, a circular or an instruction ask."""
    if paper == "notulen":
        return list(_items(page, cast, _decided(page), chair_of(page, cast), None))
    if paper not in _ORDERS:
        return [
            item
            for lines, by in _demanded(page, cast)
            for item in _items(page, cast, lines, by, None)
        ]
    if paper in _ORDERS:
        return list(_items(page, cast, page.body_lines, _signed(page, cast), _asked_above(page)))
    return []


def with_lines(
    told: Sequence[Found[DraftDirective]], lines: Sequence[Found[DraftDirective]]
) -> list[Found[DraftDirective]]:
    """Return what sentences ask, and behind it what only numbered lines do."""
    inside = [span for one in lines for span in one.spans]
    told = [
        one
        for one in told
        if not any(start - _MARK <= one.spans[0][0] < end for start, end in inside)
    ]
    known = {(one.value.by, one.value.to, one.value.topic) for one in told}
    new = [one for one in lines if (one.value.by, one.value.to, one.value.topic) not in known]
    return [*told, *new]


def _items(
    page: Page, cast: Cast, lines: Sequence[Line], by: Person | None, above: str | None
) -> Iterator[Found[DraftDirective]]:
    of_paper = topic_of(" ".join(line.text for line in page.body_lines[:_TOPIC_LINES]).lower())
    for line in lines:
        lower = page.lower[line.start : line.end]
        part = _PART.match(lower)
        item = part or _ITEM.match(lower)
        if item is None:
            continue
        asked = _asked(page, line, item.end())
        if asked and any(m.person and m.office for m in cast.mentions_in((line.start, asked[1]))):
            continue  # it tells what somebody said
        to, gist_from = asked or ((above, line.start + item.end()) if part else (None, 0))
        topic = topic_of(page.lower[gist_from : line.end]) or of_paper
        if to is None or topic is None:
            continue
        span = (gist_from, line.end)
        value = DraftDirective(
            by.name if by else None, to, trim_gist(page.body[slice(*span)]), topic
        )
        yield Found(value, (span,), "Butir ini menyebut siapa yang ditugasi.")


def _asked(page: Page, line: Line, after: int) -> tuple[str, int] | None:
    """Return who a line begins with, and where what is asked of him begins.

    A group goes by its name in the lists; a unit in capitals, or a dinas, by its own words.
    """
    start = line.start + after
    verb = next(
        (m for m in _ORDERED.finditer(page.lower, start, line.end) if m.start() > start), None
    )
    if verb is None:
        return None
    words = page.body[start : verb.start()].split()
    if not words or len(words) > _MOST_TO_WORDS or any(word[-1] in ".;:" for word in words):
        return None
    groups = addressees_in(page, start, verb.start())
    if groups and page.lower[start : groups[0].span[0]].strip() in {
        "",
        "seluruh",
        "para",
        "semua",
    }:
        return groups[0].name, verb.start()
    units: list[str] = table("offices")["around"]["kinds_of_units"]
    is_unit = words[0].isupper() or words[0].lower() in units or words[0] in {"Kepala", "Camat"}
    is_named = is_unit and all(word[0].isupper() or word in {"dan", "serta"} for word in words)
    return (" ".join(words), verb.start()) if is_named else None


def _decided(page: Page) -> list[Line]:
    """Return the lines below "KEPUTUSAN :" and its like, up to the next heading."""
    kept: list[Line] = []
    is_inside = False
    for line in page.body_lines:
        lower = line.text.lower()
        if _heading("decided").fullmatch(lower):
            is_inside = True
        elif _heading("other").fullmatch(lower) or (line.text.isupper() and line.text[-1] == ":"):
            is_inside = False
        elif is_inside:
            kept.append(line)
    return kept


def _demanded(page: Page, cast: Cast) -> Iterator[tuple[list[Line], Person | None]]:
    """Yield the numbered lines below "Berikut penekanan Bupati:", with who demands them."""
    demands = pattern_of(tuple(table("directives")["demands"]))
    for index, line in enumerate(page.body_lines):
        if not (line.text.endswith(":") and demands.search(line.text.lower())):
            continue
        named = [m.person for m in cast.mentions_in(line.span) if m.person]
        items = list(takewhile(_is_item, page.body_lines[index + 1 :]))
        if named and items:
            yield items, named[0]


def _is_item(line: Line) -> bool:
    return _ITEM.match(line.text.lower()) is not None


def chair_of(page: Page, cast: Cast) -> Person | None:
    """Return who stands in the field of minutes for whoever leads the meeting."""
    field = pattern_of(tuple(table("papers")["minutes"]["chair"]))
    for index, line in enumerate(page.body_lines):
        if field.match(line.text) and ":" in line.text:
            end = page.body_lines[min(index + 1, len(page.body_lines) - 1)].end
            named = [m.person for m in cast.mentions_in((line.start, end)) if m.person]
            return named[0] if named else None
    return None


def _signed(page: Page, cast: Cast) -> Person | None:
    last: Span = (page.body_lines[-1].start, page.body_lines[-1].end)
    named = [m for m in cast.mentions if m.person and m.office and m.span[1] >= last[0]]
    return named[-1].person if named else None


def _asked_above(page: Page) -> str | None:
    """Return whom "Kepada :" of an instruction lists: its groups, by their names."""
    lines = page.body_lines
    begins = [i for i, one in enumerate(lines) if _FIELD["kepada"].match(one.text)]
    ends = [i for i, one in enumerate(lines) if _FIELD["untuk"].match(one.text)]
    if not begins or not ends:
        return None
    names: dict[str, None] = {}
    for line in lines[begins[0] : ends[0]]:
        words = _ITEM.sub("", _FIELD["kepada"].sub("", line.text), count=1).strip(" ;.,")
        if words:
            names[_group(words) or words] = None
    return ", ".join(names) or None


def _group(words: str) -> str | None:
    """Return the name of the group that words name, where they name nothing else."""
    groups = groups_in(words.lower(), 0, len(words))
    if not groups:
        return None
    around = f"{words[: groups[0].span[0]]} {words[groups[0].span[1] :]}".lower().split()
    return groups[0].name if set(around) <= _EVERY else None


@cache
def _heading(kind: str) -> re.Pattern[str]:
    listed = alternatives(table("papers")["minutes"][kind])
    return re.compile(rf"(?:[ivx]+\.|[a-z]\.|\d\.)?\s*(?:{listed})(?:\s+\w+){{0,2}}\s*:?")
