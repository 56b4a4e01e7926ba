"""Putting a pegawai on record; his riwayat is recorded entry by entry afterwards."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext_lazy as _
from ninja import Schema
from pydantic import ConfigDict, Field

from pamong.api.bearer import Request, keep_seen, place
from pamong.api.once import Made
from pamong.api.operations import writes
from pamong.api.parameters import WORDS, Day, Plan, Sentence
from pamong.api.people import router as people_router
from pamong.api.problems import NotAllowedError, NotReadableError
from pamong.api.refusing import refused_at
from pamong.apps.accounts.models import TokenScope
from pamong.apps.accounts.record_access import can_register_pegawai
from pamong.apps.kepegawaian.choices import Kind, Week
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.registering import (
    NewPegawai,
    RegistrationPlan,
    plan_registration,
    register_pegawai,
)
from pamong.apps.kepegawaian.services import Employment
from pamong.kernel.period import Period

router = people_router
"""The same address as the list of people, by another method."""
Number = Annotated[str, Field(max_length=40, pattern=WORDS)]


class Registration(Schema):
    """Somebody to be put on record. ``name`` is one text with its titles, as a paper writes it."""

    model_config = ConfigDict(extra="forbid")

    name: Sentence
    kind: Kind
    number: Number = ""
    born_on: Day | None = None
    opd: Annotated[int, Field(ge=1, le=999_999_999)]
    starts_on: Day
    ends_before: Day | None = None
    work_week: Week | None = None
    holds_post: bool | None = None
    reason: Sentence


class Registered(Schema):
    """Who was put on record, or with ``plan`` would be; ``notes`` say what to look at."""

    is_done: bool
    id: str | None
    name: str
    kind: str
    number: str
    born_on: date | None
    opd: int
    opd_name: str
    starts_on: date
    ends_before: date | None
    notes: list[str]


@writes(
    router,
    "/governments/{slug:government}/pegawai",
    Registered,
    scope=TokenScope.WRITE_PEGAWAI,
    title=_("Mendaftarkan pegawai"),
    status=201,
)
def register(request: Request, government: str, new: Registration, plan: Plan) -> Made:
    """Put a person nobody knows yet on record, with number, employment and OPD."""
    pemda, access = place(request, government), request.auth.access
    seen = access.may_show(FieldClass.IDENTITY)
    if not (can_register_pegawai(access, pemda) and seen):
        raise NotAllowedError
    wanted = NewPegawai(new.name, new.opd, _employment(new))
    with refused_at("body"):
        planned = plan_registration(pemda=pemda, new=wanted)
        if plan:
            return Made(_told(planned, None))
        row = register_pegawai(
            pemda=pemda, new=wanted, actor=request.auth.actor, reason=new.reason
        )
    keep_seen(request, [row.person_id], [FieldClass.IDENTITY.value])
    headers = {"Location": f"{request.path}/{row.public_id}"}
    return Made(_told(planned, str(row.public_id)), 201, headers)


def _employment(new: Registration) -> Employment:
    try:
        period = Period(new.starts_on, new.ends_before)
    except ValueError as error:
        told = _("harus sesudah hari pertama")
        raise NotReadableError([("body.ends_before", str(told))]) from error
    return Employment(
        kind=new.kind,
        nip=new.number.strip(),
        period=period,
        work_week=new.work_week or "",
        holds_post=new.holds_post,
        born_on=new.born_on,
    )


def _told(plan: RegistrationPlan, public_id: str | None) -> Registered:
    work = plan.employment
    return Registered(
        is_done=public_id is not None,
        id=public_id,
        name=str(plan.name),
        kind=work.kind,
        number=work.nip,
        born_on=work.born_on,
        opd=plan.opd.pk,
        opd_name=plan.opd.nama,
        starts_on=work.period.start,
        ends_before=work.period.end,
        notes=list(plan.notes),
    )
