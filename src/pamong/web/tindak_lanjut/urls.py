"""Addresses of Tindak lanjut; duties are made below the directive or finding they come from."""

from django.urls import path

from pamong.web.tindak_lanjut import acting, making, views

app_name = "tindak_lanjut"
urlpatterns = [
    path("<slug:government>/tindak-lanjut/", views.duty_list, name="list"),
    path("<slug:government>/kotak-masuk/", views.inbox_page, name="inbox"),
    path("tindak-lanjut/<uuid:public_id>/", acting.duty_page, name="show"),
    path("tindak-lanjut/<uuid:public_id>/langkah/", acting.take_step, name="step"),
    path("tindak-lanjut/bukti/<uuid:public_id>/", acting.evidence, name="evidence"),
    path("arahan/<uuid:public_id>/tindak-lanjut/", making.from_directive, name="from-directive"),
    path("temuan/<uuid:public_id>/tindak-lanjut/", making.from_finding, name="from-finding"),
]
