"""Who may see what the law found, and take note of it."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import (
    can_see_pegawai,
    classes_seen_everywhere,
    pegawai_visible_to,
)
from pamong.apps.findings.classes import class_of_rule, closed_rules, rules_by_class
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.findings.models import Finding
    from pamong.apps.organisasi.models import Pemda

WORKERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA)
OF_A_PEGAWAI = "pegawai"
READERS = (*WORKERS, Role.KEPALA_DAERAH, Role.INSPEKTORAT, Role.AUDITOR)


def can_see_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the findings of ``pemda`` may be read; they name people.

    - operator, admin and analis BKD, sekda, kepala daerah, inspektorat, auditor
    - those of a closed class only by whom sees the class (:func:`can_see_finding`)
    """
    return access.is_any(READERS, pemda)


def can_see_finding(access: Access, finding: "Finding", *, day: date) -> bool:
    """Tell whether one finding may be read as of ``day``.

    - whoever reads the findings of its government, unless its class is closed to him
    - one about a pegawai: whoever sees its class of that pegawai, himself too
    """
    told = class_of_rule(finding.rule_id)
    if can_see_findings(access, finding.pemda) and told in classes_seen_everywhere(
        access, finding.pemda
    ):
        return True
    if finding.subject_kind != OF_A_PEGAWAI:
        return False
    pegawai = Pegawai.objects.select_related("pemda").filter(pk=finding.subject_id).first()
    return pegawai is not None and can_see_pegawai(access, pegawai, day=day, field_class=told)


def findings_visible_to(access: Access, pemda: "Pemda", *, day: date) -> Q:
    """Return the condition under which :func:`can_see_finding` holds for findings of ``pemda``."""
    closed, known = closed_rules(access, pemda), rules_by_class()
    condition = ~Q(rule_id__in=closed) if can_see_findings(access, pemda) else Q(pk__in=[])
    for field_class in FieldClass:
        theirs = Q(rule_id__in=known[field_class])
        if field_class is FieldClass.OPEN:
            theirs = ~Q(rule_id__in=frozenset().union(*known.values()))
        seen = pegawai_visible_to(access, pemda, day=day, field_class=field_class)
        people = Pegawai.objects.filter(seen).values("pk")
        condition |= Q(subject_kind=OF_A_PEGAWAI, subject_id__in=people) & theirs
    return Q(pemda=pemda) & condition


def can_simulate_law(access: Access, pemda: "Pemda", rule_id: str = "") -> bool:
    """Tell whether somebody may ask what other figures of the law would come to for ``pemda``.

    With ``rule_id``, of this rule: whom it would touch is as closed as what it finds.

    A count of one in a small OPD names somebody, so that they are those who work on findings:

    - operator, admin and analis BKD, sekda
    """
    return access.is_any(WORKERS, pemda) and rule_id not in closed_rules(access, pemda)


def can_acknowledge_finding(access: Access, finding: "Finding") -> bool:
    """Tell whether somebody may say that a finding is known, and why, or take that back.

    - operator, admin and analis BKD, sekda
    - in a demonstration, of a made-up government only: a reason is free text, and nothing is
      added to what the samples say of real office-holders
    """
    return access.is_any(WORKERS, finding.pemda) and can_record_by_hand(finding.pemda)
