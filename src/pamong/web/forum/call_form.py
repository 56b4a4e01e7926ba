"""Cleaning a roll call: one line for each invitation, what is wrong at its field."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.forums.by_hand import Called
from pamong.web.forum.forms import ReasonForm
from pamong.web.pejabat.fields import OptionalChoice, TextField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.forums.models import Invitation


class CallForm(ReasonForm):
    """The roll call: one line for each invitation, three fields a line."""

    def __init__(
        self,
        *args: Any,
        invitations: "Sequence[Invitation]",
        presences: Sequence[tuple[str, "StrOrPromise"]],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.invitations = invitations
        for row in invitations:
            entry = getattr(row, "roll_call", None)
            for suffix, field in self._fields_of(presences):
                name = f"{suffix}-{row.public_id}"
                field.initial = getattr(entry, suffix, "") if entry else ""
                field.widget.attrs["aria-label"] = f"{field.label}: {row.text}"
                self.fields[name] = field

    def rows(self) -> "Iterable[tuple[Invitation, list[forms.BoundField]]]":
        """Return each invitation with its three fields."""
        for row in self.invitations:
            yield row, [self[f"{suffix}-{row.public_id}"] for suffix in SUFFIXES]

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        for row in self.invitations:
            presence, stand_in = self._told(row)[:2]
            if presence == "diwakili" and not stand_in:
                self.add_error(f"represented_by-{row.public_id}", _("Tulis jabatan wakilnya."))
            if presence != "diwakili" and stand_in:
                self.add_error(f"presence-{row.public_id}", _("Pilih diwakili."))
        return cleaned

    def called(self, presence_of: Any) -> "dict[Invitation, Called]":
        """Return what is said of each invitation; one without an answer is left out."""
        told = {row: self._told(row) for row in self.invitations}
        return {
            row: Called(presence_of(presence), stand_in, note)
            for row, (presence, stand_in, note) in told.items()
            if presence
        }

    def _told(self, row: "Invitation") -> tuple[str, str, str]:
        presence, stand_in, note = (
            self.cleaned_data.get(f"{suffix}-{row.public_id}", "") for suffix in SUFFIXES
        )
        return presence, stand_in, note

    @staticmethod
    def _fields_of(
        presences: Sequence[tuple[str, "StrOrPromise"]],
    ) -> Iterable[tuple[str, forms.Field]]:
        presence = OptionalChoice(_("Kehadiran"))
        presence.choices = [("", _("belum dicatat")), *presences]
        yield "presence", presence
        yield (
            "represented_by",
            TextField(_("Diwakili oleh (jabatan)"), max_length=120, required=False),
        )
        yield "note", TextField(_("Keterangan"), max_length=200, required=False)


SUFFIXES = ("presence", "represented_by", "note")
