"""Tokens for other systems: giving one, taking it back, and asking what it lets through.

The secret is shown once. It is 256 bits of chance, so that a plain digest keeps it as safe as a
slow one would keep a password, and a request is let in by one look at an index.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import connection
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import ApiToken, Role, RoleGrant, TokenScope
from pamong.apps.accounts.policies import can_administer
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.accounts.seeing import SEES
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.organisasi.models import Pemda

MARK = "pamong_"
"""How every secret begins, so that one that was left in a file is found by those who look."""
LONGEST = timedelta(days=366)

COUNT = """
INSERT INTO accounts_tokenuse (token_id, minute, number, last_used_on)
VALUES (%(token)s, %(minute)s, 1, %(day)s)
ON CONFLICT (token_id) DO UPDATE SET
    number = CASE WHEN accounts_tokenuse.minute = excluded.minute
        THEN accounts_tokenuse.number + 1 ELSE 1 END,
    minute = excluded.minute,
    last_used_on = excluded.last_used_on
RETURNING number
"""


class TokenRefusedError(PermissionError):
    """No token of that secret holds on the day: it is wrong, over, revoked, or its role ended."""

    def __init__(self) -> None:
        super().__init__(
            _("Token tidak dikenal, sudah berakhir, atau sudah dicabut. Minta token baru.")
        )


class TooManyRequestsError(Exception):
    """A token asks more often than it may; ``wait`` says how many seconds are left."""

    def __init__(self, per_minute: int, wait: int) -> None:
        self.wait = wait
        super().__init__(
            _("Lebih dari %(number)s permintaan dalam satu menit. Tunggu %(wait)s detik.")
            % {"number": per_minute, "wait": wait}
        )


class TokenTooWideError(ValueError):
    """A token would reach further, see more, or last longer than the role behind it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Token tidak boleh lebih luas dari perannya: pemerintah daerah dan golongan isian"
                " harus milik peran itu, dan masanya paling lama 366 hari."
            )
        )


class TokenRevokedAlreadyError(ValueError):
    """A token that was revoked is revoked again."""

    def __init__(self) -> None:
        super().__init__(_("Token ini sudah dicabut."))


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token to be given: by which role, where, for what, and for which days."""

    grant: RoleGrant
    pemda: Pemda
    name: str
    scopes: Collection[TokenScope]
    classes: Collection[FieldClass]
    starts_on: date
    ends_before: date


@dataclass(frozen=True, slots=True)
class Issued:
    """A token with its secret, which is told here and never again."""

    token: ApiToken
    secret: str


def can_issue_token(access: Access, grant: RoleGrant) -> bool:
    """Tell whether somebody may give a token that uses a role, and take it back.

    - its owner
    - of an integrator's role: who administers that account
    """
    if grant.user_id == access.user_id:
        return True
    return grant.role == Role.INTEGRATOR and can_administer(access, grant.user_id, [grant])


def issue_token(*, new: NewToken, by: Access, actor: Actor, reason: str) -> Issued:
    """Give a token.

    Raises:
        BeyondOwnPowerError: the role is not one that ``by`` may give tokens of.
        TokenTooWideError: it is wider than its role, or lasts too long.
        RefusedError: it has no name, no scope or no days.
    """
    if not can_issue_token(by, new.grant):
        raise BeyondOwnPowerError
    if not _fits(new):
        raise TokenTooWideError
    secret = MARK + secrets.token_urlsafe(32)
    with act("accounts.issue_token", actor=actor, reason=reason), refusals():
        token = ApiToken.objects.create(
            grant=new.grant,
            pemda=new.pemda,
            name=new.name.strip(),
            digest=_digest(secret),
            scopes=sorted(new.scopes),
            classes=sorted({FieldClass.OPEN, *new.classes}),
            starts_on=new.starts_on,
            ends_before=new.ends_before,
        )
    return Issued(token, secret)


def revoke_token(*, token: ApiToken, day: date, by: Access, actor: Actor, reason: str) -> None:
    """Take a token back; from ``day`` on nobody gets in by it.

    Raises:
        BeyondOwnPowerError: it uses a role that ``by`` may not give tokens of.
        TokenRevokedAlreadyError: it was taken back before.
    """
    if not can_issue_token(by, token.grant):
        raise BeyondOwnPowerError
    with act("accounts.revoke_token", actor=actor, reason=reason), refusals():
        row = ApiToken.objects.select_for_update().get(pk=token.pk)
        if row.revoked_on is not None:
            raise TokenRevokedAlreadyError
        row.revoked_on, row.revoked_why = day, reason.strip()[:300]
        row.save(update_fields=["revoked_on", "revoked_why"])


def token_by(secret: str, *, day: date) -> ApiToken:
    """Return the token of a secret, with its role, owner and government.

    Raises:
        TokenRefusedError: none of that secret holds on ``day``.
    """
    found = (
        ApiToken.objects.select_related("grant__user", "pemda__instansi")
        .filter(digest=_digest(secret))
        .first()
    )
    if found is None or not _may_be_used(found, day):
        raise TokenRefusedError
    return found


def tokens_in(pemda: Pemda) -> list[ApiToken]:
    """Return the tokens of ``pemda``, those that ended too, the newest first."""
    rows = ApiToken.objects.filter(pemda=pemda).select_related("grant__user", "use")
    return list(rows.order_by("-starts_on", "-pk"))


def access_by_token(token: ApiToken, *, day: date) -> Access:
    """Return what a token reaches on ``day``: its one role, in its one government."""
    row = token.grant
    grant = Grant(Role(row.role), token.pemda_id, row.opd_id, row.person_id, row.unit_id)
    label = f"{row.user} ({token.name})"
    return Access(
        user_id=row.user_id,
        label=label,
        grants=(grant,),
        today=day,
        only=frozenset(FieldClass(each) for each in token.classes),
    )


def count_use(token: ApiToken, *, at: datetime, day: date) -> None:
    """Count a request, and keep that the token was used on ``day``.

    Raises:
        TooManyRequestsError: there were more in this minute than it may make.
    """
    minute = at.replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"token": token.pk, "minute": minute, "day": day})
        (number,) = cursor.fetchone()
    if number > token.per_minute:
        raise TooManyRequestsError(token.per_minute, 60 - at.second)


def _fits(new: NewToken) -> bool:
    reaches = new.grant.pemda_id in (None, new.pemda.pk)
    sees = set(new.classes) <= {FieldClass.OPEN, *SEES[Role(new.grant.role)]}
    return reaches and sees and new.ends_before - new.starts_on <= LONGEST


def _may_be_used(token: ApiToken, day: date) -> bool:
    grant = token.grant
    owner = grant.user
    return token.holds_on(day) and day in grant.period and owner.is_active


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
