"""Which duties are asked for; the choice stands in the address."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from pamong.apps.duties.listing import SOURCES, STATES, Asked
from pamong.apps.forums.choices import TOPICS

NAMES = ("cari", "keadaan", "opd", "sumber", "topik", "tahun", "lewat")


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """What the address asks for, and the page; what nobody offers is not asked."""

    asked: Asked
    page: int
    kept: str

    @classmethod
    def of(cls, query: QueryDict) -> "DutyFilter":
        """Read the filter from the address."""
        return cls(
            asked=Asked(
                words=query.get("cari", "").strip()[:100],
                state=_among(query.get("keadaan", ""), [value for value, _ in STATES]),
                owing=_owing(query.get("opd", "")),
                source=_among(query.get("sumber", ""), [value for value, _ in SOURCES]),
                topic=_among(query.get("topik", ""), [value for value, _ in TOPICS]),
                year=_number(query.get("tahun", "")) or None,
                is_overdue=query.get("lewat", "") == "1",
            ),
            page=_number(query.get("hal", "")) or 1,
            kept=urlencode([(name, query[name]) for name in (*NAMES, "per") if query.get(name)]),
        )

    def at(self, page: int) -> str:
        """Return the query of another page of the same choice."""
        return f"{self.kept}&hal={page}" if self.kept else f"hal={page}"

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for."""
        return self.asked != Asked()


def _among(value: str, offered: list[str]) -> str:
    return value if value in offered else ""


def _owing(value: str) -> str:
    kind, _, number = value.partition("-")
    return value if kind in {"opd", "pemda"} and _number(number) else ""


def _number(text: str) -> int:
    """Return a number as people write it in an address, or 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
