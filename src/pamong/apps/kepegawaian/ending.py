"""The end of an employment: what a pemberhentian ends with it, and gives back when withdrawn.

From its TMT somebody is no longer counted anywhere: the employment itself, his status, posts and
place end by the same act. Rank, education and family stay what they are. The entry keeps
(``ended``) which rows it ended and until when they ran, so that withdrawing or moving it gives
back just those, and leaves alone what another act has changed since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from pamong.apps.core.jobs import facts_changed
from pamong.apps.kepegawaian.ending_rows import Row, label_of, rows_of
from pamong.apps.kepegawaian.models import LegalStanding, Pegawai, RiwayatJabatan, Termination
from pamong.apps.organisasi.models import JabatanHolding
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


CHUNK = 500
"""How many rows one statement moves; it names each."""
Kept = tuple[str, int, str | None, str]
"""A row that was ended: its model and id, until when it ran, and the end that it was given."""


def plan_end(pegawai: Pegawai, entry: Termination, day: date | None) -> list[Move]:
    """Return whose last day moves when ``entry`` ends the employment on ``day``, or no longer.

    ``day`` is ``None`` for an entry that is withdrawn, or has no day.

    Raises:
        LaterRowError: something begins only on that day or later.
    """
    return plan_over(rows_of([pegawai])[pegawai.pk], entry, day)


def plan_over(rows: Sequence[Row], entry: Termination, day: date | None) -> list[Move]:
    """Return the same over what an end would end, where that is at hand.

    Raises:
        LaterRowError: as above.
    """
    kept = {(label, pk): (before, after) for label, pk, before, after in entry.ended}
    moves = []
    for row in rows:
        ran = row.ends_before
        before, after = kept.get((label_of(row), row.pk), ("", ""))
        if after and ran is not None and ran.isoformat() == after:
            ran = date.fromisoformat(before) if before else None
        if day is not None and row.starts_on < day and (ran is None or ran > day):
            ran = day
        if ran != row.ends_before:
            moves.append(Move(row, ran))
    if day is not None and (later := later_than(rows, day)):
        raise LaterRowError(later)
    return moves


def later_than(rows: Iterable[Row], day: date) -> list[str]:
    """Name what begins only on a day or later, though the employment is to end on it."""
    return [
        _("%(what)s sejak %(day)s") % _told(row)
        for row in rows
        if row.starts_on >= day and not isinstance(row, LegalStanding)
    ]


def keep_ended(entry: Termination, moves: Sequence[Move], day: date | None) -> None:
    """Let the entry remember what it ends, and until when that ran before."""
    kept: dict[tuple[str, int], Kept] = {
        (label, pk): (label, pk, before, after) for label, pk, before, after in entry.ended
    }
    for move in moves:
        key = label_of(move.entry), move.entry.pk
        before = kept[key][2] if key in kept else _iso(move.entry.ends_before)
        kept.pop(key, None)
        if day is not None and move.ends_before == day:
            kept[key] = (*key, before, day.isoformat())
    entry.ended = [list(each) for each in kept.values()]


def write_end(pegawai: Pegawai, moves: Sequence[Move]) -> None:
    """Let the rows of a plan end, or run on, inside an open act."""
    for move in moves:
        move.entry.ends_before = move.ends_before
        if isinstance(move.entry, Pegawai):
            pegawai.ends_before = move.ends_before
    write_rows(pegawai.pemda_id, [move.entry for move in moves], [pegawai.pk])


def write_rows(pemda_id: int, rows: Iterable[Row], pegawai_ids: Iterable[int]) -> None:
    """Write until when rows run, whose employments these are, and let the law look again."""
    by_model: dict[type[Model], list[Row]] = {}
    for row in rows:
        by_model.setdefault(type(row), []).append(row)
    for model, some in by_model.items():
        model._default_manager.bulk_update(some, ["ends_before"], batch_size=CHUNK)  # noqa: SLF001  Django's own name
    tenures = [row.pk for row in by_model.get(JabatanHolding, [])]
    posts = [row.pk for row in by_model.get(RiwayatJabatan, [])]
    facts_changed(pemda_id, "pemangku", pemangku_id=tenures)
    facts_changed(pemda_id, "riwayat_jabatan", riwayat_id=posts)
    facts_changed(pemda_id, "pegawai", pegawai_id=pegawai_ids)


def _told(row: Row) -> dict[str, str]:
    what = row.jabatan if isinstance(row, JabatanHolding) else row._meta.verbose_name  # noqa: SLF001  Django's documented Options
    return {"what": str(what), "day": format_day(row.starts_on)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
