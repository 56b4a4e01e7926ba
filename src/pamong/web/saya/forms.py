"""What somebody types about his own way in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.signing_in import NewPassword
from pamong.web.pejabat.fields import TextField


class PasswordField(TextField):
    """A password; ``kind`` tells the browser which one it may fill in."""

    def __init__(self, label: Any, *, kind: str, **more: Any) -> None:
        self.kind = kind
        super().__init__(label, strip=False, widget=forms.PasswordInput, **more)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "autocomplete": self.kind}


class PasswordForm(forms.Form):
    """The present password, and twice the new one."""

    present = PasswordField(_("Kata sandi yang sekarang"), kind="current-password")
    wanted = PasswordField(
        _("Kata sandi baru"),
        kind="new-password",
        max_length=200,
        help_text=_("Paling sedikit 12 huruf. Tiga atau empat kata yang tidak berhubungan cukup."),
    )
    again = PasswordField(_("Kata sandi baru, sekali lagi"), kind="new-password", max_length=200)

    def clean(self) -> dict[str, object]:
        told: dict[str, object] = super().clean() or self.cleaned_data
        if told.get("again") and told.get("wanted") and told["again"] != told["wanted"]:
            self.add_error("again", _("Tidak sama dengan kata sandi baru di atas. Tulis lagi."))
        return told

    def new(self) -> NewPassword:
        return NewPassword(self.cleaned_data["present"], self.cleaned_data["wanted"])
