"""What an administrator types about an account."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models import Role
from pamong.apps.accounts.role_acts import NewAccount, NewRole
from pamong.apps.accounts.services import Scope
from pamong.apps.penataan.naming import AmbiguousNameError, UnknownNameError, unit_called
from pamong.apps.penataan.people_named import PersonNotNamedError, people_named
from pamong.kernel.period import Period
from pamong.web.pejabat.fields import (
    Choice,
    DayField,
    OptionalChoice,
    TextField,
    check_days,
    offer,
)
from pamong.web.pejabat.forms import WHY

if TYPE_CHECKING:
    from pamong.apps.core.models import Person
    from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja


class ReasonForm(forms.Form):
    """An act that needs no more than its reason."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class PartForm(forms.Form):
    """A government, or one of its OPDs or units.

    A unit is found by what is typed: thousands of them are no list to choose from.
    """

    opd = OptionalChoice(_("Hanya untuk OPD"))
    unit = TextField(
        _("Hanya untuk unit kerja"),
        required=False,
        max_length=300,
        help_text=_(
            "Tulis nama unitnya, atau OPD dan unitnya: Dinas Pasar / Bidang Tera. OPD dikosongkan."
        ),
    )

    def __init__(
        self, *args: Any, pemda: "Pemda", opds: "Sequence[Opd]", day: date, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.pemda, self.opds, self.day = pemda, {str(row.pk): row for row in opds}, day
        offer(self, "opd", [(key, row.nama) for key, row in self.opds.items()])

    def clean_unit(self) -> "UnitKerja | None":
        words: str = self.cleaned_data["unit"].strip()
        try:
            return unit_called(self.pemda, words, day=self.day) if words else None
        except (UnknownNameError, AmbiguousNameError) as error:
            raise forms.ValidationError(str(error)) from error


class RoleForm(PartForm):
    """A role over a government, one of its OPDs or one of its units, for some days."""

    role = Choice(_("Peran"))
    person = TextField(
        _("Orangnya di catatan pegawai"),
        required=False,
        max_length=200,
        help_text=_(
            "Tulis NIP atau namanya. Harus diisi untuk peran pegawai, dan untuk atasan menurut "
            "jabatannya; dengan peran lain ia juga membuka catatannya sendiri."
        ),
    )
    first_day = DayField(_("Hari pertama"), help_text=_("Misalnya 1/12/2026."))
    last_day = DayField(
        _("Hari terakhir"), required=False, help_text=_("Kosongkan kalau belum ditentukan.")
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    field_order: tuple[str, ...] = (
        *("role", "opd", "unit", "person", "first_day", "last_day", "reason"),
    )

    def __init__(self, *args: Any, roles: Sequence[Role], **more: Any) -> None:
        super().__init__(*args, **more)
        offer(self, "role", [(role.value, role.label) for role in roles])

    def clean(self) -> dict[str, object]:
        told: dict[str, object] = super().clean() or self.cleaned_data
        check_days(self)
        return told

    def clean_person(self) -> "Person | None":
        words: str = self.cleaned_data["person"].strip()
        if not words:
            return None
        try:
            return people_named(self.pemda, [words], day=self.day).one(words).person
        except PersonNotNamedError as error:
            raise forms.ValidationError(str(error)) from error

    def new_role(self) -> NewRole:
        told = self.cleaned_data
        days = Period.inclusive(told["first_day"], told["last_day"])
        scope = Scope(self.pemda, self.opds.get(told["opd"]), told["person"], told["unit"])
        return NewRole(Role(told["role"]), scope, days.start, days.end)


class OpenForm(RoleForm):
    """A new account with its first role."""

    username = TextField(
        _("Nama pengguna"),
        max_length=60,
        help_text=_("Huruf kecil, angka, titik atau tanda hubung."),
    )
    nama = TextField(_("Nama orangnya"), max_length=200)

    field_order = ("username", "nama", *RoleForm.field_order)

    def new_account(self) -> NewAccount:
        told = self.cleaned_data
        return NewAccount(told["username"].strip(), told["nama"].strip(), self.new_role())


class EndRoleForm(forms.Form):
    """The last day of a role."""

    last_day = DayField(_("Hari terakhir"), help_text=_("Hari itu masih dihitung."))
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class LinkForm(forms.Form):
    """What the regional SSO calls the person."""

    subject = TextField(_("Pengenal di SSO"), required=False, max_length=190)
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)
