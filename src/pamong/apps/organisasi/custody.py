"""In whose hands the facilities of office are on a day, and by which BAST.

Nothing after the day is told: what was handed back later is still in its holder's hands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.db.models.lookups import IContains
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.core.selectors import histories_of
from pamong.apps.organisasi.answers import Basis, Source
from pamong.apps.organisasi.as_of import source_of
from pamong.apps.organisasi.dossier import RecordChange
from pamong.apps.organisasi.models import (
    Bast,
    Facility,
    FacilityHandover,
    FacilityKind,
    FacilityStatement,
    Jabatan,
    LeaveKind,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.on_record import title_of
from pamong.apps.organisasi.statements import said_in
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.day import format_day, format_period


class Hands(StrEnum):
    """Where a facility can be on a day, as the filter of the list names it."""

    HELD = "pemegang"
    RETURNED = "kembali"
    NEVER = "belum"
    ON_LEAVE = "cuti"

    @property
    def label(self) -> str:
        """What people read."""
        return str(HANDS_LABELS[self])


HANDS_LABELS = {
    Hands.HELD: gettext_lazy("ada pada pemegang"),
    Hands.RETURNED: gettext_lazy("sudah dikembalikan"),
    Hands.NEVER: gettext_lazy("belum pernah tercatat diserahkan"),
    Hands.ON_LEAVE: gettext_lazy("pemegangnya sedang cuti kampanye"),
}


@dataclass(frozen=True, slots=True)
class PaperAnswer:
    """A BAST as lists show it."""

    public_id: UUID
    number: str
    day: date
    other_side: str

    @property
    def sentence(self) -> str:
        """How people read it: "menurut BAST 030/1 (24 September 2024)"."""
        return _("menurut BAST %(number)s (%(day)s)") % {
            "number": self.number,
            "day": format_day(self.day),
        }


@dataclass(frozen=True, slots=True)
class HandAnswer:
    """Somebody in whose hands a facility is, or was until ``returned`` where that is there."""

    public_id: UUID
    person: str
    person_public_id: UUID
    given: PaperAnswer
    returned: PaperAnswer | None


@dataclass(frozen=True, slots=True)
class FacilityAnswer:
    """One facility on a day: ``held`` by somebody now, or ``last`` handed back by somebody.

    ``leave`` is there where whoever holds it is on campaign leave on that day, with its source.
    """

    public_id: UUID
    nama: str
    kind: str
    mark: str
    basis: str
    since: date
    office: str
    office_public_id: UUID
    hands: tuple[HandAnswer, ...]
    leave: str | None

    @property
    def held(self) -> HandAnswer | None:
        """In whose hands it is."""
        return self.hands[0] if self.hands and self.hands[0].returned is None else None

    @property
    def last(self) -> HandAnswer | None:
        """Who handed it back last, where it is in nobody's hands."""
        return self.hands[0] if self.hands and self.hands[0].returned is not None else None


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """What a document says of facilities: in our sentence and in its words."""

    sentence: str
    words: str
    source: Source


@dataclass(frozen=True, slots=True)
class Asked:
    """Which facilities are asked for; empty values ask for all of them."""

    words: str = ""
    kind: str = ""
    office: str = ""
    hands: str = ""


def facilities(pemda: Pemda, *, day: date, asked: Asked = Asked()) -> QuerySet[Facility]:
    """Return the facilities of ``pemda`` that existed on ``day``, by office and name.

    ``custody`` tells in whose hands they are; ``asked`` is compared with that day only.
    """
    rows = Facility.objects.on(day).filter(pemda=pemda).select_related("jabatan__pemda")
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.office:
        rows = rows.filter(jabatan__public_id=asked.office)
    if asked.hands:
        rows = rows.filter(_in_hands(asked.hands, day))
    if asked.words:
        rows = rows.filter(_told_by(asked.words, pemda, day))
    return rows.order_by("jabatan__rank", "jabatan__sort_key", "jabatan_id", "nama", "id")


def custody(rows: Sequence[Facility], *, day: date) -> list[FacilityAnswer]:
    """Return in whose hands each of ``rows`` is on ``day``, and was before, the latest first."""
    if not rows:
        return []
    hands: dict[int, list[FacilityHandover]] = {}
    for handover in (
        FacilityHandover.objects.filter(facility__in=rows, starts_on__lte=day)
        .select_related("person")
        .select_related(*(f"{paper}__{side}" for paper in PAPERS for side in SIDES))
        .order_by("-starts_on")
    ):
        hands.setdefault(handover.facility_id, []).append(handover)
    leaves = _campaign_leaves(rows, day)
    return [_answer(row, hands.get(row.pk, []), leaves, day) for row in rows]


def facilities_held_by(person_id: int, pemda: Pemda, *, day: date) -> list[FacilityAnswer]:
    """Return the facilities of ``pemda`` that are in one person's hands on ``day``."""
    held = FacilityHandover.objects.on(day).filter(person_id=person_id, pemda=pemda)
    rows = facilities(pemda, day=day).filter(pk__in=held.values("facility_id"))
    return custody(list(rows), day=day)


def custody_of_office(
    jabatan: Jabatan, *, day: date, leaves: Iterable[OfficeLeave]
) -> list[FacilityAnswer]:
    """Return in whose hands the facilities of one office are on ``day``, by name, in one query.

    ``leaves`` are those from the office that cover the day.
    """
    begun = FilteredRelation("handovers", condition=Q(handovers__starts_on__lte=day))
    rows = (
        Facility.objects.on(day)
        .filter(jabatan=jabatan)
        .annotate(hand=begun)
        .select_related("hand__person")  # type: ignore[misc]  # stubs know no filtered relation
        .select_related(*(f"hand__{paper}__{side}" for paper in PAPERS for side in SIDES))
        .order_by("nama", "id", "-hand__starts_on")
    )
    facilities: dict[int, Facility] = {}
    hands: dict[int, list[FacilityHandover]] = {}
    for row in rows:
        row.jabatan = jabatan
        facilities.setdefault(row.pk, row)
        if (hand := getattr(row, "hand", None)) is not None:
            hands.setdefault(row.pk, []).append(hand)
    away = {
        (leave.jabatan_id, leave.person_id): leave
        for leave in leaves
        if leave.kind == LeaveKind.KAMPANYE
    }
    return [_answer(row, hands.get(pk, []), away, day) for pk, row in facilities.items()]


def offices_with_facilities(pemda: Pemda, *, day: date) -> list[tuple[str, str]]:
    """Return the offices of ``pemda`` that have facilities on ``day``: address and title."""
    there = Facility.objects.on(day).filter(jabatan=OuterRef("pk"))
    rows = Jabatan.objects.filter(Exists(there), pemda=pemda).order_by("rank", "sort_key")
    return [(str(row.public_id), office_title(row, pemda)) for row in rows]


def free_facilities(jabatan: Jabatan, *, day: date) -> list[Facility]:
    """Return the facilities of an office that are in nobody's hands on ``day``."""
    held = FacilityHandover.objects.filter(facility=OuterRef("pk")).on(day)
    rows = Facility.objects.on(day).filter(~Exists(held), jabatan=jabatan)
    return list(rows.select_related("jabatan").order_by("nama"))


def open_handovers(jabatan: Jabatan, *, day: date) -> list[FacilityHandover]:
    """Return what of an office's facilities was handed over by ``day`` and never handed back."""
    rows = FacilityHandover.objects.filter(
        facility__jabatan=jabatan, starts_on__lte=day, returned_by=None
    )
    return list(rows.select_related("facility", "person").order_by("facility__nama"))


def statements(
    pemda: Pemda, *, day: date, jabatan: Jabatan | None = None
) -> list[StatementAnswer]:
    """Return what papers said by ``day`` of the facilities of a government, or of one office."""
    rows = FacilityStatement.objects.filter(pemda=pemda, day__lte=day)
    if jabatan is not None:
        rows = rows.filter(jabatan=jabatan)
    returned = FacilityHandover.objects.filter(
        facility__jabatan=OuterRef("jabatan"),
        person=OuterRef("person"),
        ends_before__gte=OuterRef("day"),
        ends_before__lte=day,
    )
    found = rows.annotate(is_settled=Exists(returned)).select_related("document", "jabatan")
    return [
        StatementAnswer(
            sentence=said_in(row, is_settled=row.is_settled),
            words=row.words,
            source=Source(
                Basis.DOCUMENT, str(row.document), row.day, row.words, row.document.public_id
            ),
        )
        for row in found.order_by("-day", "id")
    ]


def facility_changes(facility: Facility, *, day: date) -> list[RecordChange]:
    """Return who changed a facility, or its hand-overs begun by ``day``; newest first."""
    hands = facility.handovers.filter(starts_on__lte=day).select_related("facility", "person")
    rows: list[Facility | FacilityHandover] = [facility, *hands]
    return [RecordChange(_about(row), change) for row, change in histories_of(rows)]


def _about(row: Facility | FacilityHandover) -> str:
    if isinstance(row, Facility):
        return _("pendaftaran %s") % row
    told = {"facility": row.facility, "person": row.person}
    return _("serah terima %(facility)s, %(person)s") % told


def items_of(bast: Bast) -> list[FacilityHandover]:
    """Return the facilities that a BAST names: handed over by it, or handed back."""
    rows = FacilityHandover.objects.filter(Q(given_by=bast) | Q(returned_by=bast))
    return list(rows.select_related("facility__jabatan__pemda", "person").order_by("id"))


PAPERS = ("given_by", "returned_by")
SIDES = ("with_jabatan", "with_opd")


def _in_hands(hands: str, day: date) -> Q:
    begun = FacilityHandover.objects.filter(facility=OuterRef("pk"), starts_on__lte=day)
    on_leave = OfficeLeave.objects.on(day).filter(
        kind=LeaveKind.KAMPANYE,
        person=OuterRef("person"),
        jabatan=OuterRef("facility__jabatan"),
    )
    asks: dict[str, Q] = {
        Hands.HELD: Q(Exists(begun.on(day))),
        Hands.RETURNED: Q(Exists(begun)) & ~Q(Exists(begun.on(day))),
        Hands.NEVER: ~Q(Exists(begun)),
        Hands.ON_LEAVE: Q(Exists(begun.on(day).filter(Exists(on_leave)))),
    }
    return asks.get(hands, Q())


def _told_by(words: str, pemda: Pemda, day: date) -> Q:
    held = FacilityHandover.objects.on(day).filter(
        facility=OuterRef("pk"), person__nama__icontains=words
    )
    return (
        Q(nama__icontains=words)
        | Q(mark__icontains=words)
        | Q(IContains(title_of(pemda, "jabatan__nama", "jabatan__kind"), words))
        | Q(Exists(held))
    )


def _campaign_leaves(rows: Sequence[Facility], day: date) -> dict[tuple[int, int], OfficeLeave]:
    found = OfficeLeave.objects.on(day).filter(
        kind=LeaveKind.KAMPANYE, jabatan__in={row.jabatan_id for row in rows}
    )
    return {
        (leave.jabatan_id, leave.person_id): leave
        for leave in found.select_related("decree", "document")
    }


def _answer(
    row: Facility,
    hands: Sequence[FacilityHandover],
    leaves: dict[tuple[int, int], OfficeLeave],
    day: date,
) -> FacilityAnswer:
    told = tuple(_hand(handover, day) for handover in hands)
    leave = leaves.get((row.jabatan_id, hands[0].person_id)) if hands else None
    is_held = bool(told) and told[0].returned is None
    return FacilityAnswer(
        public_id=row.public_id,
        nama=row.nama,
        kind=str(FacilityKind(row.kind).label),
        mark=row.mark,
        basis=row.basis,
        since=row.starts_on,
        office=office_title(row.jabatan, row.jabatan.pemda),
        office_public_id=row.jabatan.public_id,
        hands=told,
        leave=_leave(leave) if leave and is_held else None,
    )


def _hand(handover: FacilityHandover, day: date) -> HandAnswer:
    returned = handover.returned_by
    return HandAnswer(
        public_id=handover.public_id,
        person=handover.person.shown_name,
        person_public_id=handover.person.public_id,
        given=paper_of(handover.given_by),
        returned=paper_of(returned) if returned is not None and returned.day <= day else None,
    )


def paper_of(bast: Bast) -> PaperAnswer:
    """Return a BAST as lists show it."""
    side = bast.with_jabatan or bast.with_opd
    return PaperAnswer(bast.public_id, bast.number, bast.day, str(side))


def _leave(leave: OfficeLeave) -> str:
    return f"{leave.get_kind_display()} {format_period(leave.period)}, {source_of(leave).sentence}"
