"""What is asked of whom: directives in reported speech, in the passive, and in quotations.

One sentence may ask several things; each part with a topic of its own is one directive. What the
same person asks of the same people on the same topic again is the same directive, with all its
places. Where no topic is spoken of, nothing is proposed: thanks and prayers are no directives.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from pamong.reader.addressees import (
    addressees_in,
    audience,
    only_named,
    without_addressees,
)
from pamong.reader.asking import Asking
from pamong.reader.demands import attributed, counted, given, imperative
from pamong.reader.draft import DraftDirective, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.quotations import Quotation
from pamong.reader.request import Request
from pamong.reader.speaking import Speech, Utterance
from pamong.reader.topics import main_topic, topic_of

_MOST_GIST_WORDS = 30
_LEADING_JOINT = re.compile(r"^(?:\([^)]*\)\s*)?(?:(?:serta|dan|agar|untuk|supaya)\s+)?")


class DirectiveReader:
    """Reads the directives of one page."""

    def __init__(
        self,
        page: Page,
        cast: Cast,
        speech: Speech,
        read_for: Person | None,
        read_by: Person | None = None,
    ) -> None:
        """Take the parts of a page; ``read_by`` read out a speech that is ``read_for``'s."""
        self._page = page
        self._cast = cast
        self._speech = speech
        self._read_for = read_for
        self._read_by = read_by
        self._asking = Asking(page, cast)

    def read(self) -> list[Found[DraftDirective]]:
        """Return the directives in the order of the text, each once."""
        merged: dict[tuple[str | None, str | None, str | None], Found[DraftDirective]] = {}
        last_to: str | None = None
        for request in map(self._by_its_author, self._requests()):
            to = request.to or last_to or self._audience(request.gist[0])
            for found in self._parts(replace(request, to=to)):
                last_to = to
                value = found.value
                key = (value.by, value.to, value.topic)
                known = merged.get(key)
                spans = distinct((*known.spans, *found.spans)) if known else found.spans
                merged[key] = replace(known or found, spans=spans)
        return list(merged.values())

    def _by_its_author(self, request: Request) -> Request:
        """Give what somebody reads out to whose speech it is."""
        is_read = request.by is self._read_by and request.setting == "dibacakan"
        return replace(request, by=self._read_for) if self._read_for and is_read else request

    def _audience(self, place: int) -> str | None:
        return audience(self._page, place) or audience(self._page, len(self._page.lower))

    # ── where something is asked ───────────────────────────────────────────────────────────────

    def _requests(self) -> Iterator[Request]:
        for sentence in self._page.sentences:
            if sentence.is_headline:
                continue
            quotes = self._speech.quotations_in(sentence)
            yield from self._in_narration(sentence, quotes)
            for quote in quotes:
                yield from self._in_quotation(quote)

    def _in_narration(self, sentence: Sentence, quotes: Sequence[Quotation]) -> Iterator[Request]:
        end = quotes[0].outer[0] if quotes else sentence.end
        utterance = self._speech.of(sentence)
        for index, span in enumerate(_askings(self._page.lower, (sentence.start, end))):
            is_own = bool(utterance.by) or index > 0
            request = self._asked_in(span, utterance.speaker, is_own=is_own)
            yield from self._told(request, utterance, sentence)

    def _asked_in(self, span: Span, speaker: Person | None, *, is_own: bool) -> Request | None:
        return (
            self._asking.active(span, speaker, is_own=is_own)
            or self._asking.passive(span, speaker)
            or self._asking.continued(span, speaker)
            or (self._asking.first_person(span, speaker) if self._speech.orator else None)
            or (given(self._page, span, speaker) if self._speech.orator else None)
            or counted(self._page, span, speaker)
            or self._asking.modal(span, speaker)
        )

    def _told(
        self, request: Request | None, utterance: Utterance, sentence: Sentence
    ) -> Iterator[Request]:
        if request is not None and request.by is not None:
            by_himself = request.by is utterance.speaker
            setting = (
                self._setting(request.by, utterance.setting) if by_himself else utterance.setting
            )
            yield replace(request, setting=setting, repeats=self._repeats(sentence.span))

    def _in_quotation(self, quote: Quotation) -> Iterator[Request]:
        utterance = self._speech.of(quote.sentence)
        if utterance.speaker is None or utterance.is_unnamed:
            return
        speaker = utterance.speaker
        in_quote = next(
            (
                a.name
                for a in addressees_in(self._page, *quote.span)
                if a.name != "masyarakat" and a.name not in only_named()
            ),
            None,
        )
        for span in _clauses(self._page.body, quote.span):
            request = (
                self._asking.active(span, speaker, is_own=True)
                or self._asking.first_person(span, speaker)
                or imperative(self._page, span, speaker)
                or self._asking.modal(span, speaker)
                or attributed(self._page, span, quote, speaker)
            )
            if request is not None and request.by is not None:
                yield replace(
                    request,
                    to=request.to or in_quote,
                    setting=self._setting(speaker, utterance.setting),
                    repeats=self._repeats(span),
                )

    def _setting(self, by: Person, setting: str | None) -> str | None:
        return "dibacakan" if by is self._read_for and setting != "wawancara" else setting

    def _repeats(self, span: Span) -> str | None:
        match = pattern_of(tuple(table("directives")["repeated"])).search(self._page.lower, *span)
        return self._page.body[slice(*match.span())] if match else None

    # ── parts and topics ───────────────────────────────────────────────────────────────────────

    def _parts(self, request: Request) -> Iterator[Found[DraftDirective]]:
        """Yield a directive for each run of parts with one topic; a part without joins the run."""
        lower = self._page.lower
        if pattern_of(tuple(table("directives")["courtesy"])).search(lower, *request.gist):
            return
        cuts = [match.start() for match in _parting().finditer(lower, *request.gist)]
        edges = [request.gist[0], *cuts, request.gist[1]]
        runs: list[tuple[Span, str | None]] = []
        for start, end in pairwise(edges):
            topic = _topic(without_addressees(self._page, start, end))
            if runs and (topic is None or runs[-1][1] in {None, topic}):
                runs[-1] = ((runs[-1][0][0], end), topic or runs[-1][1])
            else:
                runs.append(((start, end), topic))
        for span, topic in runs:
            if topic is not None:
                yield self._directive(request, span, topic)
        if request.is_explicit and not any(topic for _, topic in runs):
            around = self._topic_around(request.gist[0]) or main_topic(self._page)
            if around is not None:
                yield self._directive(request, request.gist, around)

    def _topic_around(self, place: int) -> str | None:
        """Return the topic of the sentence, else of the one before it in the same paragraph."""
        index = bisect_right(self._page.sentences, place, key=lambda one: one.start) - 1
        here = self._page.sentences[index]
        before = self._page.sentences[index - 1] if index else here
        near = (here, before) if before.paragraph == here.paragraph else (here,)
        topics = (topic_of(without_addressees(self._page, *one.span)) for one in near)
        return next((topic for topic in topics if topic), None)

    def _directive(self, request: Request, span: Span, topic: str) -> Found[DraftDirective]:
        gist = trim_gist(self._page.body[slice(*span)])
        value = DraftDirective(
            by=request.by.name if request.by else None,
            to=request.to,
            gist=gist,
            topic=topic,
            setting=request.setting,
            relayed_by=request.relayed_by.name if request.relayed_by else None,
            repeats=request.repeats,
        )
        return Found(value, (_tight(self._page.body, span),), request.reason)


def _askings(lower: str, span: Span) -> Iterator[Span]:
    """Yield the parts of a sentence that each ask: "meminta A …, sedangkan B diminta …"."""
    edges = [span[0], *(cut.start() for cut in _another().finditer(lower, *span)), span[1]]
    yield from ((start, end) for start, end in pairwise(edges) if end > start)


def _clauses(body: str, span: Span) -> Iterator[Span]:
    """Yield the sentences inside a quotation."""
    start = span[0]
    for stop in re.compile(r"[.!?;]\s+").finditer(body, *span):
        yield (start, stop.start())
        start = stop.end()
    if body[start : span[1]].strip():
        yield (start, span[1])


def _topic(part: str) -> str | None:
    """Return the topic of a part; what only gives examples counts where nothing else does."""
    head = pattern_of(tuple(table("directives")["elaborating"])).split(part, maxsplit=1)[0]
    return topic_of(head) or topic_of(part)


def trim_gist(text: str) -> str:
    """Return the words of a gist: spaces single, leading joints gone, a long one cut short."""
    kept = " ".join(text.split()[:_MOST_GIST_WORDS])
    return _LEADING_JOINT.sub("", kept.strip(" ,.;:-\"'"))


def _tight(body: str, span: Span) -> Span:
    text = body[slice(*span)]
    return (span[0] + len(text) - len(text.lstrip(" ,")), span[0] + len(text.rstrip(' ,."')))


@cache
def _another() -> re.Pattern[str]:
    listed = table("directives")
    asks = alternatives([*listed["active"], *listed["passive"]])
    more, contrasting = alternatives(listed["more"]), alternatives(listed["contrasting"])
    return re.compile(
        rf"[,;]?\s+(?:(?:{more})\s+(?:juga\s+)?(?={asks}(?!\w))|(?:{contrasting})\s)"
    )


@cache
def _parting() -> re.Pattern[str]:
    joints = alternatives(table("directives")["parting"])
    return re.compile(rf"[;,]?\s+(?:{joints})\s+(?=(?:me|ber|di)\w{{4}})|;\s+")
