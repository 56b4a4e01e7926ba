"""Cleaning what is typed for an appointment of many."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.penataan.appointing import Oath
from pamong.apps.penataan.choices import WHO_DECIDES
from pamong.web.pejabat.fields import Choice, DayField, TextField
from pamong.web.susunan.forms import WHY

LARGEST = 2_000_000
"""Bytes of a file of rows: a thousand rows need a twentieth of it."""


class DraftForm(forms.Form):
    """A new plan."""

    title = TextField(
        _("Tentang"), max_length=300, help_text=_("Misalnya Pelantikan pejabat Juli 2027.")
    )
    day = DayField(_("Hari pertama (TMT)"), help_text=_("Misalnya 1/7/2027."))
    decided_by = Choice(_("SK ditetapkan oleh"), WHO_DECIDES)
    reason = TextField(_("Alasan"), max_length=300, help_text=WHY)


class RowsForm(forms.Form):
    """Rows of the attachment, pasted or as a file."""

    rows = TextField(
        _("Baris lampiran"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_(
            "Satu orang sebaris: NIP atau nama, jabatan; bila perlu Plt atau Plh dan hari "
            "terakhir. Tempel dari lembar kerja, atau pisahkan dengan titik koma."
        ),
    )
    file = forms.FileField(
        label=_("Atau berkas lembar kerja"),
        required=False,
        widget=forms.ClearableFileInput(
            attrs={"class": "form-control", "accept": ".xlsx,.xls,.ods"}
        ),
    )
    take_sound = forms.BooleanField(
        label=_("Tambahkan baris yang terbaca; yang diragukan kembali ke isian ini"),
        required=False,
    )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        file = self.files.get("file")
        if not cleaned.get("rows") and file is None:
            self.add_error("rows", _("Belum diisi. Tempel barisnya, atau pilih berkas."))
        if file is not None and (file.size or 0) > LARGEST:
            self.add_error("file", _("Berkas ini lebih dari 2 MB. Pecah menjadi beberapa berkas."))
        return cleaned


class WhyForm(forms.Form):
    """Why a line is carried out although the law calls it a breach."""

    why = TextField(
        _("Alasan tetap dilantik"),
        max_length=300,
        required=False,
        help_text=_("Kosongkan untuk menghapus alasannya. Dicetak di halaman rancangan."),
    )


class ConsentForm(forms.Form):
    """By which letter the Minister agreed."""

    number = TextField(_("Nomor surat"), required=False, max_length=120)
    day = DayField(_("Tanggal surat"), required=False)


class OathForm(forms.Form):
    """The record of the oath."""

    day = DayField(_("Hari pengambilan sumpah"))
    place = TextField(_("Tempat"), max_length=200)
    taken_by = TextField(_("Yang mengambil sumpah"), max_length=200)
    number = TextField(_("Nomor berita acara"), required=False, max_length=120)
    witnesses = TextField(
        _("Saksi"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Satu orang sebaris."),
    )

    def oath(self) -> Oath:
        """Return the record as the act takes it."""
        return Oath(**self.cleaned_data)
