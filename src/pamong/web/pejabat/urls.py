"""Addresses of Pejabat."""

from django.urls import path

from pamong.web.pejabat import views

app_name = "pejabat"
urlpatterns = [
    path("<slug:government>/pejabat/", views.office_list, name="list"),
    path("<slug:government>/pejabat/<uuid:public_id>/", views.office, name="office"),
]
