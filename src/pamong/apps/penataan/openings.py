"""Many openings as one draft: OPDs, units and posts of a whole structure, such as of a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.organisasi.structure_values import Place
from pamong.apps.penataan.models import PlanStatus, Reorganisation, ReorganisationStep
from pamong.apps.penataan.reorganising import planned

MOST_STEPS = 30_000
"""Steps of one plan; their position is a small number."""


class AlreadyDraftedError(Exception):
    """A plan was made of the same import, and it was not taken back."""

    def __init__(self, plan: Reorganisation) -> None:
        self.plan = plan
        super().__init__(
            _('Impor ini sudah menjadi rancangan "%s". Pakai yang itu, atau kosongkan dulu.')
            % plan.title
        )


class TooManyStepsError(ValueError):
    """A structure has more than one plan can hold."""

    def __init__(self) -> None:
        super().__init__(
            _("Lebih dari %d langkah dalam satu rancangan. Bagi berkasnya per OPD.") % MOST_STEPS
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """Something to be opened; ``to`` is a place on record, or the position of an opening before.

    The first opening has position 1; an OPD stands nowhere.
    """

    kind: StepKind
    nama: str
    kode: str = ""
    to: Place | int | None = None
    jenis: str = ""
    unit_kind: str = ""
    post_kind: str = ""
    eselon: str = ""


def draft_openings(
    *,
    pemda: Pemda,
    title: str,
    day: date,
    openings: Sequence[Opening],
    from_import: UUID,
    actor: Actor,
    reason: str,
) -> Reorganisation:
    """Begin a plan with the openings as its steps; nothing of the structure changes by it.

    Raises:
        AlreadyDraftedError: a plan with steps was made of that import before.
        TooManyStepsError: one plan does not hold them.
        StepRefusedError: what they open cannot stand on that day.
    """
    if len(openings) > MOST_STEPS:
        raise TooManyStepsError
    with act("penataan.draft_openings", actor=actor, reason=reason), refusals():
        Pemda.objects.select_for_update().get(pk=pemda.pk)  # of two buttons, one comes too late
        if (before := plan_of_import(pemda, from_import)) is not None:
            raise AlreadyDraftedError(before)
        plan = Reorganisation.objects.create(
            pemda=pemda, title=title.strip(), day=day, from_import=from_import
        )
        made: dict[int, ReorganisationStep] = {}
        waiting = dict(enumerate(openings, start=1))
        while waiting:  # level by level: a row has to be there before another leads to it
            ready = {key: each for key, each in waiting.items() if _is_ready(each, made)}
            rows = [_step(plan, key, each, made) for key, each in ready.items()]
            made |= {row.position: row for row in ReorganisationStep.objects.bulk_create(rows)}
            waiting = {key: each for key, each in waiting.items() if key not in ready}
        planned(plan)
        return plan


def plan_of_import(pemda: Pemda, from_import: UUID) -> Reorganisation | None:
    """Return the plan that was made of an import; one that is empty or taken back is none."""
    rows = Reorganisation.objects.filter(pemda=pemda, from_import=from_import)
    return rows.exclude(status=PlanStatus.TAKEN_BACK).filter(steps__position__gte=1).first()


def _is_ready(opening: Opening, made: Mapping[int, ReorganisationStep]) -> bool:
    return not isinstance(opening.to, int) or opening.to in made


def _step(
    plan: Reorganisation, position: int, new: Opening, made: Mapping[int, ReorganisationStep]
) -> ReorganisationStep:
    row = ReorganisationStep(
        plan=plan,
        position=position,
        kind=new.kind,
        nama=new.nama,
        kode=new.kode,
        jenis=new.jenis,
        unit_kind=new.unit_kind,
        post_kind=new.post_kind,
        eselon=new.eselon,
    )
    if isinstance(new.to, int):
        row.to_step = made[new.to]
    elif new.to is not None and new.to.unit is not None:
        row.to_unit_id = new.to.unit
    elif new.to is not None:
        row.to_opd_id = new.to.opd
    return row
