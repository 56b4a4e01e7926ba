"""Acts on coverage: for which days the records of offices are complete, as a source says."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import OfficeRecordsCoverage, OfficeRecordsKind, Pemda
from pamong.kernel.day import format_day
from pamong.kernel.period import Period

FACTS = {
    OfficeRecordsKind.PEMANGKU: "pemangku_cakupan",
    OfficeRecordsKind.CUTI: "cuti_pejabat_cakupan",
    OfficeRecordsKind.FASILITAS: "fasilitas_jabatan_cakupan",
}
"""The coverage tables by which the law knows each sort of records."""


class CoverageNotFoundError(LookupError):
    """There is no such coverage."""

    def __init__(self) -> None:
        super().__init__(_("Cakupan ini tidak ada. Cari dari daftar cakupan."))


class CoverageDaysError(Exception):
    """A coverage would end before it begins."""

    def __init__(self, row: OfficeRecordsCoverage) -> None:
        super().__init__(
            _("Cakupan ini mulai %s. Hari terakhirnya tidak boleh mendahului itu.")
            % format_day(row.starts_on)
        )


def record_office_coverage(
    *,
    pemda: Pemda,
    records: OfficeRecordsKind,
    period: Period,
    source: str,
    actor: Actor,
    reason: str,
) -> OfficeRecordsCoverage:
    """Record that a sort of records is complete for the whole of ``pemda`` on some days.

    From then on a missing record means something to the law: that there was nothing.

    Raises:
        RefusedError: it is recorded for some of the days, or no source is named.
    """
    with act("organisasi.record_office_coverage", actor=actor, reason=reason), refusals():
        row = OfficeRecordsCoverage.objects.create(
            pemda=pemda,
            records=records,
            starts_on=period.start,
            ends_before=period.end,
            source=source.strip(),
        )
        facts_changed(pemda.pk, FACTS[OfficeRecordsKind(records)], pemda_id=pemda.pk)
        return row


def end_office_coverage(
    *, row: OfficeRecordsCoverage, last_day: date, actor: Actor, reason: str
) -> OfficeRecordsCoverage:
    """Say until which day, that day included, records are complete.

    Raises:
        CoverageDaysError: that would be before their first day.
        RefusedError: a later coverage stands in the way.
    """
    if last_day < row.starts_on:
        raise CoverageDaysError(row)
    with act("organisasi.end_office_coverage", actor=actor, reason=reason), refusals():
        row.ends_before = last_day + timedelta(days=1)
        row.save(update_fields=["ends_before"])
        table = FACTS[OfficeRecordsKind(row.records)]
        facts_changed(row.pemda_id, table, pemda_id=row.pemda_id)
        return row


def office_coverage(pemda: Pemda, *, day: date) -> list[OfficeRecordsCoverage]:
    """Return what is complete of ``pemda`` since ``day`` or before, by sort and first day."""
    rows = pemda.office_coverage.filter(starts_on__lte=day)
    return list(rows.order_by("records", "starts_on"))


def complete_on(
    pemda: Pemda, *, day: date, records: OfficeRecordsKind
) -> OfficeRecordsCoverage | None:
    """Return by what a sort of records is complete on ``day``, if it is."""
    return pemda.office_coverage.filter(records=records).on(day).first()


def get_office_coverage(pemda: Pemda, public_id: str) -> OfficeRecordsCoverage:
    """Return one coverage of ``pemda``.

    Raises:
        CoverageNotFoundError: there is none.
    """
    found = pemda.office_coverage.filter(public_id=public_id).first()
    if found is None:
        raise CoverageNotFoundError
    return found


def tenures_are_complete(pemda: Pemda, *, day: date) -> bool:
    """Tell whether the tenures of ``pemda`` are complete on a day, as a source says.

    Where they are not, an office without a holder on record may have one.
    """
    rows = OfficeRecordsCoverage.objects.filter(pemda=pemda, records=OfficeRecordsKind.PEMANGKU)
    goes_on = Q(ends_before=None) | Q(ends_before__gt=day)
    return rows.filter(goes_on, starts_on__lte=day).exists()
