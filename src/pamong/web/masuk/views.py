"""Signing in with a user name and a password, and what crawlers are told at the gate."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.web.masuk.session_end import DAY_OVER, ENDED_PARAMETER, IDLE


class SignInView(LoginView):  # type: ignore[misc]  # allauth ships no types
    """The gate."""

    template_name = "masuk/page.html"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**more)
        oidc = settings.PAMONG_OIDC
        return {
            **context,
            "next": self.get_next_url() or "",
            "ended": _why(self.request.GET.get(ENDED_PARAMETER, "")),
            "sso_label": oidc["label"] if oidc else "",
        }


sign_in = SignInView.as_view()


@login_not_required
@require_safe
def closed(request: HttpRequest) -> HttpResponse:
    context = {
        "title": gettext("Akun ini ditutup"),
        "sentence": gettext("Minta pengelola akun membukanya lagi bila Anda masih memerlukannya."),
    }
    return render(request, "masuk/refused.html", context, status=403)


@login_not_required
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


def _why(ended: str) -> str:
    minutes = settings.PAMONG_SESSION_IDLE // 60
    told = {
        IDLE: gettext("Sesi Anda berakhir karena %d menit tidak dipakai. Silakan masuk lagi.")
        % minutes,
        DAY_OVER: gettext("Sesi Anda sudah berakhir. Silakan masuk lagi."),
    }
    return told.get(ended, "")
