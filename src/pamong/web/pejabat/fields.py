"""Fields as the house draws them; days are typed as people write them."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.kernel.period import Period, PeriodError
from pamong.web.standpoint import EARLIEST, LATEST

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    Options = Sequence[tuple[str, StrOrPromise]]


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


class Select(forms.Select):
    """A choice drawn in one go: Django's own opens a template for each of its options."""

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002  Django hands on that of its own templates
    ) -> SafeString:
        return render_to_string("components/select.html", self.get_context(name, value, attrs))


class Choice(forms.ChoiceField):
    """One of several values; nothing is chosen beforehand."""

    widget = Select(attrs={"class": "form-select"})

    def __init__(self, label: "StrOrPromise", choices: "Options" = ()) -> None:
        super().__init__(label=label, error_messages={"required": _("Belum dipilih.")})
        self.offer(choices)

    def offer(self, choices: "Options") -> None:
        """Set what can be chosen."""
        self.choices = [("", _("Pilih satu")), *choices]


class OptionalChoice(Choice):
    """One of several values, or none."""

    def __init__(self, label: "StrOrPromise", choices: "Options" = ()) -> None:
        super().__init__(label, choices)
        self.required = False

    def offer(self, choices: "Options") -> None:
        """Set what can be chosen beside nothing."""
        self.choices = [("", _("Tidak disebut")), *choices]


class Several(forms.MultipleChoiceField):
    """One or more of several values, each with its box."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, label: "StrOrPromise") -> None:
        super().__init__(
            label=label,
            error_messages={"required": _("Belum dipilih. Pilih paling sedikit satu.")},
        )

    def offer(self, choices: "Options") -> None:
        """Set what can be chosen."""
        self.choices = list(choices)


def offer(form: forms.Form, field: str, choices: "Options") -> None:
    """Set what can be chosen in a field of one form."""
    known = form.fields[field]
    if isinstance(known, Choice | OptionalChoice | Several):
        known.offer(choices)


def check_days(form: forms.Form) -> None:
    """Refuse a last day before the first one, at its field."""
    first, last = form.cleaned_data.get("first_day"), form.cleaned_data.get("last_day")
    if first and last:
        try:
            Period.inclusive(first, last)
        except PeriodError as error:
            form.add_error("last_day", str(error))


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
