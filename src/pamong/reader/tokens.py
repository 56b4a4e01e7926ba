"""Words, numbers and marks with their places; words that a page glued together are parted."""

import re
from dataclasses import dataclass
from itertools import pairwise

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*\d*|\S")
# "MediaGubernur": a name of a page runs into the next word; "MHmengatakan": a degree into a verb;
# "jugamenegaskan": a particle into a verb.
_GLUE = re.compile(
    r"(?<=[a-z])(?=[A-Z][a-z]{3})"
    r"|(?<=[A-Z])(?=me(?:n|m|ng|ny)[a-z]{4})"
    r"|(?<=^juga)(?=me[a-z]{5})"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark; ``start`` and ``end`` are its characters in the text.

    ``lower`` is the word in small letters, kept because every part compares it.
    """

    text: str
    start: int
    end: int
    lower: str

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that starts with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_acronym(self) -> bool:
        """Whether it is a word of two or more capitals, such as BKD or PPPK."""
        return len(self.text) > 1 and self.text.isupper() and self.text[0].isalpha()


def tokenise(plain: str) -> tuple[Token, ...]:
    """Return the tokens of a text whose quotes and dashes are plain.

    >>> [token.text for token in tokenise("H.Contoh,SH.MHmengatakan (18/3)")]
    ['H', '.', 'Contoh', ',', 'SH', '.', 'MH', 'mengatakan', '(', '18', '/', '3', ')']
    """
    tokens = []
    for match in _TOKEN.finditer(plain):
        edges = [0, *(glue.start() for glue in _GLUE.finditer(match[0])), len(match[0])]
        for left, right in pairwise(edges):
            start = match.start() + left
            word = match[0][left:right]
            tokens.append(Token(word, start, match.start() + right, word.lower()))
    return tuple(tokens)
