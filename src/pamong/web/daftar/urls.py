"""Addresses of the lists; the filters stand in them, a number of a person never does."""

from django.urls import path

from pamong.web.daftar import bagan, views

app_name = "daftar"
ALL = "<slug:government>/daftar/"
ONE = f"{ALL}<slug:daftar>/"
CHARTS = f"{ALL}bagan/"
urlpatterns = [
    path(ALL, views.index, name="index"),
    path(CHARTS, bagan.first, name="charts"),
    path(f"{CHARTS}<slug:bagan>/", bagan.chart, name="chart"),
    path(f"{CHARTS}<slug:bagan>/excel/", bagan.excel, name="chart_excel"),
    path(ONE, views.show, name="show"),
    path(f"{ONE}cetak/", views.sheet, name="sheet"),
    path(f"{ONE}excel/", views.excel, name="excel"),
]
