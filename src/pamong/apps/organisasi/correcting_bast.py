"""Correcting a BAST: its number, day and sides, and facilities that it never named.

The paper and its file stay; history keeps what was written before. What the law reads of each
facility follows, since the days of hand-overs are those of their papers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.by_decree import NotInOfficeError
from pamong.apps.organisasi.handing_over import (
    FACTS,
    AlreadyHandedBackError,
    BastText,
    FacilityInHandsError,
    FacilityNotThereError,
    HandedBackBeforeError,
    sides_of,
)
from pamong.apps.organisasi.models import Bast, FacilityHandover
from pamong.apps.organisasi.people import is_in_office
from pamong.kernel.day import format_day


class NothingCorrectedInBastError(ValueError):
    """What was sent says the same as the record."""

    def __init__(self) -> None:
        super().__init__(_("Tidak ada yang berubah. Ubah isian yang keliru, lalu ulangi."))


class NothingLeftInBastError(ValueError):
    """The paper would name no facility any more."""

    def __init__(self) -> None:
        super().__init__(_("BAST harus menyebut paling sedikit satu fasilitas. Sisakan satu."))


class HandedBackByOtherPaperError(Exception):
    """A facility was handed back by another paper, which has to be corrected first."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        super().__init__(
            _(
                "%(facility)s sudah dikembalikan menurut %(paper)s. Keluarkan dulu fasilitas itu "
                "dari %(paper)s."
            )
            % {"facility": handover.facility, "paper": handover.returned_by}
        )


class FacilityRetiredSinceError(Exception):
    """A facility that would be held again does not belong to the office any more."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        last = handover.facility.period.last_day
        super().__init__(
            _(
                "%(facility)s menjadi fasilitas jabatan sampai %(day)s, jadi pengembaliannya "
                "tidak dapat dikeluarkan dari BAST ini."
            )
            % {"facility": handover.facility, "day": format_day(last) if last else ""}
        )


class ReturnedTogetherError(Exception):
    """Another paper hands a facility back together with others, in the name of one person."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        super().__init__(
            _(
                "%(paper)s mencatat pengembalian %(facility)s bersama fasilitas lain atas nama "
                "%(person)s. Perbaiki dulu BAST itu."
            )
            % {
                "paper": handover.returned_by,
                "facility": handover.facility,
                "person": handover.person,
            }
        )


@dataclass(frozen=True, slots=True)
class BastCorrection:
    """How a BAST should read; ``dropped`` are the facilities that it never named.

    ``receiver`` is to whom it hands facilities over; ``None`` leaves that as it is.
    """

    text: BastText
    receiver: Person | None = None
    dropped: Collection[FacilityHandover] = ()


def bast_text_of(bast: Bast) -> BastText:
    """Return how a BAST reads now."""
    return BastText(
        bast.number, bast.day, bast.other_side, bast.condition, bast.basis, bast.decree
    )


def receiver_of(bast: Bast) -> Person | None:
    """Return to whom a BAST hands facilities over; ``None`` where it only takes them back."""
    row = bast.given.select_related("person").order_by("id").first()
    return row.person if row else None


def plan_bast_correction(*, bast: Bast, new: BastCorrection) -> list[str]:
    """Return what a correction would change and take along, a sentence each; nothing is written.

    Raises:
        NothingCorrectedInBastError: it changes nothing.
    """
    before, after = _told(bast_text_of(bast)), _told(new.text)
    plan = [
        _("%(what)s: dari %(before)s menjadi %(after)s.")
        % {"what": what, "before": before[what], "after": after[what]}
        for what in before
        if before[what] != after[what]
    ]
    receiver = receiver_of(bast)
    if new.receiver is not None and receiver is not None and new.receiver != receiver:
        plan.append(
            _("Penerima: dari %(before)s menjadi %(after)s, juga pada pengembaliannya.")
            % {"before": receiver, "after": new.receiver}
        )
    for row in new.dropped:
        sentence = (
            _("%(facility)s dikeluarkan: penyerahannya kepada %(person)s tidak lagi tercatat.")
            if row.given_by_id == bast.pk
            else _("%(facility)s dikeluarkan: tercatat masih ada pada %(person)s.")
        )
        plan.append(sentence % {"facility": row.facility, "person": row.person})
    if not plan:
        raise NothingCorrectedInBastError
    return plan


def correct_bast(*, bast: Bast, new: BastCorrection, day: date, actor: Actor, reason: str) -> Bast:
    """Correct a BAST and the hand-overs that rest on it; ``day`` is today.

    Raises:
        FutureDayError: the hand-over would lie after ``day``.
        NothingCorrectedInBastError, NothingLeftInBastError: it changes nothing, or leaves nothing.
        HandedBackByOtherPaperError, FacilityRetiredSinceError, ReturnedTogetherError: other
            records have to be put right first.
        NotInOfficeError: the receiver is not on record in the office on that day.
        FacilityNotThereError: a facility does not belong to the office on that day.
        FacilityInHandsError: a facility is in somebody else's hands on that day.
        HandedBackBeforeError, AlreadyHandedBackError: it would come back before it was given.
        RefusedError: another paper has that number and day, or a text has no room.
    """
    if new.text.day > day:
        raise FutureDayError(_("Hari serah terima"))
    with act("organisasi.correct_bast", actor=actor, reason=reason):
        locked = _locked(bast)
        rows = _items(locked)
        plan_bast_correction(bast=locked, new=new)
        gone = {row.pk for row in new.dropped}
        kept = [row for row in rows if row.pk not in gone]
        if not kept:
            raise NothingLeftInBastError
        _expect_possible(locked, kept, new)
        with refusals():
            for row in rows:
                facts_changed(row.pemda_id, FACTS, fasilitas_id=row.pk)
                if row.pk in gone:
                    _drop(row, locked)
                elif new.receiver is not None and row.given_by_id == locked.pk:
                    row.person = new.receiver
                    row.save(update_fields=["person"])
            _rewrite(locked, new.text)
        return locked


def _rewrite(bast: Bast, text: BastText) -> None:
    """Write the paper anew; the days of its hand-overs follow by trigger."""
    bast.number, bast.day = text.number.strip(), text.day
    bast.condition, bast.basis = text.condition.strip(), text.basis.strip()
    bast.decree = text.decree
    for name, side in sides_of(text).items():
        setattr(bast, name, side)
    bast.save()


def _drop(row: FacilityHandover, bast: Bast) -> None:
    """Take a facility off a paper; what was handed back is in its holder's hands again."""
    if row.given_by_id == bast.pk:
        if row.returned_by is not None:
            raise HandedBackByOtherPaperError(row)
        row.delete()
        return
    if row.facility.ends_before is not None:
        raise FacilityRetiredSinceError(row)
    later = _others(row).filter(starts_on__gte=row.starts_on).order_by("starts_on").first()
    if later is not None:
        raise FacilityInHandsError(later)
    row.returned_by = row.ends_before = None
    row.save(update_fields=["returned_by", "ends_before"])


def _expect_possible(bast: Bast, kept: Sequence[FacilityHandover], new: BastCorrection) -> None:
    for row in kept:
        if row.given_by_id == bast.pk:
            _expect_given(row, bast, kept, new)
        else:
            _expect_returned(row, new.text.day)


def _expect_given(
    row: FacilityHandover, bast: Bast, kept: Sequence[FacilityHandover], new: BastCorrection
) -> None:
    day, person = new.text.day, new.receiver or row.person
    if day not in row.facility.period:
        raise FacilityNotThereError(row.facility)
    if (day, person) != (bast.day, row.person):
        if not is_in_office(person, row.facility.jabatan, day):
            raise NotInOfficeError(person.shown_name, row.facility.jabatan, day)
        if row.ends_before is not None and row.ends_before <= day:
            raise AlreadyHandedBackError(row)
    earlier = _others(row).filter(starts_on__lt=row.starts_on, ends_before__gt=day)
    if (held := earlier.order_by("starts_on").first()) is not None:
        raise FacilityInHandsError(held)
    if person != row.person and row.returned_by is not None:
        together = row.returned_by.returned.exclude(pk__in=[one.pk for one in kept])
        if together.exclude(person=person).exists():
            raise ReturnedTogetherError(row)


def _expect_returned(row: FacilityHandover, day: date) -> None:
    if day <= row.starts_on:
        raise HandedBackBeforeError(row)
    ends = row.facility.ends_before
    if ends is not None and day > ends:
        raise FacilityNotThereError(row.facility)
    later = _others(row).filter(starts_on__gte=row.starts_on, starts_on__lt=day)
    if (held := later.order_by("starts_on").first()) is not None:
        raise FacilityInHandsError(held)


def _others(row: FacilityHandover) -> QuerySet[FacilityHandover]:
    rows = FacilityHandover.objects.filter(facility_id=row.facility_id).exclude(pk=row.pk)
    return rows.select_related("facility", "person")


def _told(text: BastText) -> dict[str, str]:
    told = {
        _("Nomor BAST"): text.number.strip(),
        _("Hari serah terima"): format_day(text.day),
        _("Pihak lain"): str(text.other_side),
        _("SK yang mendasari"): str(text.decree or ""),
        _("Dasar lain"): text.basis.strip(),
        _("Keadaan"): text.condition.strip(),
    }
    return {what: f'"{value}"' if value else _("kosong") for what, value in told.items()}


def _locked(bast: Bast) -> Bast:
    return (
        Bast.objects.select_for_update(of=("self",))
        .select_related("with_jabatan", "with_opd", "decree", "pemda")
        .get(pk=bast.pk)
    )


def _items(bast: Bast) -> list[FacilityHandover]:
    rows = FacilityHandover.objects.select_for_update(of=("self",)).select_related(
        "facility__jabatan__pemda", "person", "returned_by"
    )
    return list(rows.filter(Q(given_by=bast) | Q(returned_by=bast)).order_by("pk"))
