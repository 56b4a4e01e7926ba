"""The second factor as allauth keeps it: secrets encrypted, codes refused in our words."""

import base64
import secrets
from typing import TYPE_CHECKING, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.signing_in import demands_second_factor
from pamong.web.gate import this_day

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """One-time codes of a telephone, and codes on paper for the day that it is lost."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "Kode tidak cocok. Pakai kode yang sedang tampil di aplikasi, atau satu kode "
            "pemulihan yang belum terpakai."
        ),
        "cannot_delete_authenticator": _(
            "Peran Anda wajib memakai faktor kedua, jadi faktor itu tidak dapat dilepas."
        ),
        "cannot_generate_recovery_codes": _("Pasang dulu faktor kedua, baru kode pemulihannya."),
    }

    def encrypt(self, text: str) -> str:
        """Close a secret with the key of the installation, so that a backup does not tell it."""
        return _safe().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret.

        One that was closed with another key is as good as lost: no code fits what is returned,
        and an administrator takes the factor off.
        """
        try:
            return _safe().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def can_delete_authenticator(self, authenticator: "Authenticator") -> bool:
        """Tell whether the roles of today do without."""
        user = authenticator.user
        return not demands_second_factor(access_of(user.pk, label=str(user), day=this_day()))


def _safe() -> Fernet:
    key = salted_hmac("pamong.second_factor", "", settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
