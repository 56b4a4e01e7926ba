"""Giving roles by a list: pasted, looked at row by row, and given as one act."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.policies import can_administer_accounts
from pamong.apps.accounts.roles_listed import REFUSALS, ListedRole, give_listed, refused_rows
from pamong.apps.organisasi.unit_tree import unit_names
from pamong.kernel.day import format_day
from pamong.kernel.number import format_number
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.akun.desk import crumbs_to
from pamong.web.akun.listed_rows import ListedRows, read_listed
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.fields import TextField
from pamong.web.pejabat.forms import WHY
from pamong.web.standpoint import look_from


class ListedForm(forms.Form):
    """The rows as they were pasted."""

    rows = TextField(
        gettext_lazy("Daftarnya"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "Tempel dari Excel, satu baris satu peran: NIP atau nama pengguna, peran, OPD atau "
            "unitnya, hari pertama, hari terakhir. Yang tidak perlu dikosongkan; tanpa hari "
            "pertama, mulai hari ini."
        ),
    )
    reason = TextField(gettext_lazy("Alasan"), max_length=300, help_text=WHY)


@require_http_methods(["GET", "HEAD", "POST"])
def give_many(request: Request, government: str) -> HttpResponse:
    """Give the roles of a list, after what each row gives; a doubtful row holds up them all."""
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    form, page = ListedForm(sent(request)), _page(request)
    roles = _roles(request, form)
    if roles:
        shown = show_plan(request, form, page, _sentences(roles, here.today))
        if shown is not None:
            return shown
    number = attempt(
        form,
        lambda: give_listed(
            roles=roles,
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if number is None:
        return show_act(request, form, page)
    given = ngettext("%(number)s peran diberikan.", "%(number)s peran diberikan.", number)
    return done(request, page.back, given % {"number": format_number(number)})


def _roles(request: Request, form: ListedForm) -> list[ListedRole]:
    """Return what the rows give; while something is doubtful, none is, as the field tells."""
    if not form.is_bound or not form.is_valid():
        return []
    here = request.standpoint
    read = read_listed(here.government, form.cleaned_data["rows"], day=here.today)
    refused = refused_rows(
        read.roles,
        by=request.access,
        actor=actor_of(request.user),
        reason=form.cleaned_data["reason"],
    )
    for sentence in _doubts(read, refused):
        form.add_error("rows", sentence)
    if not form.errors and not read.roles:
        form.add_error("rows", _("Tidak ada satu baris pun yang memberi peran."))
    return read.roles


def _doubts(read: ListedRows, refused: Mapping[int, str]) -> list[str]:
    named = {each.row: f"{each.account.user.nama}, {each.new.role.label}" for each in read.roles}
    told = {doubt.row: (doubt.text, doubt.sentence) for doubt in read.doubts}
    told |= {row: (named[row], sentence) for row, sentence in refused.items()}
    return [
        _("Baris %(row)d (%(what)s): %(sentence)s")
        % {"row": row, "what": what, "sentence": sentence}
        if what
        else sentence
        for row, (what, sentence) in sorted(told.items())
    ]


def _sentences(roles: Sequence[ListedRole], day: date) -> list[str]:
    """Return what each row gives, to whom, over what and for which days."""
    units = unit_names([each.new.scope.unit.pk for each in roles if each.new.scope.unit], day=day)
    return [_sentence(each, units) for each in roles]


def _sentence(each: ListedRole, units: Mapping[int, str]) -> str:
    scope = each.new.scope
    told = {
        "name": each.account.user.nama,
        "username": each.account.user.username,
        "role": each.new.role.label,
        "where": units[scope.unit.pk] if scope.unit else scope.opd or scope.pemda,
        "first": format_day(each.new.starts_on),
    }
    if each.new.ends_before is None:
        return _("%(name)s (%(username)s): %(role)s, %(where)s, mulai %(first)s.") % told
    told["last"] = format_day(each.new.ends_before - timedelta(days=1))
    return _("%(name)s (%(username)s): %(role)s, %(where)s, %(first)s sampai %(last)s.") % told


def _page(request: Request) -> ActPage:
    here = request.standpoint
    return ActPage(
        title=_("Beri peran menurut daftar"),
        lead=_(
            "Untuk akun yang sudah ada: kepala dan operator setiap OPD, atasan, inspektorat. "
            "Seluruh daftar diberikan sebagai satu tindakan, atau tidak satu pun."
        ),
        button=_("Beri peran"),
        back=here.address("akun:list", here.government.slug),
        crumbs=crumbs_to(request),
    )
