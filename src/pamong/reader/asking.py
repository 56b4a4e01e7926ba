"""The forms in which something is asked: "X meminta Y agar …", "Y diminta …", "Mari …"."""

import re
from dataclasses import dataclass
from functools import cache

from pamong.reader.addressees import addressees_in, end_of_listed, is_subject
from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, pattern_of, table, words
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.quotations import Quotation, verb_behind

_NEXT = 25  # characters between a verb and the one whom it asks
_NEAR = 60  # characters between the one asked and what is asked of him


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


class Asking:
    """Reads what one stretch of a page asks; each form of asking is one question to it."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast

    def active(self, span: Span, speaker: Person | None, *, is_own: bool) -> Request | None:
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

    def continued(self, span: Span, speaker: Person | None) -> Request | None:
        """Read a sentence without a subject that goes on asking: "Juga bekerja dengan …"."""
        first = re.compile(r"\w+").match(self._page.lower, *span)
        is_continued = first and first[0] in words("directives", "continuing")
        if first is None or not is_continued or self._cast.mentions_in(span):
            return None
        return Request(
            speaker, None, (first.end(), span[1]), "Kalimat ini melanjutkan permintaan."
        )

    def attributed(self, span: Span, quote: Quotation, speaker: Person | None) -> Request | None:
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

    def passive(self, span: Span, speaker: Person | None) -> Request | None:
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

    def first_person(self, span: Span, speaker: Person | None) -> Request | None:
        """Read "Semua pegawai saya minta …": who speaks asks in his own words."""
        phrases = tuple(table("directives")["first_person"])
        match = pattern_of(phrases).search(self._page.lower, *span)
        if match is None:
            return None
        to = self._named_to(span[0], (match.end(), span[1]))
        gist = (match.end(), span[1])
        return Request(speaker, to, gist, f'Pembicara berkata "{match[0]}".')

    def imperative(self, span: Span, speaker: Person | None) -> Request | None:
        """Read a clause of a quotation that opens with a command: "Pastikan …"."""
        first = re.compile(r"[\w-]+").search(self._page.lower, *span)
        if first is None or not _is_imperative(first[0]):
            return None
        to = next((a.name for a in addressees_in(self._page.lower, *span)), None)
        return Request(speaker, None if to == "masyarakat" else to, span, "Kutipan itu menyuruh.")

    def modal(self, span: Span, speaker: Person | None) -> Request | None:
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


def _is_imperative(word: str) -> bool:
    """Tell whether a sentence that opens with the word commands ("inventarisirlah")."""
    has_form = re.fullmatch(r"(?!(?:di|me|ber|ter|se)\w)\w{4,}(?:kan|kanlah|irlah|ilah)", word)
    return word in words("directives", "imperative") or has_form is not None


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
