"""What a delegation asks for: which role, to whom, for which days, and why."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.delegating import (
    DelegationRefusedError,
    NewDelegation,
    receiver_named,
    scope_of,
)
from pamong.kernel.period import Period
from pamong.web.pejabat.fields import Choice, DayField, TextField, check_days, offer

if TYPE_CHECKING:
    from pamong.apps.accounts.models import RoleGrant


class DelegationForm(forms.Form):
    """One role to one user for some days; ``grants`` are one's own."""

    role = Choice(_("Peran yang dilimpahkan"))
    to = TextField(_("Kepada"), max_length=200, help_text=_("Nama akunnya, atau nama orangnya."))
    first_day = DayField(_("Hari pertama"), help_text=_("Misalnya 2/6/2025."))
    last_day = DayField(_("Hari terakhir"), help_text=_("Hari itu masih berlaku."))
    reason = TextField(
        _("Alasan"), max_length=300, help_text=_("Misalnya cuti tahunan, atau tugas luar.")
    )

    def __init__(
        self,
        *args: Any,
        grants: "Sequence[RoleGrant]",
        day: date,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.grants = {str(row.pk): row for row in grants}
        self.day = day
        self.fields["to"].widget.attrs["list"] = "orang"
        labels = [
            (key, f"{row.get_role_display()}, {scope_of(row)}") for key, row in self.grants.items()
        ]
        offer(self, "role", labels)

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_days(self)
        grant = self.grants.get(str(cleaned.get("role")))
        if grant and cleaned.get("to"):
            try:
                cleaned["to"] = receiver_named(str(cleaned["to"]), grant, day=self.day)
            except DelegationRefusedError as error:
                self.add_error("to", str(error))
        return cleaned

    def new(self) -> NewDelegation:
        told = self.cleaned_data
        return NewDelegation(
            self.grants[told["role"]],
            told["to"],
            Period.inclusive(told["first_day"], told["last_day"]),
        )


class WithdrawForm(forms.Form):
    """Why a delegation is taken back."""

    reason = TextField(_("Alasan"), max_length=300, help_text=_("Misalnya sudah kembali bekerja."))
