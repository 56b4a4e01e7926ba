"""What is closed is not sent: fields by their class, findings by their rule, people by number."""

from datetime import date

import pytest
from django.db.models import Model
from tests.support.registry import person
from tests.support.units import employ, opd, place

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import numbers_visible_to
from pamong.apps.accounts.seeing import SEES, roles_seeing, shown_fields
from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.findings.classes import class_of_rule, closed_rules
from pamong.apps.findings.listing import Asked, list_findings
from pamong.apps.findings.models import Finding, FindingFamily, LawRun, Standing
from pamong.apps.findings.policies import (
    can_see_finding,
    can_simulate_law,
    findings_visible_to,
)
from pamong.apps.findings.selectors import open_findings
from pamong.apps.kepegawaian.field_classes import FieldClass, class_of, classes_of
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.search import people_matching

TODAY = date(2025, 6, 1)
DISCIPLINE, HEALTH = "disiplin-absen-kumulatif", "cuti-sakit-batas"
NIP = "199001012015041001"


def access(role: Role, pemda, **more) -> Access:
    return Access(1, "", (Grant(role, pemda.pk, **more),), today=TODAY)


def test_every_role_has_its_classes():
    assert set(SEES) == set(Role)
    assert roles_seeing(FieldClass.HEALTH) == {Role.BKD_ADMIN, Role.BKD}


def test_what_is_closed_is_replaced_and_what_no_class_names_is_open():
    fields = {"nama": "Ani", "kind": "sakit", "days": None}
    classes = {"kind": FieldClass.HEALTH, "days": FieldClass.HEALTH}

    assert shown_fields(fields, classes, {FieldClass.OPEN}) == {
        "nama": "Ani",
        "kind": "tertutup",
        "days": "tertutup",
    }
    assert shown_fields(fields, classes, FieldClass) == fields


def test_a_model_says_of_which_class_its_fields_are():
    class Told(Model):
        FIELD_CLASSES = {"kind": FieldClass.HEALTH}

        class Meta:
            abstract = True

    assert class_of(Told, "kind") is FieldClass.HEALTH
    assert classes_of(Told, ["kind", "nama"]) == {FieldClass.HEALTH, FieldClass.OPEN}


def found(pegawai: Pegawai, rule_id: str) -> Finding:
    run = LawRun.objects.create(
        pemda=pegawai.pemda, rule_id=rule_id, as_of=TODAY, judged=1, not_judged=0
    )
    row = Finding.objects.create(
        pemda=pegawai.pemda,
        run=run,
        rule_id=rule_id,
        subject_kind="pegawai",
        subject_id=pegawai.pk,
        subject_label=str(pegawai),
        family=FindingFamily.PERIKSA,
        since=TODAY,
        identity=f"{rule_id}{pegawai.pk}",
    )
    Standing.objects.create(
        finding=row,
        found_by=run,
        starts_on=TODAY,
        judgement_hash="0",
        judgement={"meaning": "perlu diperiksa"},
    )
    return row


@pytest.fixture
def dinas(contoh):
    return opd(contoh, "Dinas Uji")


@pytest.fixture
def ani(dinas):
    return place(employ(dinas, "Ani Andaian"), dinas)


@pytest.fixture
def findings(ani):
    return [found(ani, rule) for rule in ("aturan-rekaan", DISCIPLINE, HEALTH)]


def test_a_rule_tells_something_of_its_class():
    assert class_of_rule(DISCIPLINE) is FieldClass.DISCIPLINE
    assert class_of_rule(HEALTH) is FieldClass.HEALTH
    assert class_of_rule("pilkada-kalender") is FieldClass.OPEN


@pytest.mark.parametrize(
    ("role", "rules"),
    [
        (Role.BKD, {"aturan-rekaan", DISCIPLINE, HEALTH}),
        (Role.SEKDA, {"aturan-rekaan", DISCIPLINE}),
        (Role.AUDITOR, {"aturan-rekaan"}),
    ],
)
def test_lists_and_counts_leave_out_what_is_closed(contoh, findings, role, rules):
    who = access(role, contoh)
    closed = closed_rules(who, contoh)

    listing = list_findings(contoh, day=TODAY, asked=Asked(), closed=closed)

    assert {row.rule_id for row in listing.rows} == rules
    assert set(listing.tally.rules) == rules
    assert listing.total == sum(listing.states.values()) == len(rules)
    shown = open_findings(contoh, day=TODAY, closed=closed)
    assert {row.rule_id for row in shown} == rules
    assert can_simulate_law(who, contoh, HEALTH) is (HEALTH in rules)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("is_self", [True, False])
def test_one_finding_and_all_of_them_agree(contoh, dinas, ani, findings, role, is_self):
    part = {"opd_id": dinas.pk} if role in {Role.KEPALA_OPD, Role.OPERATOR_OPD} else {}
    who = access(role, contoh, person_id=ani.person_id if is_self else None, **part)

    at_once = set(Finding.objects.filter(findings_visible_to(who, contoh, day=TODAY)))
    one_by_one = {row for row in findings if can_see_finding(who, row, day=TODAY)}

    assert at_once == one_by_one
    if is_self:
        assert at_once == set(findings)


def test_a_head_reads_of_discipline_in_his_own_opd_only(contoh, dinas, findings):
    other = opd(contoh, "Dinas Lain")
    heads = [access(Role.KEPALA_OPD, contoh, opd_id=part.pk) for part in (dinas, other)]

    seen = [
        {row.rule_id for row in findings if can_see_finding(head, row, day=TODAY)}
        for head in heads
    ]

    assert seen == [{"aturan-rekaan", DISCIPLINE}, set()]


def test_a_number_finds_only_whose_numbers_one_may_see(contoh, dinas, ani):
    PersonIdentifier.objects.create(
        person=ani.person, kind=IdentifierKind.NIP, value=NIP, starts_on=date(2015, 4, 1)
    )

    def finds(role: Role, **more) -> bool:
        who = access(role, contoh, **more)
        numbered = numbers_visible_to(who, contoh, day=TODAY)
        return bool(
            people_matching(contoh, NIP, day=TODAY, also_employed=True, limit=5, numbered=numbered)
        )

    assert finds(Role.BKD)
    assert finds(Role.KEPALA_OPD, opd_id=dinas.pk)
    assert not finds(Role.ASN, opd_id=dinas.pk)
    assert not finds(Role.AJUDAN)
    assert finds(Role.ASN, opd_id=dinas.pk, person_id=ani.person_id)
    assert not finds(Role.ASN, opd_id=dinas.pk, person_id=person("Orang Lain").pk)
