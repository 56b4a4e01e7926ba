"""What a delegation asks for: which role, to whom, for which days, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.delegating import NewDelegation, scope_of
from pamong.kernel.period import Period
from pamong.web.pejabat.fields import Choice, DayField, TextField, check_days, offer

if TYPE_CHECKING:
    from pamong.apps.accounts.models import RoleGrant, User


class DelegationForm(forms.Form):
    """One role to one user for some days; ``grants`` are one's own, ``users`` may receive."""

    role = Choice(_("Peran yang dilimpahkan"))
    to = Choice(_("Kepada"))
    first_day = DayField(_("Hari pertama"), help_text=_("Misalnya 2/6/2025."))
    last_day = DayField(_("Hari terakhir"), help_text=_("Hari itu masih berlaku."))
    reason = TextField(
        _("Alasan"), max_length=300, help_text=_("Misalnya cuti tahunan, atau tugas luar.")
    )

    def __init__(
        self,
        *args: Any,
        grants: "Sequence[RoleGrant]",
        users: "Sequence[User]",
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.grants = {str(row.pk): row for row in grants}
        self.users = {str(row.pk): row for row in users}
        labels = [
            (key, f"{row.get_role_display()}, {scope_of(row)}") for key, row in self.grants.items()
        ]
        offer(self, "role", labels)
        offer(self, "to", [(key, row.nama) for key, row in self.users.items()])

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_days(self)
        return cleaned

    def new(self) -> NewDelegation:
        told = self.cleaned_data
        return NewDelegation(
            self.grants[told["role"]],
            self.users[told["to"]],
            Period.inclusive(told["first_day"], told["last_day"]),
        )


class WithdrawForm(forms.Form):
    """Why a delegation is taken back."""

    reason = TextField(_("Alasan"), max_length=300, help_text=_("Misalnya sudah kembali bekerja."))
