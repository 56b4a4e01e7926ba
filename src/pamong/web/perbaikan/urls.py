"""Addresses of one's own record and of requests for correction."""

from django.urls import path

from pamong.web.perbaikan import answering, mending, views

app_name = "perbaikan"
MEND = "perbaikan/<uuid:public_id>/betulkan/"
urlpatterns = [
    path("saya/data/", views.own, name="own"),
    path("saya/perbaikan/baru/", views.ask, name="ask"),
    path("saya/perbaikan/<uuid:public_id>/tarik/", views.withdraw, name="withdraw"),
    path("perbaikan/<uuid:public_id>/", answering.show, name="show"),
    path("perbaikan/<uuid:public_id>/bukti/", answering.evidence, name="evidence"),
    path(f"{MEND}diri/", mending.mend_identity, name="mend-identity"),
    path(f"{MEND}<slug:section>/", mending.mend, name="mend-new"),
    path(f"{MEND}<slug:section>/<int:number>/", mending.mend, name="mend"),
    path("<slug:government>/perbaikan/", answering.work_list, name="list"),
]
