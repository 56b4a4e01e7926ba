"""Whom a directive binds: the question that duties, lists and filters ask of it.

Plain records, so that an app above needs no query of its own.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from pamong.apps.core.models import Instansi
from pamong.apps.forums.addressees import opds_with_officials
from pamong.apps.forums.asked import source_of
from pamong.apps.forums.directive_list import addressable_opds
from pamong.apps.forums.models import (
    AddresseeKind,
    Directive,
    DirectiveAddressee,
    DirectiveUnit,
    UnitPart,
)
from pamong.apps.forums.selectors import get_directive
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda


@dataclass(frozen=True, slots=True)
class DirectiveScope:
    """One directive with all whom it concerns.

    ``opds`` are all addressed OPDs of the government, the lead first; ``is_for_all`` says that
    every OPD is meant. ``daerah`` are kabupaten and kota below: for them it is a recommendation.
    ``giver_offices`` are the offices of the givers on that day; it may be empty.
    """

    public_id: UUID
    pemda: Pemda
    gist: str
    topic: str
    term: str
    due_on: date | None
    day: date
    source: str
    forum_public_id: UUID
    forum_title: str
    series_public_id: UUID | None
    is_upward: bool
    giver_offices: tuple[Jabatan, ...]
    opds: tuple[Opd, ...]
    lead: Opd | None
    supporting: tuple[Opd, ...]
    is_for_all: bool
    daerah: tuple[Pemda, ...]
    instansi: tuple[Instansi, ...]


def directive_scope(public_id: UUID, *, day: date) -> DirectiveScope:
    """Return the scope of one directive, by the OPDs that stand on ``day``.

    Raises:
        DirectiveNotFoundError: there is none.
    """
    return scope_of(get_directive(public_id), day=day)


def scopes_in(pemda: Pemda, *, day: date) -> list[DirectiveScope]:
    """Return the scope of everything asked in ``pemda`` until ``day``, oldest first."""
    found = (
        Directive.objects.filter(pemda=pemda, day__lte=day)
        .select_related("pemda__instansi", "forum__document", "forum__series")
        .prefetch_related(
            "givers__jabatan",
            Prefetch("units", DirectiveUnit.objects.select_related("opd")),
            Prefetch(
                "addressees",
                DirectiveAddressee.objects.select_related("opd", "instansi", "daerah"),
            ),
        )
        .order_by("day", "id")
    )
    opds = list(addressable_opds(pemda, day=day))
    return [_scope(row, opds) for row in found]


def scope_of(directive: Directive, *, day: date) -> DirectiveScope:
    """Return the scope of a directive at hand, by the OPDs that stand on ``day``."""
    return _scope(directive, list(addressable_opds(directive.pemda, day=day)))


def _scope(row: Directive, opds: list[Opd]) -> DirectiveScope:
    addressees = list(row.addressees.all())
    units = list(row.units.all())
    lead = next((unit.opd for unit in units if unit.part == UnitPart.LEAD), None)
    supporting = tuple(unit.opd for unit in units if unit.part == UnitPart.SUPPORTING)
    is_for_all = any(addressee.kind == AddresseeKind.SEMUA_OPD for addressee in addressees)
    addressed = opds if is_for_all else _addressed(row, addressees, opds)
    everybody = [*([lead] if lead else []), *supporting, *addressed]
    return DirectiveScope(
        public_id=row.public_id,
        pemda=row.pemda,
        gist=row.gist,
        topic=row.topic,
        term=row.term,
        due_on=row.due_on,
        day=row.day,
        source=source_of(row.forum),
        forum_public_id=row.forum.public_id,
        forum_title=row.forum.title,
        series_public_id=row.forum.series.public_id if row.forum.series else None,
        is_upward=row.is_upward,
        giver_offices=tuple(giver.jabatan for giver in row.givers.all() if giver.jabatan),
        opds=tuple({opd.pk: opd for opd in everybody}.values()),
        lead=lead,
        supporting=supporting,
        is_for_all=is_for_all,
        daerah=tuple(_daerah(row, addressees)),
        instansi=tuple(a.instansi for a in addressees if a.instansi),
    )


def _addressed(row: Directive, addressees: list[DirectiveAddressee], opds: list[Opd]) -> list[Opd]:
    named = [addressee.opd for addressee in addressees if addressee.opd]
    for addressee in addressees:
        if addressee.kind == AddresseeKind.PEJABAT:
            named += opds_with_officials(addressee.text, row.pemda, opds)
    return named


def _daerah(row: Directive, addressees: list[DirectiveAddressee]) -> list[Pemda]:
    """Return the governments below that are meant: those named, or all of the province."""
    meant = [addressee for addressee in addressees if addressee.kind == AddresseeKind.DAERAH]
    named = [addressee.daerah for addressee in meant if addressee.daerah]
    if len(named) < len(meant):
        return list(row.pemda.daerah.order_by("nama"))
    return named
