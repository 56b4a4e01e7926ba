"""The entries of one section of a record: reading, recording, correcting and withdrawing them."""

from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from ninja import Path, Router
from pydantic import WithJsonSchema

from pamong.api.bearer import Request, keep_seen
from pamong.api.columns import columns_of, read_values
from pamong.api.entry_desk import closed_of, on_desk, tell_entry, work_on
from pamong.api.entry_schemas import (
    Correction,
    EntriesTold,
    NewEntry,
    OneEntry,
    Outcome,
    SectionsTold,
    SectionTold,
    Withdrawal,
)
from pamong.api.once import Made, mark, version_asked
from pamong.api.operations import reads, writes
from pamong.api.parameters import AsOf, Plan
from pamong.api.refusing import refused_at
from pamong.apps.accounts.models import TokenScope
from pamong.apps.kepegawaian.record import entry_on, record_on
from pamong.apps.kepegawaian.recording import (
    correct_entry,
    find_entry,
    plan_correction,
    plan_entry,
    plan_withdrawal,
    record_entry,
    withdraw_entry,
)
from pamong.apps.kepegawaian.sections import BY_KEY, SECTIONS
from pamong.apps.kepegawaian.versions import version_of, versions_of

router = Router(tags=["riwayat"])
READ, WRITE = TokenScope.READ_PEGAWAI, TokenScope.WRITE_RIWAYAT
ALL = "/governments/{slug:government}/pegawai/{uuid:pegawai}/sections/{slug:section}/entries"
ONE = ALL + "/{int:entry}"
VALUES = "body.values"

SectionKey = Annotated[str, Path(), WithJsonSchema({"type": "string", "enum": [*BY_KEY]})]


@reads(router, "/sections", SectionsTold, scope=None, title=_("Bagian riwayat dan isiannya"))
def list_sections(request: Request) -> SectionsTold:  # noqa: ARG001
    """Return what can be recorded of somebody, column by column."""
    return SectionsTold(
        items=[
            SectionTold(
                key=each.key,
                title=str(each.title),
                succeeds=each.succeeds,
                columns=columns_of(each),
            )
            for each in SECTIONS
        ]
    )


@reads(router, ALL, EntriesTold, scope=READ, title=_("Catatan satu bagian riwayat per tanggal"))
def list_entries(
    request: Request, government: str, pegawai: UUID, section: SectionKey, as_of: AsOf
) -> EntriesTold:
    """Return the entries of a section with their versions."""
    day = as_of or request.auth.today
    found, about = on_desk(request, government, pegawai, section, day)
    closed = closed_of(request, found, about, day)
    record = record_on(found, day=day)
    rows = record.sections[about.key] if record else []
    versions = versions_of(about, [each.entry.pk for each in rows])
    if rows:
        keep_seen(request, [found.person_id], [about.key])
    return EntriesTold(
        as_of=day,
        section=about.key,
        closed=closed,
        items=[tell_entry(about, each, versions.get(each.entry.pk), closed) for each in rows],
    )


@reads(router, ONE, OneEntry, scope=READ, title=_("Satu catatan dengan versinya"))
def get_entry(
    request: Request, government: str, pegawai: UUID, section: SectionKey, entry: int
) -> Made:
    """Return one entry as it is believed now, also one that begins later."""
    day = request.auth.today
    found, about = on_desk(request, government, pegawai, section, day)
    closed = closed_of(request, found, about, day)
    with refused_at(VALUES):
        row = find_entry(about, found, entry)
    version = version_of(about, entry)
    told = tell_entry(about, entry_on(row, day=day), version, closed)
    keep_seen(request, [found.person_id], [about.key])
    body = OneEntry(**told.model_dump(), section=about.key, closed=closed)
    return Made(body, headers=mark(version))


@writes(router, ALL, Outcome, scope=WRITE, title=_("Mencatat satu bagian riwayat"), status=201)
def record(
    request: Request,
    government: str,
    pegawai: UUID,
    section: SectionKey,
    new: NewEntry,
    plan: Plan,
) -> Made:
    """Record an entry; where entries succeed one another it ends the former."""
    work = work_on(request, government, pegawai, section)
    values = read_values(work.section, work.pegawai, new.values)
    with refused_at(VALUES):
        planned = plan_entry(**work.told, values=values)
        if plan:
            return Made(work.outcome(planned, is_done=False))
        row = record_entry(**work.told, values=values, actor=request.auth.actor, reason=new.reason)
    address = f"{request.path}/{row.pk}"
    headers = {"Location": address, **mark(version_of(work.section, row.pk))}
    return Made(work.outcome(planned, done=row, is_done=True), 201, headers)


@writes(
    router,
    ONE,
    Outcome,
    method="patch",
    scope=WRITE,
    title=_("Memperbaiki satu catatan"),
    of_a_version=True,
)
def correct(
    request: Request,
    government: str,
    pegawai: UUID,
    section: SectionKey,
    entry: int,
    correction: Correction,
    plan: Plan,
) -> Made:
    """Correct an entry: from now on this is believed, and history keeps what was before."""
    work = work_on(request, government, pegawai, section)
    seen = version_asked(request)
    values = read_values(work.section, work.pegawai, correction.values)
    told = {**work.told, "entry_id": entry, "values": values, "seen": seen}
    with refused_at(VALUES):
        planned = plan_correction(**told)
        if plan:
            return Made(work.outcome(planned, is_done=False))
        row = correct_entry(**told, actor=request.auth.actor, reason=correction.reason)
    headers = mark(version_of(work.section, row.pk))
    return Made(work.outcome(planned, done=row, is_done=True), headers=headers)


@writes(
    router,
    f"{ONE}/withdrawal",
    Outcome,
    scope=WRITE,
    title=_("Mencabut satu catatan"),
    of_a_version=True,
)
def withdraw(
    request: Request,
    government: str,
    pegawai: UUID,
    section: SectionKey,
    entry: int,
    withdrawal: Withdrawal,
    plan: Plan,
) -> Made:
    """Withdraw an entry that should never have been there; history keeps it."""
    work = work_on(request, government, pegawai, section)
    told = {**work.told, "entry_id": entry, "seen": version_asked(request)}
    with refused_at(VALUES):
        planned = plan_withdrawal(**told)
        outcome = work.outcome(planned, is_done=not plan)
        if not plan:
            withdraw_entry(**told, actor=request.auth.actor, reason=withdrawal.reason)
    return Made(outcome)
