"""Acts on attendance."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.copying import copy_rows
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.presensi.models import AbsenceDay, AttendanceCoverage
from pamong.kernel.period import Period


class AbsenceEntry(NamedTuple):
    """One day on which one pegawai was not at work; no reason is decided on where it is None."""

    pegawai_id: int
    day: date
    has_valid_reason: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A stretch of days for which the attendance of one OPD is complete.

    ``person_days`` is what the source counted, present and absent together.
    """

    opd_id: int
    period: Period
    person_days: int


def load_attendance(
    *,
    pemda: Pemda,
    loaded: Iterable[Loaded],
    absences: Iterable[AbsenceEntry],
    source: str,
    actor: Actor,
    reason: str,
) -> None:
    """Take in the attendance of many people at once: what was loaded, and who was absent when.

    Raises:
        RefusedError: a day of absence is recorded already; nothing of this load was kept.
    """
    with act("presensi.load_attendance", actor=actor, reason=reason), refusals():
        AttendanceCoverage.objects.bulk_create(
            AttendanceCoverage(
                pemda=pemda,
                opd_id=each.opd_id,
                starts_on=each.period.start,
                ends_before=each.period.end,
                person_days=each.person_days,
                source=source,
            )
            for each in loaded
        )
        copy_rows(AbsenceDay, AbsenceEntry._fields, absences)
        facts_changed(pemda.pk, "presensi_cakupan", pemda_id=pemda.pk)


def record_absences(
    *,
    pegawai: Pegawai,
    days: Iterable[date],
    has_valid_reason: bool | None,
    actor: Actor,
    reason: str,
) -> None:
    """Record the days on which ``pegawai`` was not at work; ``None`` while nobody has decided.

    Raises:
        RefusedError: a day is recorded already.
    """
    with act("presensi.record_absences", actor=actor, reason=reason), refusals():
        AbsenceDay.objects.bulk_create(
            AbsenceDay(pegawai=pegawai, day=day, has_valid_reason=has_valid_reason) for day in days
        )
        facts_changed(pegawai.pemda_id, "presensi", pegawai_id=pegawai.pk)


def record_coverage(*, opd: Opd, period: Period, source: str, actor: Actor, reason: str) -> None:
    """Record that attendance of ``opd`` is complete for ``period``, and where it comes from."""
    with act("presensi.record_coverage", actor=actor, reason=reason), refusals():
        AttendanceCoverage.objects.create(
            pemda_id=opd.pemda_id,
            opd=opd,
            starts_on=period.start,
            ends_before=period.end,
            source=source,
        )
        facts_changed(opd.pemda_id, "presensi_cakupan", pemda_id=opd.pemda_id)
