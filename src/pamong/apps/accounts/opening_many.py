"""Opening accounts for many pegawai as one act: asked for, carried out, looked up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import (
    AccountOpening,
    OpenedAccount,
    OpeningStep,
    Role,
    RoleGrant,
    User,
)
from pamong.apps.accounts.opening_plan import NewOpening, Why, people_judged, plan_opening, whom
from pamong.apps.accounts.policies import can_give, classes_seen_everywhere
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.copying import copy_rows, next_ids
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import RefusedError, refusals
from pamong.apps.core.running import Running, running_job
from pamong.apps.core.selectors import histories_of
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.dossier import RecordChange
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja

OPEN = "accounts.open_many"
AT_ONCE = 500
"""Up to so many accounts are opened while their asker waits."""
ACCOUNT = (
    *("id", "username", "nama", "password", "is_active", "session_round"),
    *("has_first_password", "sso_subject"),
)
GRANT = ("user_id", "role", "pemda_id", "person_id", "starts_on")
SHOWN = 50


class NobodyToOpenError(LookupError):
    """Nobody who is asked for can be given an account."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Tidak ada yang dapat dibukakan akun: semua sudah punya, atau terhalang. Lihat "
                "sebabnya, atau pilih OPD yang lain."
            )
        )


class OpeningNotFoundError(LookupError):
    """No accounts were opened by an act of that address in the government."""

    def __init__(self) -> None:
        super().__init__(_("Pembukaan akun itu tidak ada pada pemerintah daerah ini."))


def can_open_many(access: Access, pemda: Pemda) -> bool:
    """Tell whether somebody may open accounts for the pegawai of ``pemda``, many at once.

    - operator and admin BKD over the whole government, by a role of their own; they also see
      identity numbers, which become user names
    """
    sees = FieldClass.IDENTITY in classes_seen_everywhere(access, pemda)
    return sees and can_give(access, Grant(Role.PEGAWAI, pemda.pk))


def begin_opening(
    *, new: NewOpening, by: Access, at: datetime, actor: Actor, reason: str, waits: bool = False
) -> AccountOpening:
    """Open accounts, or leave many to the worker; with ``waits`` they are opened now all the same.

    What stands in the way later is kept with the opening: see :func:`carry_out`.

    Raises:
        BeyondOwnPowerError: ``by`` may not give the role of a pegawai in the whole government.
        NobodyToOpenError: nobody can be given an account.
        ReasonMissingError: no reason is given.
    """
    if not can_open_many(by, new.pemda):
        raise BeyondOwnPowerError
    wanted = plan_opening(new).opens
    if not wanted:
        raise NobodyToOpenError
    with act("accounts.begin_opening", actor=actor, reason=reason), refusals():
        row = AccountOpening.objects.create(
            pemda=new.pemda,
            opd=new.part if isinstance(new.part, Opd) else None,
            unit=new.part if isinstance(new.part, UnitKerja) else None,
            about=whom(new)[:300],
            day=new.day,
            by_sso=new.by_sso,
            actor=actor.label,
            user_id=actor.user_id,
            reason=reason.strip(),
            asked_at=at,
            wanted=wanted,
            tells_to=actor.user_id,
        )
        if wanted > AT_ONCE and not waits:
            _leave(row)
    if row.job_id is None:
        carry_out(row, by=by)
    return row


def carry_out(row: AccountOpening, *, by: Access) -> None:
    """Open all accounts of an opening, or none and keep why; nothing is done where it is over."""
    try:
        _open_all(row, by)
    except (BeyondOwnPowerError, RefusedError) as error:
        with act("accounts.end_opening", actor=Actor(row.actor, row.user_id), reason=row.reason):
            row.step, row.problem = OpeningStep.FAILED, str(error)[:500]
            row.save(update_fields=["step", "problem"])


def ask_again(row: AccountOpening) -> None:
    """Have the worker begin anew with an opening whose job has failed."""
    with transaction.atomic():
        again = AccountOpening.objects.select_for_update().get(pk=row.pk)
        if again.step == OpeningStep.RUNNING and not running(again).goes_on:
            _leave(again)


def running(row: AccountOpening) -> Running:
    """Tell how the job of an opening stands; one that is over without its step has failed."""
    state = running_job("%(job)s", {"job": row.job_id})
    return replace(state, has_failed=state.is_over)


def openings_of(pemda: Pemda, *, until: date) -> list[AccountOpening]:
    """Return what was opened together in a government by a day, the latest first."""
    rows = AccountOpening.objects.filter(pemda=pemda, day__lte=until)
    return list(rows.order_by("-id")[:SHOWN])


def get_opening(pemda: Pemda, public_id: UUID) -> AccountOpening:
    """Return one opening of a government.

    Raises:
        OpeningNotFoundError: there is none of that address.
    """
    rows = AccountOpening.objects.filter(pemda=pemda, public_id=public_id)
    row = rows.select_related("pemda", "opd", "unit").first()
    if row is None:
        raise OpeningNotFoundError
    return row


def changes_of_opening(row: AccountOpening) -> list[RecordChange]:
    """Return who did what with an opening, newest first."""
    return [RecordChange(_("pembukaan bersama"), change) for _row, change in histories_of([row])]


def _leave(row: AccountOpening) -> None:
    later = app.configure_task(OPEN, lock=f"accounts-{row.pemda_id}")
    row.job_id = later.defer(opening_id=row.pk)
    row.save(update_fields=["job_id"])


def _open_all(row: AccountOpening, by: Access) -> None:
    if not can_open_many(by, row.pemda):
        raise BeyondOwnPowerError
    actor = Actor(row.actor, row.user_id)
    with act("accounts.open_many", actor=actor, reason=row.reason), refusals():
        # Of two openings over the same people the second finds who has an account by then.
        Pemda.objects.select_for_update(no_key=True).get(pk=row.pemda_id)
        row.refresh_from_db(fields=["step"])
        if row.step != OpeningStep.RUNNING:
            return
        new = NewOpening(row.pemda, row.day, row.unit or row.opd, row.by_sso)
        people = people_judged(new, []).filter(why=Why.NOT).select_related("person")
        row.opened = _write(row, list(people))
        row.step = OpeningStep.OPENED
        row.save(update_fields=["opened", "step"])


def _write(row: AccountOpening, people: Sequence[Pegawai]) -> int:
    """Write accounts by which nobody signs in yet: by password, once the first one is told."""
    users = next_ids(User, len(people))
    accounts = (
        (user, number, person.shown_name, make_password(None), True, 0, not row.by_sso,
         number if row.by_sso else "")
        for user, (number, person) in zip(users, _named(people), strict=True)
    )  # fmt: skip
    copy_rows(User, ACCOUNT, accounts)
    grants = (
        (user, Role.PEGAWAI, row.pemda_id, each.person_id, row.day)
        for user, each in zip(users, people, strict=True)
    )
    copy_rows(RoleGrant, GRANT, grants)
    copy_rows(OpenedAccount, ("opening_id", "user_id"), ((row.pk, user) for user in users))
    return len(users)


def _named(people: Sequence[Pegawai]) -> Iterator[tuple[str, Person]]:
    return ((each.told_nip, each.person) for each in people)  # type: ignore[attr-defined]  # annotated
