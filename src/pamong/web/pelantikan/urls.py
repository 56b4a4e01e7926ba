"""Addresses of Pelantikan."""

from django.urls import path

from pamong.web.pelantikan import acts, lines, views

app_name = "pelantikan"
LIST = "<slug:government>/pelantikan/"
PLAN = f"{LIST}<uuid:public_id>/"
urlpatterns = [
    path(LIST, views.plan_list, name="list"),
    path(f"{LIST}baru/", acts.draft, name="draft"),
    path(PLAN, views.show, name="plan"),
    path(f"{PLAN}lampiran/", views.sheet, name="sheet"),
    path(f"{PLAN}lampiran.xlsx", views.excel, name="excel"),
    path(f"{PLAN}baris/", lines.add, name="lines"),
    path(f"{PLAN}baris/<int:position>/hapus/", lines.remove, name="line-remove"),
    path(f"{PLAN}baris/<int:position>/alasan/", lines.why, name="line-reason"),
    path(f"{PLAN}persetujuan/", acts.consent, name="consent"),
    path(f"{PLAN}sumpah/", acts.oath, name="oath"),
    path(f"{PLAN}jalankan/", acts.carry_out, name="carry-out"),
    path(f"{PLAN}batalkan/", acts.take_back, name="take-back"),
]
