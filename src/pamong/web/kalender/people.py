"""What falls due for people, as days: each person, or a number where there are many on one day.

Rises and pensions fall on the first of a month, for hundreds at once in a large government. A
calendar with hundreds of lines a day is of no use to anybody: from ``NAMED`` on, a day tells how
many there are and leads to the list.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pamong.apps.accounts.models import LookWay
from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION, DueDays
from pamong.apps.kepegawaian.contracts import Contracts
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.kernel.day import format_day
from pamong.web.daftar.asking import Asked
from pamong.web.daftar.kinds import roster_of
from pamong.web.kalender.events import DayEvent
from pamong.web.seen import keep_seen

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.web.http import Request

NAMED = 12
"""So many people of one day are named; more are counted."""
ASKED = Asked({"opd": ""}, 1)
LISTS = {PENSION: "pensiun", KGB: "kgb", PROMOTION: "pangkat"}
TITLES: "dict[str, StrOrPromise]" = {
    "pensiun": gettext_lazy("Pensiun"),
    "kgb": gettext_lazy("KGB"),
    "pangkat": gettext_lazy("Kenaikan pangkat"),
    "perjanjian": gettext_lazy("Perjanjian kerja berakhir"),
}
CLOSED = {"pensiun": FieldClass.IDENTITY}
"""Lists that tell more than open fields: the day of a pension tells the month of birth."""
Told = Iterable[tuple[int, date]]


class Window(Protocol):
    """A span of days, first and last."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""


def due_days(rule_id: str) -> "Callable[[Request, Window], Iterator[DayEvent]]":
    """Return what reads the days of one rule, as its last run counted them."""

    def events(request: "Request", window: Window) -> Iterator[DayEvent]:
        key = LISTS[rule_id]
        roster = _roster(request, key)
        due = DueDays(request.standpoint.government, rule_id, roster.people())
        days = due.by_day(window.first, window.last)
        few = ((each.pegawai_id, each.due_on) for each in due.on_days(_few(days)))
        return _events(request, roster, key, days, few)

    return events


def contract_days(request: "Request", window: Window) -> Iterator[DayEvent]:
    """Yield the last days of contracts."""
    roster = _roster(request, "perjanjian")
    contracts = Contracts(roster)
    days = contracts.by_day(window.first, window.last)
    return _events(request, roster, "perjanjian", days, contracts.on_days(_few(days)))


def _roster(request: "Request", key: str) -> Roster:
    return roster_of(request, ASKED, field_class=CLOSED.get(key, FieldClass.OPEN))


def _few(days: Iterable[tuple[date, int]]) -> Collection[date]:
    return [day for day, number in days if number <= NAMED]


def _events(
    request: "Request",
    roster: Roster,
    key: str,
    days: Iterable[tuple[date, int]],
    few: Told,
) -> Iterator[DayEvent]:
    here = request.standpoint
    listed = here.address("daftar:show", here.government.slug, key)
    title = str(TITLES[key])
    for day, number in days:
        if number > NAMED:
            words = ngettext("%(title)s: %(number)s orang", "%(title)s: %(number)s orang", number)
            told = words % {"title": title, "number": number}
            link = request.build_absolute_uri(listed)
            yield DayEvent(f"{key}-{day.isoformat()}", day, told, "", link)
    yield from _named(request, roster, key, dict(few))


def _named(
    request: "Request", roster: Roster, key: str, due: dict[int, date]
) -> Iterator[DayEvent]:
    here = request.standpoint
    people = roster.told(list(due), (Column.OPD,))
    if key in CLOSED:
        keep_seen(request, [row.person_id for row in people], [key], way=LookWay.EXPORT)
    for row in people:
        told = _("%(title)s: %(name)s") % {
            "title": TITLES[key],
            "name": row.person.shown_name,
        }
        words = "\n".join(filter(None, [row.told_opd or "", format_day(due[row.pk])]))
        address = here.address("pegawai:person", here.government.slug, row.public_id)
        link = request.build_absolute_uri(address)
        yield DayEvent(f"{key}-{row.public_id}", due[row.pk], told, words, link)
