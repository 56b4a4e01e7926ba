"""Addresses of Susunan."""

from django.urls import path

from pamong.web.susunan import people, planning, posts, steps, views

app_name = "susunan"
PLANS = "<slug:government>/susunan/penataan/"
PLAN = f"{PLANS}<uuid:public_id>/"
POST = "<slug:government>/susunan/jabatan/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/susunan/", views.structure, name="list"),
    path("<slug:government>/susunan/opd/<int:opd_id>/", views.opd, name="opd"),
    path("<slug:government>/susunan/unit/<uuid:public_id>/", views.unit, name="unit"),
    path(POST, posts.post, name="post"),
    path(f"{POST}ubah/", posts.change, name="post-change"),
    path(PLANS, planning.plan_list, name="plans"),
    path(f"{PLANS}baru/", planning.draft, name="draft"),
    path(PLAN, planning.show, name="plan"),
    path(f"{PLAN}pegawai/", people.people, name="people"),
    path(f"{PLAN}langkah/", steps.add, name="step"),
    path(f"{PLAN}langkah/<int:position>/hapus/", steps.remove, name="step-remove"),
    path(f"{PLAN}jalankan/", planning.carry_out, name="carry-out"),
    path(f"{PLAN}batalkan/", planning.take_back, name="take-back"),
]
