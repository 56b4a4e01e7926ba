"""Cleaning for whom duties are made and until when."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from pamong.apps.duties.planning import (
    NobodyChosenError,
    Plan,
    Term,
    term_in_working_days,
    term_on,
)
from pamong.kernel.day import format_day
from pamong.web.pejabat.fields import DayField, TextField

ADDRESSED, CHOSEN = "dituju", "pilih"
WHOM = {"scope", "opd", "kabupaten"}


class MakingForm(forms.Form):
    """Whom a plan offers, a term as a day or in working days, and a word to go with it."""

    scope = forms.ChoiceField(required=False)
    opd = forms.TypedMultipleChoiceField(coerce=int, required=False)
    kabupaten = forms.TypedMultipleChoiceField(coerce=int, required=False)
    due_on = DayField(
        _("Tenggat"), required=False, help_text=_("Hari itu masih dihitung. Misalnya 18/3/2027.")
    )
    working_days = forms.IntegerField(
        label=_("atau dalam hari kerja"),
        required=False,
        min_value=1,
        max_value=250,
        widget=forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
        help_text=_("Dihitung dari besok, tanpa hari libur. Isi salah satu saja."),
    )
    note = TextField(
        _("Pesan kepada penerima, kalau ada"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, plan: Plan, day: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.plan, self.day = plan, day
        self.fields["due_on"].initial = (
            format_day(plan.default_due_on) if plan.default_due_on else ""
        )
        # Whoever has one already may be sent again, by a second click: the act leaves him out.
        units = [each.opd for each in (*plan.addressed, *plan.others)]
        units += [duty.opd for duty in plan.made if duty.opd]
        places = [*plan.kabupaten, *(duty.to_pemda for duty in plan.made if duty.to_pemda)]
        self._offer("scope", [(ADDRESSED, ""), (CHOSEN, "")])
        self._offer("opd", [(str(unit.pk), unit.nama) for unit in units])
        self._offer("kabupaten", [(str(place.pk), place.nama) for place in places])

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if WHOM & set(self.errors):  # these stand in no list of the page: tell it above the form
            for name in WHOM & set(self.errors):
                del self.errors[name]
            self.add_error(None, str(NobodyChosenError()))
        has_day, has_count = bool(cleaned.get("due_on")), bool(cleaned.get("working_days"))
        if not {"due_on", "working_days"} & set(self.errors):
            if has_day and has_count:
                self.add_error("working_days", _("Isi tanggal atau jumlah hari kerja, satu saja."))
            elif not has_day and not has_count:
                self.add_error("due_on", _("Tenggat belum diisi."))
        return cleaned

    def chosen(self) -> tuple[list[int], list[int]]:
        """Return the ids of the OPDs and of the governments that are chosen.

        Raises:
            NobodyChosenError: none is.
        """
        told = self.cleaned_data
        if told["scope"] == ADDRESSED:
            units = [each.opd.pk for each in self.plan.source.owing]
        else:
            units = told["opd"]
        if not (units or told["kabupaten"]):
            raise NobodyChosenError
        return units, told["kabupaten"]

    def term(self) -> Term:
        """Return the term.

        Raises:
            TermRefusedError: it is before today or before the source.
            YearWithoutDecreeError: it runs into a year whose holidays are not set here.
        """
        told = self.cleaned_data
        source = self.plan.source
        if told["working_days"]:
            return term_in_working_days(told["working_days"], source=source, day=self.day)
        return term_on(told["due_on"], source=source, day=self.day)

    def field_of(self, error: Exception) -> str | None:
        """Return the field that a refusal is about; none where it is about the whole."""
        if isinstance(error, NobodyChosenError):
            return None
        return "working_days" if self.cleaned_data.get("working_days") else "due_on"

    @property
    def scope_now(self) -> str:
        """Which scope is chosen when the page shows."""
        sent = self.data.get("scope", "") if self.is_bound else ""
        return str(sent) or (ADDRESSED if self.plan.addressed else CHOSEN)

    @property
    def ticked(self) -> set[int]:
        """Which OPDs and governments were ticked in what was sent."""
        if not isinstance(self.data, QueryDict):
            return set()
        sent = [*self.data.getlist("opd"), *self.data.getlist("kabupaten")]
        return {int(each) for each in sent if each.isdecimal()}

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices
