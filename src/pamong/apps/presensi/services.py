"""Acts on attendance."""

from collections.abc import Iterable
from datetime import date

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Opd
from pamong.apps.presensi.models import AbsenceDay, AttendanceCoverage
from pamong.kernel.period import Period


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
