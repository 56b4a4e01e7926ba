"""The mark of made-up people and governments, wherever their name is shown."""

MADE_UP = "(rekaan)"


def without_mark(text: str) -> str:
    """Return a text without the mark.

    >>> without_mark("Siti Contoh (rekaan), M.Si.")
    'Siti Contoh, M.Si.'
    """
    return " ".join(text.replace(MADE_UP, " ").split()).replace(" ,", ",")
