"""Addresses of Arahan."""

from django.urls import path

from pamong.web.arahan import answers, changing, lists, sheets, views

app_name = "arahan"
ONE = "arahan/<uuid:public_id>/"
SHEET = "arahan/isian/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/arahan/", views.directive_list, name="list"),
    path(ONE, views.directive, name="show"),
    path(f"{ONE}tenggat/", changing.term, name="term"),
    path(f"{ONE}opd/", changing.units, name="units"),
    path(f"{ONE}penerima/", changing.addressees, name="addressees"),
    path(f"{ONE}pemberi/", changing.giver, name="giver"),
    path(f"{ONE}ulang/", changing.repeat, name="repeat"),
    path(f"{ONE}daftar/", lists.ask, name="ask-list"),
    path(f"{ONE}isian/", lists.compiled, name="compiled"),
    path(f"{ONE}isian/unduh/", lists.download, name="download"),
    path(f"{ONE}jawaban/", answers.record, name="answer"),
    path(SHEET, sheets.fill, name="sheet"),
    path(f"{SHEET}baris/", sheets.add_row, name="add-row"),
    path(f"{SHEET}lengkap/", sheets.complete, name="complete"),
    path(f"{SHEET}buka/", sheets.reopen, name="reopen"),
    path("arahan/jawaban/<uuid:public_id>/berkas/", answers.file, name="answer-file"),
]
