"""Signing in with a user name and a password, and what crawlers are told at the gate."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

sign_in = LoginView.as_view(template_name="masuk/page.html", redirect_authenticated_user=True)


@login_not_required
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
