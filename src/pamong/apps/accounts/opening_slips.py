"""First passwords of accounts that were opened together: made, told once, and nowhere in words.

What is told is made at that moment and kept as a digest, in the transaction in which the file is
written: no file lies anywhere, and one that went astray is made worthless by another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.looking import Seen, keep_look
from pamong.apps.accounts.models import AccountOpening, LookWay, OpeningStep, Role, RoleGrant, User
from pamong.apps.accounts.opening_many import can_open_many
from pamong.apps.accounts.passwords import first_password, kept_quickly
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.core.audit import Actor, act
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.roster_columns import Column, annotated

SECTION, PAGE = "diri", "akun:opened"
KEEP = """
    UPDATE accounts_user u SET password = told.kept, password_set_at = %(at)s
      FROM unnest(%(ids)s::bigint[], %(kept)s::text[]) AS told (id, kept) WHERE u.id = told.id"""
File = TypeVar("File")


class NotToldToYouError(PermissionError):
    """First passwords are told to whoever opened the accounts, or asked for new ones."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Kata sandi awal ini hanya diberikan kepada yang membuka akunnya. Buat kata sandi "
                "awal yang baru bagi yang belum pernah masuk; yang lama tidak berlaku lagi."
            )
        )


class ToldAlreadyError(ValueError):
    """First passwords were told, and are nowhere any more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Kata sandi awal sudah diambil sekali dan tidak disimpan. Kalau berkasnya hilang, "
                "buat yang baru bagi yang belum pernah masuk."
            )
        )


class NothingToTellError(LookupError):
    """No account of an opening waits for a first password."""

    def __init__(self) -> None:
        super().__init__(
            _("Tidak ada akun yang menunggu kata sandi awal: semuanya sudah dipakai atau ditutup.")
        )


@dataclass(frozen=True, slots=True)
class Slip:
    """What one person is handed: the user name is the NIP."""

    opd: str
    unit: str
    nama: str
    username: str
    password: str


def waiting(row: AccountOpening) -> "QuerySet[User]":
    """Return the accounts of an opening that nobody has used yet."""
    opened = User.objects.filter(opened_by__opening=row, is_active=True)
    return opened.filter(has_first_password=True, last_login=None)


def tell_first_passwords(
    *,
    opening: AccountOpening,
    by: Access,
    at: datetime,
    actor: Actor,
    write: Callable[[Sequence[Slip]], File],
) -> File:
    """Make first passwords for the accounts that wait for one, and tell them to ``write``, once.

    Whatever ``write`` raises leaves everything as it was.

    Raises:
        BeyondOwnPowerError: ``by`` may not open accounts in the government any more.
        NotToldToYouError: somebody else is to be told.
        ToldAlreadyError: they were told.
        NothingToTellError: no account waits for one.
    """
    if not can_open_many(by, opening.pemda):
        raise BeyondOwnPowerError
    with act("accounts.tell_first_passwords", actor=actor, reason=opening.reason):
        row = AccountOpening.objects.select_for_update().get(pk=opening.pk)
        if row.tells_to != actor.user_id:
            raise NotToldToYouError
        if row.told_at is not None:
            raise ToldAlreadyError
        users = list(waiting(row).select_for_update(of=["self"]))
        if row.step != OpeningStep.OPENED or not users:
            raise NothingToTellError
        told = {user.pk: first_password() for user in users}
        kept = [kept_quickly(password) for password in told.values()]
        with connection.cursor() as cursor:
            cursor.execute(KEEP, {"at": at, "ids": list(told), "kept": kept})
        row.told_at = at
        row.save(update_fields=["told_at"])
        persons = _persons(row, users)
        seen = Seen((SECTION,), LookWay.EXPORT, PAGE)
        keep_look(by, opening.pemda, persons.values(), seen, at=at)
        return write(_slips(row, users, told, persons))


def renew_first_passwords(
    *, opening: AccountOpening, by: Access, actor: Actor, reason: str
) -> None:
    """Let new first passwords be told, to whoever asks here; those told before end with that.

    Raises:
        BeyondOwnPowerError: ``by`` may not open accounts in the government.
        NothingToTellError: no account waits for one.
    """
    if not can_open_many(by, opening.pemda):
        raise BeyondOwnPowerError
    with act("accounts.renew_first_passwords", actor=actor, reason=reason):
        row = AccountOpening.objects.select_for_update().get(pk=opening.pk)
        if row.step != OpeningStep.OPENED or not waiting(row).exists():
            raise NothingToTellError
        row.told_at, row.tells_to = None, actor.user_id
        row.save(update_fields=["told_at", "tells_to"])


def _persons(row: AccountOpening, users: Sequence[User]) -> dict[int, int]:
    """Return whom each account was opened for, by their ids."""
    grants = RoleGrant.objects.filter(user__in=users, role=Role.PEGAWAI, pemda=row.pemda_id)
    return dict(grants.values_list("user", "person"))


def _slips(
    row: AccountOpening,
    users: Sequence[User],
    told: dict[int, str],
    persons: dict[int, int],
) -> list[Slip]:
    """Return what is handed out, as it is handed out: by OPD, unit and name."""
    rows: QuerySet[Any] = Pegawai.objects.on(row.day).filter(
        pemda=row.pemda_id, person__in=persons.values()
    )
    placed: QuerySet[Any] = annotated(rows, [Column.OPD, Column.UNIT], day=row.day, ended=False)
    places = {
        person: (opd or "", unit or "")
        for person, opd, unit in placed.values_list("person", "told_opd", "told_unit")
    }
    slips = [
        Slip(*places.get(persons.get(user.pk, 0), ("", "")), user.nama, user.username,
             told[user.pk])
        for user in users
    ]  # fmt: skip
    return sorted(slips, key=lambda each: (each.opd, each.unit, each.nama, each.username))
