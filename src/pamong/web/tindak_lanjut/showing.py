"""A duty as lists show it: state, who has to act and since when, how many days are left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext, ngettext

from pamong.apps.accounts.access import Access
from pamong.apps.duties.life import WORKING, Holder, State
from pamong.apps.duties.policies import can_see_inside
from pamong.apps.duties.selectors import duties_of
from pamong.kernel.kalender import YearWithoutDecreeError, national_kalender
from pamong.web.http import Request

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty, DutyStanding
    from pamong.apps.organisasi.models import Pemda

TONES = {
    State.ACCEPTED: "badge-accent",
    State.DELEGATED: "badge-accent",
    State.REPORTED: "badge-past",
    State.RETURNED: "badge-warn",
    State.CANNOT: "badge-warn",
    State.CLOSED: "badge-done",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One duty on one day, in words; ``ball`` is who has to act, empty where nobody has."""

    public_id: UUID
    gist: str
    owing: str
    part: str
    state: str
    tone: str
    ball: str
    since: date
    due_on: date
    days: str
    is_late: bool
    source_kind: str
    citation: str
    recommended_by: str


def shown(row: "DutyStanding", *, day: date, access: Access, seen_from: "Pemda") -> Shown:
    """Put one duty into words, for who may see the inside of it and who may not."""
    duty = row.duty
    state = State(row.state)
    received = duty.to_pemda_id == seen_from.pk
    return Shown(
        public_id=duty.public_id,
        gist=duty.gist,
        owing=str(duty.to_pemda or duty.opd),
        part=duty.get_part_display(),
        state=state_told(row),
        tone="" if is_neutral(duty.pemda) and state in WORKING else TONES.get(state, ""),
        ball=ball(row, names=can_see_inside(access, duty)),
        since=row.holder_since,
        due_on=row.due_on,
        days=days_told(row, day),
        is_late=state in WORKING and row.due_on < day,
        source_kind=duty.get_source_kind_display(),
        citation=duty.citation,
        recommended_by=duty.pemda.nama if received else "",
    )


def of_sources(request: Request, pemda: "Pemda", source_ids: Collection[UUID]) -> list[Shown]:
    """Return the duties that came from directives or findings, for ``of_source.html``."""
    day = request.standpoint.day
    rows = duties_of(pemda, source_ids, day=day)
    return [shown(row, day=day, access=request.access, seen_from=pemda) for row in rows]


def is_neutral(pemda: "Pemda") -> bool:
    """Tell whether it may only be said what is recorded here: of a real government, by a visitor.

    docs/explanation/real-people.md
    """
    return settings.PAMONG_DEMONSTRATION and not pemda.is_made_up


def state_told(row: "DutyStanding") -> str:
    """Name the state; of a real government in a demonstration only what is recorded here."""
    if is_neutral(row.duty.pemda) and row.state in WORKING:
        return gettext("belum ada laporan yang dicatat di sini")
    return str(row.get_state_display())


def ball(row: "DutyStanding", *, names: bool) -> str:
    """Say who has to act now; the name of a delegate only to those who may see the inside."""
    holder = Holder(row.holder)
    if holder is Holder.NOBODY:
        return ""
    if holder is Holder.DELEGATE:
        if names:
            return f"{row.delegate}, {row.duty.opd or row.duty.to_pemda}"
        return gettext("yang ditunjuk di %s") % (row.duty.opd or row.duty.to_pemda)
    if holder is Holder.GIVER:
        if row.duty.source_kind == "finding":
            return gettext("BKD atau Sekda")
        return gettext("kantor pemberi arahan")
    return str(row.duty.opd or row.duty.to_pemda)


def days_told(row: "DutyStanding", day: date) -> str:
    """Say how many days are left, or have gone by since the term; nothing of what has ended."""
    if row.state not in WORKING:
        return ""
    days, in_working_days = days_left(row.duty, row.due_on, day)
    if row.due_on == day:
        return gettext("tenggat hari ini")
    if row.due_on > day:
        told = (
            ngettext("%d hari kerja lagi", "%d hari kerja lagi", days)
            if in_working_days
            else ngettext("%d hari lagi", "%d hari lagi", days)
        )
    else:
        told = (
            ngettext("%d hari kerja sesudah tenggat", "%d hari kerja sesudah tenggat", -days)
            if in_working_days
            else ngettext("%d hari sesudah tenggat", "%d hari sesudah tenggat", -days)
        )
    return told % abs(days)


def days_left(duty: "Duty", due_on: date, day: date) -> tuple[int, bool]:
    """Count the days until the term, negative after it; and tell whether they are working days.

    Where the holidays of a year are not set here yet, days are counted as they come.
    """
    if duty.counts_working_days:
        try:
            return _working_days(day, due_on), True
        except YearWithoutDecreeError:
            pass
    return (due_on - day).days, False


def all_shown(
    rows: "Iterable[DutyStanding]", *, day: date, access: Access, seen_from: "Pemda"
) -> list[Shown]:
    """Put several duties into words."""
    return [shown(row, day=day, access=access, seen_from=seen_from) for row in rows]


def _working_days(day: date, due_on: date) -> int:
    kalender = national_kalender()
    if due_on >= day:
        return kalender.working_days_between(day, due_on)
    return -kalender.working_days_between(due_on, day)
