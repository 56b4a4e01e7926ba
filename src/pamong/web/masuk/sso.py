"""Signing in by the regional SSO (OpenID Connect): allauth runs the flow, we judge the answer.

allauth trusts a token that it fetched itself; here its signature, issuer, audience, times and
nonce are judged always, and none of its claims is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthError
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from requests import RequestException

from pamong.apps.accounts.by_sso import Told, user_of_subject
from pamong.web.gate import this_day
from pamong.web.masuk import sso_refusals as refusals

if TYPE_CHECKING:
    from pamong.config.sign_in import OidcSetting

SSO = "sso"
"""What config/settings/sign_in.py calls the one SSO of an installation."""
SKEW_SECONDS = 60
"""By how much the clocks of two servers may differ."""
SIGNATURES = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Signatures that only the SSO can make; one by a shared secret could be ours."""
LONGEST_SUBJECT = 190


def sso_setting() -> "OidcSetting":
    """Return what the settings say of the SSO.

    Raises:
        Http404: they name none.
    """
    told = settings.PAMONG_OIDC
    if told is None:
        raise Http404(gettext("SSO daerah belum diatur di sini."))
    return told


class SsoDoor(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]  # allauth ships no types
    """One passage through the SSO; ``nonce`` is what the answer must bring back."""

    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return what the SSO says of itself.

        Raises:
            SsoRefusedError: it calls itself otherwise, or would take secrets in the open.
        """
        config: dict[str, Any] = super().openid_config
        issuer = sso_setting()["issuer"]
        if not isinstance(config, dict):
            raise refusals.UnreadableAnswerError
        if str(config.get("issuer", "")).rstrip("/") != issuer.rstrip("/"):
            raise refusals.OtherIssuerError
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            address = str(config.get(name, ""))
            if not address.startswith(("https://", "http://")):
                raise refusals.UnreadableAnswerError
            if issuer.startswith("https://") and not address.startswith("https://"):
                raise refusals.OpenAddressError
        return config

    def get_callback_url(self, request: HttpRequest, _app: SocialApp) -> str:
        """Return the address that the SSO sends people back to."""
        return request.build_absolute_uri(reverse("masuk-sso-kembali"))

    def parse_token(self, data: dict[str, Any]) -> SocialToken:
        """Take the token out of the answer.

        Raises:
            SsoRefusedError: there is none.
        """
        with _readable():
            return super().parse_token(data)

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **answer: Any
    ) -> SocialLogin:
        """Judge the answer, and take from it who it is.

        Raises:
            SsoRefusedError: the answer is not one to us, now, by this SSO.
        """
        with _readable():
            claims = self._judged(app, answer["response"]["id_token"])
            wanted, config = sso_setting()["claim"], self.openid_config
            if wanted not in claims and "userinfo_endpoint" in config:
                about = self._fetch_user_info(token.token)
                if about.get("sub") != claims["sub"]:
                    raise refusals.OtherPersonError
                claims = {**about, **claims}
        return self.get_provider().sociallogin_from_response(request, claims)

    def _judged(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        config = self.openid_config
        try:
            algorithm, key = jwtkit.fetch_key(id_token, config["jwks_uri"], jwtkit.lookup_kid_jwk)
            if algorithm not in SIGNATURES:
                raise refusals.BadSignatureError
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=key,
                algorithms=[algorithm],
                audience=app.client_id,
                issuer=config["issuer"],
                leeway=SKEW_SECONDS,
                options={"require": ["iss", "sub", "aud", "exp", "iat"]},
            )
        except jwt.PyJWTError as error:
            raise refusals.of_token(error) from error
        if not self.nonce or claims.get("nonce") != self.nonce:
            raise refusals.OtherNonceError
        return claims


@contextmanager
def _readable() -> Iterator[None]:
    """Say so where an answer lacks what it must have; allauth takes it for granted."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise refusals.UnreadableAnswerError from error


class RegionalSso(OpenIDConnectProvider):  # type: ignore[misc]  # allauth ships no types
    """The one SSO of the settings; of what it tells, only who it is goes on."""

    oauth2_adapter_class = SsoDoor

    def get_default_scope(self) -> list[str]:
        """Ask who it is, and no address."""
        return ["openid", "profile"]

    def extract_uid(self, data: dict[str, Any]) -> str:
        """Return the value of the claim that names an account here.

        Raises:
            SsoRefusedError: there is none.
        """
        claim = sso_setting()["claim"]
        value = data.get(claim)
        told = str(value).strip() if isinstance(value, str | int) else ""
        if not told or len(told) > LONGEST_SUBJECT:
            raise refusals.ClaimMissingError(claim)
        return told

    def extract_extra_data(self, _data: dict[str, Any]) -> dict[str, Any]:
        """Keep nothing."""
        return {}

    def extract_email_addresses(self, _data: dict[str, Any]) -> list[object]:
        """Keep no address."""
        return []

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return what an account that may be opened is called."""
        return {"username": data.get("preferred_username"), "name": data.get("name")}


class SsoAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Who the SSO knows comes in by the account that an administrator has linked."""

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> RegionalSso:
        """Return the one SSO of the settings."""
        return RegionalSso(request, app=self.get_app(request, provider=provider))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Accounts are opened by administrators, or by ``pre_social_login``."""
        return False

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> None:
        """Let the user that is not there yet bear what the SSO calls him."""
        sociallogin.user.username = str(data.get("username") or "")[:60]
        sociallogin.user.nama = str(data.get("name") or "")[:200]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account; where there is none, say what to do."""
        told = Told(
            subject=sociallogin.account.uid,
            username=sociallogin.user.username,
            nama=sociallogin.user.nama,
        )
        user = user_of_subject(told, opens_in=sso_setting()["new_accounts"], day=this_day())
        if user is None:
            raise ImmediateHttpResponse(refuse(request, refusals.NoAccountError(told.subject)))
        sociallogin.user = user

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: RegionalSso,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: object = None,
    ) -> None:
        """Show a sentence of ours instead of allauth's page."""
        if error == AuthError.CANCELLED:
            exception = refusals.CancelledError()
        raise ImmediateHttpResponse(refuse(request, exception))


def refuse(request: HttpRequest, error: Exception | None) -> HttpResponse:
    """Show why the SSO did not let somebody in, and the way back to the gate."""
    if isinstance(error, RequestException):
        error = refusals.UnreachableError()
    elif not isinstance(error, refusals.SsoRefusedError):
        error = refusals.UnreadableAnswerError()
    context = {"title": gettext("Belum dapat masuk"), "sentence": str(error)}
    return render(request, "masuk/refused.html", context, status=error.status)
