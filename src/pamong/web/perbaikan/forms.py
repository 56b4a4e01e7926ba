"""What a request for correction, and its answer, ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.correcting import Answer, NewRequest
from pamong.apps.accounts.own_record import CORRECTABLE
from pamong.apps.core.files import NewFile
from pamong.apps.kepegawaian.identity import KINDS, LABELS, Identity
from pamong.web.pegawai.forms import EntryForm
from pamong.web.pejabat.fields import Choice, DayField, OptionalChoice, TextField


def _lines(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AskForm(forms.Form):
    """What is wrong, what is right, and what shows it."""

    section = Choice(_("Bagian"), CORRECTABLE)
    wrong = TextField(
        _("Yang tercatat sekarang"),
        required=False,
        max_length=1000,
        widget=_lines(),
        help_text=_("Boleh kosong kalau belum tercatat sama sekali."),
    )
    right = TextField(_("Yang benar"), max_length=1000, widget=_lines())
    evidence = forms.FileField(
        label=_("Bukti"),
        required=False,
        help_text=_("SK, ijazah, akta, atau surat lain: PDF, PNG, atau JPEG sampai 20 MB."),
        widget=forms.ClearableFileInput(attrs={"class": "form-control"}),
        error_messages={"empty": _("Berkas ini kosong.")},
    )

    def new(self) -> NewRequest:
        told = self.cleaned_data
        file = told["evidence"]
        evidence = NewFile(file.name, file.read()) if file else None
        return NewRequest(told["section"], told["wrong"], told["right"], evidence)


class RefusalForm(forms.Form):
    """Why nothing in the record is changed."""

    words = TextField(
        _("Penjelasan untuk pemohon"),
        max_length=1000,
        widget=_lines(4),
        help_text=_("Mengapa tidak dapat diperbaiki, atau di mana sudah tercatat."),
    )

    def answer(self) -> Answer:
        return Answer(is_corrected=False, words=self.cleaned_data["words"])


class MendForm(EntryForm):
    """The entry as it should be; the reason is the answer that the one who asked reads."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        tell_the_asker(self.fields["reason"])


class IdentityForm(forms.Form):
    """Who somebody is, with at most one number that is to be corrected."""

    nama = TextField(LABELS["nama"], max_length=200)
    gelar_depan = TextField(LABELS["gelar_depan"], required=False, max_length=60)
    gelar_belakang = TextField(LABELS["gelar_belakang"], required=False, max_length=80)
    born_on = DayField(LABELS["born_on"], required=False)
    kind = OptionalChoice(_("Nomor yang dikoreksi"), KINDS)
    number = TextField(_("Nomor yang benar"), required=False, max_length=40)
    reason = TextField(_("Alasan"), max_length=300)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        tell_the_asker(self.fields["reason"])

    def new(self) -> Identity:
        told = self.cleaned_data
        names = {name: told[name] for name in ("nama", "gelar_depan", "gelar_belakang", "born_on")}
        return Identity(**names, kind=told["kind"], number=told["number"])


def tell_the_asker(field: forms.Field) -> None:
    """Let the reason of an act be the answer to a request."""
    field.label = _("Penjelasan untuk pemohon")
    field.help_text = _("Apa yang diperbaiki dan menurut surat apa. Pemohon membacanya.")
