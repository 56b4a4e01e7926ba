"""Who may see and do what with duties."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import STAFF, classes_seen_everywhere
from pamong.apps.duties.life import RULES, Side, Standing, StepKind, may_follow
from pamong.apps.duties.models import Duty, SourceKind
from pamong.apps.findings.policies import can_see_findings
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

GIVERS = {
    SourceKind.DIRECTIVE: (Role.OPERATOR, Role.SEKDA, Role.AJUDAN),
    SourceKind.FINDING: (Role.OPERATOR, Role.SEKDA, Role.BKD_ADMIN, Role.BKD),
}
RECIPIENTS = (Role.OPERATOR, Role.SEKDA, Role.AJUDAN)
HAVE_AN_INBOX = STAFF


def can_make_duties(access: Access, pemda: "Pemda", kind: str) -> bool:
    """Tell whether duties of ``pemda`` may be made from a source of ``kind``.

    - from a directive: operator, sekda, ajudan
    - from a finding, which names people: operator, sekda, admin and analis BKD
    """
    return access.is_any(GIVERS[SourceKind(kind)], pemda)


def can_follow_up_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether duties of ``pemda`` may be made from its findings.

    - operator, sekda, admin and analis BKD
    """
    return can_make_duties(access, pemda, SourceKind.FINDING)


def can_follow_up_directives(access: Access, pemda: "Pemda") -> bool:
    """Tell whether duties of ``pemda`` may be made from its directives.

    - operator, sekda, ajudan
    """
    return can_make_duties(access, pemda, SourceKind.DIRECTIVE)


def gives(access: Access, duty: Duty) -> bool:
    """Tell whether the user acts for the office that gave a duty; roles as for making it."""
    return can_make_duties(access, duty.pemda, duty.source_kind)


def leads(access: Access, duty: Duty) -> bool:
    """Tell whether the user answers for whoever owes a duty.

    - the head of the OPD
    - of a recommendation: operator, sekda, ajudan of the government that received it
    """
    if duty.to_pemda is not None:
        return access.is_any(RECIPIENTS, duty.to_pemda)
    return duty.opd is not None and access.leads(duty.opd)


def works_there(access: Access, duty: Duty) -> bool:
    """Tell whether the user leads, or works in, the OPD that owes a duty."""
    return leads(access, duty) or (duty.opd is not None and access.works_in(duty.opd))


def can_see_duties_of_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether duties of ``pemda`` that come from findings may be seen, whoever owes them.

    - whoever reads its findings, also those of discipline: operator, sekda, kepala daerah, admin
      and analis BKD, inspektorat
    """
    seen = classes_seen_everywhere(access, pemda)
    return can_see_findings(access, pemda) and FieldClass.DISCIPLINE in seen


def can_see_duty(access: Access, duty: Duty, pemda: "Pemda") -> bool:
    """Tell whether a duty may be seen from ``pemda``; a finding in it names people.

    - from a directive: everybody with a role in a government that gave or received it
    - from a finding: :func:`can_see_duties_of_findings`, and the OPD that owes it
    - the twin for all of them is ``duties.selectors.standings_on``
    """
    if duty.source_kind == SourceKind.FINDING:
        return can_see_duties_of_findings(access, duty.pemda) or works_there(access, duty)
    return access.reaches(pemda) and pemda.pk in {duty.pemda_id, duty.to_pemda_id}


def can_see_inside(access: Access, duty: Duty) -> bool:
    """Tell whether names, reasons and evidence of a duty may be seen, beside its state.

    - the giver's office, and the OPD or government that owes it; no resident, no other OPD
    """
    return gives(access, duty) or works_there(access, duty)


def has_the_role(access: Access, duty: Duty, standing: Standing, kind: StepKind) -> bool:
    """Tell whether steps of this kind are the user's to take, whatever the duty has come to.

    - checks, returns, prolongs, evaluates: the giver's office
    - accepts, delegates, reports, asks, answers no: who answers for the side that owes it
    - reports, where it was delegated: everybody of the OPD
    """
    if RULES[kind].side is Side.GIVING:
        return gives(access, duty)
    if kind is StepKind.REPORTED and standing.delegate:
        return works_there(access, duty)
    return leads(access, duty)


def can_take_step(access: Access, duty: Duty, standing: Standing, kind: StepKind) -> bool:
    """Tell whether a user may take one step now, as role and state are.

    Whether he is the second person that some steps want, the steps themselves say
    (:func:`pamong.apps.duties.stepping.worked_on`).
    """
    fits = may_follow(standing, kind, is_recommendation=duty.is_recommendation)
    return fits and has_the_role(access, duty, standing, kind)
