"""Handing facilities over and back, each by a berita acara serah terima (BAST).

One paper may name several facilities. The same number and day mean the same paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Decree, Person, StoredFile
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.by_decree import NotInOfficeError
from pamong.apps.organisasi.models import (
    Bast,
    Facility,
    FacilityHandover,
    Jabatan,
    Opd,
    Pemda,
)
from pamong.apps.organisasi.people import is_in_office
from pamong.kernel.day import format_day

FACTS = "fasilitas_jabatan"


class BastNotFoundError(LookupError):
    """There is no such paper."""

    def __init__(self) -> None:
        super().__init__(_("BAST ini tidak ada. Cari dari daftar fasilitas."))


class BastDiffersError(Exception):
    """A paper of the same number and day is here, between other sides or for somebody else."""

    def __init__(self, bast: Bast) -> None:
        self.bast = bast
        super().__init__(
            _(
                "BAST %(number)s tanggal %(day)s sudah tercatat untuk orang atau pihak lain. "
                "Periksa nomor dan harinya."
            )
            % {"number": bast.number, "day": format_day(bast.day)}
        )


class FacilityInHandsError(Exception):
    """The facility is in somebody's hands, on the day or later."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        super().__init__(
            _(
                "%(facility)s tercatat ada pada %(person)s sejak %(day)s. Catat dulu "
                "pengembaliannya, atau perbaiki harinya."
            )
            % {
                "facility": handover.facility,
                "person": handover.person,
                "day": format_day(handover.starts_on),
            }
        )


class FacilityNotThereError(Exception):
    """The facility does not belong to the office on the day of the hand-over."""

    def __init__(self, facility: Facility) -> None:
        last = facility.period.last_day
        until = _(" sampai %s") % format_day(last) if last else ""
        super().__init__(
            _(
                "%(facility)s terdaftar sejak %(since)s%(until)s. Hari serah terimanya harus di "
                "dalam masa itu."
            )
            % {"facility": facility, "since": format_day(facility.starts_on), "until": until}
        )


class HandedBackBeforeError(Exception):
    """A facility would be handed back before it was handed over, or on the same day."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        super().__init__(
            _(
                "%(facility)s baru diserahkan kepada %(person)s pada %(day)s. Hari "
                "pengembaliannya harus sesudah itu."
            )
            % {
                "facility": handover.facility,
                "person": handover.person,
                "day": format_day(handover.starts_on),
            }
        )


class AlreadyHandedBackError(Exception):
    """A facility was handed back already."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        paper = handover.returned_by
        super().__init__(
            _("%(facility)s sudah dikembalikan pada %(day)s menurut %(paper)s.")
            % {
                "facility": handover.facility,
                "day": format_day(paper.day) if paper else "",
                "paper": paper,
            }
        )


@dataclass(frozen=True, slots=True)
class BastText:
    """A BAST as it reads; ``other_side`` keeps the facilities for the government."""

    number: str
    day: date
    other_side: Jabatan | Opd
    condition: str = ""
    basis: str = ""
    decree: Decree | None = None


def get_bast(pemda: Pemda, public_id: str) -> Bast:
    """Return one BAST of ``pemda``.

    Raises:
        BastNotFoundError: there is none.
    """
    found = (
        Bast.objects.filter(pemda=pemda, public_id=public_id)
        .select_related("with_jabatan__pemda", "with_opd__pemda", "decree", "paper", "pemda")
        .defer("paper__content")
        .first()
    )
    if found is None:
        raise BastNotFoundError
    return found


def hand_over(
    *,
    facilities: Sequence[Facility],
    person: Person,
    paper: BastText,
    day: date,
    actor: Actor,
    reason: str,
) -> Bast:
    """Record that ``person`` received ``facilities`` because of the office that he or she holds.

    ``day`` is today. Whoever acts in the office may receive them too.

    Raises:
        FutureDayError: the hand-over lies after ``day``.
        NotInOfficeError: the person is not on record in the office on that day.
        FacilityNotThereError: a facility does not belong to the office on that day.
        FacilityInHandsError: a facility is in somebody's hands on that day or later.
        BastDiffersError: the paper is on record for other sides.
        RefusedError: the paper has no number, or a text has no room.
    """
    if paper.day > day:
        raise FutureDayError(_("Hari serah terima"))
    with act("organisasi.hand_over_facilities", actor=actor, reason=reason):
        for facility in _locked(facilities):
            _expect_free(facility, paper.day)
            if not is_in_office(person, facility.jabatan, paper.day):
                raise NotInOfficeError(person.shown_name, facility.jabatan, paper.day)
        with refusals():
            bast = _take(facilities[0].pemda, paper, person, day)
            for facility in facilities:
                handover = FacilityHandover.objects.create(
                    facility=facility,
                    pemda=facility.pemda,
                    person=person,
                    given_by=bast,
                    starts_on=bast.day,
                )
                facts_changed(facility.pemda_id, FACTS, fasilitas_id=handover.pk)
        return bast


def hand_back(
    *,
    handovers: Sequence[FacilityHandover],
    paper: BastText,
    day: date,
    actor: Actor,
    reason: str,
) -> Bast:
    """Record that whoever received facilities handed them back; ``day`` is today.

    Raises:
        FutureDayError: that lies after ``day``.
        AlreadyHandedBackError: one was handed back already.
        HandedBackBeforeError: one was handed over on that day, or only later.
        BastDiffersError: the paper is on record for other sides.
        RefusedError: the paper has no number, or a text has no room.
    """
    if paper.day > day:
        raise FutureDayError(_("Hari serah terima"))
    with act("organisasi.hand_back_facilities", actor=actor, reason=reason):
        locked = _locked_handovers(handovers)
        for handover in locked:
            if handover.returned_by is not None:
                raise AlreadyHandedBackError(handover)
            if paper.day <= handover.starts_on:
                raise HandedBackBeforeError(handover)
        with refusals():
            bast = _take(locked[0].facility.pemda, paper, locked[0].person, day)
            for handover in locked:
                handover.returned_by, handover.ends_before = bast, bast.day
                handover.save(update_fields=["returned_by", "ends_before"])
                facts_changed(handover.pemda_id, FACTS, fasilitas_id=handover.pk)
        return bast


def keep_bast_paper(
    *, bast: Bast, file: NewFile, day: date, actor: Actor, reason: str
) -> StoredFile:
    """Keep the signed paper of a BAST; one that was kept before stays in the history.

    Raises:
        FileRefusedError: it is empty, too large, or of no kind that is kept here.
    """
    with act("organisasi.keep_bast_paper", actor=actor, reason=reason):
        bast.paper = keep_file(
            file=file, owner=bast.pemda.instansi, day=day, actor=actor, reason=reason
        )
        bast.save(update_fields=["paper"])
        return bast.paper


def sides_of(text: BastText) -> dict[str, Jabatan | Opd | None]:
    """Return the columns that hold the other side, one of them empty."""
    is_office = isinstance(text.other_side, Jabatan)
    return {
        "with_jabatan": text.other_side if is_office else None,
        "with_opd": None if is_office else text.other_side,
    }


def _locked(facilities: Sequence[Facility]) -> list[Facility]:
    rows = Facility.objects.select_for_update(of=("self",)).select_related("jabatan")
    return list(rows.filter(pk__in=[row.pk for row in facilities]).order_by("pk"))


def _locked_handovers(handovers: Sequence[FacilityHandover]) -> list[FacilityHandover]:
    rows = FacilityHandover.objects.select_for_update(of=("self",)).select_related(
        "facility__pemda", "person", "returned_by"
    )
    return list(rows.filter(pk__in=[row.pk for row in handovers]).order_by("pk"))


def _expect_free(facility: Facility, day: date) -> None:
    if day not in facility.period:
        raise FacilityNotThereError(facility)
    held = facility.handovers.exclude(ends_before__lte=day).select_related("person", "facility")
    if (handover := held.order_by("starts_on").first()) is not None:
        raise FacilityInHandsError(handover)


def _take(pemda: Pemda, text: BastText, person: Person, today: date) -> Bast:
    """Return the paper of that number and day; record it where it is not here yet."""
    sides = sides_of(text)
    known = Bast.objects.filter(pemda=pemda, number=text.number.strip(), day=text.day).first()
    if known is None:
        return Bast.objects.create(
            pemda=pemda,
            number=text.number.strip(),
            day=text.day,
            condition=text.condition.strip(),
            basis=text.basis.strip(),
            decree=text.decree,
            recorded_on=today,
            **sides,
        )
    people = {row.person_id for row in (*known.given.all(), *known.returned.all())}
    if people - {person.pk} or any(getattr(known, name) != side for name, side in sides.items()):
        raise BastDiffersError(known)
    return known
