"""Addresses of Temuan."""

from django.urls import path

from pamong.web.temuan import noting, views

app_name = "temuan"
FINDING = "temuan/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/temuan/", views.finding_list, name="list"),
    path(FINDING, views.finding, name="show"),
    path(f"{FINDING}diketahui/", noting.acknowledge, name="acknowledge"),
    path(f"{FINDING}batal/", noting.withdraw, name="withdraw"),
]
