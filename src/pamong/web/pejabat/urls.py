"""Addresses of Pejabat."""

from django.urls import path

from pamong.web.pejabat import chairs, recording, views

app_name = "pejabat"
OFFICE = "<slug:government>/pejabat/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/pejabat/", views.office_list, name="list"),
    path(OFFICE, views.office, name="office"),
    path(f"{OFFICE}catat/", recording.tenure, name="record"),
    path(f"{OFFICE}catat/cuti/", recording.leave, name="record-leave"),
    path(f"{OFFICE}akhiri/", recording.end, name="end"),
    path("<slug:government>/karena-jabatan/", chairs.chair_list, name="chairs"),
    path(
        "<slug:government>/karena-jabatan/<uuid:public_id>/akhiri/", chairs.end, name="chair-end"
    ),
    path(f"{OFFICE}karena-jabatan/", chairs.record, name="chair-record"),
]
