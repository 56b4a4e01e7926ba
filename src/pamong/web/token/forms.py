"""What somebody fills in for a token."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models import TokenScope
from pamong.apps.accounts.token_list import SCOPES, classes_to_give
from pamong.apps.accounts.tokens import NewToken
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.kernel.day import format_day
from pamong.web.pejabat.fields import Choice, DayField, Several, TextField
from pamong.web.pejabat.forms import WHY

if TYPE_CHECKING:
    from pamong.apps.accounts.models import RoleGrant
    from pamong.apps.organisasi.models import Pemda

USUAL = timedelta(days=89)
"""How long a token is offered for, the first day not counted."""


class RevokeForm(forms.Form):
    """Why a token is taken back."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class TokenForm(forms.Form):
    """A token: for which system, by which role, for what, and until when."""

    name = TextField(
        _("Sistem yang memakainya"), max_length=120, help_text=_("Misalnya: aplikasi gaji.")
    )
    grant = Choice(_("Peran yang dipakai"))
    scopes = Several(_("Boleh apa"))
    classes = Several(_("Melihat isian selain yang terbuka"))
    last_day = DayField(
        _("Hari terakhir"), help_text=_("Hari itu masih dihitung. Paling lama 366 hari.")
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def __init__(
        self,
        *args: Any,
        pemda: "Pemda",
        grants: "Sequence[RoleGrant]",
        names: Sequence[str],
        day: date,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.fields["last_day"].initial = format_day(day + USUAL)
        self.pemda, self.day = pemda, day
        self.grants = {str(row.pk): row for row in grants}
        self._offer("grant", list(zip(self.grants, names, strict=True)))
        self._offer("scopes", list(SCOPES))
        self._offer("classes", classes_to_give(list(grants)))
        self.fields["classes"].required = False

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < self.day:
            raise forms.ValidationError(_("Hari ini atau sesudahnya."))
        return day

    def new_token(self) -> NewToken:
        """Return the token as the domain takes it."""
        told = self.cleaned_data
        return NewToken(
            grant=self.grants[told["grant"]],
            pemda=self.pemda,
            name=told["name"],
            scopes=[TokenScope(each) for each in told["scopes"]],
            classes=[FieldClass(each) for each in told["classes"]],
            starts_on=self.day,
            ends_before=told["last_day"] + timedelta(days=1),
        )

    def _offer(self, field: str, choices: Sequence[tuple[str, Any]]) -> None:
        known = self.fields[field]
        if isinstance(known, Choice | Several):
            known.offer(choices)
