"""What is asked of whom: directives in reported speech, in the passive, and in quotations.

One sentence may ask several things; each part with a topic of its own is one directive. What the
same person asks of the same people on the same topic again is the same directive, with all its
places. Where no topic is spoken of, nothing is proposed: thanks and prayers are no directives.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pamong.reader.addressees import (
    addressees_in,
    audience,
    end_of_listed,
    is_subject,
    without_addressees,
)
from pamong.reader.draft import DraftDirective, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table, words
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.quotations import Quotation, verb_behind
from pamong.reader.speaking import Speech
from pamong.reader.topics import topic_of

_MOST_GIST_WORDS = 30
_NEXT = 25  # characters between a verb and the one whom it asks
_NEAR = 60  # characters between the one asked and what is asked of him
_LEADING_JOINT = re.compile(r"^(?:\([^)]*\)\s*)?(?:(?:serta|dan|agar|untuk|supaya)\s+)?")


@dataclass(frozen=True, slots=True)
class Request:
    """One asking, before its parts and topics are told apart."""

    by: Person | None
    to: str | None
    gist: Span
    reason: str
    relayed_by: Person | None = None
    setting: str | None = None
    repeats: str | None = None
    is_explicit: bool = False


class DirectiveReader:
    """Reads the directives of one page."""

    def __init__(self, page: Page, cast: Cast, speech: Speech, read_for: Person | None) -> None:
        self._page = page
        self._cast = cast
        self._speech = speech
        self._read_for = read_for

    def read(self) -> list[Found[DraftDirective]]:
        """Return the directives in the order of the text, each once."""
        merged: dict[tuple[str | None, str | None, str | None], Found[DraftDirective]] = {}
        last_to: str | None = None
        for request in self._requests():
            to = request.to or last_to or self._audience(request.gist[0])
            for found in self._parts(replace(request, to=to)):
                last_to = to
                value = found.value
                key = (value.by, value.to, value.topic)
                known = merged.get(key)
                spans = distinct((*known.spans, *found.spans)) if known else found.spans
                merged[key] = replace(known or found, spans=spans)
        return list(merged.values())

    def _audience(self, place: int) -> str | None:
        lower = self._page.lower
        return audience(lower, place) or audience(lower, len(lower))

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
        span = (sentence.start, end)
        request = (
            self._active(span, utterance.speaker, is_own=bool(utterance.by))
            or self._passive(span, utterance.speaker)
            or self._continued(span, utterance.speaker)
            or (self._first_person(span, utterance.speaker) if self._speech.orator else None)
            or self._modal(span, utterance.speaker)
        )
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
                for a in addressees_in(self._page.lower, *quote.span)
                if a.name != "masyarakat"
            ),
            None,
        )
        for span in _clauses(self._page.body, quote.span):
            request = (
                self._active(span, speaker, is_own=True)
                or self._first_person(span, speaker)
                or self._imperative(span, speaker)
                or self._modal(span, speaker)
                or self._attributed(span, quote, speaker)
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

    # ── forms of asking ────────────────────────────────────────────────────────────────────────

    def _active(self, span: Span, speaker: Person | None, *, is_own: bool) -> Request | None:
        """Read "X meminta Y agar …"; X may tell what somebody else asked.

        ``is_own`` says that the words are the speaker's where they name no other subject.
        """
        for index in range(self._page.token_index(span[0]), self._page.token_index(span[1])):
            token = self._page.tokens[index]
            if token.lower not in _asking_words():
                continue
            asker = self._asker(span, index, speaker, is_own=is_own)
            gist = self._asked((token.end, span[1]), token.lower)
            if asker is None or gist is None:
                continue
            relayed = speaker if speaker is not None and asker is not speaker else None
            to = self._named_to(token.end, gist)
            reason = f'Teks memakai kata "{token.text}".'
            return Request(asker, to, gist, reason, relayed, is_explicit=to is not None)
        return None

    def _asker(
        self, span: Span, index: int, speaker: Person | None, *, is_own: bool
    ) -> Person | None:
        verb = self._page.tokens[index]
        if verb.lower in words("directives", "nouns"):
            behind = (m for m in self._cast.mentions_in(span) if index < m.first <= index + 1)
            return next((m.person for m in behind), None)
        before = [
            m
            for m in self._cast.mentions_in((span[0], verb.start))
            if self._page.tokens[m.first - 1].lower not in words("saying", "not_subject")
        ]
        between = self._page.lower[before[-1].span[1] if before else span[0] : verb.start].split()
        if set(between) & words("saying", "pronouns"):
            return speaker
        if before:
            return before[-1].person
        return speaker if is_own or words("directives", "leading") >= set(between) else None

    def _asked(self, span: Span, verb: str) -> Span | None:
        """Return what is asked for; ``None`` where the verb only reports."""
        lower = self._page.lower
        only_reports = verb in words("directives", "reporting")
        connector = _connector(needs_purpose=only_reports).search(lower, *span)
        if only_reports:
            modal = pattern_of(tuple(table("directives")["modal"])).search(lower, *span)
            has_purpose = connector and not (modal and modal.start() < connector.start())
            return (connector.end(), span[1]) if connector and has_purpose else None
        asked = self._asked_near(span)
        if connector and (asked is None or connector.start() - asked < _NEAR):
            keeps = connector[0] in {"tidak", "jangan", "tetap"}
            start = connector.start() if keeps else connector.end()
            return (self._behind_addressee((start, span[1])), span[1])
        if asked is None:
            return None
        has_more = self._page.lower[asked : span[1]].strip(" .,;:") != ""
        return (asked, span[1]) if has_more else span

    def _behind_addressee(self, span: Span) -> int:
        """Return where a wish begins that names the one asked first: "agar ASN untuk …"."""
        asked = self._asked_near(span)
        behind = (asked, min(asked + _NEAR, span[1])) if asked is not None else (0, 0)
        connector = _connector(needs_purpose=False).search(self._page.lower, *behind)
        return connector.end() if connector and connector[0] == "untuk" else span[0]

    def _asked_near(self, span: Span) -> int | None:
        """Return where the words for the one asked end, right behind the verb."""
        lower = self._page.lower
        asked = addressees_in(lower, *span)
        if asked and asked[0].span[0] - span[0] < _NEXT:
            return end_of_listed(lower, asked[0], span[1])
        pronoun = pattern_of(tuple(table("directives")["asked_pronouns"])).match(
            lower, span[0] + 1
        )
        return pronoun.end() if pronoun else None

    def _continued(self, span: Span, speaker: Person | None) -> Request | None:
        """Read a sentence without a subject that goes on asking: "Juga bekerja dengan …"."""
        first = re.compile(r"\w+").match(self._page.lower, *span)
        is_continued = first and first[0] in words("directives", "continuing")
        if first is None or not is_continued or self._cast.mentions_in(span):
            return None
        return Request(
            speaker, None, (first.end(), span[1]), "Kalimat ini melanjutkan permintaan."
        )

    def _attributed(self, span: Span, quote: Quotation, speaker: Person | None) -> Request | None:
        """Read a quotation that "pinta" or "pesan" follows: its words are the request."""
        verb = verb_behind(self._page.body, quote.outer[1])
        asks = verb and verb["verb"].lower().removesuffix("nya") in words(
            "directives", "attributions"
        )
        reason = f'Kutipan ini diikuti kata "{verb["verb"]}".' if verb else ""
        return Request(speaker, None, span, reason) if asks else None

    def _named_to(self, start: int, gist: Span) -> str | None:
        lower = self._page.lower
        before = addressees_in(lower, start, gist[0])
        if before:
            return before[0].name
        behind = [a for a in addressees_in(lower, *gist) if is_subject(lower, a)]
        near = [a for a in behind if a.span[0] - gist[0] < 60] or [
            a for a in addressees_in(lower, *gist) if a.span[0] - gist[0] < 120
        ]
        return near[0].name if near else None

    def _passive(self, span: Span, speaker: Person | None) -> Request | None:
        """Read "Y diminta …": the one asked is the subject itself."""
        lower = self._page.lower
        for match in pattern_of(tuple(table("directives")["passive"])).finditer(lower, *span):
            before = addressees_in(lower, max(span[0], match.start() - 80), match.start())
            asked = [a for a in before if is_subject(lower, a)]
            behind = lower[match.end() : span[1]].split(maxsplit=1)
            names_matter = behind and behind[0] in words("directives", "matters")
            if asked and not names_matter:
                gist = (match.end(), span[1])
                reason = f'Teks memakai kata "{match[0]}".'
                return Request(speaker, asked[0].name, gist, reason, is_explicit=True)
        return None

    def _first_person(self, span: Span, speaker: Person | None) -> Request | None:
        phrases = tuple(table("directives")["first_person"])
        match = pattern_of(phrases).search(self._page.lower, *span)
        if match is None:
            return None
        to = self._named_to(span[0], (match.end(), span[1]))
        gist = (match.end(), span[1])
        return Request(speaker, to, gist, f'Pembicara berkata "{match[0]}".')

    def _imperative(self, span: Span, speaker: Person | None) -> Request | None:
        first = re.compile(r"[\w-]+").search(self._page.lower, *span)
        if first is None or not _is_imperative(first[0]):
            return None
        to = next((a.name for a in addressees_in(self._page.lower, *span)), None)
        return Request(speaker, None if to == "masyarakat" else to, span, "Kutipan itu menyuruh.")

    def _modal(self, span: Span, speaker: Person | None) -> Request | None:
        """Read what "harus" or "wajib" be done, unless it is the law or the speaker that must."""
        lower = self._page.lower
        text = lower[slice(*span)]
        match = self._first_modal(span)
        before = lower[span[0] : match.start()] if match else ""
        is_law = pattern_of(tuple(table("directives")["law_words"])).search(before)
        own = pattern_of(tuple(table("directives")["promises"]["first_person"])).search(text)
        if match is None or is_law or own:
            return None
        to = self._subject_before((span[0], match.start()))
        if to is None and match[0] in words("directives", "weak_modal"):
            return None
        gist = (self._behind_saying((span[0], match.start())), span[1])
        return Request(speaker, to, gist, f'Teks memakai kata "{match[0]}".')

    def _behind_saying(self, span: Span) -> int:
        """Return where what was said begins: behind "X menegaskan bahwa", or where it starts."""
        saying = _saying_that().search(self._page.lower, *span)
        return saying.end() if saying else span[0]

    def _first_modal(self, span: Span) -> re.Match[str] | None:
        """Return the first modal that says no more about a thing already named ("yang harus")."""
        listed = (*table("directives")["modal"], *table("directives")["weak_modal"])
        for match in pattern_of(tuple(listed)).finditer(self._page.lower, *span):
            if not self._page.lower[: match.start()].rstrip().endswith("yang"):
                return match
        return None

    def _subject_before(self, span: Span) -> str | None:
        named = addressees_in(self._page.lower, *span)
        return next((a.name for a in named if is_subject(self._page.lower, a)), None)

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
            topic = _topic(without_addressees(lower, start, end))
            if runs and (topic is None or runs[-1][1] in {None, topic}):
                runs[-1] = ((runs[-1][0][0], end), topic or runs[-1][1])
            else:
                runs.append(((start, end), topic))
        for span, topic in runs:
            if topic is not None:
                yield self._directive(request, span, topic)
        if request.is_explicit and not any(topic for _, topic in runs):
            around = self._topic_around(request.gist[0])
            if around is not None:
                yield self._directive(request, request.gist, around)

    def _topic_around(self, place: int) -> str | None:
        """Return the topic of the sentence, else of the one before it in the same paragraph."""
        index = bisect_right(self._page.sentences, place, key=lambda one: one.start) - 1
        here = self._page.sentences[index]
        before = self._page.sentences[index - 1] if index else here
        near = (here, before) if before.paragraph == here.paragraph else (here,)
        topics = (topic_of(without_addressees(self._page.lower, *one.span)) for one in near)
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


def _is_imperative(word: str) -> bool:
    """Tell whether a sentence that opens with the word commands ("inventarisirlah")."""
    has_form = re.fullmatch(r"(?!(?:di|me|ber|ter|se)\w)\w{4,}(?:kan|kanlah|irlah|ilah)", word)
    return word in words("directives", "imperative") or has_form is not None


def trim_gist(text: str) -> str:
    """Return the words of a gist: spaces single, leading joints gone, a long one cut short."""
    kept = " ".join(text.split()[:_MOST_GIST_WORDS])
    return _LEADING_JOINT.sub("", kept.strip(" ,.;:-\"'"))


def _tight(body: str, span: Span) -> Span:
    text = body[slice(*span)]
    return (span[0] + len(text) - len(text.lstrip(" ,")), span[0] + len(text.rstrip(' ,."')))


@cache
def _asking_words() -> frozenset[str]:
    listed = table("directives")
    return frozenset([*listed["active"], *listed["reporting"], *listed["nouns"]])


@cache
def _connector(*, needs_purpose: bool) -> re.Pattern[str]:
    listed = ["agar", "supaya"] if needs_purpose else table("directives")["connectors"]
    return re.compile(rf"(?<!\w)(?:{alternatives(listed)})(?!\w)")


@cache
def _saying_that() -> re.Pattern[str]:
    verbs = alternatives(table("directives")["reporting"])
    return re.compile(rf"(?<!\w)(?:{verbs})\s+bahwa\s+")


@cache
def _parting() -> re.Pattern[str]:
    joints = alternatives(table("directives")["parting"])
    return re.compile(rf"[;,]?\s+(?:{joints})\s+(?=(?:me|ber|di)\w{{4}})|;\s+")
