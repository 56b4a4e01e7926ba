"""Addresses of Token; no secret stands in one."""

from django.urls import path

from pamong.web.token import views

app_name = "token"
OWN = "saya/token/"
GOVERNMENT = "<slug:government>/akun/token/"
urlpatterns = [
    path(OWN, views.own, name="own-list"),
    path(f"{OWN}baru/", views.give_own, name="own-new"),
    path(f"{OWN}<uuid:public_id>/cabut/", views.revoke_own, name="own-revoke"),
    path(GOVERNMENT, views.of_integrators, name="list"),
    path(f"{GOVERNMENT}baru/", views.give, name="new"),
    path(f"{GOVERNMENT}<uuid:public_id>/cabut/", views.revoke, name="revoke"),
]
