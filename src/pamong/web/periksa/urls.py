"""Addresses of Periksa. What is filled in is posted: no number of anybody stands in one."""

from django.urls import path

from pamong.web.periksa import views

app_name = "periksa"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("<slug:rule_id>/", views.case, name="case"),
]
