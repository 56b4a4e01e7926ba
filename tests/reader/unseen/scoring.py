"""How well the forty documents are read, field by field; as a module it prints the table.

As for the invented texts; only that a line of furniture that the page itself had already been
freed of is not asked for, and that the draft is made from the file, as the program makes it.
"""

import sys
from collections.abc import Iterator

from tests.reader.invented.scoring import READ_ON, Score, score, table
from tests.reader.unseen.papers import labels, source_of

from pamong.reader import Draft, read


def draft_of(stem: str) -> Draft:
    """Read one document from its file."""
    source = source_of(stem)
    return read(source.text, published_on=source.published_on, not_after=READ_ON)


def asked(beginning: tuple[str, ...] = ("",)) -> Iterator[tuple[str, dict]]:
    """Yield the label of each document, with such furniture as is left in its text."""
    for stem, label in labels().items():
        if stem.startswith(beginning):
            text = " ".join(source_of(stem).text.split())
            left = [line for line in label["furniture"] if " ".join(line.split()) in text]
            yield stem, label | {"furniture": left}


def scores(
    beginning: tuple[str, ...] = ("",), misses: list[str] | None = None
) -> dict[str, Score]:
    """Measure the documents whose stem begins so."""
    return score(dict(asked(beginning)), misses, read_one=draft_of)


if __name__ == "__main__":
    gathered: list[str] = []
    sys.stdout.write(table(scores(tuple(sys.argv[1:]) or ("",), gathered)) + "\n")
    sys.stdout.write("\n".join(sorted(gathered)) + "\n")
