"""Addresses of who looked at what."""

from django.urls import path

from pamong.web.dilihat import views

app_name = "dilihat"
urlpatterns = [
    path("saya/dilihat/", views.own, name="own"),
    path("<slug:government>/dilihat/", views.everybody, name="everybody"),
    path("<slug:government>/dilihat/simpan/", views.retention, name="retention"),
]
