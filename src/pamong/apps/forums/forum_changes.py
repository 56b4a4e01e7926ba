"""Who changed a forum, when and why, with what stood before; and when it was called off."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.core.corrections import Correction, corrections_of, events_of
from pamong.apps.core.selectors import change_of
from pamong.apps.forums.models import CallingOff, Forum

LABELS = {
    "kind": gettext_lazy("Jenis"),
    "title": gettext_lazy("Judul"),
    "day": gettext_lazy("Hari"),
    "hour": gettext_lazy("Jam"),
    "end_hour": gettext_lazy("Jam selesai"),
    "place": gettext_lazy("Tempat"),
    "chair": gettext_lazy("Pemimpin atau inspektur"),
    "chair_office": gettext_lazy("Jabatannya"),
    "chair_capacity": gettext_lazy("Kedudukannya"),
    "principal": gettext_lazy("Atas nama"),
    "series": gettext_lazy("Seri"),
    "protocol": gettext_lazy("Protokol"),
}


def forum_changes(forum: Forum, *, day: date) -> list[Correction]:
    """Return the history of a forum, newest first.

    Of a calling off, or of its taking back, that came after ``day`` nothing is told.
    """
    callings_off = reversed(list(_calling_off(forum, day)))
    told = [*callings_off, *corrections_of(forum, _("forum"), LABELS)]
    return sorted(told, key=lambda each: each.change.at, reverse=True)


def _calling_off(forum: Forum, day: date) -> Iterator[Correction]:
    for event in events_of(CallingOff, ()).filter(forum_id=forum.pk):
        if (event.taken_back_on or event.called_off_on) <= day:
            about = _("diadakan kembali") if event.taken_back_on else _("dibatalkan")
            yield Correction(about, change_of(event))
