"""The people of a government and the whole record of each, as of a day and as known on another."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from pamong.api.bearer import Caller, Request, keep_seen, place
from pamong.api.closing import Shown, shown_sections
from pamong.api.operations import reads
from pamong.api.parameters import AsOf, Code, Key, Moment, Number, Size, Words
from pamong.api.problems import NotHereError
from pamong.apps.accounts.models import TokenScope
from pamong.apps.accounts.policies import can_see_pegawai, pegawai_visible_to
from pamong.apps.accounts.record_access import class_cases, classes_shown, identity_seen
from pamong.apps.kepegawaian.employments import PegawaiNotFoundError, get_pegawai
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import Record, record_on
from pamong.apps.kepegawaian.walking import (
    Met,
    Narrowing,
    people_after,
)
from pamong.apps.organisasi.unit_tree import UnitNotThereError, get_unit, units_below

router = Router(tags=["pegawai"])
SCOPE = TokenScope.READ_PEGAWAI
IN_A_STEP = 50
OF_IDENTITY = ("number", "born_on")


class Post(Schema):
    """Where somebody works on the day; all empty where that is not recorded."""

    opd: int | None
    opd_name: str
    unit: UUID | None
    unit_name: str


class Person(Schema):
    """One pegawai; a field that may not be seen is null and named in ``closed``."""

    id: UUID
    name: str
    kind: str
    number: str | None
    born_on: date | None
    starts_on: date
    ends_before: date | None
    placement: Post
    closed: list[str]


class People(Schema):
    """One step of the walk; ``next`` is what ``after`` must be for the step behind it."""

    as_of: date
    items: list[Person]
    next: UUID | None


class Identifier(Schema):
    """A number of a person, with its days where they are known."""

    kind: str
    value: str
    starts_on: date | None
    ends_before: date | None


class Entry(Schema):
    """One entry; ``values`` are its columns, null where they are closed or empty."""

    id: int
    is_in_force: bool
    values: dict[str, Any]


class Section(Schema):
    """A section of the record; ``entries`` is null where even that there are any is closed."""

    key: str
    title: str
    columns: dict[str, str]
    closed: list[str]
    entries: list[Entry] | None


class WholeRecord(Schema):
    """All that is told of one pegawai as of a day, and as was known on another."""

    id: UUID
    government: str
    as_of: date
    known_on: datetime | None
    name: str
    kind: str
    born_on: date | None
    starts_on: date
    ends_before: date | None
    identifiers: list[Identifier] | None
    closed: list[str]
    sections: list[Section]


@reads(
    router,
    "/governments/{slug:government}/pegawai",
    People,
    scope=SCOPE,
    title=_("Daftar pegawai per tanggal"),
)
def list_pegawai(  # noqa: PLR0913  one parameter a filter
    request: Request,
    government: str,
    *,
    as_of: AsOf,
    after: Key | None = None,
    limit: Size = IN_A_STEP,
    words: Words = "",
    opd: Number | None = None,
    unit: Key | None = None,
    kind: Code = "",
    ended: Code = "",
) -> People:
    """Return the next people whom the token reaches, in the order in which they came on record."""
    pemda, day, caller = place(request, government), as_of or request.auth.today, request.auth
    narrowing = Narrowing(
        words=words,
        opd=opd,
        units=None if unit is None else _below(caller, unit, day),
        kind=kind,
        with_ended=bool(ended),
        visible=pegawai_visible_to(caller.access, pemda, day=day),
    )
    try:
        met = people_after(pemda, after, day=day, narrowing=narrowing, limit=limit + 1)
    except PegawaiNotFoundError as error:
        raise NotHereError(str(error)) from error
    here = met[:limit]
    ids = frozenset(each.pegawai.pk for each in here)
    seen = identity_seen(caller.access, pemda, ids, day=day)
    opened = ids if seen is None else seen
    items = [_person(each, closed=each.pegawai.pk not in opened) for each in here]
    told = [each.pegawai.person_id for each in here if each.pegawai.pk in opened]
    if told:
        keep_seen(request, told, [FieldClass.IDENTITY.value])
    return People(
        as_of=day, items=items, next=here[-1].pegawai.public_id if len(met) > limit else None
    )


@reads(
    router,
    "/governments/{slug:government}/pegawai/{uuid:pegawai}",
    WholeRecord,
    scope=SCOPE,
    title=_("Satu riwayat lengkap, per tanggal dan seperti diketahui pada suatu saat"),
)
def get_record(
    request: Request,
    government: str,
    pegawai: UUID,
    as_of: AsOf,
    known_on: Moment | None = None,
) -> WholeRecord:
    """Return the record of one pegawai; nothing that begins or was recorded later is told."""
    pemda, day, caller = place(request, government), as_of or request.auth.today, request.auth
    try:
        cases = class_cases(caller.access, pemda, day=day)
        found = get_pegawai(pemda, pegawai, **cases)
    except PegawaiNotFoundError as error:
        raise NotHereError from error
    if not can_see_pegawai(caller.access, found, day=day):
        raise NotHereError
    record = record_on(found, day=day, known_on=known_on)
    if record is None:
        raise NotHereError
    classes = frozenset(
        each
        for each in classes_shown(caller.access, found, day=day)
        if caller.access.may_show(each)
    )
    sections = shown_sections(record, classes)
    keep_seen(request, [found.person_id], [each.key for each in sections if each.rows])
    return _whole(pemda.slug, record, classes, sections)


def _below(caller: Caller, unit: UUID, day: date) -> frozenset[int]:
    try:
        found = get_unit(caller.government, unit, day=day)
    except UnitNotThereError as error:
        raise NotHereError from error
    return units_below([found.unit_id], day=day)


def _person(met: Met, *, closed: bool) -> Person:
    row = met.pegawai
    return Person(
        id=row.public_id,
        name=row.person.full_name,
        kind=met.kind,
        number=None if closed else met.number,
        born_on=None if closed else row.born_on,
        starts_on=row.starts_on,
        ends_before=row.ends_before,
        placement=Post(opd=met.opd_id, opd_name=met.opd, unit=met.unit_id, unit_name=met.unit),
        closed=list(OF_IDENTITY) if closed else [],
    )


def _whole(
    government: str, record: Record, classes: frozenset[FieldClass], sections: list[Shown]
) -> WholeRecord:
    identity = FieldClass.IDENTITY in classes
    appointed = record.current("pengangkatan")
    return WholeRecord(
        id=record.pegawai.public_id,
        government=government,
        as_of=record.day,
        known_on=record.known_on,
        name=record.person.full_name,
        kind=getattr(appointed.entry, "kind", "") if appointed else record.pegawai.kind,
        born_on=record.pegawai.born_on if identity else None,
        starts_on=record.pegawai.starts_on,
        ends_before=record.pegawai.ends_before,
        identifiers=[_identifier(each) for each in record.identifiers] if identity else None,
        closed=[] if identity else ["born_on", "identifiers"],
        sections=[
            Section(
                key=each.key,
                title=each.title,
                columns=each.columns,
                closed=each.closed,
                entries=None
                if each.rows is None
                else [
                    Entry(id=row.id, is_in_force=row.is_in_force, values=row.values)
                    for row in each.rows
                ],
            )
            for each in sections
        ],
    )


def _identifier(row: Any) -> Identifier:
    return Identifier(
        kind=row.kind, value=row.value, starts_on=row.starts_on, ends_before=row.ends_before
    )
