"""Writing what a confirmed draft says of offices: tenures, leaves, and who is only called so."""

from pamong.apps.core.audit import Actor
from pamong.apps.forums.planning import PlannedAttestation, PlannedLeave, PlannedTenure
from pamong.apps.forums.recorded import Recorded, there
from pamong.apps.organisasi.models import Attestation, JabatanHolding, OfficeLeave
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
    here = JabatanHolding.objects.filter(
        person=row.person.person,
        jabatan=row.office.jabatan,
        capacity=row.capacity,
        starts_on=row.period.start,
    ).first()
    if here is None or _ends_apart(here, row):
        record_tenure(
            person=there(row.person.person),
            jabatan=there(row.office.jabatan),
            capacity=row.capacity,
            period=row.period,
            grounds=_grounds(recorded, row.pointer),
            actor=actor,
            reason=reason,
        )
    elif here.ends_before is None and row.period.last_day is not None:
        end_tenure(
            holding=here,
            last_day=row.period.last_day,
            actor=actor,
            reason=f"{reason}; {recorded.document}",
        )


def _record_leave(recorded: Recorded, row: PlannedLeave, actor: Actor, reason: str) -> None:
    same = OfficeLeave.objects.filter(
        person=row.person.person,
        jabatan=row.office.jabatan,
        starts_on=row.period.start,
        ends_before=row.period.end,
    )
    if not same.exists():
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


def _ends_apart(here: JabatanHolding, row: PlannedTenure) -> bool:
    """Tell whether both state an end, and not the same."""
    ends = {here.ends_before, row.period.end}
    return None not in ends and len(ends) > 1
