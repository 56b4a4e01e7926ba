"""Which section of whose record an operation is about, and what the token may do and see of it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext

from pamong.api.bearer import Request, keep_seen, place
from pamong.api.closing import closed_columns, row_of
from pamong.api.entry_schemas import EntryTold, MoveTold, Outcome
from pamong.api.problems import NotAllowedError, NotHereError
from pamong.apps.accounts.policies import can_see_pegawai
from pamong.apps.accounts.record_access import (
    can_keep_record,
    class_cases,
    class_missing,
    classes_shown,
)
from pamong.apps.kepegawaian.employments import PegawaiNotFoundError, get_pegawai
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import EntryOn, entry_on
from pamong.apps.kepegawaian.recording import EntryPlan
from pamong.apps.kepegawaian.sections import BY_KEY, Section
from pamong.apps.kepegawaian.versions import version_of

if TYPE_CHECKING:
    from pamong.apps.kepegawaian.models import Pegawai


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
            entry=tell_entry(
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


def on_desk(
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


def work_on(request: Request, government: str, pegawai: UUID, section: str) -> Work:
    """Return a section for whoever may write it, and sees every column of it.

    Raises:
        NotHereError: there is no such one.
        NotAllowedError: the role writes no record of this person, or does not see a column.
    """
    day = request.auth.today
    found, about = on_desk(request, government, pegawai, section, day)
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


def closed_of(request: Request, pegawai: "Pegawai", section: Section, day: date) -> list[str]:
    """Return the columns that may not be seen.

    Raises:
        NotAllowedError: all that the section tells is closed, so that even a number tells.
    """
    closed = closed_columns(section, _classes(request, pegawai, day))
    if set(section.own) <= set(closed):
        raise NotAllowedError(gettext("Bagian ini tertutup bagi token ini."))
    return closed


def tell_entry(
    section: Section, told: EntryOn, version: int | None, closed: list[str]
) -> EntryTold:
    """Return an entry as it is told, without the columns that are closed."""
    row = row_of(section, told, closed)
    return EntryTold(
        id=row.id or None, version=version, is_in_force=row.is_in_force, values=row.values
    )
