"""Which kind of document a text is: news, minutes, an agenda, a speech, a circular and so on.

A title above the text and turns of phrase that belong to one kind count for it; news is known by
how it tells. What counts, and how much, stands in ``data/papers.toml``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.lines import Line
from pamong.reader.page import Page
from pamong.reader.plaintext import to_lower

# "Perihal : Undangan": what a letter is about stands behind a label.
_LABEL = r"(?:(?:perihal|hal|prihal)\s*:\s*)?"
_CLOCK = re.compile(r"(?:pukul\s+|jam\s+)?\d{1,2}[.:]\d{2}\b")
_QUOTED = re.compile(r'"[^"\n]{10,}"')


@dataclass(slots=True)
class _Tally:
    score: int = 0
    spans: list[Span] = field(default_factory=list)

    def add(self, score: int, span: Span) -> None:
        self.score += score
        self.spans.append(span)


def find_document_kind(page: Page) -> Found[str] | None:
    """Return the kind of the document; ``None`` where nothing shows it."""
    measure = table("papers")["measure"]
    tallies = {kind["name"]: _tally(page, kind) for kind in table("papers")["kind"]}
    tallies = {name: tally for name, tally in tallies.items() if tally.score >= measure["least"]}
    news = _news(page)
    if news.score >= measure["least_news"]:
        tallies[table("papers")["news"]["name"]] = news
    if not tallies:
        return None
    ranked = sorted(tallies, key=lambda name: (-_rank(name), -tallies[name].score))
    best = ranked[0]
    rivals = [name for name in ranked[1:] if tallies[name].score == tallies[best].score]
    candidates = tuple(
        Candidate(name, _reason(page, tallies[name]), distinct(tallies[name].spans))
        for name in (best, *rivals)
    )
    return Found(
        best,
        distinct(tallies[best].spans),
        _reason(page, tallies[best]),
        candidates if rivals else (),
        conflict=bool(rivals),
    )


def _rank(name: str) -> bool:
    return name in table("papers")["measure"]["before_news"]


def paper_entry(name: str | None) -> dict[str, Any]:
    """Return what the data file says of a kind; that of news where it says nothing else."""
    news = {"reports": True, "holds_forum": True, **table("papers")["news"]}
    return next((kind for kind in table("papers")["kind"] if kind["name"] == name), news)


def _tally(page: Page, kind: dict[str, Any]) -> _Tally:
    measure = table("papers")["measure"]
    tally = _Tally()
    if (titled := _titled(page, kind["name"])) is not None:
        capitals = measure["capitals"] if titled.text.isupper() else 0
        tally.add(measure["title"] + capitals, titled.span)
    _add_signs(tally, page, tuple(kind["signs"]))
    if kind["name"] in {"agenda", "notulen"}:
        _add_form(tally, page)
    if kind["name"] == "agenda":
        _add_clocks(tally, page)
    if kind["name"] == "pidato":
        _add_first_person(tally, page)
    return tally


def _titled(page: Page, name: str) -> Line | None:
    measure = table("papers")["measure"]
    for line in page.lines[: measure["top_lines"]]:
        is_short = line.word_count <= measure["title_words"] and not line.text.endswith(".")
        if is_short and _title(name).match(to_lower(line.text)):
            return line
    return None


def _add_signs(tally: _Tally, page: Page, signs: tuple[str, ...]) -> None:
    """Count each different sign once, up to the most that count."""
    seen: dict[str, Span] = {}
    for match in pattern_of(signs).finditer(page.unquoted):
        seen.setdefault(" ".join(match[0].split()), match.span())
    for span in list(seen.values())[: table("papers")["measure"]["most_signs"]]:
        tally.add(1, span)


def _add_clocks(tally: _Tally, page: Page) -> None:
    measure = table("papers")["measure"]
    lines = [line for line in page.lines if _CLOCK.match(to_lower(line.text.lstrip("-•* ")))]
    if len(lines) >= measure["clock_lines"]:
        tally.add(measure["clock"], lines[0].span)


def _add_form(tally: _Tally, page: Page) -> None:
    measure = table("papers")["measure"]
    lines = [line for line in page.lines if _form_label().match(to_lower(line.text))]
    if len(lines) >= measure["form_lines"]:
        tally.add(measure["form"], lines[0].span)


def _add_first_person(tally: _Tally, page: Page) -> None:
    measure = table("papers")["measure"]
    found = list(pattern_of((measure["first_person"],)).finditer(page.unquoted))
    for match in found[: measure["most_signs"]]:
        tally.add(1, match.span())


def _news(page: Page) -> _Tally:
    tally = _Tally()
    for score, span in _ways_of_news(page):
        tally.add(score, span)
    _add_signs(tally, page, tuple(table("papers")["news"]["signs"]))
    return tally


def _ways_of_news(page: Page) -> Iterator[tuple[int, Span]]:
    measure = table("papers")["measure"]
    if page.dateline is not None and "-" in page.plain[slice(*page.dateline)]:
        yield measure["dateline"], page.dateline
    for day in page.days:
        if day.weekday is not None and not page.in_headline(day.span[0]):
            is_bracketed = "(" in page.body[slice(*day.span)]
            yield measure["bracketed_day" if is_bracketed else "day"], day.span
            break
    if quoted := _QUOTED.search(page.body):
        yield measure["quotes"], quoted.span()


def _reason(page: Page, tally: _Tally) -> str:
    shown = list(dict.fromkeys(page.plain[start:end].strip() for start, end in tally.spans))[:4]
    return "Tampak dari " + ", ".join(f'"{words}"' for words in shown) + "."


@cache
def _form_label() -> re.Pattern[str]:
    labels = alternatives(table("papers")["measure"]["form_labels"])
    return re.compile(rf"(?:\W*)(?:{labels})\s*:")


@cache
def _title(name: str) -> re.Pattern[str]:
    (kind,) = (kind for kind in table("papers")["kind"] if kind["name"] == name)
    return re.compile(rf"{_LABEL}(?:{alternatives(kind['titles'])})(?!\w)")
