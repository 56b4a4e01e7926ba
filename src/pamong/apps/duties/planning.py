"""For whom duties would be made from a source, and until when; nothing is made here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.duties.models import Duty, SourceKind
from pamong.apps.duties.sources import Owing, Source
from pamong.apps.organisasi.models import Opd, Pemda, PemdaLevel
from pamong.kernel.day import format_day
from pamong.kernel.kalender import national_kalender


class TermRefusedError(ValueError):
    """The term is before today, before the source, or not given."""


class NobodyChosenError(Exception):
    """Duties were to be made for nobody, or for somebody who is not offered."""

    def __init__(self) -> None:
        super().__init__(
            _("Belum ada yang dipilih. Pilih sedikitnya satu OPD atau pemerintah daerah.")
        )


@dataclass(frozen=True, slots=True)
class Term:
    """Until when something is owed; days are then counted as working days, or as they come."""

    due_on: date
    counts_working_days: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would owe what a source asks: addressed, not addressed, and done before.

    ``kabupaten`` may be sent a recommendation: those of the same province that are here.
    """

    source: Source
    addressed: tuple[Owing, ...]
    others: tuple[Owing, ...]
    kabupaten: tuple[Pemda, ...]
    made: tuple[Duty, ...]
    default_due_on: date | None

    @property
    def is_spent(self) -> bool:
        """Whether everybody who can owe it owes it already."""
        return not (self.addressed or self.others or self.kabupaten)

    def chosen(
        self, opd_ids: Collection[int], pemda_ids: Collection[int] = ()
    ) -> tuple[list[Owing], list[Pemda]]:
        """Return whom the ids mean, among those who are offered and those who have it already.

        Raises:
            NobodyChosenError: they mean nobody, or somebody who is not offered.
        """
        has_it = {duty.opd_id for duty in self.made} | {duty.to_pemda_id for duty in self.made}
        units = [each for each in (*self.addressed, *self.others) if each.opd.pk in opd_ids]
        places = [each for each in self.kabupaten if each.pk in pemda_ids]
        offered = {each.opd.pk for each in units} | {each.pk for each in places} | has_it
        if not {*opd_ids, *pemda_ids} or not {*opd_ids, *pemda_ids} <= offered:
            raise NobodyChosenError
        return units, places


def plan_duties(source: Source, *, day: date) -> Plan:
    """Work out for whom duties could be made from ``source`` on ``day``."""
    made = tuple(
        Duty.objects.filter(source_kind=source.kind, source_id=source.public_id)
        .select_related("opd", "to_pemda")
        .order_by("id")
    )
    have = {duty.opd_id for duty in made}
    addressed = tuple(each for each in source.owing if each.opd.pk not in have)
    meant = {each.opd.pk for each in source.owing}
    units = Opd.objects.filter(pemda=source.pemda).order_by("sort_key", "id")
    return Plan(
        source=source,
        addressed=addressed,
        others=tuple(Owing(opd) for opd in units if opd.pk not in meant and opd.pk not in have),
        kabupaten=_kabupaten(source, made),
        made=made,
        default_due_on=source.due_on if source.due_on and source.due_on >= day else None,
    )


def term_on(due_on: date, *, source: Source, day: date) -> Term:
    """Return a term that is a day.

    Raises:
        TermRefusedError: the day is before ``day``, or before that of the source.
    """
    earliest = max(day, source.day)
    if due_on < earliest:
        raise TermRefusedError(
            _("Tenggat %(due)s mendahului %(earliest)s. Pilih hari itu atau sesudahnya.")
            % {"due": format_day(due_on), "earliest": format_day(earliest)}
        )
    return Term(due_on)


def term_in_working_days(count: int, *, source: Source, day: date) -> Term:
    """Return a term of so many working days from ``day`` on, the day itself not counted.

    Raises:
        TermRefusedError: ``count`` is not positive.
        YearWithoutDecreeError: it runs into a year whose holidays are not set here.
    """
    if count < 1:
        raise TermRefusedError(_("Tenggat sedikitnya satu hari kerja."))
    begins = max(day, source.day)
    return Term(national_kalender().add_working_days(begins, count), counts_working_days=True)


def _kabupaten(source: Source, made: Sequence[Duty]) -> tuple[Pemda, ...]:
    """Return whom a governor may recommend it to; a finding never leaves its government."""
    if source.pemda.level != PemdaLevel.PROVINSI or source.kind is not SourceKind.DIRECTIVE:
        return ()
    have = [duty.to_pemda_id for duty in made if duty.to_pemda_id]
    found = Pemda.objects.filter(provinsi=source.pemda, is_resident=True).exclude(pk__in=have)
    meant = {each.pk for each in source.kabupaten}
    return tuple(sorted(found.order_by("nama"), key=lambda place: place.pk not in meant))
