"""Addresses of Akun."""

from django.urls import path

from pamong.web.akun import acts, listed, many, opened, opening, roles, second_factor, views

app_name = "akun"
ACCOUNT = "<slug:government>/akun/<uuid:public_id>/"
OPENING = "<slug:government>/akun/bersama/<uuid:public_id>/"
urlpatterns = [
    path("<slug:government>/akun/", views.account_list, name="list"),
    path(
        "<slug:government>/akun/faktor-kedua/", second_factor.second_factor, name="second-factor"
    ),
    path("<slug:government>/akun/baru/", opening.open_one, name="open"),
    path("<slug:government>/akun/peran/", listed.give_many, name="give-many"),
    path("<slug:government>/akun/bersama/", many.openings, name="openings"),
    path("<slug:government>/akun/bersama/buka/", many.open_many, name="many"),
    path(OPENING, opened.show, name="opening"),
    path(f"{OPENING}ulangi/", opened.again, name="opening-again"),
    path(f"{OPENING}berkas/", opened.slips, name="opening-slips"),
    path(f"{OPENING}kata-sandi/", opened.renew, name="opening-renew"),
    path(f"{OPENING}tutup/", opened.close, name="opening-close"),
    path(f"{OPENING}buka-lagi/", opened.reopen, name="opening-reopen"),
    path(ACCOUNT, views.show, name="show"),
    path(f"{ACCOUNT}peran/", roles.give, name="give"),
    path(f"{ACCOUNT}peran/<int:number>/akhiri/", roles.end, name="end"),
    path(f"{ACCOUNT}tutup/", acts.close, name="close"),
    path(f"{ACCOUNT}buka/", acts.reopen, name="reopen"),
    path(f"{ACCOUNT}kata-sandi/", acts.new_password, name="password"),
    path(f"{ACCOUNT}faktor-kedua/", acts.no_second_factor, name="factor"),
    path(f"{ACCOUNT}keluar/", acts.sign_out, name="sign-out"),
    path(f"{ACCOUNT}sso/", acts.link, name="link"),
]
