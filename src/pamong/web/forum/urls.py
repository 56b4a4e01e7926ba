"""Addresses of Forum."""

from django.urls import path

from pamong.web.forum import entry, minutes, rahasia, series, standing, views

app_name = "forum"
ONE = "forum/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/forum/", views.forum_list, name="list"),
    path("<slug:government>/forum/baru/", entry.announce, name="new"),
    path("<slug:government>/forum/seri/baru/", series.open_one, name="new-series"),
    path("<slug:government>/forum/seri/<uuid:public_id>/", series.show, name="series"),
    path(ONE, views.forum, name="show"),
    path(f"{ONE}riwayat/", views.history, name="history"),
    path(f"{ONE}batalkan/", standing.call_off, name="call-off"),
    path(f"{ONE}adakan-kembali/", standing.reinstate, name="reinstate"),
    path(f"{ONE}perbaiki/", standing.correct, name="correct"),
    path(f"{ONE}undangan/", entry.invite_more, name="invite"),
    path(f"{ONE}daftar-hadir/", entry.roll_call, name="roll-call"),
    path(f"{ONE}protokol/", minutes.protocol, name="protocol"),
    path(f"{ONE}pernyataan/", minutes.statement, name="statement"),
    path(f"{ONE}arahan/", minutes.directive, name="directive"),
    path(f"{ONE}komitmen/", minutes.commitment, name="commitment"),
    path(f"{ONE}seri/", series.link, name="link-series"),
    path(f"{ONE}tanpa-nama/", rahasia.leave, name="confidential"),
    path("forum/agenda/<uuid:public_id>/teruskan/", minutes.raise_one, name="raise"),
]
