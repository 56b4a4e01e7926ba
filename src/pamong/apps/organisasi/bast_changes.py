"""Who changed a BAST, when and why: how it read before, and which facilities came and went."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.core.corrections import (
    Correction,
    Difference,
    corrections_of,
    events_of,
    in_pairs,
)
from pamong.apps.core.selectors import change_of
from pamong.apps.organisasi.models import Bast, FacilityHandover

LABELS = {
    "number": gettext_lazy("Nomor"),
    "day": gettext_lazy("Hari serah terima"),
    "with_jabatan": gettext_lazy("Pihak lain (jabatan)"),
    "with_opd": gettext_lazy("Pihak lain (OPD)"),
    "decree": gettext_lazy("SK yang mendasari"),
    "basis": gettext_lazy("Dasar lain"),
    "condition": gettext_lazy("Keadaan"),
}


def bast_changes(bast: Bast) -> list[Correction]:
    """Return the history of a BAST and of what it names, newest first.

    Of a facility nothing is told that another paper did with it.
    """
    items = reversed(list(_of_items(bast)))
    told = [*items, *corrections_of(bast, _("BAST"), LABELS)]
    return sorted(told, key=lambda each: each.change.at, reverse=True)


def _of_items(bast: Bast) -> Iterator[Correction]:
    events = events_of(FacilityHandover, ("facility", "person"))
    ever = events.filter(Q(given_by=bast) | Q(returned_by=bast)).values("pgh_obj_id")
    rows = events.filter(pgh_obj_id__in=ever.order_by()).order_by("pgh_obj_id", "pgh_id")
    for _id, history in groupby(rows, key=lambda event: event.pgh_obj_id):
        for before, event in in_pairs(list(history)):
            if differences := tuple(_differences(before, event, bast)):
                yield Correction(str(event.facility), change_of(event), differences)


def _differences(before: Any, event: Any, bast: Bast) -> Iterator[Difference]:
    was = before is not None and _names(before, bast)
    is_named = event.pgh_label != "delete" and _names(event, bast)
    if was != is_named:
        states = {False: _("tidak tercantum"), True: _("tercantum")}
        yield Difference(_("Di BAST ini"), states[was], states[is_named])
    elif is_named and before.person_id != event.person_id:
        yield Difference(_("Pemegang"), str(before.person), str(event.person))


def _names(event: Any, bast: Bast) -> bool:
    return bast.pk in {event.given_by_id, event.returned_by_id}
