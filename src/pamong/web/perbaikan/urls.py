"""Addresses of one's own record and of requests for correction."""

from django.urls import path

from pamong.web.perbaikan import answering, views

app_name = "perbaikan"
urlpatterns = [
    path("saya/data/", views.own, name="own"),
    path("saya/perbaikan/baru/", views.ask, name="ask"),
    path("saya/perbaikan/<uuid:public_id>/tarik/", views.withdraw, name="withdraw"),
    path("perbaikan/<uuid:public_id>/", answering.show, name="show"),
    path("perbaikan/<uuid:public_id>/bukti/", answering.evidence, name="evidence"),
    path("<slug:government>/perbaikan/", answering.work_list, name="list"),
]
