"""The rules of the law, and judging one case by them; no record of anybody is read for it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema
from pydantic import ConfigDict

from pamong import law
from pamong.api.bearer import Request
from pamong.api.operations import reads, takes
from pamong.api.parameters import AsOf, Day
from pamong.api.problems import NotHereError, NotReadableError, RefusedRequestError
from pamong.apps.accounts.models import TokenScope

router = Router(tags=["aturan"])
SCOPE = TokenScope.READ_ATURAN


class Rule(Schema):
    """One rule, and which of its versions applies on the day; null before the first."""

    id: str
    title: str
    summary: str
    kind: str
    subject: str
    version: str | None
    basis: str | None
    confidence: str | None


class Rules(Schema):
    """The rules that this version of Pamong knows."""

    as_of: date
    items: list[Rule]


class Input(Schema):
    """One thing that is to be told of a case."""

    name: str
    type: str


class Version(Schema):
    """The rule as it stood in one period; ``ends_before`` is null where it still stands."""

    id: str
    starts_on: date
    ends_before: date | None
    basis: str
    confidence: str
    checked_on: date


class RuleInFull(Rule):
    """A rule with all its versions, its outcomes, and what a case must tell."""

    outcomes: dict[str, str]
    versions: list[Version]
    inputs: list[Input]


class Case(Schema):
    """A case: its facts by name; one that is left out is not known."""

    model_config = ConfigDict(extra="forbid")

    as_of: Day
    facts: dict[str, str | int | float | bool | None]


class Judgement(Schema):
    """What the rule says of the case, with the steps and the sentences of the law."""

    rule: str
    as_of: date
    outcome: str
    label: str
    breach: bool | None
    since: date | None
    due_on: date | None
    missing: list[str]
    version: str
    confidence: str
    steps: list[dict[str, Any]]
    sentences: list[str]


@reads(router, "/rules", Rules, scope=SCOPE, title=_("Daftar aturan"))
def list_rules(request: Request, as_of: AsOf) -> Rules:
    """Return every rule with the version of a day."""
    day = as_of or request.auth.today
    told = [Rule(**_rule(each, day)) for each in law.rules().values()]
    return Rules(as_of=day, items=told)


@reads(router, "/rules/{slug:rule}", RuleInFull, scope=SCOPE, title=_("Satu aturan"))
def get_rule(request: Request, rule: str, as_of: AsOf) -> RuleInFull:
    """Return one rule in full."""
    found = _named(rule)
    table = found.case_table
    return RuleInFull(
        **_rule(found, as_of or request.auth.today),
        outcomes={name: each.label for name, each in found.outcomes.items()},
        versions=[
            Version(
                id=each.id,
                starts_on=each.period.start,
                ends_before=each.period.end,
                basis=each.basis,
                confidence=each.confidence.value,
                checked_on=each.checked_on,
            )
            for each in found.versions
        ],
        inputs=[Input(name=each.name, type=str(each.type)) for each in table.told]
        if table
        else [],
    )


@takes(
    router,
    "/rules/{slug:rule}/judgements",
    Judgement,
    scope=SCOPE,
    title=_("Menilai satu perkara; tidak ada yang dicatat"),
)
def judge_case(request: Request, rule: str, case: Case) -> Judgement:  # noqa: ARG001
    """Judge a case that the request itself tells."""
    found = _named(rule)
    try:
        told = law.judge_case(found, case.facts, as_of=case.as_of)
    except law.NotACaseError as error:
        raise RefusedRequestError(
            409, gettext("Aturan ini tidak menilai satu perkara.")
        ) from error
    except law.CaseError as error:
        raise NotReadableError(
            (f"body.facts.{each.place}", each.message) for each in error.problems
        ) from error
    except law.BeforeFirstVersionError as error:
        raise RefusedRequestError(409, str(error)) from error
    return Judgement(**{name: told.to_json()[name] for name in Judgement.model_fields})


def _named(rule: str) -> law.Rule:
    try:
        return law.rule(rule)
    except law.UnknownRuleError as error:
        raise NotHereError from error


def _rule(rule: law.Rule, day: date) -> dict[str, Any]:
    stood = next((each for each in rule.versions if day in each.period), None)
    return {
        "id": rule.id,
        "title": rule.title,
        "summary": rule.summary,
        "kind": rule.kind.value,
        "subject": rule.subject,
        "version": stood.id if stood else None,
        "basis": stood.basis if stood else None,
        "confidence": stood.confidence.value if stood else None,
    }
