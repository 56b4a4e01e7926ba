"""Who speaks in each sentence: by a verb of saying, behind a quotation, or still the one before.

"-nya" and "ia" carry on the last speaker; so does a sentence that names nobody. A speaker whose
name the text withholds, or who is called by an office alone that nobody in the text holds, is
nobody, and what follows is not given to the one before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from pamong.reader.draft import Span
from pamong.reader.genre import speech_head
from pamong.reader.knowledge import pattern, table, words
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Mention, Person
from pamong.reader.quotations import Quotation, find_quotations, verb_behind
from pamong.reader.tokens import Token
from pamong.reader.unnamed import opens_with_many, says_something, withholds_name

_REACH = 6  # tokens between a passive verb and its agent
_ACTIVE = re.compile(r"(?:me|ber)\w{3,}")
_ADVERBS = frozenset(
    {"juga", "pun", "turut", "kemudian", "lalu", "langsung", "sendiri", "kembali", "sempat"}
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who speaks in a sentence; ``by`` are the words that say so, empty where it is carried on.

    ``partners`` act together with the speaker ("A dan B memberikan pengarahan").
    """

    sentence: Sentence
    speaker: Person | None
    by: tuple[Span, ...] = ()
    partners: tuple[Person, ...] = ()
    is_unnamed: bool = False
    setting: str | None = None


class Speech:
    """Reads the utterances of a page, sentence by sentence."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page = page
        self._cast = cast
        self.quotations = find_quotations(page)
        self._quoted: dict[int, list[Quotation]] = {}
        for quotation in self.quotations:
            self._quoted.setdefault(quotation.sentence.start, []).append(quotation)
        self.utterances = tuple(self._read())
        self._by_start = {utterance.sentence.start: utterance for utterance in self.utterances}

    def quotations_in(self, sentence: Sentence) -> Sequence[Quotation]:
        """Return the quotations that a sentence holds."""
        return self._quoted.get(sentence.start, ())

    def of(self, sentence: Sentence) -> Utterance:
        """Return the utterance of a sentence of the page."""
        return self._by_start[sentence.start]

    @cached_property
    def speakers(self) -> tuple[Person, ...]:
        """Everybody whom the text names as speaking or acting, in its order."""
        found: dict[Person, None] = dict.fromkeys([self.orator] if self.orator else [])
        for utterance in self.utterances:
            if utterance.speaker and (utterance.by or self.quotations_in(utterance.sentence)):
                found[utterance.speaker] = None
            found |= dict.fromkeys(utterance.partners)
        return tuple(found)

    @cached_property
    def orator(self) -> Person | None:
        """Whose speech the whole text is: who holds the office in its head, or signs it."""
        head = speech_head(self._page)
        if head is None:
            return None
        named = [mention.person for mention in self._cast.mentions_in(head)]
        signed = [m.person for m in self._cast.mentions if m.person and m.office]
        return next((person for person in named if person), signed[-1] if signed else None)

    def _voice(self) -> str | None:
        return "pidato" if self.orator else None

    def _read(self) -> list[Utterance]:
        utterances: list[Utterance] = []
        last = Utterance(Sentence(0, 0, 0, is_headline=False), self.orator, setting=self._voice())
        for sentence in self._page.sentences:
            utterance = self._read_one(sentence, last)
            utterances.append(utterance)
            if utterance.speaker or utterance.is_unnamed or utterance.by:
                last = utterance
        return self._told_behind(utterances)

    def _told_behind(self, utterances: list[Utterance]) -> list[Utterance]:
        """Give a quotation without a speaker to the one whom the next sentence names for it."""
        told = list(utterances)
        for index, (here, following) in enumerate(pairwise(utterances)):
            is_open = self.quotations_in(here.sentence) and not (here.by or here.is_unnamed)
            looks_back = pattern("saying", "looking_back").match(
                self._page.lower, following.sentence.start
            )
            is_first = here.speaker is None
            if is_open and following.by and following.speaker and (looks_back or is_first):
                told[index] = replace(here, speaker=following.speaker, by=following.by)
        return told

    def _read_one(self, sentence: Sentence, last: Utterance) -> Utterance:
        setting = self._setting(sentence)
        subject = None if sentence.is_headline else self._attributed(sentence)
        if subject is None and self._is_unnamed(sentence):
            return Utterance(sentence, None, is_unnamed=True, setting=setting)
        if subject is None and not sentence.is_headline:
            subject = self._narrated_subject(sentence)
        if subject is None and (actor := self._actor(sentence)):
            return Utterance(sentence, actor, setting=setting)
        if subject is None:
            carried = last.speaker or (None if last.by else self._last_mentioned(sentence))
            setting = setting or last.setting
            by = self._carrying_words(sentence) if carried else ()
            return Utterance(sentence, carried, by, is_unnamed=last.is_unnamed, setting=setting)
        partners = tuple(m.person for m in self._joined(subject, sentence) if m.person)
        goes_on = subject.person is last.speaker
        setting = setting or (last.setting if goes_on else None)
        return Utterance(sentence, subject.person, (subject.span,), partners, setting=setting)

    def _is_unnamed(self, sentence: Sentence) -> bool:
        outside = self._outside_quotes(sentence)
        if any(withholds_name(part) for part in outside):
            return True
        if any(mention.person for mention in self._narrated(sentence)):
            return False
        verbs = (verb_behind(self._page.body, q.outer[1]) for q in self.quotations_in(sentence))
        said_by = [self._page.lower[verb.end() : sentence.end] for verb in verbs if verb]
        return any(opens_with_many(text) for text in said_by) or (
            opens_with_many(outside[0].lower()) and says_something(outside[0].lower())
        )

    def _outside_quotes(self, sentence: Sentence) -> list[str]:
        parts, place = [], sentence.start
        for quote in self.quotations_in(sentence):
            parts.append(self._page.body[place : quote.outer[0]])
            place = quote.outer[1]
        return [*parts, self._page.body[place : sentence.end]]

    # ── the subject ────────────────────────────────────────────────────────────────────────────

    def _attributed(self, sentence: Sentence) -> Mention | None:
        """Return whom a verb behind a quotation names: "…," kata X."""
        verbs = (verb_behind(self._page.body, q.outer[1]) for q in self.quotations_in(sentence))
        agents = (self._agent_behind(verb, sentence) for verb in verbs if verb)
        return next((agent for agent in agents if agent), None)

    def _narrated_subject(self, sentence: Sentence) -> Mention | None:
        """Return whom the words outside quotations make the speaker."""
        quotes = self.quotations_in(sentence)
        if any(verb_behind(self._page.body, quote.outer[1]) for quote in quotes):
            return None
        mentions = self._narrated(sentence)
        subjects = (
            self._subject_of(index, mentions, sentence)
            for index in self._narrative_indexes(sentence)
        )
        return next((subject for subject in subjects if subject), None)

    def _actor(self, sentence: Sentence) -> Person | None:
        """Return who does something at the beginning of a sentence: words that follow are his."""
        if sentence.is_headline:
            return None
        first = self._page.token_index(sentence.start)
        for mention in self._narrated(sentence)[:1]:
            verb = self._token(mention.after)
            while verb is not None and verb.lower in _ADVERBS:
                verb = self._token(self._page.token_index(verb.end))
            begins = mention.first <= first + 1 and mention.person is not None
            acts = verb is not None and _ACTIVE.fullmatch(verb.lower) is not None
            if begins and acts and verb and verb.lower not in words("saying", "only_present"):
                return mention.person
        return None

    def _carrying_words(self, sentence: Sentence) -> tuple[Span, ...]:
        """Return the pronoun that says something ("Ia mengatakan"), for who spoke before."""
        if sentence.is_headline:
            return ()
        tokens = [self._page.tokens[index] for index in self._narrative_indexes(sentence)]
        return tuple(
            (token.start, token.end)
            for token, verb in pairwise(tokens)
            if token.lower in words("saying", "pronouns")
            and verb.lower in words("saying", "active")
        )[:1]

    def _agent_behind(self, verb: re.Match[str], sentence: Sentence) -> Mention | None:
        """Return the first mention behind "kata"; none behind "katanya"."""
        word, end = verb["verb"].lower(), verb.end()
        if word.endswith("nya") and word not in words("saying", "after_quotation"):
            return None
        behind = [m for m in self._narrated(sentence) if m.span[0] >= end]
        return behind[0] if behind else None

    def _subject_of(
        self, index: int, mentions: Sequence[Mention], sentence: Sentence
    ) -> Mention | None:
        word = self._page.tokens[index].lower
        saying = table("saying")
        if word in words("saying", "active") or word in words("saying", "acting"):
            return self._mention_before(index, mentions, sentence)
        if word in words("saying", "passive"):
            return self._agent_of(index, mentions)
        if word in saying["nouns"]:
            return self._mention_behind(index, mentions, 1)
        return None

    def _mention_before(
        self, index: int, mentions: Sequence[Mention], sentence: Sentence
    ) -> Mention | None:
        """Return the nearest mention that can be the subject; none where a pronoun is nearer."""
        first = self._page.token_index(sentence.start)
        nearest = [m for m in mentions if m.after <= index and self._can_be_subject(m)]
        start = nearest[-1].after if nearest else first
        between = {token.lower for token in self._page.tokens[start:index]}
        if between & set(table("saying")["pronouns"]) or not nearest:
            return None
        return nearest[-1]

    def _can_be_subject(self, mention: Mention) -> bool:
        before = self._token(mention.first - 1)
        return before is None or before.lower not in words("saying", "not_subject")

    def _mention_behind(
        self, index: int, mentions: Sequence[Mention], reach: int
    ) -> Mention | None:
        near = (m for m in mentions if index < m.first <= index + reach)
        return next(near, None)

    def _agent_of(self, index: int, mentions: Sequence[Mention]) -> Mention | None:
        """Return who does what a passive verb tells: right behind it, or behind "oleh"."""
        agent = self._mention_behind(index, mentions, _REACH)
        between = self._page.tokens[index + 1 : agent.first] if agent else ()
        is_near = all(token.lower in words("saying", "before_agent") for token in between)
        return agent if is_near else None

    def _joined(self, subject: Mention, sentence: Sentence) -> list[Mention]:
        """Return the mentions that "dan" or "bersama" joins to the subject, on either side."""
        return [
            mention
            for mention in self._cast.mentions_in(sentence.span)
            if (mention.after == subject.first - 1 and self._is_joint(mention.after))
            or (mention.first == subject.after + 1 and self._is_joint(subject.after))
        ]

    def _is_joint(self, index: int) -> bool:
        token = self._token(index)
        return token is not None and token.lower in words("saying", "joining")

    def _narrated(self, sentence: Sentence) -> tuple[Mention, ...]:
        quoted = [quote.outer for quote in self.quotations_in(sentence)]
        return tuple(
            mention
            for mention in self._cast.mentions_in(sentence.span)
            if not any(start <= mention.span[0] < end for start, end in quoted)
        )

    def _narrative_indexes(self, sentence: Sentence) -> list[int]:
        quoted = [quote.outer for quote in self.quotations_in(sentence)]
        first = self._page.token_index(sentence.start)
        after = self._page.token_index(sentence.end)
        return [
            index
            for index in range(first, after)
            if not any(start <= self._page.tokens[index].start < end for start, end in quoted)
        ]

    def _token(self, index: int) -> Token | None:
        return self._page.tokens[index] if 0 <= index < len(self._page.tokens) else None

    def _last_mentioned(self, sentence: Sentence) -> Person | None:
        """Return who was mentioned last before a sentence, where nobody has spoken yet."""
        before = [m.person for m in self._cast.mentions if m.span[0] < sentence.start and m.person]
        return before[-1] if before and not sentence.is_headline else None

    def _setting(self, sentence: Sentence) -> str | None:
        text = " ".join(self._outside_quotes(sentence)).lower()
        settings: dict[str, list[str]] = table("saying")["settings"]
        for setting, signs in settings.items():
            if any(sign in text for sign in signs):
                return setting
        return None
