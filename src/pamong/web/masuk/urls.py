"""The addresses of signing in: those of allauth that are wanted, each by the name it looks for."""

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from django.urls import path

from pamong.web.masuk import sso_views, views
from pamong.web.saya import second_factor

FACTOR = "saya/faktor-kedua/"
urlpatterns = [
    path("masuk/", views.sign_in, name="masuk"),
    path("masuk/", views.sign_in, name="account_login"),
    path(
        "masuk/kode/",
        AuthenticateView.as_view(template_name="masuk/code.html"),
        name="mfa_authenticate",
    ),
    path(
        "masuk/lagi/",
        ReauthenticateView.as_view(template_name="masuk/again.html"),
        name="account_reauthenticate",
    ),
    path(
        "masuk/lagi/kode/",
        CodeAgainView.as_view(template_name="masuk/again_code.html"),
        name="mfa_reauthenticate",
    ),
    path("masuk/ditutup/", views.closed, name="account_inactive"),
    path("masuk/sso/", sso_views.start, name="masuk-sso"),
    path("masuk/sso/kembali/", sso_views.back, name="masuk-sso-kembali"),
    path(FACTOR, second_factor.index, name="mfa_index"),
    path(f"{FACTOR}pasang/", second_factor.set_up, name="mfa_activate_totp"),
    path(f"{FACTOR}lepas/", second_factor.take_off, name="mfa_deactivate_totp"),
    path(f"{FACTOR}kode/", second_factor.codes, name="mfa_view_recovery_codes"),
    path(f"{FACTOR}kode/baru/", second_factor.new_codes, name="mfa_generate_recovery_codes"),
]
