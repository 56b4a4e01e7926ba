"""Addresses of Temuan."""

from django.urls import path

from pamong.web.temuan import views

app_name = "temuan"
urlpatterns = [
    path("<slug:government>/temuan/", views.finding_list, name="list"),
    path("temuan/<uuid:public_id>/", views.finding, name="show"),
]
