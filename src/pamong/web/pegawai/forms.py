"""The forms of a record, generated from its sections; and the form of a paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Field
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.files import NewFile
from pamong.apps.kepegawaian.choices import CLASS_CHOICES, PAPERS
from pamong.apps.kepegawaian.documents import NewPaper
from pamong.apps.kepegawaian.sections import Section
from pamong.apps.kepegawaian.versions import version_of
from pamong.kernel.day import format_day
from pamong.kernel.number import NumberTextError, format_number, parse_number
from pamong.web.pegawai.telling import label_of
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Entry, PegawaiDocument

NOT_TYPED = {"decree"}
"""A decree of this government is put on record where offices are; here its number is typed."""
YES, NO = "ya", "tidak"
WHY = _("Untuk riwayat perubahan: mengapa ini dicatat, dan menurut surat apa.")
HINTS = {
    "starts_on": _("Hari pertama berlaku. Misalnya 1/3/2021."),
    "ends_before": _("Hari itu masih dihitung. Kosongkan kalau masih berlaku."),
    "source": _("SK, ijazah, sertifikat, atau sistem asal, kalau nomor suratnya tidak ada."),
}


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be chosen in the columns that point to another record."""

    opds: Sequence[tuple[int, str]] = ()
    units: Sequence[tuple[int, str]] = ()
    documents: "Sequence[PegawaiDocument]" = ()

    def of(self, column: str) -> list[tuple[str, str]]:
        """Return the values of one column with their labels."""
        if column == "document":
            return [(str(each.pk), str(each)) for each in self.documents]
        return [(str(key), label) for key, label in (self.opds if column == "opd" else self.units)]


class NumberField(TextField):
    """A number as people write it: 4.500.000 or 12,5."""

    def clean(self, value: str | None) -> Decimal | int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            told = parse_number(text)
        except NumberTextError as error:
            raise forms.ValidationError(str(error)) from error
        return int(told) if told == told.to_integral_value() else told


class SeenForm(forms.Form):
    """A form about an entry, which brings back the version that was on the screen."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput())


class ReasonForm(SeenForm):
    """Why something is done."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class EntryForm(SeenForm):
    """One entry of any section."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def __init__(self, *args: Any, section: Section, offers: Offers, **more: Any) -> None:
        super().__init__(*args, **more)
        self.section = section
        reason = self.fields.pop("reason")
        for column in section.columns:
            if column not in NOT_TYPED:
                self.fields[column] = _field(section, column, offers)
        self.fields["reason"] = reason

    def values(self, *, whole: bool) -> dict[str, Any]:
        """Return what was typed; of a new entry (not ``whole``) only what is not empty."""
        told: dict[str, Any] = {}
        for column in self.section.columns:
            if column in NOT_TYPED:
                continue
            value = _value(self.section.field(column), self.cleaned_data.get(column))
            if column == "ends_before" and isinstance(value, date):
                value += timedelta(days=1)
            if whole or value not in (None, ""):
                told[column] = value
        return told


def initial_of(section: Section, entry: "Entry") -> dict[str, object]:
    """Return an entry as its form holds it, with the version that it is of."""
    told: dict[str, object] = {"seen": version_of(section, entry.pk)}
    for column in section.columns:
        value = getattr(entry, section.field(column).attname)
        if isinstance(value, bool):
            value = YES if value else NO
        elif isinstance(value, date):
            value = format_day(value - timedelta(days=column == "ends_before"))
        elif isinstance(value, Decimal) or (column == "pay" and value is not None):
            value = format_number(value)
        told[column] = "" if value is None else value
    return told


def _field(section: Section, column: str, offers: Offers) -> forms.Field:
    field = section.field(column)
    label = str(label_of(section, column))
    label = label[:1].upper() + label[1:]
    required = not field.blank
    made: forms.Field
    if field.choices or field.is_relation:
        choices = offers.of(column) if field.is_relation else list(field.flatchoices)
        made = Choice(label, choices) if required else OptionalChoice(label, choices)
        made.initial = field.get_default() if field.has_default() else None
    elif field.get_internal_type() == "BooleanField":
        made = OptionalChoice(label, [(YES, _("ya")), (NO, _("tidak"))])
    elif field.get_internal_type() == "DateField":
        made = DayField(label, required=required)
    elif field.get_internal_type() == "CharField":
        made = TextField(label, required=required, max_length=field.max_length)
    else:
        made = NumberField(label, required=required)
    made.help_text = HINTS.get(column, "")
    return made


def _value(field: "Field[Any, Any]", value: Any) -> Any:
    if field.get_internal_type() == "BooleanField":
        return {YES: True, NO: False}.get(value)
    if field.is_relation:
        return int(value) if value else None
    return value


class PaperForm(forms.Form):
    """A paper of a pegawai with its file."""

    kind = Choice(_("Jenis dokumen"), PAPERS)
    number = TextField(_("Nomor"), required=False, max_length=120)
    dated_on = DayField(_("Tanggal"), required=False)
    issued_by = TextField(_("Pejabat atau lembaga penerbit"), required=False, max_length=200)
    title = TextField(_("Tentang"), required=False, max_length=300)
    shows = Choice(_("Isinya termasuk"), CLASS_CHOICES)
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        help_text=_("PDF, PNG, atau JPEG sampai 20 MB."),
        widget=forms.ClearableFileInput(attrs={"class": "form-control"}),
        error_messages={"empty": _("Berkas ini kosong.")},
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def new(self) -> NewPaper:
        told: Mapping[str, Any] = self.cleaned_data
        file = told["file"]
        return NewPaper(
            kind=told["kind"],
            number=told["number"],
            dated_on=told["dated_on"],
            issued_by=told["issued_by"],
            title=told["title"],
            shows=told["shows"],
            file=NewFile(file.name, file.read()) if file else None,
        )
