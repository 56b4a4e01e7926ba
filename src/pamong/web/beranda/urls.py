"""Addresses of Beranda."""

from django.urls import path

from pamong.web.beranda import views

app_name = "beranda"
urlpatterns = [
    path("", views.page, name="page"),
    path("<slug:government>/", views.government_page, name="government"),
]
