"""What somebody sees of the judgement that a finding froze: no field of a class closed to him.

A rule of an open class may rest on closed facts: an increment on a punishment, a pension on a day
of birth. The facts go through ``seeing.shown_fields``; the steps and the sentences, which repeat
them in words, are closed where the rule works with a column that is.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.accounts.policies import can_see_pegawai, classes_seen_everywhere
from pamong.apps.accounts.seeing import CLOSED, shown_fields
from pamong.apps.findings.policies import OF_A_PEGAWAI
from pamong.apps.kepegawaian.field_classes import FieldClass, class_of
from pamong.apps.kepegawaian.models import CutiPegawai, HukumanDisiplin, Pegawai

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.findings.models import Finding

FACTS: Mapping[str, Mapping[str, FieldClass]] = {
    "pegawai": {"lahir_on": class_of(Pegawai, "born_on")},
    "hukuman_disiplin": {
        "tingkat": class_of(HukumanDisiplin, "level"),
        "berlaku_on": class_of(HukumanDisiplin, "starts_on"),
        "ends_before": class_of(HukumanDisiplin, "ends_before"),
    },
    "cuti_pegawai": {"jenis": class_of(CutiPegawai, "kind")},
}
"""The class of each column of a fact table that tells a closed field of the record."""


def shown_judgement(
    access: "Access", finding: "Finding", told: Mapping[str, Any], *, day: date
) -> dict[str, Any]:
    """Return a frozen judgement as ``access`` may see it of the finding's subject on ``day``.

    Pages, sheets, exports and the API show this, and nothing else of a judgement.
    """
    involved = frozenset(
        each for table in told.get("facts", {}) for each in FACTS.get(table, {}).values()
    )
    # Of a rule that is no more, what it read is known, and not which columns it worked with.
    working_with = _classes_worked_with(finding.rule_id, else_all_of=involved)
    seen = _seen(access, finding, involved | working_with, day)
    shown = dict(told)
    shown["facts"] = {
        table: [shown_fields(row, FACTS.get(table, {}), seen) for row in rows]
        for table, rows in told.get("facts", {}).items()
    }
    if not working_with <= seen:
        closed = [{**step, "value": str(CLOSED), "unit": ""} for step in _steps(told)]
        shown |= {"shown_steps": closed, "explanation": [_("Penjelasan ini tertutup bagi Anda.")]}
        shown["steps"] = []
    return shown


def _steps(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(told.get("shown_steps", ()))


def _seen(
    access: "Access", finding: "Finding", asked: frozenset[FieldClass], day: date
) -> set[FieldClass]:
    """Return those of ``asked`` that somebody sees of the subject."""
    seen = {FieldClass.OPEN, *classes_seen_everywhere(access, finding.pemda)}
    open_questions = asked - seen
    if not open_questions or finding.subject_kind != OF_A_PEGAWAI:
        return seen
    pegawai = Pegawai.objects.select_related("pemda").filter(pk=finding.subject_id).first()
    if pegawai is None:
        return seen
    return seen | {
        each
        for each in open_questions
        if can_see_pegawai(access, pegawai, day=day, field_class=each)
    }


@cache
def _classes_worked_with(
    rule_id: str, *, else_all_of: frozenset[FieldClass]
) -> frozenset[FieldClass]:
    """Return the classes of the closed columns that a rule of the library names anywhere."""
    rule = law.rules().get(rule_id)
    if rule is None:
        return else_all_of
    files = [path for path in (rule.path, rule.form_path) if path.is_file()]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return frozenset(
        field_class
        for table in rule.reads.keys() & FACTS.keys()
        for column, field_class in FACTS[table].items()
        if column in text
    )
