"""How allauth signs people in here: nobody signs up, and what it says is said in our words."""

import time
from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

FRESH_SECONDS = 300
"""For how long somebody who has just proved who he is need not do so again."""

TOLD = {
    "mfa/messages/totp_activated.txt": _("Faktor kedua terpasang."),
    "mfa/messages/totp_deactivated.txt": _("Faktor kedua dilepas."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "Kode pemulihan dibuat. Simpan sekarang: kode ini ditampilkan sekali."
    ),
}
"""What is told of what allauth did; of the rest nothing is said, since the page shows it."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Signing in by user name and password."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba "
            "lagi."
        ),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan yang gagal, jadi akun ini dikunci sebentar. Coba lagi lima "
            "menit lagi; kalau lupa kata sandinya, minta yang baru dulu kepada pengelola akun."
        ),
        "rate_limited": _("Terlalu banyak percobaan yang gagal. Coba lagi lima menit lagi."),
        "incorrect_password": _("Kata sandi tidak cocok. Periksa huruf besar dan kecil."),
        "enter_current_password": _("Kata sandi tidak cocok. Periksa huruf besar dan kecil."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened by administrators."""
        return False

    def is_reauthentication_required(self, *, app: str, **_more: object) -> bool:
        """Ask again who it is, unless that was proved within the last minutes."""
        records = get_authentication_records(context.request, context.request.user)
        return not records or time.time() - records[-1]["at"] > FRESH_SECONDS

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: object = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say what there is a sentence of ours for."""
        told = message or TOLD.get(message_template or "")
        if told:
            messages.add_message(request, level, str(told), extra_tags)

    def send_notification_mail(self, *_told: object, **_more: object) -> None:
        """Send nothing: no account has an address."""
