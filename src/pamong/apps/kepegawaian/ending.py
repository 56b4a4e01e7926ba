"""The end of an employment: what a pemberhentian ends with it, and gives back when withdrawn.

From its TMT somebody is no longer counted anywhere: the employment itself, his status, posts and
place end by the same act. Rank, education and family stay what they are. The entry keeps
(``ended``) which rows it ended and until when they ran, so that withdrawing or moving it gives
back just those, and leaves alone what another act has changed since.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.core.jobs import facts_changed
from pamong.apps.kepegawaian.models import (
    Appointment,
    LegalStanding,
    Pegawai,
    Placement,
    RiwayatJabatan,
    Termination,
)
from pamong.apps.organisasi.models import JabatanHolding
from pamong.apps.organisasi.titles import POLITICAL
from pamong.kernel.day import format_day


@dataclass(frozen=True, slots=True)
class Move:
    """A row whose last day an act moves."""

    entry: Any
    ends_before: date | None

    @property
    def is_shorter(self) -> bool:
        """Whether the entry loses days by it."""
        before = self.entry.ends_before or date.max
        return (self.ends_before or date.max) < before


class LaterRowError(ValueError):
    """Something of the employment begins on the day on which it is to end, or later."""

    column = "stopped_on"

    def __init__(self, rows: Iterable[str]) -> None:
        super().__init__(
            _(
                "Masih ada catatan yang baru mulai pada hari itu atau sesudahnya: %s. Cabut dulu"
                " catatan itu, atau perbaiki TMT pemberhentiannya."
            )
            % ", ".join(list(rows)[:5])
        )


Kept = tuple[str, int, str | None, str]
"""A row that was ended: its model and id, until when it ran, and the end that it was given."""


def plan_end(pegawai: Pegawai, entry: Termination, day: date | None) -> list[Move]:
    """Return whose last day moves when ``entry`` ends the employment on ``day``, or no longer.

    ``day`` is ``None`` for an entry that is withdrawn, or has no day.

    Raises:
        LaterRowError: something begins only on that day or later.
    """
    kept = {(label, pk): (before, after) for label, pk, before, after in entry.ended}
    moves, later = [], []
    for row in _rows(pegawai):
        ran = row.ends_before
        before, after = kept.get((_label(row), row.pk), ("", ""))
        if after and ran is not None and ran.isoformat() == after:
            ran = date.fromisoformat(before) if before else None
        if day is not None and row.starts_on >= day and not isinstance(row, LegalStanding):
            later.append(_("%(what)s sejak %(day)s") % _told(row))
        elif day is not None and row.starts_on < day and (ran is None or ran > day):
            ran = day
        if ran != row.ends_before:
            moves.append(Move(row, ran))
    if later:
        raise LaterRowError(later)
    return moves


def keep_ended(entry: Termination, moves: Sequence[Move], day: date | None) -> None:
    """Let the entry remember what it ends, and until when that ran before."""
    kept: dict[tuple[str, int], Kept] = {
        (label, pk): (label, pk, before, after) for label, pk, before, after in entry.ended
    }
    for move in moves:
        key = _label(move.entry), move.entry.pk
        before = kept[key][2] if key in kept else _iso(move.entry.ends_before)
        kept.pop(key, None)
        if day is not None and move.ends_before == day:
            kept[key] = (*key, before, day.isoformat())
    entry.ended = [list(each) for each in kept.values()]


def write_end(pegawai: Pegawai, moves: Sequence[Move]) -> None:
    """Let the rows of a plan end, or run on, inside an open act."""
    by_model: dict[type[Model], list[Any]] = {}
    for move in moves:
        move.entry.ends_before = move.ends_before
        by_model.setdefault(type(move.entry), []).append(move.entry)
        if isinstance(move.entry, Pegawai):
            pegawai.ends_before = move.ends_before
    for model, rows in by_model.items():
        model._default_manager.bulk_update(rows, ["ends_before"])  # noqa: SLF001  Django's own name
    tenures = [row.pk for row in by_model.get(JabatanHolding, [])]
    posts = [row.pk for row in by_model.get(RiwayatJabatan, [])]
    facts_changed(pegawai.pemda_id, "pemangku", pemangku_id=tenures)
    facts_changed(pegawai.pemda_id, "riwayat_jabatan", riwayat_id=posts)
    facts_changed(pegawai.pemda_id, "pegawai", pegawai_id=pegawai.pk)


def _rows(pegawai: Pegawai) -> Iterator[Any]:
    """Yield what an end of the employment ends: the offices of an elected head are no part of it.

    An employment of the same person in the same government at other times keeps its offices.
    """
    own = Pegawai.objects.filter(pk=pegawai.pk)
    entries: list[QuerySet[Any]] = [
        model._default_manager.filter(pegawai=pegawai)  # noqa: SLF001  the same
        for model in (Appointment, LegalStanding, RiwayatJabatan, Placement)
    ]
    held = JabatanHolding.objects.filter(person=pegawai.person_id, pemda=pegawai.pemda_id).exclude(
        jabatan__kind__in=POLITICAL
    )
    next_one = (
        Pegawai.objects.filter(
            person=pegawai.person_id, pemda=pegawai.pemda_id, starts_on__gt=pegawai.starts_on
        )
        .order_by("starts_on")
        .values_list("starts_on", flat=True)
        .first()
    )
    if next_one is not None:
        held = held.filter(starts_on__lt=next_one)
    for rows in (own, *entries, held.select_related("jabatan", "person")):
        yield from rows.order_by("starts_on", "pk")


def _told(row: Any) -> dict[str, str]:
    what = row.jabatan if isinstance(row, JabatanHolding) else row._meta.verbose_name  # noqa: SLF001  Django's documented Options
    return {"what": str(what), "day": format_day(row.starts_on)}


def _label(row: Model) -> str:
    return row._meta.label_lower  # noqa: SLF001  the same


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
