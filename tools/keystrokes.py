"""Seconds that a practised person needs at a page, by the keystroke-level model.

The times of single operators are those of Card, Moran and Newell ("The Keystroke-Level Model for
User Performance Time with Interactive Systems", 1980) for an average typist; the reading rate is
the mean of 17 languages in Trauzettel-Klosinski and Dietz ("Standardized Assessment of Reading
Performance", 2012). What the program and the browser take is measured, not modelled.
"""

from dataclasses import dataclass, field

KEY = 0.28  # seconds a key; a capital letter takes two
POINT = 1.1  # seconds to point at a place with the mouse
BUTTON = 0.1  # seconds to press the mouse button
HOME = 0.4  # seconds to move the hand between mouse and keys
THINK = 1.35  # seconds to make up one's mind before a chunk of work
WORDS_A_MINUTE = 184
LETTERS_OF_A_SUGGESTION = 3
COPY = 2 * (POINT + BUTTON + HOME) + 8 * KEY
"""Words marked in another window, copied, and put in here, there and back."""


@dataclass
class Tally:
    """What was done for one document, and how long it takes."""

    keys: int = 0
    clicks: int = 0
    moves: int = 0  # of the hand between mouse and keys
    thoughts: int = 0
    words: int = 0  # that were read
    waited: float = 0.0  # seconds, measured
    loads: int = 0
    fields: int = 0  # values put, rows added or removed
    saved: float = 0.0  # seconds, where long words are copied instead of typed
    is_at_mouse: bool = field(default=True, repr=False)

    @property
    def acting(self) -> float:
        """Seconds of thinking, pointing and typing."""
        return (
            self.keys * KEY
            + self.clicks * (POINT + BUTTON)
            + self.moves * HOME
            + self.thoughts * THINK
        )

    @property
    def reading(self) -> float:
        """Seconds of reading."""
        return self.words * 60 / WORDS_A_MINUTE

    @property
    def seconds(self) -> float:
        """Everything, with all words typed."""
        return self.acting + self.reading + self.waited

    def click(self, *, thinks: bool = True) -> None:
        """Point at something and press."""
        self.moves += not self.is_at_mouse
        self.is_at_mouse = True
        self.clicks += 1
        self.thoughts += thinks

    def press(self, keys: int) -> None:
        """Press some keys."""
        self.moves += self.is_at_mouse
        self.is_at_mouse = False
        self.keys += keys

    def write(
        self, text: str, *, is_suggested: bool = False, is_in_document: bool = False
    ) -> None:
        """Type a text; of one that the page suggests, its first letters and two keys more."""
        self.thoughts += 1
        keys = len(text) + sum(letter.isupper() for letter in text)
        if is_suggested:
            keys = min(keys, LETTERS_OF_A_SUGGESTION + 2)
        self.press(keys)
        if is_in_document:
            self.saved += max(keys * KEY - COPY, 0.0)

    def go(self, tabs: int) -> None:
        """Reach a field by Tab or by the mouse, whichever is quicker."""
        pointing = POINT + BUTTON + HOME * (1 if self.is_at_mouse else 2)
        if tabs * KEY + HOME * self.is_at_mouse <= pointing:
            self.press(tabs)
        else:
            self.click(thinks=False)


def total(tallies: "list[Tally]") -> Tally:
    """Return the sum over documents."""
    whole = Tally()
    for tally in tallies:
        for name in ("keys", "clicks", "moves", "thoughts", "words", "loads", "fields"):
            setattr(whole, name, getattr(whole, name) + getattr(tally, name))
        whole.waited += tally.waited
        whole.saved += tally.saved
    return whole
