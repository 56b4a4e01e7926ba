"""Cleaning a BAST that is corrected: what it holds now can always be chosen again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from pamong.apps.organisasi.correcting_bast import BastCorrection
from pamong.kernel.day import format_day
from pamong.web.fasilitas.forms import BastForm, label_of
from pamong.web.forum.forms import Ticks, ticks
from pamong.web.pejabat.fields import Choice, offer

if TYPE_CHECKING:
    from pamong.apps.core.models import Person
    from pamong.apps.organisasi.models import Bast, FacilityHandover
    from pamong.apps.organisasi.offers import Holder


class BastCorrectionForm(BastForm):
    """A BAST as it should read; ``receiver`` is there where it hands something over."""

    person = Choice(_("Diserahkan kepada"))

    def __init__(
        self,
        *args: Any,
        bast: "Bast",
        handovers: "Sequence[FacilityHandover]",
        holders: "Sequence[Holder]",
        receiver: "Person | None",
        **more: Any,
    ) -> None:
        known = {**more.pop("keepers")}
        known.setdefault(side_key(bast), bast.other_side)
        decrees = [*more.pop("decrees")]
        if bast.decree is not None and bast.decree not in decrees:
            decrees.append(bast.decree)
        super().__init__(*args, keepers=known, decrees=decrees, **more)
        self.fields["items"] = Ticks(
            label=_("Fasilitas yang tercantum"),
            help_text=_("Hapus centang pada yang keliru tercantum."),
            error_messages={"required": _("Sisakan paling sedikit satu.")},
        )
        self.fields["reason"].label = _("Alasan perbaikan")
        self.handovers = {str(row.public_id): row for row in handovers}
        ticks(self, "items", ((key, _label(row)) for key, row in self.handovers.items()))
        self.people = {str(row.person.public_id): row.person for row in holders}
        labels = [(str(row.person.public_id), row.label) for row in holders]
        if receiver is None:
            del self.fields["person"]
            return
        if receiver not in self.people.values():
            self.people[str(receiver.public_id)] = receiver
            labels.append((str(receiver.public_id), receiver.shown_name))
        offer(self, "person", labels)

    def correction(self) -> BastCorrection:
        stay = set(self.cleaned_data["items"])
        return BastCorrection(
            text=self.paper(),
            receiver=self.people.get(self.cleaned_data.get("person", "")),
            dropped=[row for key, row in self.handovers.items() if key not in stay],
        )


def initial_of(
    bast: "Bast", handovers: "Sequence[FacilityHandover]", receiver: "Person | None"
) -> dict[str, object]:
    """Return what the form holds before anything is corrected."""
    return {
        "items": [str(row.public_id) for row in handovers],
        "person": str(receiver.public_id) if receiver else "",
        "number": bast.number,
        "day": format_day(bast.day),
        "side": side_key(bast),
        "decree": str(bast.decree.public_id) if bast.decree else "",
        "basis": bast.basis,
        "condition": bast.condition,
    }


def side_key(bast: "Bast") -> str:
    """Return the key by which forms offer the other side of a BAST, as ``keepers`` names it."""
    kind = "jabatan" if bast.with_jabatan_id is not None else "opd"
    return f"{kind}-{bast.other_side.pk}"


def _label(row: "FacilityHandover") -> str:
    return f"{label_of(row.facility)}, {row.person}"
