"""Recording by hand what a decree says: a tenure, a leave, or the end of a tenure.

Where the same tenure or leave is here already from a document that names no decree, the decree is
put under it, and nothing is recorded twice.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.made_up import without_mark
from pamong.apps.core.models import Decree, Person
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import FutureDayError, register_decree, register_person
from pamong.apps.organisasi.clashes import leave_clashes, tenure_clashes
from pamong.apps.organisasi.models import (
    Jabatan,
    JabatanHolding,
    LeaveKind,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.people import find_person, is_in_office
from pamong.apps.organisasi.policies import can_record_by_hand
from pamong.apps.organisasi.services import (
    Grounds,
    end_tenure,
    name_election,
    record_leave,
    record_tenure,
)
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.kernel.period import Period


class OnlyFromSamplesError(Exception):
    """In a demonstration, nothing is recorded by hand of a government that is not made up."""

    def __init__(self, pemda: Pemda) -> None:
        super().__init__(
            _(
                "Dalam peraga ini catatan %(pemda)s hanya berasal dari dokumen contoh; tidak "
                "ada yang ditambahkan dengan tangan. Cobalah pada pemerintah daerah yang "
                "rekaan."
            )
            % {"pemda": pemda}
        )


class DecreeDaysError(Exception):
    """The days of a decree do not fit; ``problems`` holds a sentence for each field."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems.values()))


class NotInOfficeError(Exception):
    """A leave is asked for of somebody who is not on record in the office."""

    def __init__(self, name: str, jabatan: Jabatan, day: date) -> None:
        super().__init__(
            _(
                "%(name)s tidak tercatat memangku jabatan %(jabatan)s pada %(day)s. Periksa "
                "namanya dan hari pertamanya, atau catat dulu masa jabatannya."
            )
            % {"name": name, "jabatan": jabatan, "day": format_day(day)}
        )


@dataclass(frozen=True, slots=True)
class DecreeText:
    """A decree as it reads on paper; ``effective_on`` is its TMT."""

    number: str
    title: str
    issued_by: str
    decided_on: date
    effective_on: date


@dataclass(frozen=True, slots=True)
class TenureText:
    """A tenure as a decree states it; open where it names no last day.

    ``pilkada`` is the election that an elected head or deputy comes from, such as "2018".
    """

    name: str
    capacity: Capacity
    period: Period
    pilkada: str = ""


@dataclass(frozen=True, slots=True)
class LeaveText:
    """A leave as a decree states it; ``kind`` is one of ``choices.LEAVE_KINDS``."""

    name: str
    kind: str
    period: Period


@dataclass(frozen=True, slots=True)
class Paper:
    """A decree, and whether it was recorded just now."""

    decree: Decree
    is_new: bool


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act has done: a new row, or a decree under a row that was here already."""

    row: JabatanHolding | OfficeLeave
    paper: Paper
    row_is_new: bool
    person_is_new: bool = False


def decree_day_problems(
    *, first_day: date | None, decided_on: date | None, effective_on: date | None, today: date
) -> dict[str, str]:
    """Say what is wrong with the days of a decree, by field; days not yet known are let be."""
    problems = {}
    if decided_on and decided_on > today:
        problems["decided_on"] = str(FutureDayError(_("Tanggal penetapan SK")))
    if effective_on and first_day and effective_on > first_day:
        problems["effective_on"] = _(
            "SK baru berlaku pada %(effective_on)s, sesudah hari pertama (%(first_day)s). "
            "Periksa TMT SK atau hari pertamanya."
        ) % {"effective_on": format_day(effective_on), "first_day": format_day(first_day)}
    return problems


def record_tenure_by_decree(
    *,
    jabatan: Jabatan,
    tenure: TenureText,
    decree: DecreeText,
    day: date,
    actor: Actor,
    reason: str,
    also: Q | None = None,
) -> Recorded:
    """Record a tenure that a decree states, or put the decree under the same tenure on record.

    ``also`` is a condition by which more people of the government are known: ``find_person``.

    Raises:
        OnlyFromSamplesError: a demonstration, and the government is not made up.
        DecreeDaysError: the decree is dated after ``day``, or takes effect after the first day.
        PersonNameError: the name is empty, or holds titles only.
        NamesakesError: several people on record in the government bear the name.
        SeatHeldError: the one seat has a definitive holder on some of the days.
        AlreadyActingError: somebody else acts on some of the days.
        PersonInOfficeError: the person is in the office already, on other days or by a decree.
        NotElectedError: an election is named for an office that is filled by appointment.
        RefusedError: a text has no room, the decree no number, or the election no year.
    """
    with act("organisasi.record_tenure_by_decree", actor=actor, reason=reason):
        clerk = Clerk(jabatan.pemda, actor, reason)
        paper = clerk.take_decree(decree, first_day=tenure.period.start, today=day)
        known = find_person(tenure.name, jabatan.pemda, also=also)
        person = known or clerk.register(tenure.name)
        same = _same_tenure(person, jabatan, tenure)
        if same is not None:
            clerk.name_election(same, tenure.pilkada)
            return clerk.put_under(same, paper)
        with tenure_clashes(person=person, jabatan=jabatan, period=tenure.period):
            row = record_tenure(
                person=person,
                jabatan=jabatan,
                capacity=tenure.capacity,
                period=tenure.period,
                grounds=Grounds(decree=paper.decree),
                actor=actor,
                reason=reason,
            )
        clerk.name_election(row, tenure.pilkada)
        return Recorded(row, paper, row_is_new=True, person_is_new=known is None)


def record_leave_by_decree(
    *,
    jabatan: Jabatan,
    leave: LeaveText,
    decree: DecreeText,
    day: date,
    actor: Actor,
    reason: str,
    also: Q | None = None,
) -> Recorded:
    """Record a leave that a decree grants, or put the decree under the same leave on record.

    Raises:
        OnlyFromSamplesError: a demonstration, and the government is not made up.
        DecreeDaysError: the decree is dated after ``day``, or takes effect after the first day.
        PersonNameError: the name is empty, or holds titles only.
        NamesakesError: several people on record in the government bear the name.
        NotInOfficeError: the person is not on record in the office on the first day.
        LeaveOverlapsError: another leave of the person from the office is on record.
        RefusedError: a text has no room, or the decree no number.
    """
    with act("organisasi.record_leave_by_decree", actor=actor, reason=reason):
        clerk = Clerk(jabatan.pemda, actor, reason)
        paper = clerk.take_decree(decree, first_day=leave.period.start, today=day)
        person = find_person(leave.name, jabatan.pemda, also=also)
        if person is None or not is_in_office(person, jabatan, leave.period.start):
            raise NotInOfficeError(leave.name, jabatan, leave.period.start)
        same = _same_leave(person, jabatan, leave)
        if same is not None:
            return clerk.put_under(same, paper)
        with leave_clashes(person=person, jabatan=jabatan, period=leave.period):
            row = record_leave(
                person=person,
                jabatan=jabatan,
                kind=LeaveKind(leave.kind),
                period=leave.period,
                grounds=Grounds(decree=paper.decree),
                actor=actor,
                reason=reason,
            )
        return Recorded(row, paper, row_is_new=True)


def end_tenure_by_hand(
    *, holding: JabatanHolding, last_day: date, actor: Actor, reason: str
) -> JabatanHolding:
    """Say until which day, that day included, a tenure runs.

    Raises:
        OnlyFromSamplesError: a demonstration, and the government is not made up.
        PeriodError: it would end before it starts.
        SeatHeldError: another definitive holder is on record in the longer tenure.
        AlreadyActingError: somebody else acts in the longer tenure.
        PersonInOfficeError: the person is on record again in the longer tenure.
    """
    period = Period.inclusive(holding.starts_on, last_day)
    with act("organisasi.end_tenure_by_hand", actor=actor, reason=reason):
        _refuse_where_only_samples_speak(holding.jabatan.pemda)
        with tenure_clashes(
            person=holding.person, jabatan=holding.jabatan, period=period, apart_from=holding.pk
        ):
            return end_tenure(holding=holding, last_day=last_day, actor=actor, reason=reason)


@dataclass(frozen=True, slots=True)
class Clerk:
    """Does what recording a tenure and a leave have in common, inside their act."""

    pemda: Pemda
    actor: Actor
    reason: str

    def take_decree(self, text: DecreeText, *, first_day: date, today: date) -> Paper:
        """Return the decree of that number and day; record it where it is not here yet."""
        _refuse_where_only_samples_speak(self.pemda)
        known = Decree.objects.filter(
            owner=self.pemda.instansi, number=text.number.strip(), decided_on=text.decided_on
        ).first()
        problems = decree_day_problems(
            first_day=first_day,
            decided_on=text.decided_on,
            effective_on=known.effective_on if known else text.effective_on,
            today=today,
        )
        if problems:
            raise DecreeDaysError(problems)
        return Paper(known or self._new_decree(text, today), is_new=known is None)

    def register(self, name: str) -> Person:
        """Record somebody of whom nothing is here yet."""
        return register_person(
            name=without_mark(name),
            is_made_up=self.pemda.is_made_up,
            actor=self.actor,
            reason=self.reason,
        )

    def name_election(self, row: JabatanHolding, pilkada: str) -> None:
        """Say which election a tenure stems from, where the clerk knows it."""
        if pilkada:
            name_election(holding=row, pilkada=pilkada, actor=self.actor, reason=self.reason)

    def put_under(self, row: JabatanHolding | OfficeLeave, paper: Paper) -> Recorded:
        """Let a row that rests on a document rest on the decree as well."""
        with refusals():
            row.decree = paper.decree
            row.save(update_fields=["decree"])
        if isinstance(row, OfficeLeave):
            facts_changed(self.pemda.pk, "cuti_pejabat", cuti_id=row.pk)
        else:
            facts_changed(self.pemda.pk, "pemangku", pemangku_id=row.pk)
        return Recorded(row, paper, row_is_new=False)

    def _new_decree(self, text: DecreeText, today: date) -> Decree:
        return register_decree(
            decree=Decree(
                owner=self.pemda.instansi,
                number=text.number,
                title=text.title,
                issued_by=text.issued_by,
                decided_on=text.decided_on,
                effective_on=text.effective_on,
            ),
            day=today,
            actor=self.actor,
            reason=self.reason,
        )


def _refuse_where_only_samples_speak(pemda: Pemda) -> None:
    if not can_record_by_hand(pemda):
        raise OnlyFromSamplesError(pemda)


def _same_tenure(person: Person, jabatan: Jabatan, tenure: TenureText) -> JabatanHolding | None:
    """Return the same tenure from a document; a decree often names no last day."""
    rows = JabatanHolding.objects.filter(
        person=person,
        jabatan=jabatan,
        capacity=tenure.capacity,
        starts_on=tenure.period.start,
        decree=None,
    )
    if tenure.period.end is not None:
        rows = rows.filter(ends_before=tenure.period.end)
    return rows.first()


def _same_leave(person: Person, jabatan: Jabatan, leave: LeaveText) -> OfficeLeave | None:
    """Return the same leave from a document."""
    return OfficeLeave.objects.filter(
        person=person,
        jabatan=jabatan,
        kind=leave.kind,
        starts_on=leave.period.start,
        ends_before=leave.period.end,
        decree=None,
    ).first()
