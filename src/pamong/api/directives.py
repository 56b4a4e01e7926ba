"""What was asked in a government, and what became of it."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from pamong.api.bearer import Request, place
from pamong.api.operations import reads
from pamong.api.parameters import AsOf, Code, Number, Words
from pamong.api.problems import NotHereError
from pamong.api.seeing_duties import FROM_DIRECTIVES, seen_duty
from pamong.apps.accounts.models import TokenScope
from pamong.apps.duties.listing import Asked as DutiesAsked
from pamong.apps.duties.listing import list_duties
from pamong.apps.forums.asked import Asked, as_asked
from pamong.apps.forums.directive_list import DirectiveQuery, find_directives
from pamong.apps.forums.errors import DirectiveNotFoundError
from pamong.apps.forums.selectors import get_directive
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty as DutyRow
    from pamong.apps.duties.models import DutyStanding

router = Router(tags=["arahan"])
SCOPE = TokenScope.READ_ARAHAN


class Directive(Schema):
    """One directive: what, who to whom, when, by when, and where it is written."""

    id: UUID
    gist: str
    words: str
    topic: str
    givers: list[str]
    addressees: list[str]
    day: date
    term: str
    due_on: date | None
    forum: UUID
    forum_title: str
    source: str
    is_upward: bool
    is_repeated: bool


class Directives(Schema):
    """One page of the list, newest first."""

    as_of: date
    total: int
    page: int
    pages: int
    items: list[Directive]


class Duty(Schema):
    """What somebody owes from a directive or a finding, as it stood on a day."""

    id: UUID
    gist: str
    source_kind: str
    source: UUID
    citation: str
    opd: str | None
    to_government: str | None
    state: str
    holder: str
    holder_since: date
    due_on: date
    made_on: date


class Duties(Schema):
    """One page of the list, the most urgent first."""

    as_of: date
    total: int
    overdue: int
    page: int
    pages: int
    items: list[Duty]


@reads(
    router,
    "/governments/{slug:government}/directives",
    Directives,
    scope=SCOPE,
    title=_("Arahan sampai suatu tanggal"),
)
def list_directives(
    request: Request,
    government: str,
    *,
    as_of: AsOf,
    words: Words = "",
    topic: Code = "",
    opd: Number | None = None,
    page: Number = 1,
) -> Directives:
    """Return one page of what was asked until a day."""
    pemda, day = place(request, government), as_of or request.auth.today
    query = DirectiveQuery(words=words.strip(), topic=topic, opd="" if opd is None else str(opd))
    found = find_directives(pemda, day=day, query=query, page=page)
    return Directives(
        as_of=day,
        total=found.cut.total,
        page=found.cut.page,
        pages=found.cut.pages,
        items=[_directive(each) for each in found.rows],
    )


@reads(
    router,
    "/governments/{slug:government}/directives/{uuid:directive}",
    Directive,
    scope=SCOPE,
    title=_("Satu arahan"),
)
def get_directive_on(request: Request, government: str, directive: UUID, as_of: AsOf) -> Directive:
    """Return one directive; one that was given later is not there yet."""
    pemda, day = place(request, government), as_of or request.auth.today
    try:
        found = get_directive(directive)
    except DirectiveNotFoundError as error:
        raise NotHereError from error
    if found.pemda_id != pemda.pk or found.day > day:
        raise NotHereError
    return _directive(as_asked([found], pemda)[0])


@reads(
    router,
    "/governments/{slug:government}/duties",
    Duties,
    scope=SCOPE,
    title=_("Tindak lanjut per tanggal"),
)
def list_duties_on(  # noqa: PLR0913  one parameter a filter
    request: Request,
    government: str,
    *,
    as_of: AsOf,
    words: Words = "",
    state: Code = "",
    opd: Number | None = None,
    overdue: Code = "",
    page: Number = 1,
) -> Duties:
    """Return one page of the duties that stood on a day."""
    pemda, day = place(request, government), as_of or request.auth.today
    asked = DutiesAsked(
        words=words.strip(),
        state=state,
        owing="" if opd is None else f"opd-{opd}",
        is_overdue=bool(overdue),
        source="" if request.auth.access.may_show(FieldClass.DISCIPLINE) else FROM_DIRECTIVES,
    )
    found = list_duties(pemda, day=day, access=request.auth.access, asked=asked, page=page)
    return Duties(
        as_of=day,
        total=found.total,
        overdue=found.overdue,
        page=found.page,
        pages=found.pages,
        items=[_duty(each.duty, each) for each in found.rows],
    )


@reads(
    router,
    "/governments/{slug:government}/duties/{uuid:duty}",
    Duty,
    scope=SCOPE,
    title=_("Satu tindak lanjut"),
)
def get_duty_on(request: Request, government: str, duty: UUID, as_of: AsOf) -> Duty:
    """Return one duty as it stood on a day."""
    pemda, day = place(request, government), as_of or request.auth.today
    found, standing = seen_duty(request, pemda, duty, day)
    return _duty(found, standing)


def _directive(row: Asked) -> Directive:
    return Directive(
        id=row.public_id,
        gist=row.gist,
        words=row.words,
        topic=row.topic,
        givers=list(row.givers),
        addressees=list(row.addressees),
        day=row.day,
        term=row.term,
        due_on=row.due_on,
        forum=row.forum_id,
        forum_title=row.forum_title,
        source=row.source,
        is_upward=row.is_upward,
        is_repeated=row.is_repeated,
    )


def _duty(row: "DutyRow", standing: "DutyStanding") -> Duty:
    return Duty(
        id=row.public_id,
        gist=row.gist,
        source_kind=row.source_kind,
        source=row.source_id,
        citation=row.citation,
        opd=row.opd.nama if row.opd else None,
        to_government=row.to_pemda.nama if row.to_pemda else None,
        state=standing.state,
        holder=standing.holder,
        holder_since=standing.holder_since,
        due_on=standing.due_on,
        made_on=row.made_on,
    )
