"""What is asked: which figures are others, and how many years ahead. It stands in the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from pamong import law
from pamong.law.what_if.simulating import MOST_YEARS
from pamong.web.standpoint import DAY_PARAMETER

SET, YEARS, NEW = "set", "tahun", "baru-"
"""The parameters of the address; ``baru-ALAMAT`` is a field of the form, made into ``set``."""
USUAL_YEARS = 5
MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class Question:
    """The changes as they were typed, and the years; ``is_sent`` if the form was filled in."""

    changes: tuple[law.Change, ...]
    years: int
    is_sent: bool

    @classmethod
    def of(cls, query: QueryDict) -> "Question":
        """Read the question from the address; a field that is left empty changes nothing."""
        told = [str(text).strip() for text in query.getlist(SET)]
        changes = [_change(text) for text in told[:MOST_CHANGES] if text]
        fields = {name: str(query[name]).strip() for name in query if name.startswith(NEW)}
        changes += [
            law.Change(name.removeprefix(NEW), value)
            for name, value in list(fields.items())[:MOST_CHANGES]
            if value
        ]
        return cls(tuple(dict.fromkeys(changes)), _years(query.get(YEARS, "")), bool(fields))

    def query(self, day: date | None) -> str:
        """Write the question as the end of an address; ``day`` where it is not today."""
        pairs = [(SET, str(change)) for change in self.changes]
        pairs += [(YEARS, str(self.years))] if self.years != USUAL_YEARS else []
        pairs += [(DAY_PARAMETER, day.isoformat())] if day else []
        return f"?{urlencode(pairs)}" if pairs else ""


def _change(text: str) -> law.Change:
    """Read one change; one without a value is kept, so that the page can say what lacks."""
    try:
        return law.Change.parse(text)
    except law.ChangeError:
        return law.Change(text.strip(), "")


def _years(text: str) -> int:
    """Read the years; more than there can be are the most, and what is no number is the usual."""
    is_number = text.isascii() and text.isdecimal() and len(text) < 4
    return min(int(text), MOST_YEARS) if is_number else USUAL_YEARS
