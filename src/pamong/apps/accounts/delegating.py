"""Acts on delegations: a role is used by another while its owner is away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.accounts.models import Delegation, Role, RoleGrant, User
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period

DELEGABLE = (
    Role.BKD_ADMIN,
    Role.BKD,
    Role.SEKDA,
    Role.KEPALA_DAERAH,
    Role.AJUDAN,
    Role.INSPEKTORAT,
    Role.KEPALA_OPD,
    Role.OPERATOR_OPD,
    Role.ATASAN,
)
"""Roles of an office. What somebody is as a person, or as a program, nobody does for him."""


NAMED = 5
"""Accounts of one name that are told apart at once."""
SUGGESTED = 100
"""Accounts that are suggested before anything is written."""


class DelegationRefusedError(ValueError):
    """A role cannot be delegated so; the message says why and what to do."""


class DelegationNotFoundError(LookupError):
    """There is no such delegation."""

    def __init__(self) -> None:
        super().__init__(_("Pelimpahan ini tidak ada."))


@dataclass(frozen=True, slots=True)
class NewDelegation:
    """Which role goes to whom, and for which days."""

    grant: RoleGrant
    to: User
    period: Period


def plan_delegation(*, new: NewDelegation, day: date) -> list[str]:
    """Say what a delegation will let somebody do, before it is given.

    Raises:
        DelegationRefusedError: the role, the receiver or the days do not allow it.
    """
    _check(new, day)
    told = {
        "to": new.to.nama,
        "role": new.grant.get_role_display(),
        "where": scope_of(new.grant),
        "owner": new.grant.user.nama,
        "days": format_period(new.period),
    }
    sentences = [
        _("%(to)s memakai peran %(role)s (%(where)s) milik %(owner)s, %(days)s.") % told,
        _("Tindakannya dicatat sebagai “%(to)s a.n. %(owner)s”, dan terlihat oleh keduanya.")
        % told,
        _("Catatan pribadi %(owner)s tidak ikut terbuka.") % told,
    ]
    end = new.grant.ends_before
    if end is not None and (new.period.end is None or new.period.end > end):
        sentences.append(
            _("Peran %(owner)s sendiri berakhir sebelum %(day)s; pelimpahan berhenti bersamanya.")
            % {**told, "day": format_day(end)}
        )
    return sentences


def delegate(*, new: NewDelegation, day: date, actor: Actor, reason: str) -> Delegation:
    """Let somebody use a role of another for some days.

    Raises:
        DelegationRefusedError: the role, the receiver or the days do not allow it.
        RefusedError: there is no last day.
    """
    with act("accounts.delegate", actor=actor, reason=reason), refusals():
        # Two delegations of one role to one user at once would both find no other.
        RoleGrant.objects.select_for_update(of=("self",)).get(pk=new.grant.pk)
        _check(new, day)
        return Delegation.objects.create(
            grant=new.grant,
            to=new.to,
            starts_on=new.period.start,
            ends_before=new.period.end,
            reason=reason.strip(),
            by=actor.label,
        )


def withdraw_delegation(
    *, delegation: Delegation, day: date, actor: Actor, reason: str
) -> Delegation:
    """End a delegation on ``day``, from which it no longer holds.

    Raises:
        DelegationRefusedError: it is over already.
    """
    with act("accounts.withdraw_delegation", actor=actor, reason=reason), refusals():
        row = Delegation.objects.select_for_update().get(pk=delegation.pk)
        if row.withdrawn_on is not None or (row.ends_before and row.ends_before <= day):
            raise DelegationRefusedError(
                _("Pelimpahan ini sudah berakhir. Muat ulang halamannya.")
            )
        row.withdrawn_on = day
        row.save(update_fields=["withdrawn_on"])
        return row


def delegations_of(user_id: int) -> list[Delegation]:
    """Return what somebody gave and received, and what was given for him, the latest first."""
    rows = Delegation.objects.filter(Q(to=user_id) | Q(grant__user=user_id))
    return list(rows.select_related(*TOLD).order_by("-starts_on", "-id")[:200])


def get_delegation(public_id: UUID) -> Delegation:
    """Return one delegation.

    Raises:
        DelegationNotFoundError: there is none.
    """
    row = Delegation.objects.select_related(*TOLD).filter(public_id=public_id).first()
    if row is None:
        raise DelegationNotFoundError
    return row


def delegable_grants(user_id: int, *, day: date) -> list[RoleGrant]:
    """Return the roles of somebody that another may use for him, on ``day``."""
    rows = RoleGrant.objects.on(day).filter(user=user_id, role__in=DELEGABLE)
    return list(rows.select_related("user", "pemda", "opd", "unit").order_by("id"))


def receiver_named(text: str, grant: RoleGrant, *, day: date) -> User:
    """Return whom a text means among those who have a role in the government of ``grant``.

    It is the name of an account, else a whole name, else parts of one.

    Raises:
        DelegationRefusedError: it means nobody, or several.
    """
    told = text.strip()
    users = _who_works_in([grant], day).order_by("nama", "id")
    named = users
    for word in told.split():
        named = named.filter(nama__icontains=word)
    for found in (users.filter(username__iexact=told), users.filter(nama__iexact=told), named):
        met = list(found[: NAMED + 1])
        if len(met) == 1:
            return met[0]
        if met:
            raise DelegationRefusedError(_several(told, met))
    raise DelegationRefusedError(
        _(
            "Tidak ada akun dengan nama “%(told)s” di %(pemda)s. Periksa ejaannya, atau minta"
            " admin BKD membukakan akunnya."
        )
        % {"told": told, "pemda": grant.pemda}
    )


def usual_receivers(grants: Iterable[RoleGrant], *, day: date) -> list[User]:
    """Return some who have a role of an office in a government of ``grants``, by name."""
    users = _who_works_in(grants, day, role__in=DELEGABLE)
    return list(users.order_by("nama", "id")[:SUGGESTED])


def scope_of(grant: RoleGrant) -> str:
    """Say over what a role holds."""
    if grant.unit is not None:
        state = grant.unit.states.order_by("-starts_on").first()
        return str(state or grant.unit)
    return str(grant.opd or grant.pemda or _("semua pemerintah daerah"))


TOLD = ("grant__user", "grant__pemda", "grant__opd", "grant__unit", "to")


def _check(new: NewDelegation, day: date) -> None:
    grant = new.grant
    if grant.role not in DELEGABLE or grant.pemda_id is None:
        raise DelegationRefusedError(
            _("Peran %s melekat pada orangnya dan tidak dapat dilimpahkan. Pilih peran lain.")
            % grant.get_role_display()
        )
    if new.to.pk == grant.user_id:
        raise DelegationRefusedError(
            _("Penerima adalah pemilik peran itu sendiri. Pilih orang lain.")
        )
    if not new.to.is_active or not _works_there(new.to, grant, day):
        raise DelegationRefusedError(
            _("%(to)s tidak mempunyai peran di %(pemda)s. Pilih orang dari pemerintah itu.")
            % {"to": new.to, "pemda": grant.pemda}
        )
    if new.period.end is None or new.period.end <= day:
        raise DelegationRefusedError(
            _("Hari terakhir pelimpahan sudah lewat atau kosong. Tulis hari ini atau sesudahnya.")
        )
    if new.period.start < day:
        raise DelegationRefusedError(
            _("Hari pertama pelimpahan sudah lewat. Tulis hari ini atau sesudahnya.")
        )
    if not grant.period.overlaps(new.period):
        raise DelegationRefusedError(
            _("Peran itu sendiri tidak berlaku pada hari-hari tersebut. Periksa tanggalnya.")
        )
    same = Delegation.objects.filter(grant=grant, to=new.to, withdrawn_on=None)
    if same.overlapping(new.period).exists():
        raise DelegationRefusedError(
            _(
                "Peran ini sudah dilimpahkan kepadanya untuk sebagian hari itu. Tarik dulu yang"
                " ada."
            )
        )


def _who_works_in(grants: Iterable[RoleGrant], day: date, **more: object) -> QuerySet[User]:
    """Return who may sign in and has a role in a government of ``grants``, its owner aside."""
    given = list(grants)
    held = RoleGrant.objects.on(day).filter(
        pemda__in=[grant.pemda_id for grant in given], user=OuterRef("pk"), **more
    )
    users = User.objects.filter(Exists(held), is_active=True)
    return users.exclude(pk__in=[grant.user_id for grant in given])


def _several(told: str, met: Sequence[User]) -> str:
    """Say that several are called so, with the accounts of a few."""
    some = "; ".join(f"{user.nama}: {user.username}" for user in met[:NAMED])
    more = "; …" if len(met) > NAMED else ""
    return _(
        "Ada beberapa akun dengan nama “%(told)s” (%(some)s). Tulis nama akun yang dimaksud."
    ) % {"told": told, "some": some + more}


def _works_there(user: User, grant: RoleGrant, day: date) -> bool:
    return RoleGrant.objects.on(day).filter(user=user, pemda=grant.pemda_id).exists()
