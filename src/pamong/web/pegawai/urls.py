"""Addresses of Pegawai; no number of a person stands in one."""

from django.urls import path

from pamong.web.pegawai import acting, papers, person, views

app_name = "pegawai"
LIST = "<slug:government>/pegawai/"
ONE = f"{LIST}<uuid:public_id>/"
SECTION = f"{ONE}bagian/<slug:section>/"
ENTRY = f"{SECTION}<int:number>/"
urlpatterns = [
    path(LIST, views.people, name="list"),
    path(f"{LIST}cetak/", views.sheet, name="sheet"),
    path(f"{LIST}excel/", views.excel, name="excel"),
    path(ONE, person.person, name="person"),
    path(f"{ONE}riwayat-hidup/", person.whole_sheet, name="whole"),
    path(f"{ONE}excel/", person.excel, name="excel-one"),
    path(f"{ONE}dokumen/baru/", papers.keep, name="paper-new"),
    path(f"{ONE}dokumen/<uuid:document>/", papers.file, name="paper"),
    path(SECTION, person.section, name="section"),
    path(f"{SECTION}catat/", acting.record, name="record"),
    path(ENTRY, person.entry, name="entry"),
    path(f"{ENTRY}koreksi/", acting.correct, name="correct"),
    path(f"{ENTRY}cabut/", acting.withdraw, name="withdraw"),
]
