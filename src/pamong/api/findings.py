"""What the law found in the records of a government, as of a day."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from pamong.api.bearer import Request, place
from pamong.api.operations import reads
from pamong.api.parameters import AsOf, Code, Number, Words
from pamong.api.problems import NotAllowedError, NotHereError
from pamong.apps.accounts.models import TokenScope
from pamong.apps.findings.classes import closed_rules
from pamong.apps.findings.life import State
from pamong.apps.findings.listing import Asked, Listed, list_findings
from pamong.apps.findings.policies import can_see_finding, can_see_findings
from pamong.apps.findings.selectors import (
    FindingNotFoundError,
    finding_on,
    get_finding,
    last_judged_on,
)
from pamong.apps.findings.shown import shown_judgement

router = Router(tags=["temuan"])
SCOPE = TokenScope.READ_TEMUAN


class Finding(Schema):
    """One finding in the list."""

    id: UUID
    rule: str
    family: str
    subject: str
    since: date | None
    meaning: str
    opd: str | None
    is_acknowledged: bool


class Findings(Schema):
    """One page of the list; ``judged_on`` is the last day for which the law was asked."""

    as_of: date
    judged_on: date | None
    total: int
    page: int
    pages: int
    items: list[Finding]


class FindingInFull(Schema):
    """One finding with the judgement as the law put it then; null where it did not stand."""

    id: UUID
    as_of: date
    rule: str
    family: str
    subject: str
    since: date | None
    state: str | None
    judgement: dict[str, Any] | None


@reads(
    router,
    "/governments/{slug:government}/findings",
    Findings,
    scope=SCOPE,
    title=_("Temuan per tanggal"),
)
def list_findings_on(  # noqa: PLR0913  one parameter a filter
    request: Request,
    government: str,
    *,
    as_of: AsOf,
    state: Code = State.TERBUKA.value,
    rule: Code = "",
    family: Code = "",
    opd: Number | None = None,
    words: Words = "",
    page: Number = 1,
) -> Findings:
    """Return one page of what stood on a day, but for rules whose class is closed."""
    pemda, access = place(request, government), request.auth.access
    day = as_of or request.auth.today
    if not can_see_findings(access, pemda):
        raise NotAllowedError
    if state not in set(State):
        raise NotHereError
    asked = Asked(
        words=words.strip(), rule=rule, family=family, opd=opd, state=State(state), page=page
    )
    found = list_findings(pemda, day=day, asked=asked, closed=closed_rules(access, pemda))
    return Findings(
        as_of=day,
        judged_on=last_judged_on(pemda, day=day),
        total=found.total,
        page=found.page,
        pages=found.pages,
        items=[_listed(each) for each in found.rows],
    )


@reads(
    router,
    "/governments/{slug:government}/findings/{uuid:finding}",
    FindingInFull,
    scope=SCOPE,
    title=_("Satu temuan dengan penilaiannya"),
)
def get_finding_on(request: Request, government: str, finding: UUID, as_of: AsOf) -> FindingInFull:
    """Return one finding as it was on a day."""
    pemda, day = place(request, government), as_of or request.auth.today
    try:
        found = get_finding(finding)
    except FindingNotFoundError as error:
        raise NotHereError from error
    if found.pemda_id != pemda.pk or not can_see_finding(request.auth.access, found, day=day):
        raise NotHereError
    told = finding_on(finding, day=day)
    frozen = told.standing.judgement if told.standing else None
    return FindingInFull(
        id=found.public_id,
        as_of=day,
        rule=found.rule_id,
        family=found.family,
        subject=found.subject_label,
        since=found.since,
        state=told.state.value if told.state else None,
        judgement=None
        if frozen is None
        else shown_judgement(request.auth.access, found, frozen, day=day),
    )


def _listed(row: Listed) -> Finding:
    return Finding(
        id=row.public_id,
        rule=row.rule_id,
        family=row.family.value,
        subject=row.subject_label,
        since=row.since,
        meaning=row.meaning or "",
        opd=row.opd,
        is_acknowledged=row.note is not None,
    )
