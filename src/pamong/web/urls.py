"""The addresses of the pages, one include a screen."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from pamong.web.masuk.views import sign_in

urlpatterns = [
    path("masuk/", sign_in, name="masuk"),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    path("", include("pamong.web.beranda.urls")),
]
