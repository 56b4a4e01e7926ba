"""The addresses of the pages, one include a screen."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from pamong.web.bahasa.views import choose as choose_language
from pamong.web.cetak.views import sheet
from pamong.web.masuk.views import robots

urlpatterns = [
    path("", include("pamong.web.masuk.urls")),
    path("keluar/", LogoutView.as_view(), name="keluar"),
    path("bahasa/", choose_language, name="bahasa"),
    path("cetak/<slug:paper>.css", sheet, name="cetak"),
    path("robots.txt", robots, name="robots"),
    path("aturan/", include("pamong.web.aturan.urls")),
    path("periksa/", include("pamong.web.periksa.urls")),
    path("saya/", include("pamong.web.saya.urls")),
    path("dokumen/", include("pamong.web.dokumen.urls")),
    path("", include("pamong.web.delegasi.urls")),
    path("", include("pamong.web.dilihat.urls")),
    path("", include("pamong.web.perbaikan.urls")),
    path("", include("pamong.web.hak.urls")),
    path("", include("pamong.web.kalender.urls")),
    path("", include("pamong.web.akun.urls")),
    path("", include("pamong.web.token.urls")),
    path("", include("pamong.web.simulasi.urls")),
    path("", include("pamong.web.cari.urls")),
    path("", include("pamong.web.tindak_lanjut.urls")),
    path("", include("pamong.web.forum.urls")),
    path("", include("pamong.web.arahan.urls")),
    path("", include("pamong.web.temuan.urls")),
    path("", include("pamong.web.daftar.urls")),
    path("", include("pamong.web.ekspor.urls")),
    path("", include("pamong.web.impor.urls")),
    path("", include("pamong.web.ganda.urls")),
    path("", include("pamong.web.kualitas.urls")),
    path("", include("pamong.web.pegawai.urls")),
    path("", include("pamong.web.susunan.urls")),
    path("", include("pamong.web.pelantikan.urls")),
    path("", include("pamong.web.pejabat.urls")),
    path("", include("pamong.web.fasilitas.urls")),
    path("", include("pamong.web.beranda.urls")),
]
