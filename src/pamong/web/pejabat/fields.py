"""Fields as the house draws them; days are typed as people write them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.web.standpoint import EARLIEST, LATEST

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class TextField(forms.CharField):
    """One line of text, or more with ``widget=forms.Textarea``."""

    def __init__(self, label: "StrOrPromise", **more: Any) -> None:
        empty = {"required": _("Belum diisi.")}
        super().__init__(label=label, error_messages=empty, **more)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attrs = super().widget_attrs(widget)
        return {**attrs, "class": "form-control", "autocomplete": "off"}


class DayField(TextField):
    """A day: 18/3/2019, 18-03-2019, 18 Mar 2019; a year of two digits is asked about."""

    def clean(self, value: str | None) -> date | None:
        text = super().clean(value)
        return _day(text) if text else None


class Choice(forms.ChoiceField):
    """One of several values; nothing is chosen beforehand."""

    widget = forms.Select(attrs={"class": "form-select"})

    def __init__(self, label: "StrOrPromise", choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(label=label, error_messages={"required": _("Belum dipilih.")})
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Set what can be chosen."""
        self.choices = [("", _("Pilih satu")), *choices]


def _day(text: str) -> date:
    try:
        day = parse_day(text)
    except DayTextError as error:
        raise forms.ValidationError(str(error)) from error
    if not EARLIEST <= day <= LATEST:
        raise forms.ValidationError(
            gettext("Tanggal %(day)s di luar %(earliest)s–%(latest)s.")
            % {
                "day": format_day(day),
                "earliest": format_day(EARLIEST),
                "latest": format_day(LATEST),
            }
        )
    return day
