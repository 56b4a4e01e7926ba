"""The forms in which something is asked: "X meminta Y agar …", "Y diminta …", "Mari …"."""

import re
from functools import cache

from pamong.reader.addressees import addressees_in, end_of_listed, is_subject, only_named
from pamong.reader.demands import NEXT, given_to
from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, pattern_of, table, words
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.request import Request

_NEAR_MODAL = 3  # characters
_NEAR = 60  # characters between the one asked and what is asked of him


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
            given = given_to(self._page, (span[0], token.start))
            if gist is None and given and token.lower in words("directives", "active"):
                gist = (token.end, span[1])
            if asker is None or gist is None:
                continue
            relayed = speaker if speaker is not None and asker is not speaker else None
            to = given.name if given else self._named_to(token.end, gist)
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
        asked = addressees_in(self._page, *span)
        if asked and asked[0].span[0] - span[0] < NEXT:
            return end_of_listed(self._page, asked[0], span[1])
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

    def _named_to(self, start: int, gist: Span) -> str | None:
        before = addressees_in(self._page, start, gist[0])
        if before:
            return before[0].name
        named = [
            one
            for one in addressees_in(self._page, *gist)
            if one.name not in only_named() or one.span[0] - gist[0] < NEXT
        ]
        behind = [a for a in named if is_subject(self._page, a)]
        near = [a for a in behind if a.span[0] - gist[0] < 60] or [
            a for a in named if a.span[0] - gist[0] < 120
        ]
        return near[0].name if near else None

    def passive(self, span: Span, speaker: Person | None) -> Request | None:
        """Read "Y diminta …": the one asked is the subject itself."""
        lower = self._page.lower
        for match in pattern_of(tuple(table("directives")["passive"])).finditer(lower, *span):
            before = addressees_in(self._page, max(span[0], match.start() - 80), match.start())
            asked = [a for a in before if is_subject(self._page, a)]
            behind = lower[match.end() : span[1]].split(maxsplit=1)
            names_matter = behind and behind[0] in words("directives", "matters")
            if asked and not names_matter:
                agent = next(
                    (m for m in self._cast.mentions_in(span) if 0 <= m.span[0] - match.end() <= 6),
                    None,
                )
                by = agent.person if agent and agent.person else speaker
                gist = (agent.span[1] if agent and agent.person else match.end(), span[1])
                reason = f'Teks memakai kata "{match[0]}".'
                return Request(by, asked[-1].name, gist, reason, is_explicit=True)
        return None

    def first_person(self, span: Span, speaker: Person | None) -> Request | None:
        """Read "Semua pegawai saya minta …": who speaks asks in his own words."""
        phrases = tuple(table("directives")["first_person"])
        match = pattern_of(phrases).search(self._page.lower, *span)
        if match is None:
            return None
        named = addressees_in(self._page, match.end(), span[1])
        is_next = bool(named) and named[0].span[0] - match.end() < NEXT
        to = named[0].name if is_next else self._named_to(span[0], (match.end(), span[1]))
        gist = (named[0].span[1] if is_next else match.end(), span[1])
        reason = f'Pembicara berkata "{match[0]}".'
        return Request(speaker, to, gist, reason, is_explicit=is_next)

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
        if to is None and match[0] == "jangan":
            to = self._forbidden((match.end(), span[1]))
        if to is None and match[0] in words("directives", "weak_modal"):
            return None
        gist = (self._behind_saying((span[0], match.start())), span[1])
        return Request(speaker, to, gist, f'Teks memakai kata "{match[0]}".')

    def _forbidden(self, span: Span) -> str | None:
        """Return whom "jangan ada pegawai yang …" means."""
        if not self._page.lower[slice(*span)].lstrip().startswith("ada "):
            return None
        named = addressees_in(self._page, *span)
        return named[0].name if named and named[0].span[0] - span[0] < NEXT else None

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
        named = [
            one
            for one in addressees_in(self._page, *span)
            if one.name not in only_named() or span[1] - one.span[1] < _NEAR_MODAL
        ]
        return next((a.name for a in named if is_subject(self._page, a)), None)


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
