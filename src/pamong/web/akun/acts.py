"""Acts on an account that need a reason and little else."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts import account_acts
from pamong.apps.accounts.account_list import Account
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.akun.desk import address_of, crumbs_to, on_account
from pamong.web.akun.forms import LinkForm, ReasonForm
from pamong.web.akun.opening import tell_password
from pamong.web.http import Request, actor_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of an act says, and what is said when it is done."""

    title: "StrOrPromise"
    lead: "StrOrPromise"
    button: "StrOrPromise"
    done: "StrOrPromise"


CLOSE = Words(
    gettext_lazy("Tutup akun"),
    gettext_lazy(
        "Orangnya keluar seketika dan tidak dapat masuk lagi. Perannya dan riwayatnya tetap."
    ),
    gettext_lazy("Tutup akun"),
    gettext_lazy("Akun ditutup."),
)
REOPEN = Words(
    gettext_lazy("Buka lagi akun"),
    gettext_lazy(
        "Orangnya dapat masuk lagi dengan kata sandinya yang lama, dalam peran yang masih ada."
    ),
    gettext_lazy("Buka lagi"),
    gettext_lazy("Akun dibuka lagi."),
)
PASSWORD = Words(
    gettext_lazy("Kata sandi awal yang baru"),
    gettext_lazy(
        "Kata sandi lama tidak berlaku lagi, semua sesi berakhir, dan yang baru tampil sekali."
    ),
    gettext_lazy("Buat kata sandi awal"),
    "",
)
FACTOR = Words(
    gettext_lazy("Lepas faktor kedua"),
    gettext_lazy(
        "Untuk telepon yang hilang. Pastikan dulu bahwa yang meminta memang orangnya: sesudah ini "
        "kata sandinya saja cukup untuk masuk, sampai faktor yang baru dipasang."
    ),
    gettext_lazy("Lepas faktor kedua"),
    gettext_lazy("Faktor kedua dan kode pemulihannya dilepas; semua sesi diakhiri."),
)
SIGN_OUT = Words(
    gettext_lazy("Akhiri semua sesi"),
    gettext_lazy("Orangnya keluar di semua perangkat, dan dapat masuk lagi."),
    gettext_lazy("Akhiri semua sesi"),
    gettext_lazy("Semua sesi akun ini diakhiri."),
)
LINK = Words(
    gettext_lazy("Tautan SSO"),
    gettext_lazy("Pengenal orang ini di SSO daerah. Kosongkan untuk melepas tautannya."),
    gettext_lazy("Simpan tautan"),
    gettext_lazy("Tautan SSO disimpan; semua sesi akun ini diakhiri."),
)


@on_account
def close(request: Request, account: Account) -> HttpResponse:
    return _with_reason(request, account, CLOSE, account_acts.close_account)


@on_account
def reopen(request: Request, account: Account) -> HttpResponse:
    return _with_reason(request, account, REOPEN, account_acts.reopen_account)


@on_account
def no_second_factor(request: Request, account: Account) -> HttpResponse:
    return _with_reason(request, account, FACTOR, account_acts.reset_second_factor)


@on_account
def sign_out(request: Request, account: Account) -> HttpResponse:
    return _with_reason(request, account, SIGN_OUT, account_acts.sign_out_everywhere)


@on_account
def new_password(request: Request, account: Account) -> HttpResponse:
    form = ReasonForm(sent(request))
    password = attempt(
        form,
        lambda: account_acts.reset_password(
            user=account.user,
            at=timezone.now(),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
    )
    if password is None:
        return show_act(request, form, _page(request, account, PASSWORD))
    return tell_password(request, account.user, password)


@on_account
def link(request: Request, account: Account) -> HttpResponse:
    if settings.PAMONG_OIDC is None:
        raise Http404(_("SSO daerah belum diatur di sini."))
    form = LinkForm(sent(request), initial={"subject": account.user.sso_subject or ""})

    def act() -> bool:
        account_acts.link_subject(
            user=account.user,
            subject=form.cleaned_data["subject"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    if attempt(form, act) is None:
        return show_act(request, form, _page(request, account, LINK))
    return done(request, address_of(request, account), str(LINK.done))


def _with_reason(
    request: Request, account: Account, words: Words, act: Callable[..., None]
) -> HttpResponse:
    form = ReasonForm(sent(request))

    def run() -> bool:
        reason = form.cleaned_data["reason"]
        act(user=account.user, actor=actor_of(request.user), reason=reason)
        return True

    if attempt(form, run) is None:
        return show_act(request, form, _page(request, account, words))
    return done(request, address_of(request, account), str(words.done))


def _page(request: Request, account: Account, words: Words) -> ActPage:
    return ActPage(
        title=words.title,
        lead=words.lead,
        button=words.button,
        back=address_of(request, account),
        crumbs=crumbs_to(request, account),
    )
