"""What confirming a draft would record: shown before the button, and then done as shown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from django.utils.translation import gettext as _

from pamong.apps.forums.checking import full_day, problems_of
from pamong.apps.forums.matching import Matcher, OfficeMeant, PersonMeant
from pamong.apps.forums.models import ReadingDraft
from pamong.apps.forums.planning_forums import ForumPlan, plan_forum
from pamong.apps.organisasi.models import JabatanHolding, LeaveKind, OfficeLeave, Pemda
from pamong.apps.organisasi.people import NamesakesError
from pamong.kernel.capacity import Capacity, CapacityLabelError
from pamong.kernel.period import Period
from pamong.kernel.person_name import PersonNameError
from pamong.reader.draft import Draft, DraftPeriod

Row = TypeVar("Row")
Planned = TypeVar("Planned", "PlannedTenure", "PlannedLeave", "PlannedAttestation")

LEAVE_WORDS = {
    "kampanye": LeaveKind.KAMPANYE,
    "tahunan": LeaveKind.TAHUNAN,
    "sakit": LeaveKind.SAKIT,
}


@dataclass(frozen=True, slots=True)
class PlannedTenure:
    """A tenure whose days the text states; ``recorded`` where it is on record already."""

    person: PersonMeant
    office: OfficeMeant
    capacity: Capacity
    period: Period
    pointer: str
    recorded: JabatanHolding | None

    @property
    def ends_the_recorded(self) -> bool:
        """Whether the text says the last day of a tenure that is on record as open."""
        is_open = self.recorded is not None and self.recorded.ends_before is None
        return is_open and self.period.end is not None


@dataclass(frozen=True, slots=True)
class PlannedLeave:
    """A leave whose days the text states."""

    person: PersonMeant
    office: OfficeMeant
    kind: LeaveKind
    period: Period
    pointer: str
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class PlannedAttestation:
    """A person whom the text calls by an office on a day."""

    person: PersonMeant
    office: OfficeMeant
    capacity: Capacity
    day: date
    pointer: str


@dataclass(slots=True)
class Plan:
    """All that confirming would record. With ``problems`` it cannot be confirmed yet."""

    draft: Draft
    pemda: Pemda | None
    matcher: Matcher | None = None
    tenures: list[PlannedTenure] = field(default_factory=list)
    leaves: list[PlannedLeave] = field(default_factory=list)
    attestations: list[PlannedAttestation] = field(default_factory=list)
    forum: ForumPlan | None = None
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def new_people(self) -> list[str]:
        """The people that are not on record yet."""
        people = self.matcher.people.values() if self.matcher else ()
        return [meant.name for meant in people if meant.is_new]

    @property
    def new_offices(self) -> list[str]:
        """The offices that are not on record yet."""
        offices = self.matcher.offices.values() if self.matcher else ()
        return [office.nama for office in offices if office.is_new]


def plan_confirmation(draft: ReadingDraft) -> Plan:
    """Work out what confirming ``draft`` would record, and what still stands in its way."""
    content = Draft.from_json(draft.content)
    plan = Plan(draft=content, pemda=draft.pemda)
    plan.problems.extend(problems_of(draft, content))
    if plan.pemda is not None:
        plan.matcher = Matcher(plan.pemda)
        _plan_attestations(plan)
        _plan_periods(plan)
        if content.is_forum:
            plan.forum = plan_forum(content, draft.document, plan.pemda)
            plan.problems.extend(plan.forum.problems)
            plan.notes.extend(plan.forum.notes)
        _name_everybody(plan)
    return plan


def _plan_attestations(plan: Plan) -> None:
    for index, row in enumerate(plan.draft.attestations):
        day = full_day(row.day) if row.day else plan.draft.date
        capacity = _capacity(plan, row.capacity)
        office = _office(plan, row.office)
        person = _person(plan, row.name) if office else None
        if day is None:
            _problem(
                plan,
                _("Hari penyebutan %(name)s sebagai %(office)s belum diisi.")
                % {"name": row.name, "office": row.office},
            )
        elif person and office and capacity:
            pointer = f"/attestations/{index}"
            _add(plan.attestations, PlannedAttestation(person, office, capacity, day, pointer))


def _plan_periods(plan: Plan) -> None:
    for index, row in enumerate(plan.draft.periods):
        pointer = f"/periods/{index}"
        period = _period(plan, row)
        if period is None:
            continue
        if not (row.name and row.office):
            plan.notes.append(
                _('"%(what)s" tidak dicatat: orang atau jabatannya belum diisi.')
                % {"what": row.what}
            )
            continue
        office = _office(plan, row.office)
        person = _person(plan, row.name) if office else None
        if person is None or office is None:
            continue
        if row.kind == "leave":
            kind, recorded = _leave_kind(row), _is_leave_recorded(person, office, period)
            _add(plan.leaves, PlannedLeave(person, office, kind, period, pointer, recorded))
        elif row.kind != "tenure" or row.capacity is None:
            plan.notes.append(
                _('"%(what)s" tidak dicatat: jenis atau kedudukannya belum diisi.')
                % {"what": row.what}
            )
        elif capacity := _capacity(plan, row.capacity):
            tenure = _recorded_tenure(person, office, capacity, period)
            _add(plan.tenures, PlannedTenure(person, office, capacity, period, pointer, tenure))


def _add(rows: list[Planned], row: Planned) -> None:
    """Plan a row once, although the text may tell it twice."""
    if not any(replace(row, pointer=other.pointer) == other for other in rows):
        rows.append(row)


def _recorded_tenure(
    person: PersonMeant, office: OfficeMeant, capacity: Capacity, period: Period
) -> JabatanHolding | None:
    """Return the tenure on record that the text tells of again; one with another end is not."""
    if person.person is None or office.jabatan is None:
        return None
    here = JabatanHolding.objects.filter(
        person=person.person,
        jabatan=office.jabatan,
        capacity=capacity,
        starts_on=period.start,
    ).first()
    ends = {here.ends_before, period.end} if here else set()
    return None if len(ends) > 1 and None not in ends else here


def _is_leave_recorded(person: PersonMeant, office: OfficeMeant, period: Period) -> bool:
    if person.person is None or office.jabatan is None:
        return False
    same = OfficeLeave.objects.filter(
        person=person.person,
        jabatan=office.jabatan,
        starts_on=period.start,
        ends_before=period.end,
    )
    return same.exists()


def _leave_kind(row: DraftPeriod) -> LeaveKind:
    what = row.what.casefold()
    return next((kind for word, kind in LEAVE_WORDS.items() if word in what), LeaveKind.LAIN)


def _period(plan: Plan, row: DraftPeriod) -> Period | None:
    """Read the stated days; no first or last day is ever invented."""
    start, end = full_day(row.start), full_day(row.end)
    if start is None or (row.end and end is None):
        plan.notes.append(
            _('"%(what)s" tidak dicatat: hari pertama atau terakhirnya tidak pasti.')
            % {"what": row.what}
        )
        return None
    if end is not None and end < start:
        plan.problems.append(
            _('"%(what)s" berakhir sebelum dimulai. Perbaiki salah satu tanggalnya.')
            % {"what": row.what}
        )
        return None
    return Period(start, end + timedelta(days=1) if end else None)


def _name_everybody(plan: Plan) -> None:
    """Match everybody who spoke, asked or promised, also where no office is recorded of them."""
    content = plan.draft
    named = [row.by for row in content.directives]
    named += [row.relayed_by for row in content.directives]
    named += [row.speaker for row in content.quotes]
    named += [row.by for row in content.commitments]
    named += [content.on_behalf_of.reader] if content.on_behalf_of else []
    named += [plan.forum.chair] if plan.forum else []
    for name in filter(None, named):
        _person(plan, name)
    if content.on_behalf_of and content.on_behalf_of.principal:
        _office(plan, content.on_behalf_of.principal)


def _person(plan: Plan, name: str) -> PersonMeant | None:
    return _or_problem(plan, lambda matcher: matcher.person(name))


def _office(plan: Plan, text: str) -> OfficeMeant | None:
    office = _or_problem(plan, lambda matcher: matcher.office(text))
    if office is None and plan.pemda is not None:
        note = _("%(text)s tidak dicatat: jabatan itu bukan milik %(nama)s.") % {
            "text": text,
            "nama": plan.pemda.nama,
        }
        plan.notes += [note] if note not in plan.notes else []
    return office


def _capacity(plan: Plan, label: str) -> Capacity | None:
    try:
        return Capacity.from_label(label)
    except CapacityLabelError as error:
        _problem(plan, str(error))
        return None


def _or_problem(plan: Plan, match: Callable[[Matcher], Row]) -> Row | None:
    if plan.matcher is None:
        return None
    try:
        return match(plan.matcher)
    except (NamesakesError, PersonNameError) as error:
        _problem(plan, str(error))
        return None


def _problem(plan: Plan, sentence: str) -> None:
    """Name a problem, once."""
    if sentence not in plan.problems:
        plan.problems.append(sentence)
