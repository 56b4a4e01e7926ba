"""The words of law and field that keep their Indonesian name: meaning, source, likely confusions.

The help tips, the reference page and the test of our names all read this one file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from pamong.kernel.language import say
from pamong.kernel.package_data import read_toml

#: The source of a word that the field uses and no regulation that we read defines.
PRACTICE = "praktik"


class UnknownTermError(LookupError):
    """A word is not in the glossary."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(say('Istilah "%(word)s" belum ada dalam glosarium.', word=word))


@dataclass(frozen=True, slots=True)
class Term:
    """One word, with the other words for the same thing."""

    term: str
    meaning_id: str
    meaning_en: str
    source: str
    also: tuple[str, ...] = ()
    not_to_confuse_with: str = ""

    @property
    def is_defined_by_law(self) -> bool:
        """Whether a regulation stands behind the word."""
        return self.source != PRACTICE


def term(word: str) -> Term:
    """Return the term for a word or for one of its other forms, in any case.

    Raises:
        UnknownTermError: the glossary does not have the word.

    >>> term("pjs").term, term("Aparatur Sipil Negara").term
    ('Pjs', 'ASN')
    """
    try:
        return _by_word()[word.casefold()]
    except KeyError:
        raise UnknownTermError(word) from None


@cache
def terms() -> tuple[Term, ...]:
    """Return all terms in alphabetical order."""
    read = (_read_term(row) for row in read_toml("glossary.toml")["term"])
    return tuple(sorted(read, key=lambda term: term.term.casefold()))


@cache
def _by_word() -> Mapping[str, Term]:
    return MappingProxyType(
        {word.casefold(): term for term in terms() for word in (term.term, *term.also)}
    )


def _read_term(row: Mapping[str, Any]) -> Term:
    return Term(
        term=row["term"],
        meaning_id=row["meaning_id"],
        meaning_en=row["meaning_en"],
        source=row["source"],
        also=tuple(row.get("also", ())),
        not_to_confuse_with=row.get("not_to_confuse_with", ""),
    )
