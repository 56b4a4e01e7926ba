"""Everything that is recorded of the offices of one government, loaded in four queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.titles import LEADING
from pamong.kernel.capacity import Capacity


@dataclass(slots=True)
class OfficeRecords:
    """One office with its tenures, attestations and leaves, each in order of days."""

    jabatan: Jabatan
    holdings: list[JabatanHolding] = field(default_factory=list)
    attestations: list[Attestation] = field(default_factory=list)
    leaves: list[OfficeLeave] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded of the office."""
        return not (self.holdings or self.attestations or self.leaves)

    def by_person(self) -> list["OfficeRecords"]:
        """Return the same records apart for each person, in order of the first row of each."""
        parts: dict[int, OfficeRecords] = {}
        for holding in self.holdings:
            self._part(parts, holding.person_id).holdings.append(holding)
        for attested in self.attestations:
            self._part(parts, attested.person_id).attestations.append(attested)
        for leave in self.leaves:
            self._part(parts, leave.person_id).leaves.append(leave)
        return list(parts.values())

    def confirmed_until(self, holding: JabatanHolding) -> date:
        """Return the last day on which some text still speaks of this open tenure."""
        spoken = [
            attested.day
            for attested in self.attestations
            if attested.person_id == holding.person_id
            and attested.capacity == holding.capacity
            and attested.day >= holding.starts_on
        ]
        return max([holding.starts_on, *spoken, *filter(None, [holding.stated_on])])

    def contradicted_on(self, holding: JabatanHolding, *, since: date) -> date | None:
        """Return the first day after ``since`` on which a text calls somebody else by the seat."""
        if not self.jabatan.is_single_seat:
            return None
        days = (
            attested.day
            for attested in self.attestations
            if attested.person_id != holding.person_id
            and is_acting(attested) is is_acting(holding)
            and attested.day > since
        )
        return min(days, default=None)

    def resumed_on(self, *, since: date) -> date | None:
        """Return the first day after ``since`` on which a definitive holder serves himself.

        He begins a tenure, is called by the office while on no leave, or the leave that ran on
        ``since`` is over.
        """
        begun = [row.starts_on for row in self.holdings if not is_acting(row)]
        begun += [
            row.day for row in self.attestations if not is_acting(row) and not self._is_away(row)
        ]
        begun += [row.ends_before for row in self.leaves if since in row.period if row.ends_before]
        return min((day for day in begun if day > since), default=None)

    def _is_away(self, attested: Attestation) -> bool:
        return any(
            leave.person_id == attested.person_id and attested.day in leave.period
            for leave in self.leaves
        )

    def _part(self, parts: dict[int, "OfficeRecords"], person_id: int) -> "OfficeRecords":
        return parts.setdefault(person_id, OfficeRecords(self.jabatan))


def is_acting(row: JabatanHolding | Attestation) -> bool:
    """Tell whether a row is about somebody who acts, and not about the definitive holder."""
    return Capacity(row.capacity).is_acting


def office_records(
    pemda: Pemda, *, jabatan: Sequence[Jabatan] | None = None
) -> list[OfficeRecords]:
    """Return the leading offices, and every other office of which something is recorded.

    Ordered by rank and name. With ``jabatan`` only those offices, also empty ones.
    """
    if jabatan is None:
        offices: Iterable[Jabatan] = Jabatan.objects.filter(pemda=pemda)
    else:
        offices = [office for office in jabatan if office.pemda_id == pemda.pk]
    in_order = sorted(offices, key=lambda office: (office.rank, office.sort_key, office.pk))
    records = {office.pk: OfficeRecords(office) for office in in_order}
    of_these = {"jabatan__in": records.keys()}
    for holding in (
        JabatanHolding.objects.filter(**of_these)
        .select_related("person", "decree", "document")
        .order_by("starts_on", "id")
    ):
        records[holding.jabatan_id].holdings.append(holding)
    for attested in (
        Attestation.objects.filter(**of_these)
        .select_related("person", "document")
        .order_by("day", "id")
    ):
        records[attested.jabatan_id].attestations.append(attested)
    for leave in (
        OfficeLeave.objects.filter(**of_these)
        .select_related("person", "decree", "document")
        .order_by("starts_on", "id")
    ):
        records[leave.jabatan_id].leaves.append(leave)
    return [record for record in records.values() if jabatan is not None or _is_shown(record)]


def _is_shown(record: OfficeRecords) -> bool:
    """Tell whether an office stands in the list although nobody asked for it."""
    return record.jabatan.kind in LEADING or not record.is_empty
