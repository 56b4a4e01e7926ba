"""Cleaning what is typed for plans of a structure."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.penataan.choices import GOLONGAN_CHOICES, POST_KINDS, STEP_KINDS, UNIT_KINDS
from pamong.apps.penataan.papers import Paper
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField

WHY = _("Satu kalimat. Tersimpan di riwayat perubahan bersama nama Anda.")
PLACES = "orang"
"""The id of the list of names that the page of an act offers."""


def class_field() -> forms.IntegerField:
    """Return a field for one of the seventeen classes of posts."""
    return forms.IntegerField(
        label=_("Kelas jabatan"),
        required=False,
        min_value=1,
        max_value=17,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )


def need_field() -> forms.IntegerField:
    """Return a field for how many a post needs."""
    return forms.IntegerField(
        label=_("Kebutuhan"),
        required=False,
        min_value=0,
        max_value=100_000,
        widget=forms.NumberInput(attrs={"class": "form-control"}),
    )


class DraftForm(forms.Form):
    """A new plan."""

    title = TextField(
        _("Tentang"), max_length=300, help_text=_("Misalnya Susunan perangkat daerah 2027.")
    )
    day = DayField(_("Berlaku mulai"), help_text=_("Misalnya 1/1/2027."))
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class PaperForm(forms.Form):
    """The decree or regulation by which a plan is carried out."""

    number = TextField(_("Nomor"), max_length=120)
    decided_on = DayField(_("Tanggal penetapan"))
    issued_by = TextField(_("Pejabat penetap"), max_length=200)
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)

    def paper(self) -> Paper:
        """Return the paper as the act takes it."""
        told = self.cleaned_data
        return Paper(told["number"], told["decided_on"], told["issued_by"])


class StepForm(forms.Form):
    """One step, things and places by their names."""

    kind = Choice(_("Langkah"), STEP_KINDS)
    subject = TextField(
        _("Yang diubah"),
        required=False,
        max_length=400,
        help_text=_("OPD, unit, atau jabatan yang sudah ada. Kosongkan untuk yang baru."),
    )
    nama = TextField(
        _("Nama baru"), required=False, max_length=200, help_text=_("Untuk yang baru.")
    )
    to = TextField(
        _("Menuju atau berada di"),
        required=False,
        max_length=400,
        help_text=_("OPD atau unit tujuan; bagi yang dihapus: siapa yang menampung isinya."),
    )
    jenis = TextField(
        _("Jenis OPD"), required=False, max_length=40, help_text=_("Misalnya dinas atau badan.")
    )
    unit_kind = OptionalChoice(_("Jenis unit"), UNIT_KINDS)
    post_kind = OptionalChoice(_("Jenis jabatan"), POST_KINDS)
    eselon = TextField(_("Eselon"), required=False, max_length=6, help_text=_("Misalnya III.a."))
    kelas = class_field()
    need = need_field()
    lowest_golongan = OptionalChoice(_("Golongan terendah"), GOLONGAN_CHOICES)
    people = TextField(
        _("Pegawai terpilih"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"class": "form-control", "rows": 6}),
        help_text=_(
            "Hanya untuk memindahkan pegawai terpilih: NIP atau nama, satu orang satu baris. "
            "Yang tidak disebut mengikuti langkah lain."
        ),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("subject", "to"):
            self.fields[name].widget.attrs["list"] = PLACES

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind and not str(kind).startswith("open") and not cleaned.get("subject"):
            self.add_error("subject", _("Belum diisi."))
        return cleaned

    def step(self) -> dict[str, Any]:
        """Return the step as the act takes it."""
        told = self.cleaned_data
        kind, people = StepKind(told["kind"]), told["people"].splitlines()
        return {**told, "kind": kind, "people": people}
