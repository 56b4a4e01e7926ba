"""What a request for correction, and its answer, ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.correcting import Answer, NewRequest
from pamong.apps.accounts.own_record import CORRECTABLE
from pamong.apps.core.files import NewFile
from pamong.web.pejabat.fields import Choice, TextField

DONE, REFUSED = "diperbaiki", "ditolak"
ANSWERS = ((DONE, _("Sudah diperbaiki")), (REFUSED, _("Ditolak")))


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


class AnswerForm(forms.Form):
    """What becomes of a request, and why."""

    what = Choice(_("Jawaban"), ANSWERS)
    words = TextField(
        _("Penjelasan untuk pemohon"),
        max_length=1000,
        widget=_lines(4),
        help_text=_("Apa yang diperbaiki dan menurut surat apa, atau mengapa tidak dapat."),
    )
    in_record = forms.BooleanField(
        label=_("Catatan pegawai sudah diperbaiki"),
        required=False,
        help_text=_("Perbaiki dulu di catatannya, lalu jawab. Jawaban memberi tahu pemohon."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("what") == DONE and not cleaned.get("in_record"):
            self.add_error(
                "in_record",
                _("Perbaiki dulu catatannya, atau tolak permintaan ini dengan alasan."),
            )
        return cleaned

    def answer(self) -> Answer:
        return Answer(self.cleaned_data["what"] == DONE, self.cleaned_data["words"])
