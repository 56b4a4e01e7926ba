"""Who speaks in each sentence: by a verb of saying, behind a quotation, or still the one before.

"-nya" and "ia" carry on the last speaker; so does a sentence that names nobody. A speaker whose
name the text withholds, or who is called by an office alone that nobody in the text holds, is
nobody, and what follows is not given to the one before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from pamong.reader.draft import Span
from pamong.reader.genre import speech_head
from pamong.reader.knowledge import pattern, table
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.quotations import Quotation, find_quotations, verb_behind
from pamong.reader.subjects import Subjects
from pamong.reader.unnamed import (
    names_one_of_many,
    opens_with_many,
    says_something,
    withholds_name,
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
        self._subjects = Subjects(page, cast, self._quoted)
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

    def only_attends(self, person: Person) -> bool:
        """Tell whether every sentence that names somebody only says that guests were there."""
        named = {
            sentence
            for span in person.name_spans
            if (sentence := self._page.sentence_at(span[0])) and not sentence.is_headline
        }
        present = pattern("saying", "attending")
        return bool(named) and all(
            present.search(self._page.lower, *sentence.span) is not None for sentence in named
        )

    def _voice(self) -> str | None:
        return "pidato" if self.orator else None

    def _read(self) -> list[Utterance]:
        utterances: list[Utterance] = []
        last = Utterance(Sentence(0, 0, 0, is_headline=False), self.orator, setting=self._voice())
        before: Sentence | None = None
        for sentence in self._page.sentences:
            utterance = self._read_one(sentence, self._of_topic(sentence, before) or last)
            before = sentence
            utterances.append(utterance)
            if utterance.speaker or utterance.is_unnamed or utterance.by:
                last = utterance
        return self._told_behind(utterances)

    def _of_topic(self, sentence: Sentence, before: Sentence | None) -> Utterance | None:
        """Return whom "Ia mengatakan" means: whoever the sentence before it began with."""
        is_near = before is not None and before.paragraph == sentence.paragraph
        if before is None or not is_near or not self._subjects.carrying_words(sentence):
            return None
        first = self._page.token_index(before.start)
        topics = (m.person for m in self._subjects.narrated(before) if m.first <= first + 1)
        topic = next(topics, None)
        return Utterance(before, topic, setting=self._setting(before)) if topic else None

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
        subject = None if sentence.is_headline else self._subjects.attributed(sentence)
        if subject is None and self._is_unnamed(sentence):
            return Utterance(sentence, None, is_unnamed=True, setting=setting)
        if subject is None and not sentence.is_headline:
            subject = self._subjects.narrated_subject(sentence)
        if self.orator and subject is not None and self._says_i(sentence):
            subject = None  # "Saya perintahkan Kepala BPBD membuka …"
        if subject is None and (actor := self._subjects.actor(sentence)):
            return Utterance(sentence, actor, setting=setting)
        if subject is None:
            carried = last.speaker or (None if last.by else self._last_mentioned(sentence))
            setting = setting or last.setting
            by = self._subjects.carrying_words(sentence) if carried else ()
            return Utterance(sentence, carried, by, is_unnamed=last.is_unnamed, setting=setting)
        partners = tuple(m.person for m in self._subjects.joined(subject, sentence) if m.person)
        goes_on = subject.person is last.speaker
        setting = setting or (last.setting if goes_on else None)
        return Utterance(sentence, subject.person, (subject.span,), partners, setting=setting)

    def _says_i(self, sentence: Sentence) -> bool:
        outside = " ".join(self._subjects.outside_quotes(sentence)).lower()
        return pattern("saying", "first_person").search(outside) is not None

    def _is_unnamed(self, sentence: Sentence) -> bool:
        outside = self._subjects.outside_quotes(sentence)
        if any(withholds_name(part) for part in outside):
            return True
        if any(mention.person for mention in self._subjects.narrated(sentence)):
            return False
        if any(names_one_of_many(part) for part in outside):
            return True
        verbs = (verb_behind(self._page.body, q.outer[1]) for q in self.quotations_in(sentence))
        said_by = [self._page.lower[verb.end() : sentence.end] for verb in verbs if verb]
        return any(opens_with_many(text) for text in said_by) or (
            opens_with_many(outside[0].lower()) and says_something(outside[0].lower())
        )

    def _last_mentioned(self, sentence: Sentence) -> Person | None:
        """Return who was mentioned last before a sentence, where nobody has spoken yet."""
        before = [m.person for m in self._cast.mentions if m.span[0] < sentence.start and m.person]
        return before[-1] if before and not sentence.is_headline else None

    def _setting(self, sentence: Sentence) -> str | None:
        text = " ".join(self._subjects.outside_quotes(sentence)).lower()
        settings: dict[str, list[str]] = table("saying")["settings"]
        for setting, signs in settings.items():
            if any(sign in text for sign in signs):
                return setting
        return None
