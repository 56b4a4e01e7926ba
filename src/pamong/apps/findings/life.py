"""The life of a finding: open, known, gone, found again; as it is on a day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from pamong.apps.findings.models import (
    Acknowledgement,
    Finding,
    FindingFamily,
    LawRun,
    Lost,
    Standing,
)
from pamong.apps.organisasi.models import Pemda


class State(models.TextChoices):
    """What is to be said of a finding on a day."""

    TERBUKA = "terbuka", _("Terbuka")
    DIKETAHUI = "diketahui", _("Diketahui")
    HILANG = "hilang", _("Tidak ditemukan lagi")


URGENCY = (FindingFamily.MELANGGAR, FindingFamily.PERIKSA, FindingFamily.CATATAN)


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to a finding: on which day, what, by whom or what, and why.

    ``run`` is there where the law said it; ``until`` is the day on which it is looked at again.
    """

    day: date
    kind: str
    run: LawRun | None = None
    by: str = ""
    why: str = ""
    until: date | None = None


def gravity(family: str = "family") -> Case:
    """Return the order of the families, the gravest first."""
    return Case(
        *(When(**{family: each}, then=Value(place)) for place, each in enumerate(URGENCY)),
        output_field=IntegerField(),
    )


def standing_on(finding: Finding, *, day: date) -> Standing | None:
    """Return what the law found on ``day``; ``None`` where it did not."""
    return (
        Standing.objects.on(day)
        .filter(finding=finding, superseded_by=None)
        .select_related("found_by", "opd")
        .first()
    )


def acknowledged_on(finding: Finding, *, day: date) -> Acknowledgement | None:
    """Return the note that is in its time on ``day``."""
    return Acknowledgement.objects.filter(in_time(day), finding=finding).order_by("-id").first()


def in_time(day: date) -> Q:
    """Return the condition on notes that hold on ``day``."""
    return (
        Q(starts_on__lte=day) & Q(ends_before__gt=day) & (Q(closed_on=None) | Q(closed_on__gt=day))
    )


def noted_on(day: date) -> Exists:
    """Return the condition on findings that somebody has taken note of."""
    return Exists(Acknowledgement.objects.filter(in_time(day), finding=OuterRef("pk")))


def gone_by(pemda: Pemda, *, day: date) -> QuerySet[Standing]:
    """Return the rows by which findings had gone by ``day``, of findings that do not stand then.

    A row is over when the law's days went by, or when a run of that day or before judged its days
    anew and found otherwise.
    """
    here = Standing.objects.filter(finding__pemda=pemda)
    still = Standing.objects.on(day).filter(superseded_by=None, finding=OuterRef("finding"))
    return here.filter(over_by(pemda, day)).exclude(Exists(still))


def over_by(pemda: Pemda, day: date) -> Q:
    """Return the condition on standings that were over by ``day``, as people knew it then."""
    night = end_of(day, pemda)
    return Q(superseded_by=None, ends_before__lte=day) | Q(
        superseded_by__recorded_at__lt=night, starts_on__lte=day
    )


def end_of(day: date, pemda: Pemda) -> datetime:
    """Return the instant at which ``day`` ends where the government is."""
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(pemda.time_zone))


def life_of(finding: Finding, *, day: date) -> list[Moment]:
    """Return what happened to a finding by ``day``, the earliest first; nothing later is told."""
    rows = list(
        Standing.objects.filter(finding=finding, starts_on__lte=day)
        .select_related("found_by", "lost_by", "superseded_by")
        .order_by("starts_on", "id")
    )
    notes = Acknowledgement.objects.filter(finding=finding, starts_on__lte=day).order_by("id")
    told = [*_of_the_law(rows, finding.pemda, day), *_of_people(notes, day)]
    return sorted(told, key=lambda moment: moment.day)


def _of_the_law(rows: list[Standing], pemda: Pemda, day: date) -> list[Moment]:
    current = [row for row in rows if row.superseded_by is None]
    told = [_begun(before, row) for before, row in zip([None, *current], current, strict=False)]
    went_on = {moment.day for moment in told if moment.kind == "changed"}
    ends = [_gone(row) for row in current if row.ends_before is not None]
    told += [moment for moment in ends if moment.day <= day and moment.day not in went_on]
    return told + [_judged_anew(row, current, pemda) for row in rows if _known_by(row, pemda, day)]


def _begun(before: Standing | None, row: Standing) -> Moment:
    if before is None:
        return Moment(row.starts_on, "found", row.found_by)
    if before.ends_before == row.starts_on:  # never gone, only found by other facts
        return Moment(row.starts_on, "changed", row.found_by, why=_why(before))
    return Moment(row.starts_on, "found_again", row.found_by)


def _gone(row: Standing) -> Moment:
    return Moment(row.ends_before or date.max, "gone", row.lost_by, why=_why(row))


def _judged_anew(row: Standing, current: list[Standing], pemda: Pemda) -> Moment:
    """Say what became of days that were judged a second time."""
    stands = any(row.starts_on in each.period for each in current)
    kind = "changed" if stands else "taken_back"
    run = row.superseded_by
    on = day_of(run, pemda) if run else row.starts_on
    return Moment(on, kind, run, why=_why(row), until=row.starts_on)


def _known_by(row: Standing, pemda: Pemda, day: date) -> bool:
    return row.superseded_by is not None and day_of(row.superseded_by, pemda) <= day


def _why(row: Standing) -> str:
    return str(Lost(row.lost_because).label) if row.lost_because else ""


def day_of(run: LawRun, pemda: Pemda) -> date:
    """Return on which day a run was made, where the government is."""
    return run.recorded_at.astimezone(ZoneInfo(pemda.time_zone)).date()


def _of_people(notes: QuerySet[Acknowledgement], day: date) -> list[Moment]:
    told = []
    for row in notes:
        told.append(
            Moment(row.starts_on, "known", by=row.by, why=row.reason, until=row.ends_before)
        )
        ended = row.closed_on or row.ends_before
        if ended is None or ended > day:
            continue
        if row.closed_by:
            told.append(Moment(ended, "withdrawn", by=row.closed_by, why=row.closed_because))
        elif row.closed_on is None:
            told.append(Moment(ended, "looked_at_again"))
    return told
