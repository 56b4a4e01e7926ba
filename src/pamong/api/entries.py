"""The entries of one section of a record: reading, recording, correcting and withdrawing them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Path, Router
from pydantic import WithJsonSchema

from pamong.api.bearer import Request, keep_seen, place
from pamong.api.closing import closed_columns, row_of
from pamong.api.columns import columns_of, read_values
from pamong.api.entry_schemas import (
    Correction,
    EntriesTold,
    EntryTold,
    MoveTold,
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
from pamong.api.problems import NotAllowedError, NotHereError
from pamong.api.refusing import refused_at
from pamong.apps.accounts.models import TokenScope
from pamong.apps.accounts.policies import can_see_pegawai
from pamong.apps.accounts.record_access import (
    can_keep_record,
    class_cases,
    class_missing,
    classes_shown,
)
from pamong.apps.kepegawaian.employments import PegawaiNotFoundError, get_pegawai
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import EntryOn, entry_on, record_on
from pamong.apps.kepegawaian.recording import (
    EntryPlan,
    correct_entry,
    find_entry,
    plan_correction,
    plan_entry,
    plan_withdrawal,
    record_entry,
    withdraw_entry,
)
from pamong.apps.kepegawaian.sections import BY_KEY, SECTIONS, Section
from pamong.apps.kepegawaian.versions import version_of, versions_of

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai

router = Router(tags=["riwayat"])
READ, WRITE = TokenScope.READ_PEGAWAI, TokenScope.WRITE_RIWAYAT
ALL = "/governments/{slug:government}/pegawai/{uuid:pegawai}/sections/{slug:section}/entries"
ONE = ALL + "/{int:entry}"
VALUES = "body.values"

SectionKey = Annotated[str, Path(), WithJsonSchema({"type": "string", "enum": [*BY_KEY]})]


@dataclass(frozen=True, slots=True)
class Work:
    """One section of one record on the desk of whoever may write all of it."""

    request: Request
    pegawai: "Pegawai"
    section: Section

    @property
    def told(self) -> dict[str, Any]:
        """What every act names."""
        return {"section": self.section, "pegawai": self.pegawai}

    def outcome(self, plan: EntryPlan, *, done: Any = None, is_done: bool) -> Outcome:
        """Return what an act did or would do; ``done`` is the entry as it was written."""
        row = plan.entry if done is None else done
        version = version_of(self.section, row.pk) if row.pk and not plan.is_withdrawal else None
        if row.pk:
            keep_seen(self.request, [self.pegawai.person_id], [self.section.key])
        return Outcome(
            is_done=is_done,
            section=self.section.key,
            entry=_entry(
                self.section, entry_on(row, day=self.request.auth.today), version or None, []
            ),
            changed=list(plan.changed),
            moves=[
                MoveTold(
                    entry=each.entry.pk,
                    starts_on=each.entry.starts_on,
                    ends_before=each.ends_before,
                )
                for each in plan.moves
            ],
        )


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
    found, about = _on_desk(request, government, pegawai, section, day)
    closed = _closed(request, found, about, day)
    record = record_on(found, day=day)
    rows = record.sections[about.key] if record else []
    versions = versions_of(about, [each.entry.pk for each in rows])
    if rows:
        keep_seen(request, [found.person_id], [about.key])
    return EntriesTold(
        as_of=day,
        section=about.key,
        closed=closed,
        items=[_entry(about, each, versions.get(each.entry.pk), closed) for each in rows],
    )


@reads(router, ONE, OneEntry, scope=READ, title=_("Satu catatan dengan versinya"))
def get_entry(
    request: Request, government: str, pegawai: UUID, section: SectionKey, entry: int
) -> Made:
    """Return one entry as it is believed now, also one that begins later."""
    day = request.auth.today
    found, about = _on_desk(request, government, pegawai, section, day)
    closed = _closed(request, found, about, day)
    with refused_at(VALUES):
        row = find_entry(about, found, entry)
    version = version_of(about, entry)
    told = _entry(about, entry_on(row, day=day), version, closed)
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
    work = _work(request, government, pegawai, section)
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
    work = _work(request, government, pegawai, section)
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
    work = _work(request, government, pegawai, section)
    told = {**work.told, "entry_id": entry, "seen": version_asked(request)}
    with refused_at(VALUES):
        planned = plan_withdrawal(**told)
        outcome = work.outcome(planned, is_done=not plan)
        if not plan:
            withdraw_entry(**told, actor=request.auth.actor, reason=withdrawal.reason)
    return Made(outcome)


def _on_desk(
    request: Request, government: str, pegawai: UUID, section: str, day: date
) -> "tuple[Pegawai, Section]":
    """Return somebody whom the token sees on a day, and a section.

    Raises:
        NotHereError: there is no such one, or no such section.
    """
    pemda, access = place(request, government), request.auth.access
    if section not in BY_KEY:
        raise NotHereError(gettext("Bagian ini tidak ada dalam catatan pegawai."))
    try:
        found = get_pegawai(pemda, pegawai, **class_cases(access, pemda, day=day))
    except PegawaiNotFoundError as error:
        raise NotHereError from error
    if not can_see_pegawai(access, found, day=day):
        raise NotHereError
    return found, BY_KEY[section]


def _work(request: Request, government: str, pegawai: UUID, section: str) -> Work:
    """Return a section for whoever may write it, and sees every column of it.

    Raises:
        NotHereError: there is no such one.
        NotAllowedError: the role writes no record of this person, or does not see a column.
    """
    day = request.auth.today
    found, about = _on_desk(request, government, pegawai, section, day)
    if not can_keep_record(request.auth.access, found):
        raise NotAllowedError
    needed = {about.class_of(column) for column in about.columns}
    missing = class_missing(_classes(request, found, day), needed)
    if missing:
        names = ", ".join(str(each.label) for each in missing)
        told = gettext("Bagian ini memuat isian yang tertutup bagi token ini: %s.") % names
        raise NotAllowedError(told)
    return Work(request, found, about)


def _classes(request: Request, pegawai: "Pegawai", day: date) -> frozenset[FieldClass]:
    access = request.auth.access
    shown = classes_shown(access, pegawai, day=day)
    return frozenset(each for each in shown if access.may_show(each))


def _closed(request: Request, pegawai: "Pegawai", section: Section, day: date) -> list[str]:
    """Return the columns that may not be seen.

    Raises:
        NotAllowedError: all that the section tells is closed, so that even a number tells.
    """
    closed = closed_columns(section, _classes(request, pegawai, day))
    if set(section.own) <= set(closed):
        raise NotAllowedError(gettext("Bagian ini tertutup bagi token ini."))
    return closed


def _entry(section: Section, told: EntryOn, version: int | None, closed: list[str]) -> EntryTold:
    row = row_of(section, told, closed)
    return EntryTold(
        id=row.id or None, version=version, is_in_force=row.is_in_force, values=row.values
    )
