"""Words found again in a text, whatever their case, spaces and quotation marks."""

import re

from pamong.reader.draft import Span
from pamong.reader.plaintext import to_plain_text


class Finder:
    """Finds words in a text whatever their case, spaces and quotation marks."""

    def __init__(self, text: str) -> None:
        self._letters: list[str] = []
        self._places: list[int] = []
        for place, letter in enumerate(to_plain_text(text)):
            bare = " " if letter.isspace() else letter.casefold()
            if bare == " " and self._letters[-1:] == [" "]:
                continue
            for part in bare:
                self._letters.append(part)
                self._places.append(place)
        self._text = "".join(self._letters)

    def find(self, words: str) -> Span | None:
        """Return where whole words stand; ``None`` where they do not."""
        bare = " ".join(to_plain_text(words).casefold().split())
        if not bare:
            return None
        found = re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", self._text)
        if found is None:
            return None
        return (self._places[found.start()], self._places[found.end() - 1] + 1)
