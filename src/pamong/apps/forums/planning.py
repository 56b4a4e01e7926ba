"""What confirming a draft would record: shown before the button, and then done as shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from pamong.apps.forums.editing import open_conflicts
from pamong.apps.forums.matching import Matcher, NamesakesError, OfficeMeant, PersonMeant
from pamong.apps.forums.models import AddresseeKind, ReadingDraft
from pamong.apps.organisasi.models import LeaveKind, Opd, Pemda
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period
from pamong.reader.draft import Draft, DraftPeriod

Row = TypeVar("Row")

FIELD_NAMES = {
    "date": "tanggal",
    "region": "daerah",
    "forum_kind": "jenis forum",
    "speakers": "pembicara",
    "periods": "masa jabatan atau cuti",
    "attestations": "penyebutan jabatan",
    "on_behalf_of": "pembaca sambutan",
    "directives": "arahan",
    "quotes": "kutipan",
    "commitments": "komitmen",
}


@dataclass(frozen=True, slots=True)
class PlannedTenure:
    """A tenure whose days the text states."""

    person: PersonMeant
    office: OfficeMeant
    capacity: Capacity
    period: Period
    pointer: str


@dataclass(frozen=True, slots=True)
class PlannedLeave:
    """A leave whose days the text states."""

    person: PersonMeant
    office: OfficeMeant
    kind: LeaveKind
    period: Period
    pointer: str


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
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def new_people(self) -> list[str]:
        """The people that are not on record yet."""
        return (
            [meant.name for meant in self.matcher.people.values() if meant.is_new]
            if (self.matcher)
            else []
        )

    @property
    def new_offices(self) -> list[str]:
        """The offices that are not on record yet."""
        return (
            [office.nama for office in self.matcher.offices.values() if office.is_new]
            if (self.matcher)
            else []
        )


def plan_confirmation(draft: ReadingDraft) -> Plan:
    """Work out what confirming ``draft`` would record, and what still stands in its way."""
    content = Draft.from_json(draft.content)
    plan = Plan(draft=content, pemda=draft.pemda)
    plan.problems.extend(_missing(plan))
    plan.problems.extend(
        f"Pilih dulu salah satu: {_field_name(pointer)}."
        for pointer in open_conflicts(draft.content)
    )
    if plan.pemda is not None:
        plan.matcher = Matcher(plan.pemda)
        _plan_attestations(plan)
        _plan_periods(plan)
        _name_everybody(plan)
    return plan


def addressee_kind(text: str, pemda: Pemda) -> tuple[AddresseeKind, Opd | None]:
    """Tell whom the addressee of a directive means: one OPD, all of them, the ASN, or others."""
    bare = text.casefold()
    for opd in Opd.objects.filter(pemda=pemda).order_by("id"):
        if bare in {
            opd.nama.casefold(),
            opd.singkatan.casefold(),
            f"kepala {opd.nama}".casefold(),
        }:
            return AddresseeKind.OPD, opd
    words = set(bare.replace("/", " ").split())
    if "opd" in words or "perangkat daerah" in bare:
        return AddresseeKind.SEMUA_OPD, None
    if words & {"asn", "pns", "aparatur", "pegawai"}:
        return AddresseeKind.ASN, None
    return AddresseeKind.LAIN, None


def _missing(plan: Plan) -> Iterable[str]:
    content = plan.draft
    if plan.pemda is None:
        named = f'"{content.region}"' if content.region else "belum diisi"
        yield f"Daerah {named}; pilih pemerintah daerah yang dikelola di sini."
    if content.is_forum and content.date is None:
        yield "Tanggal forum belum diisi."
    if content.is_forum and content.forum_kind is None:
        yield "Jenis forum belum diisi."
    if not content.is_forum and not (content.periods or content.attestations):
        yield "Tidak ada yang dapat dicatat dari dokumen ini. Sisihkan dengan alasan."


def _plan_attestations(plan: Plan) -> None:
    for index, row in enumerate(plan.draft.attestations):
        day = date.fromisoformat(row.day) if row.day else plan.draft.date
        person, office = _person(plan, row.name), _office(plan, row.office)
        if person and office and day:
            plan.attestations.append(
                PlannedAttestation(
                    person=person,
                    office=office,
                    capacity=Capacity.from_label(row.capacity),
                    day=day,
                    pointer=f"/attestations/{index}",
                )
            )


def _plan_periods(plan: Plan) -> None:
    for index, row in enumerate(plan.draft.periods):
        pointer = f"/periods/{index}"
        period = _period(plan, row)
        if period is None:
            continue
        if not (row.name and row.office):
            plan.notes.append(f'"{row.what}" tidak dicatat: orang atau jabatannya belum diisi.')
            continue
        person, office = _person(plan, row.name), _office(plan, row.office)
        if person is None or office is None:
            continue
        if row.kind == "leave":
            kind = LeaveKind.KAMPANYE if "kampanye" in row.what.casefold() else LeaveKind.LAIN
            plan.leaves.append(PlannedLeave(person, office, kind, period, pointer))
        elif row.capacity is None:
            plan.notes.append(f'"{row.what}" tidak dicatat: kedudukannya belum diisi.')
        else:
            capacity = Capacity.from_label(row.capacity)
            plan.tenures.append(PlannedTenure(person, office, capacity, period, pointer))


def _period(plan: Plan, row: DraftPeriod) -> Period | None:
    """Read the stated days; no first or last day is ever invented."""
    start, end = _full_day(row.start), _full_day(row.end)
    if start is None or (row.end and end is None):
        plan.notes.append(
            f'"{row.what}" tidak dicatat: hari pertama atau terakhirnya tidak pasti.'
        )
        return None
    if end is not None and end < start:
        plan.problems.append(
            f'"{row.what}" berakhir sebelum dimulai. Perbaiki salah satu tanggalnya.'
        )
        return None
    return Period(start, end + timedelta(days=1) if end else None)


def _full_day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == len("2020-01-01") else None
    except ValueError:
        return None


def _name_everybody(plan: Plan) -> None:
    """Match everybody who spoke, asked or promised, also where no office is recorded of them."""
    content = plan.draft
    named = [row.by for row in content.directives]
    named += [row.relayed_by for row in content.directives]
    named += [row.speaker for row in content.quotes]
    named += [row.by for row in content.commitments]
    named += [content.on_behalf_of.reader] if content.on_behalf_of else []
    for name in filter(None, named):
        _person(plan, name)
    if content.on_behalf_of and content.on_behalf_of.principal:
        _office(plan, content.on_behalf_of.principal)


def _person(plan: Plan, name: str) -> PersonMeant | None:
    return _or_problem(plan, lambda matcher: matcher.person(name))


def _office(plan: Plan, text: str) -> OfficeMeant | None:
    office = _or_problem(plan, lambda matcher: matcher.office(text))
    if office is None:
        plan.notes.append(f"{text} tidak dicatat: daerahnya tidak dikelola di sini.")
    return office


def _or_problem(plan: Plan, match: Callable[[Matcher], Row]) -> Row | None:
    if plan.matcher is None:
        return None
    try:
        return match(plan.matcher)
    except NamesakesError as error:
        if str(error) not in plan.problems:
            plan.problems.append(str(error))
        return None


def _field_name(pointer: str) -> str:
    """Name a part of the draft for people: "pembicara ke-1"."""
    part, _, rest = pointer.removeprefix("/").partition("/")
    number = rest.partition("/")[0]
    name = FIELD_NAMES.get(part, part)
    return f"{name} ke-{int(number) + 1}" if number.isdecimal() else name
