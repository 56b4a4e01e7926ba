"""Addresses of the quality of the records."""

from django.urls import path

from pamong.web.kualitas import views

app_name = "kualitas"
ALL = "<slug:government>/kualitas-data/"
urlpatterns = [
    path(ALL, views.scores, name="list"),
    path(f"{ALL}kerja/", views.work, name="work"),
    path(f"{ALL}cetak/", views.sheet, name="sheet"),
    path(f"{ALL}excel/", views.excel, name="excel"),
    path(f"{ALL}hitung/", views.count, name="count"),
]
