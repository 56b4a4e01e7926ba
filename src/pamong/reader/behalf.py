"""Who read a speech, or took a place, for somebody else."""

from dataclasses import dataclass

from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import table, words
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Mention, Person
from pamong.reader.regions import Region

_REACH = 5  # tokens between a verb and the person whom it ties to it


@dataclass(frozen=True, slots=True)
class Behalf:
    """``reader`` stood for ``principal``; ``is_read`` where a written speech was read out."""

    reader: Mention
    principal: Mention
    is_read: bool
    sentence: Sentence

    def principal_title(self, home: Region | None) -> str | None:
        """Return the office of whom it was done for, with its government."""
        person = self.principal.person
        office = (person and person.office) or self.principal.office
        return office.title(home) if office else None

    @property
    def people(self) -> tuple[Person, ...]:
        """Both, where the text names them."""
        return tuple(m.person for m in (self.reader, self.principal) if m.person)


def find_behalf(page: Page, cast: Cast) -> Found[Behalf] | None:
    """Return the first place where the text says that somebody stood for somebody else."""
    for sentence in page.sentences:
        if sentence.is_headline:
            continue
        for index in range(page.token_index(sentence.start), page.token_index(sentence.end)):
            if behalf := _at(page, cast, sentence, index):
                spans = distinct((behalf.reader.span, behalf.principal.span))
                return Found(behalf, spans, _reason(behalf))
    return None


def _at(page: Page, cast: Cast, sentence: Sentence, index: int) -> Behalf | None:
    word = page.tokens[index].lower
    mentions = cast.mentions_in(sentence.span)
    before = [m for m in mentions if m.after <= index] or _meant_by_pronoun(page, cast, sentence)
    behind = [m for m in mentions if index < m.first <= index + _REACH]
    if not before and word in words("behalf", "stands_for"):
        before = [m for m in mentions if behind and behind[0].after < m.first][:1]
        is_apposed = before and before[0].first <= behind[0].after + 2
        before = before if is_apposed else []  # "Mewakili Bupati X, Wakil Bupati Y membuka …"
    if not before or not behind:
        return None
    nearest, next_one = before[-1], behind[0]
    speech = words("behalf", "speeches") & _lower(page, sentence)
    replaces = word in words("behalf", "replaces") and _only_for_now(page, sentence, next_one)
    if word in words("behalf", "stands_for") or replaces:
        return _pair(nearest, next_one, sentence, is_read=False)
    if word in words("behalf", "is_stood_for_by"):
        return _pair(next_one, nearest, sentence, is_read=False)
    if word in words("behalf", "reads") and speech:
        return _pair(nearest, next_one, sentence, is_read=True)
    if word in words("behalf", "is_read_by") and speech:
        return _pair(next_one, nearest, sentence, is_read=True)
    return None


def _only_for_now(page: Page, sentence: Sentence, principal: Mention) -> bool:
    """Tell who leads a meeting "menggantikan gubernur" from who takes over an office."""
    said = _lower(page, sentence)
    leads = principal.office is not None and principal.office.leads_region
    acts = not said.isdisjoint(words("behalf", "replacing_acts"))
    return leads and acts and said.isdisjoint(words("behalf", "succession"))


def _meant_by_pronoun(page: Page, cast: Cast, sentence: Sentence) -> list[Mention]:
    """Return who was mentioned last, where the sentence begins with a pronoun."""
    first = page.tokens_in(sentence.span)[:1]
    if not first or first[0].lower not in words("saying", "pronouns"):
        return []
    return [m for m in cast.mentions_in((0, sentence.start)) if m.person][-1:]


def _lower(page: Page, sentence: Sentence) -> set[str]:
    return {token.lower for token in page.tokens_in(sentence.span)}


def _pair(
    reader: Mention, principal: Mention, sentence: Sentence, *, is_read: bool
) -> Behalf | None:
    is_same = reader.person is not None and reader.person is principal.person
    has_office = principal.office is not None or (principal.person and principal.person.office)
    if is_same or not has_office:
        return None
    return Behalf(reader, principal, is_read, sentence)


def _reason(behalf: Behalf) -> str:
    reasons: dict[str, str] = table("behalf")["reasons"]
    return reasons["read" if behalf.is_read else "stood"]
