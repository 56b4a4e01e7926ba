"""What is said when the regional SSO does not let somebody in: one named error a cause."""

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.utils.translation import gettext as _


class SsoRefusedError(OAuth2Error):  # type: ignore[misc]  # allauth ships no types
    """The SSO, or its answer, cannot be followed; the message is for the person at the gate."""

    status = 403


class UnreachableError(SsoRefusedError):
    """Nobody answers at the address of the SSO."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            _(
                "SSO tidak dapat dihubungi. Coba lagi beberapa menit lagi, atau masuk dengan nama "
                "pengguna dan kata sandi."
            )
        )


class UnreadableAnswerError(SsoRefusedError):
    """What came is no answer as OpenID Connect knows it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Jawaban SSO tidak dapat dipakai, atau permintaan masuk ini sudah lewat. Mulai "
                "lagi dari halaman masuk; bila berulang, beri tahu pengelola sistem."
            )
        )


class CancelledError(SsoRefusedError):
    """The person turned back."""

    def __init__(self) -> None:
        super().__init__(_("Anda membatalkan masuk lewat SSO. Tidak ada yang berubah."))


class OtherIssuerError(SsoRefusedError):
    """It was issued by somebody else."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Jawaban itu bukan dari SSO yang diatur di sini. Beri tahu pengelola sistem, dan "
                "masuk dengan nama pengguna dan kata sandi."
            )
        )


class OpenAddressError(SsoRefusedError):
    """An address of the SSO is not https, though its issuer is."""

    def __init__(self) -> None:
        super().__init__(
            _("SSO meminta rahasia lewat alamat tanpa https. Beri tahu pengelola sistem.")
        )


class OtherAudienceError(SsoRefusedError):
    """It was issued for another site."""

    def __init__(self) -> None:
        super().__init__(_("Jawaban SSO ditujukan kepada situs lain. Beri tahu pengelola sistem."))


class OtherNonceError(SsoRefusedError):
    """It answers another request."""

    def __init__(self) -> None:
        super().__init__(
            _("Jawaban SSO bukan untuk permintaan masuk ini. Mulai lagi dari halaman masuk.")
        )


class OtherPersonError(SsoRefusedError):
    """The two parts of the answer are about two people."""

    def __init__(self) -> None:
        super().__init__(
            _("Kedua bagian jawaban SSO menyebut orang yang berbeda. Beri tahu pengelola sistem.")
        )


class OverdueError(SsoRefusedError):
    """It was good some time ago, or will be."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Jawaban SSO sudah kedaluwarsa. Mulai lagi dari halaman masuk; bila berulang, jam "
                "kedua server berbeda: beri tahu pengelola sistem."
            )
        )


class BadSignatureError(SsoRefusedError):
    """The SSO did not sign it."""

    def __init__(self) -> None:
        super().__init__(_("Tanda tangan jawaban SSO tidak cocok. Beri tahu pengelola sistem."))


class ClaimMissingError(SsoRefusedError):
    """The claim that names an account is not in it."""

    def __init__(self, claim: str) -> None:
        super().__init__(
            _(
                'SSO tidak menyebut "%s", yang dipakai di sini untuk mengenali akun. Beri tahu '
                "pengelola sistem."
            )
            % claim
        )


class NoAccountError(SsoRefusedError):
    """The SSO knows the person; no account here is linked."""

    def __init__(self, subject: str) -> None:
        super().__init__(
            _(
                "SSO mengenali Anda, tetapi belum ada akun di sini yang tertaut. Minta pengelola "
                'akun menautkan pengenal SSO Anda: "%s".'
            )
            % subject
        )


OF_TOKEN: tuple[tuple[type[Exception], type[SsoRefusedError]], ...] = (
    (jwt.ExpiredSignatureError, OverdueError),
    (jwt.ImmatureSignatureError, OverdueError),
    (jwt.InvalidIssuerError, OtherIssuerError),
    (jwt.InvalidAudienceError, OtherAudienceError),
    (jwt.InvalidSignatureError, BadSignatureError),
    (jwt.InvalidKeyError, BadSignatureError),
    (jwt.InvalidAlgorithmError, BadSignatureError),
)


def of_token(error: Exception) -> SsoRefusedError:
    """Say in our words why a token was refused."""
    for kind, ours in OF_TOKEN:
        if isinstance(error, kind):
            return ours()
    return UnreadableAnswerError()
