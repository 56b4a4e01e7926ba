"""The particulars of a forum as a form holds them, and what changes between two of them."""

from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from pamong.apps.forums.by_hand import Somebody
from pamong.apps.forums.models import Forum, ForumKind
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day_long


@dataclass(frozen=True, slots=True)
class Particulars:
    """When, where, of what kind, led by whom, and on behalf of which office (``behalf``)."""

    kind: str
    title: str
    day: date
    hour: time | None = None
    end_hour: time | None = None
    place: str = ""
    chair: Somebody | None = None
    behalf: str = ""


def particulars_of(forum: Forum) -> Particulars:
    """Return the particulars of a forum as they are on record."""
    chair = None
    if forum.chair is not None:
        office = forum.chair_office.nama if forum.chair_office else ""
        chair = Somebody(forum.chair.nama, office, forum.chair_capacity)
    return Particulars(
        kind=forum.kind,
        title=forum.title,
        day=forum.day,
        hour=forum.hour,
        end_hour=forum.end_hour,
        place=forum.place,
        chair=chair,
        behalf=forum.principal.nama if forum.principal else "",
    )


def what_changes(before: Particulars, after: Particulars) -> list[str]:
    """Return a sentence for each particular that differs."""
    old, new = _told(before), _told(after)
    return [
        _("%(what)s: dari %(before)s menjadi %(after)s.")
        % {"what": what, "before": old[what], "after": new[what]}
        for what in old
        if old[what] != new[what]
    ]


def format_hour(hour: time | None) -> str:
    """Write an hour as people here do: "08.30"; nothing for none."""
    return f"{hour:%H.%M}" if hour else ""


def _told(all_of_it: Particulars) -> dict[str, str]:
    told = {
        _("Jenis"): str(ForumKind(all_of_it.kind).label),
        _("Judul"): all_of_it.title,
        _("Hari"): format_day_long(all_of_it.day),
        _("Jam"): format_hour(all_of_it.hour),
        _("Jam selesai"): format_hour(all_of_it.end_hour),
        _("Tempat"): all_of_it.place,
        _("Pemimpin atau inspektur"): _somebody(all_of_it.chair),
        _("Atas nama"): all_of_it.behalf,
    }
    return {what: f'"{value}"' if value else _("kosong") for what, value in told.items()}


def _somebody(who: Somebody | None) -> str:
    if who is None:
        return ""
    capacity = Capacity(who.capacity).label if who.capacity else ""
    return ", ".join(filter(None, [who.name, who.office, capacity]))
