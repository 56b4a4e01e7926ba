"""Setting up a second factor and taking it off: allauth does it, and the account remembers."""

from typing import Any

from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView

from pamong.apps.accounts.signing_in import (
    demands_second_factor,
    second_factor_set,
    second_factor_taken_off,
)
from pamong.web.gate import access_to
from pamong.web.http import actor_of


class SetUpView(ActivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """A picture for the telephone, and the first code that it shows."""

    template_name = "saya/factor.html"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        secret = context["form"].secret
        groups = [secret[at : at + 4] for at in range(0, len(secret), 4)]
        is_demanded = demands_second_factor(access_to(self.request))
        return {**context, "groups": groups, "is_demanded": is_demanded}

    def form_valid(self, form: Any) -> HttpResponse:
        user = self.request.user
        with transaction.atomic():
            second_factor_set(user_id=user.pk, at=timezone.now(), actor=actor_of(user))
            response: HttpResponse = super().form_valid(form)
        return response


class TakeOffView(DeactivateTOTPView):  # type: ignore[misc]  # allauth ships no types
    """No second factor any more."""

    template_name = "saya/factor_off.html"

    def form_valid(self, form: Any) -> HttpResponse:
        user = self.request.user
        with transaction.atomic():
            second_factor_taken_off(user_id=user.pk, actor=actor_of(user))
            response: HttpResponse = super().form_valid(form)
        return response


class IndexView(RedirectView):
    """What stands on a page of one's own already."""

    def get_redirect_url(self, *_args: object, **_more: object) -> str:
        return reverse("saya:page")


index = IndexView.as_view()
set_up = never_cache(SetUpView.as_view())
take_off = TakeOffView.as_view()
codes = never_cache(ViewRecoveryCodesView.as_view(template_name="saya/codes.html"))
new_codes = GenerateRecoveryCodesView.as_view(template_name="saya/codes_new.html")
