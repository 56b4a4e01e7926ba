"""Addresses of calendars: the page of one's own, and what a calendar reads by its secret."""

from django.urls import path

from pamong.web.kalender import reading, views

app_name = "kalender"
urlpatterns = [
    path("saya/kalender/", views.own, name="own"),
    path("saya/kalender/<uuid:public_id>/cabut/", views.revoke, name="revoke"),
    path("kalender/<slug:secret>/<slug:feed>.ics", reading.read, name="read"),
]
