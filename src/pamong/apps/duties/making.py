"""Making duties from a source: for all who were chosen at once, and for nobody twice."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.duties import life
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.models import Duty, DutyStanding, DutyStep
from pamong.apps.duties.planning import Term, plan_duties
from pamong.apps.duties.sources import Owing, Source
from pamong.apps.organisasi.models import Pemda


def make_duties(
    *,
    source: Source,
    opd_ids: Collection[int],
    kabupaten_ids: Collection[int] = (),
    term: Term,
    day: date,
    actor: Actor,
    note: str = "",
) -> list[Duty]:
    """Make a duty for every OPD chosen, and a recommendation for every other government chosen.

    Whoever has one from this source already is left out, so that a second click makes nothing.

    Raises:
        NobodyChosenError: nobody is chosen, or somebody who is not offered.
        RefusedError: the term is before ``day`` or before the source.
    """
    reason = note.strip() or "membuat tindak lanjut"
    with act("duties.make_duties", actor=actor, reason=reason), refusals():
        # One maker a government at a time: two clicks make no duty twice.
        Pemda.objects.select_for_update().get(pk=source.pemda.pk)
        owing, kabupaten = plan_duties(source, day=day).chosen(opd_ids, kabupaten_ids)
        duties = Duty.objects.bulk_create(_duties(source, owing, kabupaten, term, day))
        DutyStep.objects.bulk_create(_first_step(duty, actor, note) for duty in duties)
        DutyStanding.objects.bulk_create(_first_standing(duty) for duty in duties)
    return duties


def _duties(
    source: Source, owing: Iterable[Owing], kabupaten: Iterable[Pemda], term: Term, day: date
) -> Iterable[Duty]:
    copied = {
        "pemda": source.pemda,
        "source_kind": source.kind,
        "source_id": source.public_id,
        "source_hash": source.hash,
        "source_day": source.day,
        "gist": source.gist,
        "words": source.words,
        "citation": source.citation,
        "giver": source.giver,
        "topic": source.topic,
        "made_on": day,
        **asdict(term),
    }
    for each in owing:
        yield Duty(opd=each.opd, part=each.part, **copied)
    for place in kabupaten:
        yield Duty(to_pemda=place, **copied)


def _first_step(duty: Duty, actor: Actor, note: str) -> DutyStep:
    return DutyStep(
        duty=duty,
        number=1,
        kind=StepKind.MADE,
        day=duty.made_on,
        actor=actor.label,
        user_id=actor.user_id,
        note=note.strip(),
        due_on=duty.due_on,
    )


def _first_standing(duty: Duty) -> DutyStanding:
    begun = life.begin(duty.made_on, duty.due_on, is_recommendation=duty.is_recommendation)
    return DutyStanding(
        duty=duty,
        pemda_id=duty.pemda_id,
        opd_id=duty.opd_id,
        to_pemda_id=duty.to_pemda_id,
        source_kind=duty.source_kind,
        starts_on=duty.made_on,
        **asdict(begun),
    )
