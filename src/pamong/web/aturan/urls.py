"""Addresses of Aturan."""

from django.urls import path

from pamong.web.aturan import views

app_name = "aturan"
urlpatterns = [
    path("", views.rule_list, name="list"),
    path("tentang/", views.about, name="about"),
    path("<slug:rule_id>/", views.rule, name="show"),
    path("<slug:rule_id>/kasus/<int:number>/", views.case, name="case"),
]
