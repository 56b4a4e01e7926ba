"""Secret addresses of calendars: making one, taking it back, and what it lets its reader see.

A calendar cannot sign in, so its address is its key: 256 bits of chance, told once, of which only
the digest is kept. It shows what its owner may see on the day on which it is read (docs/adr/0071).
"""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access, Notes
from pamong.apps.accounts.models import CalendarAddress, User
from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.signing_in import demands_second_factor
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Pemda

MOST = 10
"""Who needs more has forgotten some: each is a key that lies about."""
KEPT_FOR = timedelta(hours=1)
USED = """
INSERT INTO accounts_calendaruse (address_id, last_read_at) VALUES (%(address)s, %(at)s)
ON CONFLICT (address_id) DO UPDATE SET last_read_at = excluded.last_read_at
WHERE accounts_calendaruse.last_read_at <= %(before)s
"""


class CalendarAddressRefusedError(LookupError):
    """No calendar is read by that address: it is wrong, revoked, or its owner's account closed."""

    def __init__(self) -> None:
        super().__init__(
            _("Alamat kalender ini tidak dikenal atau sudah dicabut. Buat yang baru di Pamong.")
        )


class TooManyCalendarsError(ValueError):
    """Somebody makes one more address than he may have at a time."""

    def __init__(self) -> None:
        super().__init__(
            _("Sudah ada %s alamat kalender. Cabut dulu yang tidak dipakai lagi.") % MOST
        )


class CalendarRevokedAlreadyError(ValueError):
    """An address that was revoked is revoked again."""

    def __init__(self) -> None:
        super().__init__(_("Alamat kalender ini sudah dicabut."))


@dataclass(frozen=True, slots=True)
class MadeAddress:
    """An address with its secret, which is told here and never again."""

    address: CalendarAddress
    secret: str


def make_calendar_address(
    *, user_id: int, pemda: Pemda, name: str, day: date, actor: Actor
) -> MadeAddress:
    """Make a secret address for somebody's calendar in one government.

    Raises:
        TooManyCalendarsError: he has as many as he may.
        RefusedError: it has no name.
    """
    secret = secrets.token_urlsafe(32)
    reason = _("membuat alamat kalender")
    with act("accounts.make_calendar_address", actor=actor, reason=reason), refusals():
        owner = User.objects.select_for_update().get(pk=user_id)
        if CalendarAddress.objects.filter(user=owner, revoked_on=None).count() >= MOST:
            raise TooManyCalendarsError
        address = CalendarAddress.objects.create(
            user=owner, pemda=pemda, name=name.strip(), digest=_digest(secret), made_on=day
        )
    return MadeAddress(address, secret)


def revoke_calendar_address(*, user_id: int, public_id: UUID, day: date, actor: Actor) -> None:
    """Take back an address of one's own; nobody reads by it any more.

    Raises:
        CalendarAddressRefusedError: one has no such address.
        CalendarRevokedAlreadyError: it was taken back before.
    """
    reason = _("mencabut alamat kalender")
    with act("accounts.revoke_calendar_address", actor=actor, reason=reason), refusals():
        rows = CalendarAddress.objects.select_for_update()
        row = rows.filter(user=user_id, public_id=public_id).first()
        if row is None:
            raise CalendarAddressRefusedError
        if row.revoked_on is not None:
            raise CalendarRevokedAlreadyError
        row.revoked_on = day
        row.save(update_fields=["revoked_on"])


def calendar_addresses_of(user_id: int) -> list[CalendarAddress]:
    """Return the addresses of a user that hold, the newest first, each with its last reading."""
    rows = CalendarAddress.objects.filter(user=user_id, revoked_on=None)
    return list(rows.select_related("pemda", "use").order_by("-made_on", "-pk"))


def calendar_address_by(secret: str) -> CalendarAddress:
    """Return the address of a secret, with its owner and its government.

    Raises:
        CalendarAddressRefusedError: none of that secret holds.
    """
    rows = CalendarAddress.objects.select_related("user", "pemda__instansi")
    row = rows.filter(digest=_digest(secret), revoked_on=None).first()
    if row is None or not row.user.is_active:
        raise CalendarAddressRefusedError
    return row


def access_by_calendar(address: CalendarAddress, *, day: date) -> Access:
    """Return what the owner of an address may see on ``day`` by his own roles in its government.

    Delegated roles are left out: who acts for another does so at his desk. Whoever may not use the
    pages, since a second factor is demanded of him that he has not set up, sees nothing here.
    """
    owner = address.user
    access = access_of(owner.pk, label=str(owner), day=day)
    if demands_second_factor(access) and owner.second_factor_since is None:
        access = replace(access, grants=())
    grants = tuple(
        grant for grant in access.grants if not grant.owner and grant.reaches(address.pemda)
    )
    return replace(access, grants=grants, notes=Notes())


def keep_calendar_use(address: CalendarAddress, *, at: datetime) -> None:
    """Keep that an address was read; within an hour of the last time nothing is written."""
    with connection.cursor() as cursor:
        cursor.execute(USED, {"address": address.pk, "at": at, "before": at - KEPT_FOR})


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
