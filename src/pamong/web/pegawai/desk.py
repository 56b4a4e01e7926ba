"""One person on the desk: who is asked about, on which day, as known when, and what is shown."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import wraps
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.record_access import can_keep_record, class_cases, classes_shown
from pamong.apps.kepegawaian.employments import (
    MergedAwayError,
    PegawaiNotFoundError,
    get_pegawai,
)
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import Record, record_on
from pamong.apps.kepegawaian.sections import SECTIONS, Section
from pamong.kernel.day import DayTextError, parse_day
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.pegawai.telling import closed_classes, is_closed
from pamong.web.seen import keep_seen
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai

KNOWN = "diketahui"
IDENTITY = gettext_noop("nomor identitas")
"""What the trail of looks calls the numbers and the day of birth at the head of a record."""


class LeadsElsewhereError(Http404):
    """The record was merged into another; :func:`follows_who_stays` goes there."""

    def __init__(self, stays: UUID, sentence: str) -> None:
        self.stays = stays
        super().__init__(sentence)


class MomentRefusedError(BadRequest):
    """The moment in the address cannot be read; the message says how it is written."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One person whom the user may see; ``known_on`` is empty for what is known now."""

    request: Request
    pegawai: "Pegawai"
    seen: frozenset[FieldClass]
    known_on: datetime | None
    known_text: str

    @property
    def moment(self) -> datetime:
        """The moment up to which something was known."""
        return self.known_on or timezone.now()

    @property
    def may_keep(self) -> bool:
        """Whether the user may write into the record, which only what is known now allows."""
        return self.known_on is None and can_keep_record(self.request.access, self.pegawai)

    def address(self, name: str, *args: object, **query: str) -> str:
        """Return an address about this person that keeps the day and what was known when."""
        here = self.request.standpoint
        kept = {KNOWN: self.known_text, **query} if self.known_on else query
        slug, public_id = here.government.slug, self.pegawai.public_id
        return here.address(f"pegawai:{name}", slug, public_id, *args, **kept)

    def record(self) -> Record | None:
        """Return the record as of the day, as known then; nothing where it was not on record."""
        day = self.request.standpoint.day
        return record_on(self.pegawai, day=day, known_on=self.known_on)

    def keep_looks(
        self, way: LookWay = LookWay.PAGE, sections: Collection[Section] = SECTIONS
    ) -> None:
        """Keep that what is closed to others of some sections is shown to the user."""
        told = [
            each.key
            for each in sections
            if not is_closed(each, self.seen) and closed_classes(each, self.seen)
        ]
        if FieldClass.IDENTITY in self.seen and way is not LookWay.EXPORT:  # its file has none
            told.append(IDENTITY)
        if told:
            keep_seen(self.request, [self.pegawai.person_id], told, way=way)


def take_up(request: Request, government: str, public_id: UUID) -> Desk:
    """Return one person of a government, for whoever may see him on the day of the page.

    Raises:
        Http404: there is no such one, or not by that day.
        PermissionDenied: the user does not see him.
        MomentRefusedError: the moment in the address cannot be read.
    """
    here = look_from(request, government)
    try:
        cases = class_cases(request.access, here.government, day=here.day)
        pegawai = get_pegawai(here.government, public_id, **cases)
    except MergedAwayError as error:
        raise LeadsElsewhereError(error.stays, str(error)) from error
    except PegawaiNotFoundError as error:
        raise Http404(str(error)) from error
    if pegawai.starts_on > here.day:
        raise Http404(_("Pegawai ini belum tercatat bekerja pada tanggal itu."))
    text = " ".join(request.GET.get(KNOWN, "").replace("\0", "").split())[:40]
    known_on = _moment(text, here.government.time_zone) if text else None
    seen = classes_shown(request.access, pegawai, day=here.day)
    demand(bool(seen))
    return Desk(request, pegawai, seen, known_on, text)


def follows_who_stays(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let an address about somebody who was recorded twice lead to the record that stays."""

    @wraps(view)
    def follow(request: Request, **named: Any) -> HttpResponseBase:
        try:
            return view(request, **named)
        except LeadsElsewhereError as error:
            match = request.resolver_match
            name = match.view_name if match is not None else "pegawai:person"
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            kept = {**named, "public_id": error.stays}
            return HttpResponseRedirect(reverse(name, kwargs=kept) + query)

    return follow


def _moment(text: str, zone: str) -> datetime:
    """Read "1/10/2024" as the end of that day, and "1/10/2024 13.30" as that minute.

    Raises:
        MomentRefusedError: it is neither, or lies in the future.
    """
    written, _space, clock = text.rpartition(" ")
    hour, stop, minute = clock.replace(":", ".").partition(".")
    has_clock = bool(written and stop) and hour.isdecimal() and minute.isdecimal()
    try:
        day = parse_day(written if has_clock else text)
        at = time(int(hour), int(minute)) if has_clock else None
    except DayTextError as error:
        raise MomentRefusedError(str(error)) from error
    except ValueError as error:
        raise MomentRefusedError(_("Jam ditulis seperti 13.30.")) from error
    if at is not None:
        return datetime.combine(day, at, ZoneInfo(zone))
    begins_next = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone))
    return begins_next - timedelta(microseconds=1)
