"""What is one's own: roles, password, second factor, sessions."""

from allauth.decorators import rate_limit
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.account_list import own_account
from pamong.apps.accounts.signing_in import (
    PasswordRefusedError,
    WrongPasswordError,
    change_own_password,
    demands_second_factor,
)
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.gate import access_to, this_day
from pamong.web.http import Request, actor_of, own_user
from pamong.web.saya.forms import PasswordForm
from pamong.web.saya.sessions import end_other_sessions, go_on, open_sessions
from pamong.web.standpoint import look_from, reached_by


@require_safe
def page(request: Request) -> HttpResponse:
    _stand(request)
    account = own_account(own_user(request).pk, day=this_day())
    context = {"account": account, "is_demanded": demands_second_factor(access_to(request))}
    return render(request, "saya/page.html", context)


@sensitive_post_parameters()
@rate_limit(action="change_password")  # type: ignore[untyped-decorator]  # allauth's
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: Request) -> HttpResponse:
    _stand(request)
    form = PasswordForm(sent(request))
    user = attempt(
        form,
        lambda: change_own_password(
            user_id=own_user(request).pk,
            new=form.new(),
            at=timezone.now(),
            actor=actor_of(request.user),
        ),
        WrongPasswordError,
        PasswordRefusedError,
    )
    back = reverse("saya:page")
    if user is None:
        is_first = own_user(request).has_first_password
        return show_act(request, form, _password_page(back, is_first=is_first))
    go_on(request, user)
    return done(request, back, _("Kata sandi diganti. Sesi di perangkat lain sudah diakhiri."))


@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: Request) -> HttpResponse:
    _stand(request)
    if request.method == "POST":
        end_other_sessions(request)
        messages.success(request, _("Sesi di semua perangkat lain diakhiri."))
        return HttpResponseRedirect(reverse("saya:sessions"))
    return render(request, "saya/sessions.html", {"sessions": open_sessions(request)})


def _stand(request: Request) -> None:
    """Give the page its menu, where there is one: these pages are open without any role too."""
    if reached_by(request) and not own_user(request).has_first_password:
        look_from(request)


def _password_page(back: str, *, is_first: bool) -> ActPage:
    first = _(
        "Kata sandi Anda yang sekarang diketahui pengelola akun. Ganti dulu, baru halaman lain "
        "terbuka."
    )
    return ActPage(
        title=_("Ganti kata sandi"),
        lead=_("Sesudahnya Anda tetap masuk di sini, dan keluar di perangkat lain."),
        button=_("Ganti kata sandi"),
        back=back,
        crumbs=((_("Akun saya"), back),),
        notes=(first,) if is_first else (),
    )
