"""Reading duties as they stood on a day."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.core.models import StoredFile
from pamong.apps.duties.counting import Counts, counts_on
from pamong.apps.duties.errors import DutyNotFoundError
from pamong.apps.duties.life import WORKING, Holder
from pamong.apps.duties.models import Duty, DutyEvidence, DutyStanding, DutyStep, SourceKind
from pamong.apps.duties.policies import GIVERS, RECIPIENTS, can_see_duties_of_findings
from pamong.apps.forums.forum_list import called_off_on
from pamong.apps.forums.models import Forum
from pamong.apps.organisasi.models import Pemda

Key = TypeVar("Key")

FORUMS_OFFERED = 30


def standings_on(pemda: Pemda, *, day: date, access: Access) -> QuerySet[DutyStanding]:
    """Return the duties of ``pemda``, and what was recommended to it, as they stood on ``day``.

    Duties from findings name people: they are left out for whoever may not read findings, but for
    the OPD that owes them.
    """
    found = DutyStanding.objects.on(day).filter(Q(pemda=pemda) | Q(to_pemda=pemda))
    if can_see_duties_of_findings(access, pemda):
        return found
    own = Q(opd__in=access.opd_ids(pemda))
    return found.filter(~Q(source_kind=SourceKind.FINDING) | own)


def inbox(pemda: Pemda, *, day: date, access: Access) -> QuerySet[DutyStanding]:
    """Return what the user has to answer for, ended or not, whose turn it may be.

    - head of an OPD: all duties of the OPD
    - ASN: those of the OPD that were delegated
    - operator, sekda, ajudan: recommendations that ``pemda`` received
    """
    wanted = Q(opd__in=_led(pemda, access))
    wanted |= Q(opd__in=access.opd_ids(pemda)) & ~Q(delegate="")
    if access.is_any(RECIPIENTS, pemda):
        wanted |= Q(to_pemda=pemda)
    return DutyStanding.objects.on(day).filter(wanted)


def open_inbox(pemda: Pemda, *, day: date, access: Access) -> Iterator[Duty]:
    """Yield what the user still has to do, each with the day by which it is due now."""
    rows = inbox(pemda, day=day, access=access).filter(state__in=WORKING)
    for row in rows.select_related("duty").order_by("due_on", "pk"):
        row.duty.due_on = row.due_on
        yield row.duty


def waiting_for_giver(pemda: Pemda, *, day: date, access: Access) -> QuerySet[DutyStanding]:
    """Return what waits for the office of the giver: to be checked, or to be decided."""
    kinds = [kind for kind, roles in GIVERS.items() if access.is_any(roles, pemda)]
    waiting = DutyStanding.objects.on(day).filter(pemda=pemda, holder=Holder.GIVER)
    return waiting.filter(source_kind__in=kinds) if kinds else waiting.none()


def inbox_count(pemda: Pemda, *, day: date, access: Access) -> int:
    """Count what waits for the user now, on either side; one query."""
    kinds = [kind for kind, roles in GIVERS.items() if access.is_any(roles, pemda)]
    mine = Q(pemda=pemda, holder=Holder.GIVER, source_kind__in=kinds)
    mine |= Q(opd__in=_led(pemda, access), state__in=WORKING, asked_due_on=None)
    mine |= Q(opd__in=access.opd_ids(pemda), holder=Holder.DELEGATE)
    if access.is_any(RECIPIENTS, pemda):
        mine |= Q(to_pemda=pemda, state__in=WORKING, asked_due_on=None)
    return DutyStanding.objects.on(day).filter(mine).count()


def get_duty(public_id: UUID) -> Duty:
    """Return one duty with both governments.

    Raises:
        DutyNotFoundError: there is none.
    """
    found = _duties().filter(public_id=public_id).first()
    if found is None:
        raise DutyNotFoundError
    return found


def steps_of(duty: Duty, *, day: date) -> list[DutyStep]:
    """Return the steps of a duty until ``day``, the first one first, with their evidence."""
    # A file weighs up to ten megabytes; its content is read when it is asked for.
    evidence = DutyEvidence.objects.select_related("file").defer("file__content")
    return list(
        duty.steps.filter(day__lte=day)
        .prefetch_related(Prefetch("evidence", evidence.order_by("id")))
        .order_by("number")
    )


def standing_of(duty: Duty, *, day: date) -> DutyStanding | None:
    """Return how a duty stood on ``day``; nothing before it was made."""
    return duty.standings.filter(
        Q(ends_before=None) | Q(ends_before__gt=day), starts_on__lte=day
    ).first()


def get_evidence(public_id: UUID) -> tuple[StoredFile, Duty]:
    """Return a file that a report rests on, with the duty that was reported.

    Raises:
        DutyNotFoundError: there is none.
    """
    found = (
        DutyEvidence.objects.select_related("file", "step")
        .filter(file__public_id=public_id)
        .first()
    )
    if found is None or found.file is None:
        raise DutyNotFoundError
    return found.file, _duties().get(pk=found.step.duty_id)


def duties_of(pemda: Pemda, source_ids: Collection[UUID], *, day: date) -> list[DutyStanding]:
    """Return the duties that came from some directives or findings of ``pemda``, on ``day``."""
    return list(
        DutyStanding.objects.on(day)
        .filter(pemda=pemda, duty__source_id__in=source_ids)
        .select_related("duty__pemda", "duty__opd", "duty__to_pemda")
        .order_by("duty_id")
    )


def summary(pemda: Pemda, *, day: date, access: Access) -> Counts:
    """Count the duties of ``pemda`` by what became of them until ``day``; one query."""
    told = standings_on(pemda, day=day, access=access).aggregate(**counts_on(day))
    return Counts(**told)


def by_series(
    pemda: Pemda, series: Mapping[Key, Collection[UUID]], *, day: date
) -> dict[Key, Counts]:
    """Count what became of the directives of each series, given their public ids; one query.

    A series without duties has counts of nothing.
    """
    wanted = {each for ids in series.values() for each in ids}
    rows = (
        DutyStanding.objects.on(day)
        .filter(pemda=pemda, duty__source_id__in=wanted)
        .values(source=F("duty__source_id"))
        .annotate(**counts_on(day))
        .order_by("source")
    )
    counted: dict[UUID, dict[str, Any]] = {row["source"]: {**row} for row in rows}
    return {
        key: Counts(
            **{
                name: sum(counted[each][name] for each in set(ids) if each in counted)
                for name in counts_on(day)
            }
        )
        for key, ids in series.items()
    }


def what_became_of(pemda: Pemda, directives: Iterable[UUID], *, day: date) -> Counts:
    """Count what became of some directives, given their public ids; one query."""
    return by_series(pemda, {"these": list(directives)}, day=day)["these"]


def forums_that_evaluate(pemda: Pemda, *, day: date) -> list[Forum]:
    """Return the latest forums of ``pemda`` until ``day``, at which duties may be evaluated.

    What was called off was not held.
    """
    held = Forum.objects.filter(pemda=pemda, day__lte=day).exclude(called_off_on(day))
    found = held.order_by("-day", "-id")
    return list(found.only("public_id", "title", "day")[:FORUMS_OFFERED])


def _duties() -> QuerySet[Duty]:
    return Duty.objects.select_related("pemda__instansi", "to_pemda", "opd")


def _led(pemda: Pemda, access: Access) -> list[int]:
    return [
        grant.opd_id
        for grant in access.grants
        if grant.role is Role.KEPALA_OPD and grant.opd_id and grant.pemda_id == pemda.pk
    ]
