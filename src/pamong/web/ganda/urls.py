"""Addresses of people recorded twice; no number of a person stands in one."""

from django.urls import path

from pamong.web.ganda import acting, merging, views

app_name = "ganda"
ALL = "<slug:government>/pegawai/ganda/"
PAIR = f"{ALL}<uuid:public_id>/"
DONE = f"{ALL}gabungan/<uuid:public_id>/"
urlpatterns = [
    path(ALL, views.pairs, name="list"),
    path(f"{ALL}bukan/", views.apart, name="apart-list"),
    path(f"{ALL}gabungan/", views.done, name="done-list"),
    path(f"{ALL}cari/", acting.look, name="look"),
    path(PAIR, views.pair, name="pair"),
    path(f"{PAIR}bukan/", acting.keep, name="keep-apart"),
    path(f"{PAIR}tarik/", acting.take_back, name="take-back"),
    path(f"{PAIR}gabung/", merging.merge, name="merge"),
    path(DONE, merging.show, name="done"),
    path(f"{DONE}batal/", merging.undo, name="undo"),
]
