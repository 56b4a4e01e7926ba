"""Addresses of Pegawai; no number of a person stands in one."""

from django.urls import path

from pamong.web.pegawai import acting, papers, person, views
from pamong.web.pegawai.desk import follows_who_stays as follows

app_name = "pegawai"
LIST = "<slug:government>/pegawai/"
ONE = f"{LIST}<uuid:public_id>/"
SECTION = f"{ONE}bagian/<slug:section>/"
ENTRY = f"{SECTION}<int:number>/"
urlpatterns = [
    path(LIST, views.people, name="list"),
    path(f"{LIST}cetak/", views.sheet, name="sheet"),
    path(f"{LIST}excel/", views.excel, name="excel"),
    path(ONE, follows(person.person), name="person"),
    path(f"{ONE}riwayat-hidup/", follows(person.whole_sheet), name="whole"),
    path(f"{ONE}excel/", follows(person.excel), name="excel-one"),
    path(f"{ONE}dokumen/baru/", follows(papers.keep), name="paper-new"),
    path(f"{ONE}dokumen/<uuid:document>/", follows(papers.file), name="paper"),
    path(SECTION, follows(person.section), name="section"),
    path(f"{SECTION}catat/", follows(acting.record), name="record"),
    path(ENTRY, follows(person.entry), name="entry"),
    path(f"{ENTRY}koreksi/", follows(acting.correct), name="correct"),
    path(f"{ENTRY}cabut/", follows(acting.withdraw), name="withdraw"),
]
