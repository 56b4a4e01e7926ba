"""Which findings are asked for; the choice stands in the address."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from pamong.apps.findings.life import State
from pamong.apps.findings.listing import Asked
from pamong.kernel.day import DayTextError, parse_day

WORDS, RULE, FAMILY, OPD, SINCE, STATE, PAGE = (
    "cari",
    "aturan",
    "golongan",
    "opd",
    "sejak",
    "keadaan",
    "hal",
)


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What the address asks for, as it was typed; ``refused`` says what could not be read."""

    typed: dict[str, str]
    asked: Asked
    refused: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> "FindingFilter":
        """Read the filter from the address; what is no choice asks for everything."""
        names = (WORDS, RULE, FAMILY, OPD, SINCE, STATE)
        typed = {name: query.get(name, "").strip() for name in names}
        asked = Asked(
            words=typed[WORDS],
            rule=typed[RULE],
            family=typed[FAMILY],
            opd=_number(typed[OPD]),
            state=State(typed[STATE]) if typed[STATE] in set(State) else State.TERBUKA,
            page=_number(query.get(PAGE, "")) or 1,
        )
        try:
            since = parse_day(typed[SINCE]) if typed[SINCE] else None
        except DayTextError as error:
            return cls(typed, asked, refused=str(error))
        return cls(typed, replace(asked, since=since))

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list, the state apart."""
        return any(value for name, value in self.typed.items() if name != STATE)

    def turned(self, **changes: str) -> dict[str, str]:
        """Return the filter with some values changed, as an address holds it."""
        wanted = {**self.typed, **changes}
        return {name: value for name, value in wanted.items() if value}


@dataclass(frozen=True, slots=True)
class Door:
    """A link of the list: what it leads to, how many are there, whether one is there now."""

    label: str
    number: int
    address: str
    is_here: bool = False
    value: str = ""


def _number(text: str) -> int | None:
    """Read a small whole number; anything else is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
