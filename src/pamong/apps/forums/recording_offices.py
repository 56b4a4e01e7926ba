"""Writing what a confirmed draft says of offices: tenures, leaves, and who is only called so."""

from pamong.apps.core.audit import Actor
from pamong.apps.forums.planning import PlannedAttestation, PlannedLeave, PlannedTenure
from pamong.apps.forums.recorded import Recorded, there
from pamong.apps.organisasi.models import Attestation
from pamong.apps.organisasi.services import (
    Grounds,
    Said,
    end_tenure,
    record_attestation,
    record_leave,
    record_tenure,
)


def record_offices(recorded: Recorded, *, actor: Actor, reason: str) -> None:
    """Record the tenures, leaves and attestations of a plan; what is here already stays as it is.

    An open tenure ends where this document says when.

    Raises:
        RefusedError: the records that are here refuse a new one.
    """
    for tenure in recorded.plan.tenures:
        _record_tenure(recorded, tenure, actor, reason)
    for leave in recorded.plan.leaves:
        _record_leave(recorded, leave, actor, reason)
    for attested in recorded.plan.attestations:
        _record_attestation(recorded, attested, actor, reason)


def _record_tenure(recorded: Recorded, row: PlannedTenure, actor: Actor, reason: str) -> None:
    if row.recorded is None:
        record_tenure(
            person=there(row.person.person),
            jabatan=there(row.office.jabatan),
            capacity=row.capacity,
            period=row.period,
            grounds=_grounds(recorded, row.pointer),
            actor=actor,
            reason=reason,
        )
    elif row.ends_the_recorded:
        end_tenure(
            holding=row.recorded,
            last_day=there(row.period.last_day),
            actor=actor,
            reason=f"{reason}; {recorded.document}",
        )


def _record_leave(recorded: Recorded, row: PlannedLeave, actor: Actor, reason: str) -> None:
    if not row.is_recorded:
        record_leave(
            person=there(row.person.person),
            jabatan=there(row.office.jabatan),
            kind=row.kind,
            period=row.period,
            grounds=_grounds(recorded, row.pointer),
            actor=actor,
            reason=reason,
        )


def _record_attestation(
    recorded: Recorded, row: PlannedAttestation, actor: Actor, reason: str
) -> None:
    same = Attestation.objects.filter(
        document=recorded.document,
        person=row.person.person,
        jabatan=row.office.jabatan,
        capacity=row.capacity,
        day=row.day,
    )
    if not same.exists():
        record_attestation(
            person=there(row.person.person),
            jabatan=there(row.office.jabatan),
            capacity=row.capacity,
            said=Said(recorded.document, row.day, recorded.words(row.pointer)),
            actor=actor,
            reason=reason,
        )


def _grounds(recorded: Recorded, pointer: str) -> Grounds:
    """Say what a tenure or leave rests on: this document, on the day on which it speaks."""
    return Grounds(
        document=recorded.document,
        stated_on=recorded.speaks_on,
        words=recorded.words(pointer),
    )
