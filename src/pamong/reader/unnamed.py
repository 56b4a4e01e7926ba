"""Whether the words around a quotation withhold the name of who spoke."""

import re
from functools import cache

from pamong.reader.knowledge import alternatives, pattern, table, words

# "enggan ditulis namanya", "meminta identitasnya dirahasiakan".
_WITHHELD = re.compile(
    r"(?<!\w)(?:enggan|(?:tidak|tak)\s+(?:mau|ingin|bersedia)|minta|meminta)"
    r"(?:\s+\w+){0,3}?\s+(?:nama|identitas)(?:nya)?(?!\w)",
    re.IGNORECASE,
)
# "imbuh perempuan berkacamata itu": one who was spoken of before.
_POINTED_AT = re.compile(r"(?:\s+[\w-]+){0,6}?\s+(?:itu|ini|tersebut)(?!\w)")


def withholds_name(text: str) -> bool:
    """Tell whether a text says that somebody's name is not to be told."""
    return pattern("saying", "unnamed").search(text) is not None or (
        _WITHHELD.search(text) is not None
    )


def names_one_of_many(text: str) -> bool:
    """Tell whether a text speaks of "salah satu peserta" or "seorang staf" anywhere."""
    return pattern("saying", "unnamed_of_many").search(text) is not None


def opens_with_many(lower: str) -> bool:
    """Tell whether the first words mean one of many: "salah seorang peserta", "warga"."""
    match = _of_many().match(lower)
    return match is not None and _POINTED_AT.match(lower, match.end()) is None


def says_something(lower: str) -> bool:
    """Tell whether a verb of saying stands in a text."""
    return not words("saying", "active").isdisjoint(re.findall(r"\w+", lower))


@cache
def _of_many() -> re.Pattern[str]:
    return re.compile(rf"[\s,.]*(?:{alternatives(table('saying')['of_many'])})(?!\w)")
