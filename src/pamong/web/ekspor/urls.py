"""Addresses of exports; what is asked for is posted, so that no number stands in one."""

from django.urls import path

from pamong.web.ekspor import views

app_name = "ekspor"
urlpatterns = [
    path("<slug:government>/ekspor/", views.ask, name="ask"),
    path("<slug:government>/ekspor/<uuid:public_id>/unduh/", views.fetch, name="fetch"),
]
