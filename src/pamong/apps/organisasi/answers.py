"""The form of an answer to "who holds this office on that day, and on what basis?"."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.organisasi.models import JabatanKind
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day, format_period
from pamong.kernel.period import Period


class Basis(StrEnum):
    """What an answer rests on."""

    DECREE = "decree"
    DOCUMENT = "document"
    ATTESTATION = "attestation"


class Standing(StrEnum):
    """How sure the answer is on the day that was asked for."""

    IN_OFFICE = "in_office"
    ATTESTED = "attested"
    LAST_ATTESTED = "last_attested"
    LAST_KNOWN = "last_known"

    @property
    def is_current(self) -> bool:
        """Whether the answer may stand as the answer, and not only as what was last known."""
        return self is not Standing.LAST_KNOWN


@dataclass(frozen=True, slots=True)
class Source:
    """A decree or a document: its name, the day on which it speaks, and its words."""

    basis: Basis
    label: str
    day: date | None
    words: str = ""
    document_public_id: UUID | None = None

    @property
    def sentence(self) -> str:
        """How people read it: "menurut dokumen 002 (18 Maret 2019)"."""
        day = f" ({format_day(self.day)})" if self.day else ""
        told = {"source": f"{self.label}{day}"}
        if self.basis is Basis.DECREE:
            return _("berdasarkan %(source)s") % told
        return _("menurut %(source)s") % told


@dataclass(frozen=True, slots=True)
class HolderAnswer:
    """A person in an office. ``last_day`` is inclusive; ``None`` where no end is recorded."""

    person_id: int
    person: str
    capacity: Capacity
    start: date | None
    start_is_exact: bool
    last_day: date | None
    standing: Standing
    source: Source

    def describe(self) -> str:
        """Return "Nama (Plt), 10 April 2018–12 Februari 2019, menurut dokumen 000 (…)"."""
        return ", ".join(filter(None, [self.name_and_capacity, self.days, self.source.sentence]))

    @property
    def name_and_capacity(self) -> str:
        """The person as lists show it: "Nama (Plt)"."""
        return f"{self.person} ({self.capacity.label})"

    @property
    def days(self) -> str:
        """The recorded days, the last one included; empty where only an attestation is known."""
        if self.start is None:
            return ""
        if not self.start_is_exact:
            told = {"day": format_day(self.start)}
            if self.last_day is None:
                return _("sejak sebelum %(day)s") % told
            told["last"] = format_day(self.last_day)
            return _("sejak sebelum %(day)s sampai %(last)s") % told
        return format_period(Period.inclusive(self.start, self.last_day))

    def to_json(self) -> dict[str, object]:
        """Return the holder as the command line prints it."""
        return {
            "holder": self.person,
            "capacity": self.capacity.label,
            "from": _iso(self.start),
            "from_is_exact": self.start_is_exact,
            "until": _iso(self.last_day),
            "basis": self.source.basis,
            "source": self.source.label,
            "standing": self.standing,
        }


@dataclass(frozen=True, slots=True)
class LeaveAnswer:
    """A leave that covers the day; both days count."""

    kind: str
    label: str
    start: date
    last_day: date | None
    source: Source

    @property
    def days(self) -> str:
        """The days of the leave as people write them: "26 September–5 Desember 2020"."""
        return format_period(Period.inclusive(self.start, self.last_day))

    def to_json(self) -> dict[str, object]:
        """Return the leave as the command line prints it."""
        return {
            "kind": self.kind,
            "from": _iso(self.start),
            "until": _iso(self.last_day),
            "source": self.source.label,
        }


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """One office on one day: who holds it, who is on leave, who acts, what is not recorded.

    ``holder`` is the definitive holder, or whoever acts where none is known. ``last_known`` is
    somebody of whom too old a text speaks; then ``holder`` is ``None``.
    """

    jabatan_id: int
    public_id: UUID
    office: str
    kind: JabatanKind
    holder: HolderAnswer | None
    leave: LeaveAnswer | None
    acting: HolderAnswer | None
    last_known: HolderAnswer | None
    notes: tuple[str, ...]

    @property
    def tells_somebody(self) -> bool:
        """Whether it names somebody, be it only who was last known."""
        return self.holder is not None or self.last_known is not None

    def describe(self) -> str:
        """Return the answer as plain lines for a terminal."""
        lines = [f"{self.office}: {self.holder.describe() if self.holder else 'belum tercatat'}"]
        if self.leave:
            lines.append(f"{self.leave.label}, {self.leave.days}, {self.leave.source.sentence}")
        if self.acting:
            lines.append(f"melaksanakan tugas: {self.acting.describe()}")
        if self.last_known:
            lines.append(f"terakhir diketahui: {self.last_known.describe()}")
        return "\n  ".join([*lines, *self.notes])

    def to_json(self) -> dict[str, object]:
        """Return the form that ``pamong who --json`` prints; every key is always there."""
        nobody = dict.fromkeys(
            ("holder", "capacity", "from", "from_is_exact", "until", "basis", "source", "standing")
        )
        return {
            "office": self.office,
            **(self.holder.to_json() if self.holder else nobody),
            "leave": self.leave.to_json() if self.leave else None,
            "acting": self.acting.to_json() if self.acting else None,
            "last_known": self.last_known.to_json() if self.last_known else None,
            "note": " ".join(self.notes) or None,
        }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
