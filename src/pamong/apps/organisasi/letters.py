"""A BAST as it is written on paper: two sides, what changes hands, and who signs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.custody import items_of
from pamong.apps.organisasi.models import Bast, FacilityHandover, Jabatan, JabatanKind
from pamong.apps.organisasi.titles import office_title


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a BAST; ``name`` is empty where nobody is recorded in that office on the day."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Item:
    """One facility that changes hands."""

    public_id: UUID
    nama: str
    kind: str
    mark: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Everything that the printed BAST says; ``first`` gives and ``second`` receives."""

    public_id: UUID
    government: str
    unit: str
    number: str
    day: date
    first: Side
    second: Side
    items: tuple[Item, ...]
    because_of: str
    condition: str
    basis: str
    is_return: bool
    paper_name: str
    office_public_id: UUID


def letter_of(bast: Bast) -> Letter:
    """Return a BAST as it prints, from the records alone.

    The side that keeps the facilities is signed by whoever holds that office on the day of the
    paper, as far as it is recorded here.
    """
    rows = items_of(bast)
    first = rows[0]
    is_return = first.returned_by_id == bast.pk
    keeper, holder = _keeper(bast), _holder(first)
    return Letter(
        public_id=bast.public_id,
        government=bast.pemda.nama,
        unit=str(bast.with_opd or _("Sekretariat Daerah")),
        number=bast.number,
        day=bast.day,
        first=holder if is_return else keeper,
        second=keeper if is_return else holder,
        items=tuple(_item(row) for row in rows),
        because_of=office_title(first.facility.jabatan, bast.pemda),
        condition=bast.condition,
        basis="; ".join(filter(None, [str(bast.decree or ""), bast.basis])),
        is_return=is_return,
        paper_name=bast.paper.name if bast.paper else "",
        office_public_id=first.facility.jabatan.public_id,
    )


def _item(row: FacilityHandover) -> Item:
    facility = row.facility
    return Item(facility.public_id, facility.nama, facility.get_kind_display(), facility.mark)


def _holder(row: FacilityHandover) -> Side:
    jabatan = row.facility.jabatan
    return Side(row.person.full_name, office_title(jabatan, jabatan.pemda))


def _keeper(bast: Bast) -> Side:
    jabatan = bast.with_jabatan or _head_of(bast)
    if jabatan is None:
        return Side("", str(bast.with_opd))
    (seat, *_others) = who(bast.pemda, day=bast.day, jabatan=[jabatan])
    signs = seat.acting or seat.holder
    title = office_title(jabatan, bast.pemda)
    if signs is None:
        return Side("", title)
    acts = f"{signs.capacity.label} " if signs.capacity.is_acting else ""
    return Side(signs.person, f"{acts}{title}")


def _head_of(bast: Bast) -> Jabatan | None:
    rows = Jabatan.objects.filter(opd=bast.with_opd, kind=JabatanKind.KEPALA_OPD)
    return rows.filter(is_single_seat=True, ends_before=None).order_by("rank", "pk").first()
