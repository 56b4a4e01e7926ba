"""Addresses of Fasilitas; what is recorded of an office's facilities stands below the office."""

from django.urls import path

from pamong.web.fasilitas import correcting, coverage, papers, recording, views

app_name = "fasilitas"
LIST = "<slug:government>/fasilitas/"
ONE = f"{LIST}<uuid:public_id>/"
BAST = f"{LIST}bast/<uuid:public_id>/"
OFFICE = "<slug:government>/pejabat/<uuid:public_id>/fasilitas/"
urlpatterns = [
    path(LIST, views.facility_list, name="list"),
    path(f"{LIST}cakupan/", coverage.page, name="coverage"),
    path(f"{LIST}cakupan/<uuid:public_id>/tutup/", coverage.close, name="coverage-close"),
    path(BAST, papers.show, name="bast"),
    path(f"{BAST}berkas/", papers.download, name="paper"),
    path(f"{BAST}perbaiki/", correcting.correct, name="bast-correct"),
    path(f"{BAST}unggah/", papers.upload, name="paper-upload"),
    path(ONE, views.show, name="show"),
    path(f"{ONE}hentikan/", recording.retire, name="retire"),
    path(f"{OFFICE}daftarkan/", recording.register, name="register"),
    path(f"{OFFICE}serahkan/", recording.give, name="give"),
    path(f"{OFFICE}kembalikan/", recording.take_back, name="take-back"),
    path(f"{OFFICE}pernyataan/", recording.state, name="state"),
]
