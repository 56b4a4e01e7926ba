"""Acts on OPDs, units and posts one at a time; several at once are a reorganisation.

Each is one step of :mod:`.structure_steps`, so that what is refused there is refused here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda, UnitKerja
from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.organisasi.structure_steps import Step, StepKind, plan_structure
from pamong.apps.organisasi.structure_values import OpdAs, Place, PostAs
from pamong.apps.organisasi.structure_writing import Basis, write_structure

NEW = -1
"""The key of what a step opens, until it is written."""

SETTLE_OPD = """
UPDATE organisasi_opd o
SET nama = s.nama, singkatan = s.singkatan, jenis = s.jenis, tipe = s.tipe, sort_key = s.sort_key
FROM organisasi_opdstate s
WHERE s.opd_id = o.id AND o.pemda_id = %(pemda)s
  AND (s.starts_on IS NULL OR s.starts_on <= %(day)s)
  AND (s.ends_before IS NULL OR s.ends_before > %(day)s)
  AND (o.nama, o.singkatan, o.jenis, o.tipe)
      IS DISTINCT FROM (s.nama, s.singkatan, s.jenis, s.tipe)
"""
SETTLE_POST = """
UPDATE organisasi_jabatan j
SET nama = s.nama, opd_id = s.opd_id, eselon = s.eselon
FROM organisasi_poststate s
WHERE s.jabatan_id = j.id AND j.pemda_id = %(pemda)s
  AND (s.starts_on IS NULL OR s.starts_on <= %(day)s)
  AND (s.ends_before IS NULL OR s.ends_before > %(day)s)
  AND (j.nama, j.opd_id, j.eselon) IS DISTINCT FROM (s.nama, s.opd_id, s.eselon)
"""


@dataclass(frozen=True, slots=True)
class Changing:
    """In which government, since when, by what, by whom and why a structure changes."""

    pemda: Pemda
    basis: Basis
    today: date
    actor: Actor
    reason: str


def open_opd(*, new: OpdAs, how: Changing) -> Opd:
    """Open an OPD from a day.

    Raises:
        NameTakenError: another OPD bears the name on that day.
    """
    keys = _take(Step(StepKind.OPEN_OPD, NEW, opd=new), how)
    return Opd.objects.get(pk=keys[NEW])


def rename_opd(*, opd: Opd, nama: str, how: Changing) -> None:
    """Let an OPD bear another name from a day; posts that carry the old one carry the new one.

    Raises:
        NameTakenError: another OPD bears the name on that day.
        NotThereError: it does not stand on that day.
        LaterStructureError: a change from that day or later is on record.
    """
    _take(Step(StepKind.RENAME_OPD, opd.pk, nama), how)


def end_opd(*, opd: Opd, into: Place | None, how: Changing) -> None:
    """Let an OPD end on a day; its units go to ``into``, its other posts end with it.

    Raises:
        StillInUseError: it has units, and nothing takes them in.
        NotThereError: it does not stand on that day, or what takes it in does not.
    """
    _take(Step(StepKind.END_OPD, opd.pk, to=into), how)


def open_unit(*, nama: str, kind: str, place: Place, how: Changing) -> UnitKerja:
    """Open a unit in an OPD, or below a unit of it, from a day.

    Raises:
        NotThereError: that OPD or unit does not stand on that day.
        RefusedError: it has no name.
    """
    keys = _take(Step(StepKind.OPEN_UNIT, NEW, nama, place, kind), how)
    return UnitKerja.objects.get(pk=keys[NEW])


def rename_unit(*, unit: UnitKerja, nama: str, how: Changing) -> None:
    """Let a unit bear another name from a day.

    Raises:
        NotThereError: it does not stand on that day.
        LaterStructureError: a change from that day or later is on record.
    """
    _take(Step(StepKind.RENAME_UNIT, unit.pk, nama), how)


def move_unit(*, unit: UnitKerja, place: Place, how: Changing) -> None:
    """Let a unit, with all below it, stand elsewhere from a day.

    Raises:
        UnitCycleError: it would stand below itself.
        LaterCycleError: it would on a later day, by a change that is on record already.
        NotThereError: it, or where it goes, does not stand on that day.
    """
    _take(Step(StepKind.MOVE_UNIT, unit.pk, to=place), how)


def close_unit(*, unit: UnitKerja, into: Place | None, how: Changing) -> None:
    """Close a unit on a day; what stands below it goes to ``into``.

    Raises:
        StillInUseError: units stand below it, and nothing takes them in.
        NotThereError: it does not stand on that day.
    """
    _take(Step(StepKind.CLOSE_UNIT, unit.pk, to=into), how)


def open_post(*, post: PostAs, place: Place, how: Changing) -> Jabatan:
    """Open a post in an OPD or a unit of it from a day, with its class and its need.

    Raises:
        NotThereError: that OPD or unit does not stand on that day.
        RefusedError: it has no name or another's, or its class is none of the seventeen.
    """
    keys = _take(Step(StepKind.OPEN_POST, NEW, to=place, post=post), how)
    return Jabatan.objects.get(pk=keys[NEW])


def change_post(*, jabatan: Jabatan, terms: Mapping[str, Any], how: Changing) -> None:
    """Let a post have another class, need, echelon or lowest golongan from a day.

    Raises:
        NotThereError: it does not stand on that day.
        UnchangedError: that is what it has already.
        LaterStructureError: a change from that day or later is on record.
        RefusedError: the class is none of the seventeen.
    """
    _take(Step(StepKind.CHANGE_POST, jabatan.pk, terms=terms), how)


def settle_structure(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> int:
    """Let the columns of OPDs and posts hold what holds on a day; return how many changed.

    They are what is read where no day is asked for. Runs when a change is recorded whose day has
    come, and each day for those recorded ahead.
    """
    with act("organisasi.settle_structure", actor=actor, reason=reason), refusals():
        changed = 0
        with connection.cursor() as cursor:
            for statement in (SETTLE_OPD, SETTLE_POST):
                cursor.execute(statement, {"pemda": pemda.pk, "day": day})
                changed += cursor.rowcount
        return changed


def _take(step: Step, how: Changing) -> dict[int, int]:
    with act(f"organisasi.{step.kind}", actor=how.actor, reason=how.reason), refusals():
        planned = plan_structure(read_structure(how.pemda, day=how.basis.day), [step])
        keys = write_structure(how.pemda, planned, how.basis, Journal())
        if how.basis.day <= how.today:
            settle_structure(pemda=how.pemda, day=how.today, actor=how.actor, reason=how.reason)
        return keys
