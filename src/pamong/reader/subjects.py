"""Who is the subject of a sentence: of a verb of saying, behind a quotation, or of an act."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pamong.reader.draft import Span
from pamong.reader.knowledge import table, words
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Mention, Person
from pamong.reader.quotations import Quotation, verb_behind
from pamong.reader.tokens import Token

_REACH = 6  # tokens between a passive verb and its agent
_ACTING = re.compile(r"(?:me|ber)\w{3,}|yang|tampak|terlihat")
_ADVERBS = frozenset(
    {"juga", "pun", "turut", "kemudian", "lalu", "langsung", "sendiri", "kembali", "sempat"}
)


class Subjects:
    """Finds subjects in the words outside quotations; ``quoted`` holds those of each sentence."""

    def __init__(self, page: Page, cast: Cast, quoted: Mapping[int, Sequence[Quotation]]) -> None:
        self._page = page
        self._cast = cast
        self._quoted = quoted

    def attributed(self, sentence: Sentence) -> Mention | None:
        """Return whom a verb behind a quotation names: "…," kata X."""
        verbs = (
            verb_behind(self._page.body, q.outer[1]) for q in self._quoted.get(sentence.start, ())
        )
        agents = (self._agent_behind(verb, sentence) for verb in verbs if verb)
        return next((agent for agent in agents if agent), None)

    def narrated_subject(self, sentence: Sentence) -> Mention | None:
        """Return whom the words outside quotations make the speaker."""
        quotes = self._quoted.get(sentence.start, ())
        if any(verb_behind(self._page.body, quote.outer[1]) for quote in quotes):
            return None
        mentions = self.narrated(sentence)
        if mentions and self._is_label(mentions[0], sentence):
            return mentions[0]
        carried = self.carrying_words(sentence)
        if carried and not any(m.span[0] < carried[0][0] for m in mentions):
            return None  # "Ia meminta Sekda memastikan …"
        subjects = (
            self._subject_of(index, mentions, sentence)
            for index in self._narrative_indexes(sentence)
        )
        return next((subject for subject in subjects if subject), None)

    def _is_label(self, mention: Mention, sentence: Sentence) -> bool:
        """Tell whoever minutes put before what he says: "2. Kepala BKD (Rekaan Contoh): …"."""
        before = self._page.body[sentence.start : mention.span[0]]
        behind = self._page.body[mention.span[1] : sentence.end].lstrip(" )")
        is_named = mention.person is not None and mention.office is not None
        return is_named and behind[:1] == ":" and not re.search(r"[^\W\d_]{2}", before)

    def actor(self, sentence: Sentence) -> Person | None:
        """Return who does something at the beginning of a sentence: words that follow are his."""
        if sentence.is_headline:
            return None
        first = self._page.token_index(sentence.start)
        for mention in self.narrated(sentence)[:1]:
            verb = self._token(mention.after)
            while verb is not None and verb.lower in _ADVERBS:
                verb = self._token(self._page.token_index(verb.end))
            begins = mention.first <= first + 1 and mention.person is not None
            acts = verb is not None and _ACTING.fullmatch(verb.lower) is not None
            if begins and acts and verb and verb.lower not in words("saying", "only_present"):
                return mention.person
        return None

    def carrying_words(self, sentence: Sentence) -> tuple[Span, ...]:
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
        behind = [m for m in self.narrated(sentence) if m.span[0] >= end]
        return behind[0] if behind else None

    def _subject_of(
        self, index: int, mentions: Sequence[Mention], sentence: Sentence
    ) -> Mention | None:
        word = self._page.tokens[index].lower
        saying = table("saying")
        if word == "memimpin" and self._is_unit(index + 1):
            return None  # "kini memimpin Dinas Contoh" is an office, and no act at the forum
        if word in words("saying", "active") or word in words("saying", "acting"):
            return self._mention_before(index, mentions, sentence)
        if word in words("saying", "passive"):
            return self._agent_of(index, mentions)
        if word in saying["nouns"]:
            return self._mention_behind(index, mentions, 1)
        following = self._token(index + 1)
        if word in saying["nouns_from"] and following and following.lower == "dari":
            told = self._mention_behind(index + 1, mentions, 1)
            return told if told and told.person else None
        return None

    def _is_unit(self, index: int) -> bool:
        token = self._token(index)
        kinds: list[str] = table("offices")["around"]["kinds_of_units"]
        return token is not None and token.is_capitalised and token.lower in kinds

    def _mention_before(
        self, index: int, mentions: Sequence[Mention], sentence: Sentence
    ) -> Mention | None:
        """Return the nearest mention that can be the subject; none where a pronoun is nearer."""
        first = self._page.token_index(sentence.start)
        nearest = [m for m in mentions if m.after <= index and self._can_be_subject(m, mentions)]
        start = nearest[-1].after if nearest else first
        between = {token.lower for token in self._page.tokens[start:index]}
        if between & set(table("saying")["pronouns"]) or not nearest:
            return None
        return nearest[-1]

    def _can_be_subject(self, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Tell whether nothing ties the mention to another verb: "didampingi A dan B"."""
        before = self._token(mention.first - 1)
        if before is None:
            return True
        if before.lower in words("saying", "joining") or before.text == ",":
            beside = next((m for m in mentions if m.after == mention.first - 1), None)
            if beside is not None and not self._can_be_subject(beside, mentions):
                return before.text == "," and self._closes_aside(mention)
        return before.lower not in words("saying", "not_subject")

    def _closes_aside(self, mention: Mention) -> bool:
        """Tell a subject behind words set off by commas: "Didampingi A, B memimpin …"."""
        behind = self._token(mention.after)
        return behind is not None and behind.text.islower() and behind.text not in {"dan", "serta"}

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

    def joined(self, subject: Mention, sentence: Sentence) -> list[Mention]:
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

    def narrated(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return the mentions outside quotations."""
        quoted = [quote.outer for quote in self._quoted.get(sentence.start, ())]
        return tuple(
            mention
            for mention in self._cast.mentions_in(sentence.span)
            if not any(start <= mention.span[0] < end for start, end in quoted)
        )

    def _narrative_indexes(self, sentence: Sentence) -> list[int]:
        quoted = [quote.outer for quote in self._quoted.get(sentence.start, ())]
        first = self._page.token_index(sentence.start)
        after = self._page.token_index(sentence.end)
        return [
            index
            for index in range(first, after)
            if not any(start <= self._page.tokens[index].start < end for start, end in quoted)
        ]

    def _token(self, index: int) -> Token | None:
        return self._page.tokens[index] if 0 <= index < len(self._page.tokens) else None

    def outside_quotes(self, sentence: Sentence) -> list[str]:
        """Return the words before, between and behind the quotations of a sentence."""
        parts, place = [], sentence.start
        for quote in self._quoted.get(sentence.start, ()):
            parts.append(self._page.body[place : quote.outer[0]])
            place = quote.outer[1]
        return [*parts, self._page.body[place : sentence.end]]
