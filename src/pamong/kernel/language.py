"""In which language sentences are told: Indonesian, unless a translator was set.

The rooms below Django write their sentences through :func:`say`, so that a page in English need
not show Indonesian ones. The message itself is the Indonesian sentence: it is what people read and
what one greps for.
"""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str], str]


def _as_it_is(message: str) -> str:
    return message


_translate: Translate = _as_it_is


def speak_with(translate: Translate) -> None:
    """Let ``translate`` put every sentence into the language of whoever reads it."""
    global _translate  # noqa: PLW0603  set once, when the site starts
    _translate = translate


def say(message: str, /, **values: object) -> str:
    """Tell a sentence; ``values`` fill its ``%(name)s``.

    >>> say("Hari ke-%(number)s", number=3)
    'Hari ke-3'
    """
    told = _translate(message)
    return told % values if values else told


def mark(message: str, /) -> str:
    """Mark a sentence for the catalogue where it stands; :func:`say` tells it later."""
    return message
