"""The steps of a plan as people read them: what is changed, and where it leads."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from pamong.apps.organisasi.structure_reading import read_structure
from pamong.apps.organisasi.structure_values import Structure
from pamong.apps.penataan.models import Reorganisation, ReorganisationStep
from pamong.apps.penataan.naming import unit_path
from pamong.kernel.period import ONE_DAY


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in words."""

    position: int
    kind: str
    subject: str
    nama: str
    to: str


def step_rows(
    plan: Reorganisation, steps: Sequence[ReorganisationStep], before: Structure | None
) -> list[StepRow]:
    """Return the steps in words, by the names that things bore before them."""
    told = before or read_structure(plan.pemda, day=plan.day - ONE_DAY)
    return [
        StepRow(
            position=row.position,
            kind=row.get_kind_display(),
            subject=_subject(row, told),
            nama=row.nama or _people(row),
            to=_to(row, told),
        )
        for row in steps
    ]


def _people(row: ReorganisationStep) -> str:
    """Say how many were chosen for a step."""
    many = len(row.chosen_people)  # type: ignore[attr-defined]  # of steps_of
    return ngettext("%d pegawai terpilih", "%d pegawai terpilih", many) % many if many else ""


def _subject(row: ReorganisationStep, told: Structure) -> str:
    if row.jabatan_id is not None:
        post = told.posts.get(row.jabatan_id)
        return post.nama if post else str(row.jabatan)
    return _opd(row.opd_id, told) or _unit(row.unit_id, told)


def _to(row: ReorganisationStep, told: Structure) -> str:
    if row.to_step is not None:
        return row.to_step.nama
    return _opd(row.to_opd_id, told) or _unit(row.to_unit_id, told)


def _opd(key: int | None, told: Structure) -> str:
    return told.opds[key].nama if key is not None and key in told.opds else ""


def _unit(key: int | None, told: Structure) -> str:
    return unit_path(told, key) if key is not None and key in told.units else ""
