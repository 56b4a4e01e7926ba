"""What somebody must do before anything else: a password of his own, a second factor."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from pamong.apps.accounts.signing_in import demands_second_factor
from pamong.web.gate import access_to

ALWAYS = frozenset(
    {"keluar", "bahasa", "cetak", "robots", "saya:password", "account_reauthenticate"}
)
FOR_THE_FACTOR = frozenset(
    {"mfa_index", "mfa_activate_totp", "mfa_reauthenticate", "mfa_view_recovery_codes"}
)


class FirstThingsMiddleware:
    """Leads there whoever has not done it yet; no other page opens before."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Let a request pass, or lead it to what must be done first."""
        user, match = request.user, request.resolver_match
        if not user.is_authenticated or match is None or match.view_name in ALWAYS:
            return None
        if user.has_first_password:
            return HttpResponseRedirect(reverse("saya:password"))
        if match.view_name in FOR_THE_FACTOR or user.second_factor_since is not None:
            return None
        if demands_second_factor(access_to(request)):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return None
