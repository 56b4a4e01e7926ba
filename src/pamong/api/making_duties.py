"""Making duties from a directive: for whom, and until when."""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from pamong.api.bearer import Request, place
from pamong.api.once import Made
from pamong.api.operations import writes
from pamong.api.parameters import Day, Lines, Plan
from pamong.api.problems import ConflictError, NotAllowedError, NotHereError, NotReadableError
from pamong.apps.accounts.models import TokenScope
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.trying import tried
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.planning import (
    NobodyChosenError,
    Term,
    TermRefusedError,
    plan_duties,
    term_in_working_days,
    term_on,
)
from pamong.apps.duties.policies import can_make_duties
from pamong.apps.duties.sources import Source, SourceNotFoundError, directive_source
from pamong.kernel.kalender import YearWithoutDecreeError

router = Router(tags=["tindak-lanjut"])
OpdId = Annotated[int, Field(ge=1, le=999_999_999)]
Slug = Annotated[str, Field(max_length=80, pattern=r"^[a-z0-9-]+$")]


class NewDuties(Schema):
    """Who is to follow a directive up, and until when: by ``due_on`` or by ``working_days``.

    ``governments`` are kabupaten and kota to which a governor recommends it.
    """

    model_config = ConfigDict(extra="forbid")

    opd: Annotated[list[OpdId], Field(max_length=200)] = []
    governments: Annotated[list[Slug], Field(max_length=200)] = []
    due_on: Day | None = None
    working_days: Annotated[int, Field(ge=1, le=365)] | None = None
    note: Annotated[Lines, Field(max_length=2000)] = ""


class MadeDuty(Schema):
    """One duty; ``id`` is null while it is only planned."""

    id: UUID | None
    opd: str | None
    to_government: str | None
    due_on: date


class MadeDuties(Schema):
    """The duties that were made, or with ``plan`` would be; who had one already has no second."""

    is_done: bool
    items: list[MadeDuty]


@writes(
    router,
    "/governments/{slug:government}/directives/{uuid:directive}/duties",
    MadeDuties,
    scope=TokenScope.WRITE_ARAHAN,
    title=_("Membuat tindak lanjut dari arahan"),
    status=201,
)
def make_duties_of(
    request: Request, government: str, directive: UUID, new: NewDuties, plan: Plan
) -> Made:
    """Make a duty for every OPD and government that is named."""
    pemda, day = place(request, government), request.auth.today
    source = _source(directive, pemda.pk, day)
    if not can_make_duties(request.auth.access, pemda, source.kind):
        raise NotAllowedError

    def do() -> MadeDuties:
        made = make_duties(
            source=source,
            opd_ids=new.opd,
            kabupaten_ids=_places(source, new, day),
            term=_term(source, new, day),
            day=day,
            actor=request.auth.actor,
            note=new.note,
        )
        return MadeDuties(
            is_done=not plan,
            items=[
                MadeDuty(
                    id=None if plan else each.public_id,
                    opd=each.opd.nama if each.opd else None,
                    to_government=each.to_pemda.nama if each.to_pemda else None,
                    due_on=each.due_on,
                )
                for each in made
            ],
        )

    try:
        return Made(tried(do)) if plan else Made(do(), 201)
    except NobodyChosenError as error:
        raise NotReadableError([("body.opd", str(error))]) from error
    except (TermRefusedError, YearWithoutDecreeError) as error:
        where = "due_on" if new.working_days is None else "working_days"
        raise NotReadableError([(f"body.{where}", str(error))]) from error
    except RefusedError as error:
        raise ConflictError(error) from error


def _source(directive: UUID, pemda_id: int, day: date) -> Source:
    try:
        source = directive_source(directive)
    except SourceNotFoundError as error:
        raise NotHereError from error
    if source.pemda.pk != pemda_id or source.day > day:
        raise NotHereError
    return source


def _term(source: Source, new: NewDuties, day: date) -> Term:
    if (new.due_on is None) == (new.working_days is None):
        why = gettext("Isi salah satu: hari tenggatnya, atau banyaknya hari kerja.")
        raise NotReadableError([("body.due_on", why)])
    if new.due_on is not None:
        return term_on(new.due_on, source=source, day=day)
    return term_in_working_days(new.working_days or 0, source=source, day=day)


def _places(source: Source, new: NewDuties, day: date) -> list[int]:
    planned = plan_duties(source, day=day)
    has_it = [duty.to_pemda for duty in planned.made if duty.to_pemda]
    known = {each.slug: each.pk for each in (*planned.kabupaten, *has_it)}
    unknown = [slug for slug in new.governments if slug not in known]
    if unknown:
        why = gettext("Pemerintah daerah ini tidak ditawarkan untuk arahan itu.")
        raise NotReadableError([("body.governments", why)])
    return [known[slug] for slug in new.governments]
