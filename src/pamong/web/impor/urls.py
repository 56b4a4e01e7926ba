"""Addresses of Impor."""

from django.urls import path

from pamong.web.impor import choosing, deciding, doubts, matching, rows, structuring, upload, views

app_name = "impor"
LIST = "<slug:government>/impor/"
ONE = f"{LIST}<uuid:public_id>/"
urlpatterns = [
    path(LIST, views.imports, name="list"),
    path(f"{LIST}baru/", upload.upload, name="upload"),
    path(ONE, views.show, name="show"),
    path(f"{ONE}baris/", rows.rows, name="rows"),
    path(f"{ONE}keraguan/", doubts.doubts, name="doubts"),
    path(f"{ONE}keraguan.xlsx", doubts.excel, name="excel"),
    path(f"{ONE}cocokkan/", matching.match, name="match"),
    path(f"{ONE}susunan/", structuring.structure, name="structure"),
    path(f"{ONE}pilih/", choosing.choose, name="choose"),
    path(f"{ONE}terima/", deciding.accept, name="accept"),
    path(f"{ONE}tinggalkan/", deciding.leave, name="leave"),
    path(f"{ONE}batalkan/", deciding.undo, name="undo"),
    path(f"{ONE}ulangi/", deciding.again, name="again"),
]
