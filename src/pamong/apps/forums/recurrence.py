"""Rules by which forums come back: read from the words of a text, told, and reckoned forward."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from pamong.apps.forums.models.kinds import ForumKind
from pamong.apps.forums.models.series import Every
from pamong.kernel.day import WEEKDAYS, find_weekday

OFTEN = (
    (Every.MINGGU, re.compile(r"\b(minggu|pekan|mingguan)\b")),
    (Every.BULAN, re.compile(r"\b(bulan|bulanan)\b")),
    (Every.TAHUN, re.compile(r"\b(tahun|tahunan)\b")),
)
ORDINALS = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "terakhir": 5}
OTHER_HOST = re.compile(r"\b(kabupaten|kota|daerah)\S*\s+(\S+\s+)?lain", re.IGNORECASE)
LONG_NAMES = {"rapat koordinasi": ForumKind.RAKOR}


@dataclass(frozen=True, slots=True)
class Rule:
    """How often, on which weekday (0 is Monday), which one of the month, and whether hosts change.

    What the words leave open is ``None``.
    """

    every: Every
    weekday: int | None = None
    ordinal: int | None = None
    rotates_host: bool = False

    def told(self) -> str:
        """Say the rule: "setiap Senin", "setiap bulan, tuan rumah bergilir"."""
        day = WEEKDAYS[self.weekday] if self.weekday is not None else ""
        if self.every is Every.MINGGU and day:
            said = gettext("setiap %s") % day
        elif self.ordinal and day:
            said = gettext("setiap %(day)s %(which)s dalam bulan") % {
                "day": day,
                "which": _which(self.ordinal),
            }
        else:
            said = str(self.every.label) + (f", {day}" if day else "")
        return gettext("%s, tuan rumah bergilir") % said if self.rotates_host else said


def kind_of(what: str) -> ForumKind | None:
    """Return the kind of forum that comes back; ``None`` where it is none, such as a report."""
    words = what.casefold()
    for name, kind in LONG_NAMES.items():
        if name in words:
            return kind
    return next((kind for kind in ForumKind if kind.value.replace("_", " ") in words), None)


def read_rule(text: str, *, around: str = "") -> Rule | None:
    """Read what a text says of how often; ``around`` are the words that it stands in.

    >>> read_rule("tiap hari Senin").told(), read_rule("sekali-sekali")
    ('setiap Senin', None)
    """
    words = re.findall(r"[a-z'’]+", text.casefold())
    days = [day for word in words if word != "minggu" and (day := find_weekday(word)) is not None]
    weekday = days[0] if days else None
    ordinal = next((ORDINALS[word] for word in words if word in ORDINALS), None)
    rotates = bool(OTHER_HOST.search(around))
    often = next((every for every, words_of in OFTEN if words_of.search(text.casefold())), None)
    if often is None and weekday is None:
        return None
    every = often or Every.MINGGU
    if every is not Every.BULAN or weekday is None:
        ordinal = None
    return Rule(every, weekday, ordinal, rotates)


def name_for(kind: ForumKind, rule: Rule) -> str:
    """Name a series: "Apel Senin", "Apel bulanan", "Rapat koordinasi tahunan"."""
    if rule.weekday is not None:
        last = WEEKDAYS[rule.weekday]
        which = f" {_which(rule.ordinal)}" if rule.ordinal else ""
        return f"{kind.label} {last}{which}"
    return f"{kind.label} {ADJECTIVES[rule.every]}"


def fits(rule: Rule, day: date) -> bool:
    """Tell whether a forum on ``day`` may be one of the rule's; what is open fits any day."""
    if rule.weekday is not None and day.weekday() != rule.weekday:
        return False
    return rule.ordinal is None or day == _in_month(rule, day.year, day.month)


def next_day(rule: Rule, *, after: date) -> date | None:
    """Return the first day of the rule after ``after``; ``None`` where its words name no day."""
    if rule.weekday is None:
        return None
    if rule.every is Every.MINGGU:
        return after + timedelta(days=(rule.weekday - after.weekday() - 1) % 7 + 1)
    if rule.every is Every.BULAN and rule.ordinal:
        here = _in_month(rule, after.year, after.month)
        if here > after:
            return here
        year, month = (after.year, after.month + 1) if after.month < 12 else (after.year + 1, 1)
        return _in_month(rule, year, month)
    return None


ADJECTIVES = {Every.MINGGU: "mingguan", Every.BULAN: "bulanan", Every.TAHUN: "tahunan"}


def _which(ordinal: int) -> str:
    return next(word for word, number in ORDINALS.items() if number == ordinal)


def _in_month(rule: Rule, year: int, month: int) -> date:
    """Return the weekday of the rule that is its ordinal in one month; 5 is the last."""
    first = date(year, month, 1)
    days = range((rule.weekday or 0) - first.weekday(), monthrange(year, month)[1], 7)
    found = [first + timedelta(days=offset) for offset in days if offset >= 0]
    return found[-1] if rule.ordinal == 5 else found[(rule.ordinal or 1) - 1]
