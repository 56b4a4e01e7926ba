"""Cleaning what a clerk types from a decree: all problems at once, each at its field."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.made_up import without_mark
from pamong.apps.organisasi.by_decree import (
    DecreeText,
    LeaveText,
    TenureText,
    decree_day_problems,
)
from pamong.apps.organisasi.choices import CAPACITIES, LEAVE_KINDS
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period, PeriodError
from pamong.kernel.person_name import PersonNameError, parse_person_name
from pamong.web.pejabat.fields import Choice, DayField, TextField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.organisasi.models import JabatanHolding

PEOPLE = "orang"
"""The id of the list of names that a page offers for the field of the name."""

WHY = _("Satu kalimat. Tersimpan di riwayat perubahan bersama nama Anda.")


ELECTION_YEAR = re.compile(r"(19|20)[0-9]{2}")

PARTS = (
    ("siapa", _("Siapa dan kedudukannya"), ("name", "role", "pilkada")),
    ("kapan", _("Sejak kapan"), ("first_day", "last_day")),
    (
        "sk",
        _("Surat keputusan"),
        ("number", "decided_on", "title", "issued_by", "effective_on", "reason"),
    ),
)


class Part(NamedTuple):
    """One section of a form."""

    key: str
    title: "StrOrPromise"
    fields: list[BoundField]


class DecreeForm(forms.Form):
    """What a tenure and a leave have in common; ``today`` is the government's.

    ``in_the_way`` is the tenure on record for which the database refused this one.
    """

    in_the_way: "JabatanHolding | None" = None

    name = TextField(_("Nama"), max_length=200, help_text=_("Boleh dengan gelar."))
    first_day = DayField(_("Hari pertama (TMT)"), help_text=_("Misalnya 25/9/2024."))
    last_day = DayField(_("Hari terakhir"))
    number = TextField(_("Nomor SK"), max_length=120)
    decided_on = DayField(_("Tanggal penetapan"))
    title = TextField(_("Tentang"), max_length=300)
    issued_by = TextField(
        _("Pejabat penetap"), max_length=200, help_text=_("Misalnya Menteri Dalam Negeri.")
    )
    effective_on = DayField(
        _("TMT SK"), required=False, help_text=_("Kosongkan kalau sama dengan hari pertama.")
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def __init__(self, *args: Any, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.fields["name"].widget.attrs["list"] = PEOPLE

    def sections(self) -> Iterable[Part]:
        return [
            Part(key, title, [self[name] for name in names if name in self.fields])
            for key, title, names in PARTS
        ]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        try:
            parse_person_name(without_mark(name))
        except PersonNameError as error:
            raise forms.ValidationError(str(error)) from error
        return name

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        first, last = self._day("first_day"), self._day("last_day")
        if first and last:
            try:
                Period.inclusive(first, last)
            except PeriodError as error:
                self.add_error("last_day", str(error))
        problems = decree_day_problems(
            first_day=first,
            decided_on=self._day("decided_on"),
            effective_on=self._day("effective_on"),
            today=self.today,
        )
        for field, sentence in problems.items():
            self.add_error(field, sentence)
        return cleaned

    @property
    def period(self) -> Period:
        return Period.inclusive(self.cleaned_data["first_day"], self.cleaned_data["last_day"])

    def decree(self) -> DecreeText:
        told = self.cleaned_data
        return DecreeText(
            number=told["number"],
            title=told["title"],
            issued_by=told["issued_by"],
            decided_on=told["decided_on"],
            effective_on=told["effective_on"] or told["first_day"],
        )

    def _day(self, field: str) -> date | None:
        return self.cleaned_data.get(field)


class TenureForm(DecreeForm):
    """Somebody takes the office."""

    role = Choice(_("Kedudukan"), CAPACITIES)
    last_day = DayField(
        _("Hari terakhir"), required=False, help_text=_("Kosongkan kalau SK tidak menyebutnya.")
    )

    pilkada = TextField(
        _("Pilkada asal"),
        required=False,
        max_length=4,
        help_text=_("Tahun pilkada yang memilihnya, misalnya 2018. Kosongkan kalau tidak tahu."),
    )

    def __init__(self, *args: Any, is_elected: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_elected:
            del self.fields["pilkada"]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        year, role = self.cleaned_data.get("pilkada"), self.cleaned_data.get("role")
        if year and not ELECTION_YEAR.match(year):
            self.add_error("pilkada", _("Tulis tahunnya dengan empat angka, misalnya 2018."))
        elif year and role and Capacity(role).is_acting:
            self.add_error(
                "pilkada", _("Hanya pemangku definitif yang dipilih lewat pilkada. Kosongkan.")
            )
        return cleaned

    def tenure(self) -> TenureText:
        told = self.cleaned_data
        return TenureText(
            told["name"], Capacity(told["role"]), self.period, told.get("pilkada", "")
        )


class LeaveForm(DecreeForm):
    """The holder goes on leave."""

    role = Choice(_("Jenis cuti"), LEAVE_KINDS)

    def leave(self) -> LeaveText:
        return LeaveText(self.cleaned_data["name"], self.cleaned_data["role"], self.period)


class EndForm(forms.Form):
    """The last day of one of ``tenures``."""

    tenure = Choice(_("Masa jabatan"))
    last_day = DayField(
        _("Hari terakhir"), help_text=_("Hari itu masih dihitung. Misalnya 24/9/2024.")
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def __init__(self, *args: Any, tenures: "Sequence[JabatanHolding]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {str(row.public_id): row for row in tenures}
        choice = self.fields["tenure"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [
                ("", _("Pilih satu")),
                *((k, label(v)) for k, v in self.by_id.items()),
            ]

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        row, last = self.by_id.get(str(cleaned.get("tenure"))), self.cleaned_data.get("last_day")
        if row and last:
            try:
                Period.inclusive(row.starts_on, last)
            except PeriodError as error:
                self.add_error("last_day", str(error))
        return cleaned

    def holding(self) -> "JabatanHolding":
        return self.by_id[self.cleaned_data["tenure"]]


def label(row: "JabatanHolding") -> str:
    """Name a tenure for a list: "Nama, Pjs, 25 September–23 November 2024"."""
    return f"{row.person}, {Capacity(row.capacity).label}, {format_period(row.period)}"


def typed(row: "JabatanHolding") -> dict[str, str]:
    """Return what a clerk would type of a tenure that is here already."""
    last = row.period.last_day
    return {
        "name": row.person.full_name,
        "role": row.capacity,
        "pilkada": row.pilkada,
        "first_day": format_day(row.starts_on),
        "last_day": format_day(last) if last else "",
    }
