"""Cleaning what a clerk writes of facilities and of a BAST: all problems at once."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.files import NewFile
from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.choices import COVERED_RECORDS, FACILITY_KINDS
from pamong.apps.organisasi.facilities import FacilityWords, NewFacility
from pamong.apps.organisasi.handing_over import BastText
from pamong.kernel.period import Period
from pamong.web.pejabat.fields import (
    Choice,
    DayField,
    OptionalChoice,
    Several,
    TextField,
    check_days,
    offer,
)
from pamong.web.pejabat.forms import WHY

if TYPE_CHECKING:
    from pamong.apps.core.models import Decree, Document, Person
    from pamong.apps.organisasi.models import Facility, FacilityHandover, Jabatan, Opd
    from pamong.apps.organisasi.offers import Holder


class FacilityForm(forms.Form):
    """Something that comes with the office."""

    kind = Choice(_("Jenis"), FACILITY_KINDS)
    nama = TextField(
        _("Nama"), max_length=200, help_text=_("Misalnya Rumah dinas Bupati, atau Ajudan I.")
    )
    mark = TextField(
        _("Tanda pengenal"),
        required=False,
        max_length=120,
        help_text=_("Nomor polisi, nomor inventaris, atau alamat. Boleh kosong."),
    )
    since = DayField(
        _("Fasilitas jabatan ini sejak"), help_text=_("Menurut daftar aset atau keputusannya.")
    )
    basis = TextField(
        _("Dasar"),
        required=False,
        max_length=300,
        help_text=_("Keputusan atau daftar aset yang menyebutnya. Boleh kosong."),
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def new(self) -> NewFacility:
        told = self.cleaned_data
        return NewFacility(told["kind"], told["nama"], told["mark"], told["basis"], told["since"])


class BastForm(forms.Form):
    """What every BAST has; ``today`` is the government's, ``keepers`` can be its other side."""

    field_order = (
        "items",
        "person",
        "side",
        "number",
        "day",
        "decree",
        "basis",
        "condition",
        "reason",
    )

    items = Several(_("Fasilitas"))
    number = TextField(_("Nomor BAST"), max_length=120)
    day = DayField(_("Hari serah terima"), help_text=_("Misalnya 24/9/2024."))
    side = Choice(_("Pihak lain"))
    decree = OptionalChoice(_("SK yang mendasari"))
    basis = TextField(
        _("Dasar lain"), required=False, max_length=300, help_text=_("Seperti tertulis di BAST.")
    )
    condition = TextField(
        _("Keadaan"), required=False, max_length=500, help_text=_("Misalnya baik dan lengkap.")
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def __init__(
        self,
        *args: Any,
        today: date,
        keepers: "dict[str, Jabatan | Opd]",
        decrees: "Sequence[Decree]",
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.today = today
        self.keepers = keepers
        self.decrees = {str(row.public_id): row for row in decrees}
        offer(self, "side", [(key, str(row)) for key, row in keepers.items()])
        offer(self, "decree", [(key, f"{row} ({row.title})") for key, row in self.decrees.items()])

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(str(FutureDayError(str(_("Hari serah terima")))))
        return day

    def paper(self) -> BastText:
        told = self.cleaned_data
        return BastText(
            number=told["number"],
            day=told["day"],
            other_side=self.keepers[told["side"]],
            condition=told["condition"],
            basis=told["basis"],
            decree=self.decrees.get(told["decree"]),
        )


class GiveForm(BastForm):
    """Facilities of an office are handed to one of ``holders``."""

    person = Choice(_("Diserahkan kepada"))

    def __init__(
        self,
        *args: Any,
        facilities: "Sequence[Facility]",
        holders: "Sequence[Holder]",
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.facilities = {str(row.public_id): row for row in facilities}
        self.people = {str(row.person.public_id): row.person for row in holders}
        self.fields["side"].label = _("Diserahkan oleh")
        offer(self, "items", [(key, label_of(row)) for key, row in self.facilities.items()])
        offer(self, "person", [(str(row.person.public_id), row.label) for row in holders])

    def chosen(self) -> "list[Facility]":
        return [self.facilities[key] for key in self.cleaned_data["items"]]

    def receiver(self) -> "Person":
        return self.people[self.cleaned_data["person"]]


class TakeBackForm(BastForm):
    """What somebody received is handed back."""

    def __init__(self, *args: Any, handovers: "Sequence[FacilityHandover]", **more: Any) -> None:
        super().__init__(*args, **more)
        self.handovers = {str(row.facility.public_id): row for row in handovers}
        self.fields["side"].label = _("Diterima kembali oleh")
        labels = [(key, f"{row.facility}, {row.person}") for key, row in self.handovers.items()]
        offer(self, "items", labels)

    def clean_items(self) -> list[str]:
        keys: list[str] = self.cleaned_data["items"]
        if len({self.handovers[key].person_id for key in keys}) > 1:
            raise forms.ValidationError(
                _("Satu BAST untuk satu orang. Pilih fasilitas yang ada pada orang yang sama.")
            )
        return keys

    def chosen(self) -> "list[FacilityHandover]":
        return [self.handovers[key] for key in self.cleaned_data["items"]]


class StatementForm(forms.Form):
    """What a document says of facilities, in its own words."""

    document = Choice(_("Dokumen"))
    person = Choice(_("Yang menyatakan"))
    day = DayField(_("Hari dinyatakan"), help_text=_("Hari forum atau hari dokumennya."))
    says = TextField(
        _("Yang dinyatakan"),
        max_length=300,
        help_text=_("Lanjutan dari “… menyatakan”, misalnya: akan meninggalkan rumah dinas."),
    )
    words = TextField(
        _("Kata-kata dokumen"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Salin persis dari dokumennya."),
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def __init__(
        self,
        *args: Any,
        documents: "Sequence[Document]",
        holders: "Sequence[Holder]",
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.documents = {str(row.public_id): row for row in documents}
        self.people = {str(row.person.public_id): row.person for row in holders}
        labels = [(key, f"{row} {row.title}".strip()) for key, row in self.documents.items()]
        offer(self, "document", labels)
        offer(self, "person", [(str(row.person.public_id), row.label) for row in holders])

    def said(self) -> FacilityWords:
        told = self.cleaned_data
        return FacilityWords(
            self.documents[told["document"]], told["day"], told["says"], told["words"]
        )

    def speaker(self) -> "Person":
        return self.people[self.cleaned_data["person"]]


class LastDayForm(forms.Form):
    """The last day of something that ends."""

    last_day = DayField(
        _("Hari terakhir"), help_text=_("Hari itu masih dihitung. Misalnya 24/9/2024.")
    )
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class CoverageForm(forms.Form):
    """For which days records are complete, and who says so."""

    records = Choice(_("Catatan yang lengkap"), COVERED_RECORDS)
    first_day = DayField(_("Hari pertama yang lengkap"), help_text=_("Misalnya 1/1/2021."))
    last_day = DayField(
        _("Hari terakhir yang lengkap"),
        required=False,
        help_text=_("Kosongkan kalau masih terus dilengkapi."),
    )
    source = TextField(
        _("Sumber"), max_length=200, help_text=_("Dari mana Anda tahu bahwa tidak ada yang luput.")
    )
    reason = TextField(_("Alasan pencatatan"), max_length=300, help_text=WHY)

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        check_days(self)
        return cleaned

    @property
    def period(self) -> Period:
        return Period.inclusive(self.cleaned_data["first_day"], self.cleaned_data["last_day"])


class PaperForm(forms.Form):
    """The signed paper of a BAST."""

    paper = forms.FileField(
        label=_("Berkas"),
        help_text=_("PDF, PNG, atau JPEG sampai 20 MB."),
        widget=forms.ClearableFileInput(attrs={"class": "form-control"}),
        error_messages={"required": _("Belum dipilih."), "empty": _("Berkas ini kosong.")},
    )

    def file(self) -> NewFile:
        uploaded = self.cleaned_data["paper"]
        return NewFile(uploaded.name, uploaded.read())


def label_of(row: "Facility") -> str:
    """Name a facility for a list: "Mobil dinas, BH 1 X"."""
    return ", ".join(filter(None, [row.nama, row.mark]))
