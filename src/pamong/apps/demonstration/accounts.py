"""The accounts of the demonstration: one for each kind of user, with random passwords."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from pamong.apps.accounts.models import OF_A_PERSON, OF_ALL_GOVERNMENTS, Role
from pamong.apps.accounts.services import Scope, ensure_role, ensure_user, set_password
from pamong.apps.core.audit import Actor
from pamong.apps.demonstration.scenario import DemoAccount, scenario
from pamong.apps.kepegawaian.models import Placement
from pamong.apps.organisasi.models import Opd, UnitState
from pamong.apps.organisasi.selectors import resident_pemda

if TYPE_CHECKING:
    from django.db.models import QuerySet

SINCE = date(2019, 1, 1)
"""Roles begin before the first document, so that none of them looks newer than what it shows."""


@dataclass(frozen=True, slots=True)
class OpenedAccount:
    """One account; ``password`` is empty where it was told before."""

    username: str
    role: str
    password: str


def open_accounts(*, new_passwords: bool, actor: Actor) -> list[OpenedAccount]:
    """Make the accounts that are not there, each with its role in every government.

    With ``new_passwords`` those that are there get new ones. A password is told once, here.
    """
    return [_open(told, new_passwords, actor) for told in scenario().accounts]


def _open(told: DemoAccount, new_passwords: bool, actor: Actor) -> OpenedAccount:  # noqa: FBT001
    password = secrets.token_urlsafe(9)
    is_new = ensure_user(username=told.username, nama=told.nama, password=password, actor=actor)
    if new_passwords and not is_new:
        set_password(username=told.username, password=password, actor=actor)
    role = Role(told.role)
    scopes = [] if role in OF_A_PERSON and not is_new else _scopes(told, role)
    for scope in scopes:  # an account of a person stays that person's
        ensure_role(
            username=told.username,
            role=role,
            scope=scope,
            since=SINCE,
            actor=actor,
            reason="membuka akun peraga",
        )
    is_told = is_new or new_passwords
    return OpenedAccount(told.username, str(role.label), password if is_told else "")


def _scopes(told: DemoAccount, role: Role) -> Iterable[Scope]:
    if role in OF_ALL_GOVERNMENTS:
        return [Scope()]
    if not told.opd:
        return [Scope(pemda) for pemda in resident_pemda()]
    opds = Opd.objects.filter(nama=told.opd, pemda__is_resident=True).select_related("pemda")
    if role in OF_A_PERSON:
        return _somebody_in(opds)
    if not told.unit:
        return [Scope(opd.pemda, opd) for opd in opds.order_by("id")]
    states = UnitState.objects.on(SINCE).filter(opd__in=opds, nama=told.unit)
    return [
        Scope(state.unit.pemda, unit=state.unit)
        for state in states.select_related("unit__pemda").order_by("id")
    ]


def _somebody_in(opds: "QuerySet[Opd]") -> list[Scope]:
    """Return the scope of who has most ahead of him in one of ``opds``, then of who stays longest.

    Real OPDs have nobody here.
    """
    ahead = Count(
        "pegawai__due_days", Q(pegawai__due_days__due_on__gt=F("pegawai__due_days__as_of"))
    )
    placed = Placement.objects.filter(opd__in=opds).select_related("pegawai__person", "opd__pemda")
    shown = placed.annotate(ahead=ahead).order_by("-ahead", "-ends_before", "starts_on", "id")
    one = shown.first()
    return [Scope(one.opd.pemda, person=one.pegawai.person)] if one else []
