"""Addresses of what is one's own."""

from django.urls import path

from pamong.web.saya import views

app_name = "saya"
urlpatterns = [
    path("", views.page, name="page"),
    path("kata-sandi/", views.password, name="password"),
    path("sesi/", views.sessions, name="sessions"),
]
