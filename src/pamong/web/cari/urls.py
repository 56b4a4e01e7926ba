"""Addresses of Cari."""

from django.urls import path

from pamong.web.cari import views

app_name = "cari"
urlpatterns = [path("<slug:government>/cari/", views.search, name="search")]
