"""OPDs, units, and offices with their holders, as of a day."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from ninja import Router, Schema

from pamong.api.bearer import Request, place
from pamong.api.operations import reads
from pamong.api.parameters import AsOf, Number
from pamong.api.problems import NotHereError
from pamong.apps.accounts.models import TokenScope
from pamong.apps.forums.directive_list import addressable_opds
from pamong.apps.organisasi.answers import HolderAnswer, LeaveAnswer, OfficeAnswer
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.selectors import JabatanNotFoundError, get_jabatan
from pamong.apps.organisasi.unit_tree import unit_tree

router = Router(tags=["organisasi"])
SCOPE = TokenScope.READ_ORGANISASI


class Opd(Schema):
    """One perangkat daerah."""

    id: int
    name: str
    short_name: str
    kind: str


class Opds(Schema):
    """The OPDs that stand on a day."""

    as_of: date
    items: list[Opd]


class Unit(Schema):
    """One unit as it stands on a day; ``parent`` is the unit above it, none: below the OPD."""

    id: UUID
    name: str
    kind: str
    opd: int
    parent: UUID | None


class Units(Schema):
    """The units that stand on a day."""

    as_of: date
    items: list[Unit]


class Source(Schema):
    """What an answer rests on, in words too."""

    basis: str
    label: str
    day: date | None
    sentence: str


class Holder(Schema):
    """Somebody in an office, and how sure that is; ``last_day`` is inclusive."""

    name: str
    capacity: str
    starts_on: date | None
    starts_exactly: bool
    last_day: date | None
    standing: str
    source: Source


class Leave(Schema):
    """A leave of the holder that covers the day."""

    kind: str
    starts_on: date
    last_day: date | None
    source: Source


class Office(Schema):
    """One office on a day: an answer never claims more than its source."""

    id: UUID
    name: str
    kind: str
    holder: Holder | None
    acting: Holder | None
    leave: Leave | None
    last_known: Holder | None
    notes: list[str]


class Offices(Schema):
    """The leading offices, and every office of which something is known by the day."""

    as_of: date
    items: list[Office]


@reads(router, "/governments/{slug:government}/opd", Opds, scope=SCOPE, title=_("OPD per tanggal"))
def list_opd(request: Request, government: str, as_of: AsOf) -> Opds:
    """Return the OPDs that stand on a day, by name."""
    pemda, day = place(request, government), as_of or request.auth.today
    rows = addressable_opds(pemda, day=day)
    return Opds(
        as_of=day,
        items=[
            Opd(id=row.pk, name=row.nama, short_name=row.singkatan, kind=row.jenis) for row in rows
        ],
    )


@reads(
    router,
    "/governments/{slug:government}/units",
    Units,
    scope=SCOPE,
    title=_("Unit kerja per tanggal"),
)
def list_units(request: Request, government: str, as_of: AsOf, opd: Number | None = None) -> Units:
    """Return the tree of units as it stands on a day, of one OPD or of all."""
    pemda, day = place(request, government), as_of or request.auth.today
    nodes = unit_tree(pemda, day=day)
    keys = {node.unit_id: node.public_id for node in nodes}
    return Units(
        as_of=day,
        items=[
            Unit(
                id=node.public_id,
                name=node.nama,
                kind=node.kind,
                opd=node.opd_id,
                parent=keys.get(node.parent_id) if node.parent_id else None,
            )
            for node in nodes
            if opd in (None, node.opd_id)
        ],
    )


@reads(
    router,
    "/governments/{slug:government}/offices",
    Offices,
    scope=SCOPE,
    title=_("Jabatan dan pemangkunya per tanggal"),
)
def list_offices(request: Request, government: str, as_of: AsOf) -> Offices:
    """Return who holds which office on a day, and on what basis that is said."""
    pemda, day = place(request, government), as_of or request.auth.today
    return Offices(as_of=day, items=[_office(told) for told in who(pemda, day=day)])


@reads(
    router,
    "/governments/{slug:government}/offices/{uuid:office}",
    Offices,
    scope=SCOPE,
    title=_("Satu jabatan per tanggal"),
)
def get_office(request: Request, government: str, office: UUID, as_of: AsOf) -> Offices:
    """Return one office; one of several seats has an answer for each person."""
    pemda, day = place(request, government), as_of or request.auth.today
    try:
        found = get_jabatan(pemda, str(office))
    except JabatanNotFoundError as error:
        raise NotHereError(str(error)) from error
    return Offices(
        as_of=day, items=[_office(told) for told in who(pemda, day=day, jabatan=[found])]
    )


def _office(told: OfficeAnswer) -> Office:
    return Office(
        id=told.public_id,
        name=told.office,
        kind=told.kind.value,
        holder=_holder(told.holder),
        acting=_holder(told.acting),
        leave=_leave(told.leave),
        last_known=_holder(told.last_known),
        notes=list(told.notes),
    )


def _holder(told: HolderAnswer | None) -> Holder | None:
    if told is None:
        return None
    return Holder(
        name=told.person,
        capacity=told.capacity.value,
        starts_on=told.start,
        starts_exactly=told.start_is_exact,
        last_day=told.last_day,
        standing=told.standing.value,
        source=_source(told),
    )


def _leave(told: LeaveAnswer | None) -> Leave | None:
    if told is None:
        return None
    return Leave(
        kind=told.kind, starts_on=told.start, last_day=told.last_day, source=_source(told)
    )


def _source(told: HolderAnswer | LeaveAnswer) -> Source:
    source = told.source
    return Source(
        basis=source.basis.value,
        label=source.label,
        day=source.day,
        sentence=source.sentence,
    )
