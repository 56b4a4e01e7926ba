"""The addresses of the pages, one include a screen."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from pamong.web.masuk.views import robots, sign_in

urlpatterns = [
    path("masuk/", sign_in, name="masuk"),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    path("robots.txt", robots, name="robots"),
    path("dokumen/", include("pamong.web.dokumen.urls")),
    path("", include("pamong.web.forum.urls")),
    path("", include("pamong.web.arahan.urls")),
    path("", include("pamong.web.temuan.urls")),
    path("", include("pamong.web.pejabat.urls")),
    path("", include("pamong.web.beranda.urls")),
]
