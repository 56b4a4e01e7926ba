"""Addresses of delegations."""

from django.urls import path

from pamong.web.delegasi import views

app_name = "delegasi"
urlpatterns = [
    path("saya/delegasi/", views.own, name="own"),
    path("saya/delegasi/baru/", views.give, name="give"),
    path("saya/delegasi/<uuid:public_id>/tarik/", views.withdraw, name="withdraw"),
]
