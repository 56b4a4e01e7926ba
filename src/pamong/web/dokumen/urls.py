"""Addresses of Dokumen; a document and its draft go by the document's own id."""

from django.urls import path

from pamong.web.dokumen import deciding, joining, measuring, proposing, review, views

app_name = "dokumen"
urlpatterns = [
    path("", views.document_list, name="list"),
    path("masukkan/", views.receive, name="receive"),
    path("ukuran/", measuring.page, name="measures"),
    path("<uuid:public_id>/", views.show, name="show"),
    path("<uuid:public_id>/gabungkan/", joining.join, name="join"),
    path("<uuid:public_id>/bedakan/", joining.apart, name="apart"),
    path("<uuid:public_id>/pisahkan/", joining.part, name="part"),
    path("<uuid:public_id>/asli/", views.original, name="original"),
    path("<uuid:public_id>/tinjau/", review.page, name="review"),
    path("<uuid:public_id>/tinjau/isi/", review.fill, name="fill"),
    path("<uuid:public_id>/tinjau/pilih/", review.choose, name="choose"),
    path("<uuid:public_id>/tinjau/tambah/", review.add, name="add"),
    path("<uuid:public_id>/tinjau/hapus/", review.remove, name="remove"),
    path("<uuid:public_id>/tinjau/urungkan/", review.undo, name="undo"),
    path("<uuid:public_id>/usulan/", proposing.ask, name="ask"),
    path("<uuid:public_id>/usulan/pakai/", proposing.take, name="take"),
    path("<uuid:public_id>/usulan/abaikan/", proposing.leave, name="leave"),
    path("<uuid:public_id>/kukuhkan/", deciding.confirm, name="confirm"),
    path("<uuid:public_id>/sisihkan/", deciding.set_aside, name="set-aside"),
]
