"""To the regional SSO and back."""

import secrets
from collections.abc import Callable
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from requests import RequestException

from pamong.web.masuk.sso import SSO, SsoAdapter, SsoDoor, refuse, sso_setting


@login_not_required
@require_safe
@never_cache
def start(request: HttpRequest) -> HttpResponse:
    """Send somebody to the SSO; the answer must bring back what is put down here."""
    sso_setting()
    nonce = secrets.token_urlsafe(24)
    provider = SsoAdapter(request).get_provider(request, SSO)
    return _through(
        request,
        lambda: provider.redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            auth_params={"nonce": nonce},
            nonce=nonce,
        ),
    )


@login_not_required
@require_safe
@never_cache
def back(request: HttpRequest) -> HttpResponse:
    """Take the answer of the SSO."""
    sso_setting()
    view = _Back()
    view.request, view.adapter = request, SsoDoor(request, SSO)
    return _through(request, lambda: view.dispatch(request))


def _through(request: HttpRequest, step: Callable[[], HttpResponse]) -> HttpResponse:
    """Take one step of the way, or say why it ends there."""
    try:
        return step()
    except ImmediateHttpResponse as answer:
        response: HttpResponse = answer.response
        return response
    except (RequestException, OAuth2Error) as error:
        return refuse(request, error)


class _Back(OAuth2CallbackView):  # type: ignore[misc]  # allauth ships no types
    def _get_state(self, request: HttpRequest, provider: object) -> tuple[Any, Any]:
        state, response = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, response
