"""What a scenario is: a person, office or government whose facts decide a rule in a known way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pamong.law.fact_table import COVERAGE_SUFFIX

_OF_ABSENCE, _OF_ATTENDANCE = "disiplin-absen-kumulatif", "jam-kerja-kumulatif"

Rows = tuple[Mapping[str, Any], ...]


class Expected(StrEnum):
    """What a rule must say of the subject."""

    TEMUAN = "temuan"
    """The breach is true."""
    BUKAN = "bukan"
    """No breach: the row says so, or there is none."""
    TIDAK_DAPAT_DINILAI = "tidak_dapat_dinilai"
    """The breach is null."""


class Host(StrEnum):
    """What is taken from the lake for the scenario, or added to it."""

    PEGAWAI = "pegawai"
    """A person, whose rows in every table are replaced."""
    JABATAN = "jabatan"
    """Offices that are added to a government."""
    KEPALA_DAERAH = "kepala_daerah"
    """The offices of head and deputy of a government, whose rows are replaced."""
    APBD = "apbd"
    """The budgets of a government, of the years that the scenario names."""
    TENAGA_NON_ASN = "tenaga_non_asn"
    """Persons outside the civil service who are added to a government."""

    @property
    def is_single(self) -> bool:
        """Whether a government can carry no more than one scenario of this kind."""
        return self in {Host.KEPALA_DAERAH, Host.APBD}


@dataclass(frozen=True, slots=True)
class Expectation:
    """What one rule must say, why, and where the digest of the law says so."""

    rule: str
    subject_table: str
    subject: int
    """Which row of that table is the subject, from 1; of an office its local number."""
    expected: Expected
    because: str
    section: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, with its facts for the day of the lake."""

    id: str
    host: Host
    level: str | None
    """The level of government that it needs, if it needs one."""
    rows: Mapping[str, Rows]
    expectations: tuple[Expectation, ...]

    @property
    def status(self) -> str | None:
        """The kind of employment of the person that is replaced."""
        (person,) = self.rows.get("pegawai", ({},))
        status: str | None = person.get("status")
        return status

    @property
    def coverage(self) -> Mapping[str, Rows]:
        """What it says of the completeness of its government's records, by coverage table."""
        return {n: rows for n, rows in self.rows.items() if n.endswith(COVERAGE_SUFFIX)}

    @property
    def recorded(self) -> frozenset[str]:
        """The tables in which it has rows."""
        return frozenset(name for name, rows in self.rows.items() if rows) - self.coverage.keys()

    @property
    def needs_attendance(self) -> bool:
        """Whether it stands in a lake only that has days of attendance."""
        return "kehadiran" in self.rows

    def with_attendance(self) -> Scenario:
        """Return it as a lake has it that shows every day of attendance.

        A day of absence stands there too, so that what is right about the absences of the year is
        right about the attendance; unless the week is not known, and with it the Saturdays.
        """
        (person,) = self.rows.get("pegawai", ({},))
        if person.get("pekan_kerja") is None:
            return self
        twins = tuple(
            replace(each, rule=_OF_ATTENDANCE)
            for each in self.expectations
            if each.rule == _OF_ABSENCE and each.expected is not Expected.BUKAN
        )
        return replace(self, expectations=self.expectations + twins)
