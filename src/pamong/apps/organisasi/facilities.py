"""Acts on facilities of office: register one, retire it, keep what a document says of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Document, Person
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import (
    Facility,
    FacilityHandover,
    FacilityKind,
    FacilityStatement,
    Jabatan,
    Pemda,
)
from pamong.kernel.day import format_day


class FacilityNotFoundError(LookupError):
    """There is no such facility."""

    def __init__(self) -> None:
        super().__init__(_("Fasilitas ini tidak ada. Cari dari daftar fasilitas."))


class FacilityStillHeldError(Exception):
    """A facility cannot be retired while it is in somebody's hands."""

    def __init__(self, handover: FacilityHandover) -> None:
        self.handover = handover
        super().__init__(
            _(
                "%(facility)s tercatat ada pada %(person)s sejak %(day)s. Catat dulu "
                "pengembaliannya dengan BAST."
            )
            % {
                "facility": handover.facility,
                "person": handover.person,
                "day": format_day(handover.starts_on),
            }
        )


class FacilityDaysError(Exception):
    """A facility would end before it begins."""

    def __init__(self, facility: Facility) -> None:
        super().__init__(
            _("%(facility)s terdaftar sejak %(day)s. Hari terakhirnya tidak boleh mendahului itu.")
            % {"facility": facility, "day": format_day(facility.starts_on)}
        )


class WordsNotInDocumentError(ValueError):
    """The words that a statement rests on are not in the document."""

    def __init__(self, document: Document) -> None:
        super().__init__(
            _("Kata-kata itu tidak ada di %(document)s. Salin persis seperti tertulis di sana.")
            % {"document": document}
        )


@dataclass(frozen=True, slots=True)
class NewFacility:
    """A facility as it is registered; ``basis`` is what makes it one of the office."""

    kind: FacilityKind
    nama: str
    mark: str
    basis: str
    since: date


@dataclass(frozen=True, slots=True)
class FacilityWords:
    """What a document says of facilities: on which day, in our short words, and in its own."""

    document: Document
    day: date
    says: str
    words: str


def get_facility(pemda: Pemda, public_id: str) -> Facility:
    """Return one facility of ``pemda``.

    Raises:
        FacilityNotFoundError: there is none.
    """
    found = (
        Facility.objects.filter(pemda=pemda, public_id=public_id)
        .select_related("jabatan__pemda__instansi")
        .first()
    )
    if found is None:
        raise FacilityNotFoundError
    return found


def register_facility(
    *, jabatan: Jabatan, new: NewFacility, actor: Actor, reason: str
) -> Facility:
    """Register something that belongs to an office, whoever holds it.

    Raises:
        RefusedError: the office has one of that name on some of the days, or it has no name.
    """
    with act("organisasi.register_facility", actor=actor, reason=reason), refusals():
        facility = Facility.objects.create(
            jabatan=jabatan,
            pemda=jabatan.pemda,
            kind=new.kind,
            nama=new.nama.strip(),
            mark=new.mark.strip(),
            basis=new.basis.strip(),
            starts_on=new.since,
        )
        facts_changed(jabatan.pemda_id, "fasilitas_jabatan", jabatan_id=jabatan.pk)
        return facility


def retire_facility(*, facility: Facility, last_day: date, actor: Actor, reason: str) -> Facility:
    """Say until which day, that day included, something belongs to its office.

    Raises:
        FacilityDaysError: that would be before its first day.
        FacilityStillHeldError: it is in somebody's hands on a later day.
    """
    ends_before = last_day + timedelta(days=1)
    if ends_before <= facility.starts_on:
        raise FacilityDaysError(facility)
    with act("organisasi.retire_facility", actor=actor, reason=reason), refusals():
        locked = Facility.objects.select_for_update().get(pk=facility.pk)
        held = locked.handovers.exclude(ends_before__lte=ends_before).select_related("person")
        if (handover := held.order_by("starts_on").first()) is not None:
            raise FacilityStillHeldError(handover)
        locked.ends_before = ends_before
        locked.save(update_fields=["ends_before"])
        facts_changed(locked.pemda_id, "fasilitas_jabatan", jabatan_id=locked.jabatan_id)
        return locked


def record_facility_statement(
    *, jabatan: Jabatan, person: Person, said: FacilityWords, actor: Actor, reason: str
) -> FacilityStatement:
    """Keep what ``person`` says of facilities of ``jabatan``, as a document reports it.

    Raises:
        WordsNotInDocumentError: the words are not in the document, white space apart.
        RefusedError: this document says so already, or words are missing.
    """
    if _squeezed(said.words) not in _squeezed(said.document.text):
        raise WordsNotInDocumentError(said.document)
    with act("organisasi.record_facility_statement", actor=actor, reason=reason), refusals():
        return FacilityStatement.objects.create(
            jabatan=jabatan,
            pemda=jabatan.pemda,
            person=person,
            document=said.document,
            day=said.day,
            says=said.says.strip().rstrip("."),
            words=said.words.strip(),
        )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
