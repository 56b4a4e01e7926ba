"""The calendars that there are: who may read each, and its days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts.own_record import own_employment
from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.apps.duties.policies import HAVE_AN_INBOX
from pamong.apps.duties.selectors import open_inbox
from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION
from pamong.apps.findings.own_rights import own_rights
from pamong.apps.forums.forum_days import forum_days
from pamong.apps.organisasi.acting_ends import acting_ends
from pamong.kernel.day import format_day
from pamong.web.hak.telling import TITLES
from pamong.web.kalender.events import DayEvent
from pamong.web.kalender.people import contract_days, due_days

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.web.http import Request

EVERYTHING = "semua"
BEFORE, AHEAD = timedelta(days=31), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a calendar tells of, first and last."""

    first: date
    last: date

    @classmethod
    def around(cls, day: date) -> "Window":
        """Return the month behind a day and the year ahead of it."""
        return cls(day - BEFORE, day + AHEAD)

    def has(self, day: date | None) -> bool:
        """Tell whether a day lies in it."""
        return day is not None and self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar: its place in the address, its name, who may read it, and its events.

    What its reader may not see, ``events`` leaves out by itself, as the pages do.
    """

    key: str
    title: "StrOrPromise"
    may_read: "Callable[[Request], bool]"
    events: "Callable[[Request, Window], Iterator[DayEvent]]"


def feeds_for(request: "Request") -> list[Feed]:
    """Return the calendars that whoever asks may read today, from where he stands."""
    return [feed for feed in FEEDS.values() if feed.may_read(request)]


def events_of(request: "Request", key: str) -> Iterator[DayEvent]:
    """Yield the events of a calendar, or of all; of one that may not be read there are none."""
    window = Window.around(request.standpoint.day)
    for feed in feeds_for(request):
        if key in {EVERYTHING, feed.key}:
            yield from feed.events(request, window)


def _lists(request: "Request") -> bool:
    return can_list_pegawai(request.access, request.standpoint.government)


def _is_on_record(request: "Request") -> bool:
    return bool(request.access.person_ids)


def _reaches(request: "Request") -> bool:
    return request.access.reaches(request.standpoint.government)


def _has_an_inbox(request: "Request") -> bool:
    return request.access.is_any(HAVE_AN_INBOX, request.standpoint.government)


def _own(request: "Request", window: Window) -> Iterator[DayEvent]:
    here = request.standpoint
    pegawai = own_employment(request.access, here.government, day=here.day)
    if pegawai is None:
        return
    link = _link(request, "hak:page")
    for right in own_rights(pegawai, day=here.day).due:
        if right.due_on is not None and right.due_on >= window.first:  # one's pension is far off
            judgement = right.judgement
            key = f"saya-{judgement.rule.id}-{pegawai.public_id}"
            title = str(TITLES[judgement.rule.id])
            words = "\n".join([judgement.meaning or judgement.outcome.label, judgement.basis])
            yield DayEvent(key, right.due_on, title, words, link)


def _forums(request: "Request", window: Window) -> Iterator[DayEvent]:
    here = request.standpoint
    found = forum_days(here.government, first=window.first, last=window.last, day=here.day)
    for forum in found:
        hour = _("pukul %s") % forum.hour.strftime("%H.%M") if forum.hour else ""
        words = "\n".join(filter(None, [hour, forum.place]))
        link = _link(request, "forum:show", forum.public_id)
        yield DayEvent(f"forum-{forum.public_id}", forum.day, forum.title, words, link)


def _duties(request: "Request", window: Window) -> Iterator[DayEvent]:
    here = request.standpoint
    for duty in open_inbox(here.government, day=here.day, access=request.access):
        if window.has(duty.due_on):
            title = _("Tenggat: %s") % duty.gist
            link = _link(request, "tindak_lanjut:show", duty.public_id)
            yield DayEvent(f"tugas-{duty.public_id}", duty.due_on, title, duty.citation, link)


def _acting(request: "Request", window: Window) -> Iterator[DayEvent]:
    here = request.standpoint
    ends = acting_ends(here.government, first=window.first, last=window.last, day=here.day)
    for end in ends:
        title = _("Akhir masa %(capacity)s %(title)s: %(holder)s") % {
            "capacity": end.capacity,
            "title": end.title,
            "holder": end.holder,
        }
        words = _("Hari terakhir %s.") % format_day(end.last_day)
        link = _link(request, "pejabat:office", here.government.slug, end.office)
        yield DayEvent(f"plt-{end.office}-{end.number}", end.last_day, title, words, link)


def _link(request: "Request", name: str, *args: object) -> str:
    return request.build_absolute_uri(request.standpoint.address(name, *args))


FEEDS = {
    each.key: each
    for each in (
        Feed("saya", gettext_lazy("Hak saya"), _is_on_record, _own),
        Feed("tugas", gettext_lazy("Tenggat tindak lanjut saya"), _has_an_inbox, _duties),
        Feed("forum", gettext_lazy("Forum"), _reaches, _forums),
        Feed("pensiun", gettext_lazy("Yang akan pensiun"), _lists, due_days(PENSION)),
        Feed("kgb", gettext_lazy("Kenaikan gaji berkala"), _lists, due_days(KGB)),
        Feed("pangkat", gettext_lazy("Kenaikan pangkat reguler"), _lists, due_days(PROMOTION)),
        Feed(
            "perjanjian",
            gettext_lazy("Perjanjian kerja PPPK yang berakhir"),
            _lists,
            contract_days,
        ),
        Feed("pelaksana-tugas", gettext_lazy("Akhir masa pelaksana tugas"), _lists, _acting),
    )
}
"""By their place in the address, which is that of the list for those that have one."""
