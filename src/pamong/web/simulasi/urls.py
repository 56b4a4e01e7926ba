"""Addresses of Simulasi. The whole question stands in the address, and nothing is kept."""

from django.urls import path

from pamong.web.simulasi import views

app_name = "simulasi"
RULE = "<slug:government>/simulasi/<slug:rule_id>/"
urlpatterns = [
    path("simulasi/", views.choose, name="choose"),
    path(RULE, views.ask, name="ask"),
    path(f"{RULE}siapa/", views.who, name="who"),
    path(f"{RULE}unduh/", views.download, name="download"),
]
