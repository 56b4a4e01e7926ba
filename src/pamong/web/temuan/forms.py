"""Cleaning what somebody says about a finding: why it may rest, and until when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.web.pejabat.fields import DayField, TextField


class AcknowledgeForm(forms.Form):
    """The reason, and the day on which the finding is looked at again."""

    reason = TextField(
        _("Alasan"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Satu atau dua kalimat. Terlihat di halaman ini bersama nama Anda."),
    )
    look_again_on = DayField(
        _("Dilihat lagi pada"), help_text=_("Misalnya 18/3/2027; paling lama setahun.")
    )


class WithdrawForm(forms.Form):
    """Why a finding is open again."""

    reason = TextField(_("Alasan pembatalan"), max_length=1000)
