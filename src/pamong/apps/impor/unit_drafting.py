"""Makes the draft of a reorganisation of rows of units; what it would open is seen before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor
from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.models import Import, StagedRow
from pamong.apps.impor.two_way import fits
from pamong.apps.impor.unit_comparing import on_record, sorting_of
from pamong.apps.impor.unit_rows import STRUCTURE
from pamong.apps.impor.unit_sorting import Level, Sorted
from pamong.apps.impor.unit_words import opd_kind, post_kind, unit_kind
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.apps.organisasi.office_names import office_key
from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.organisasi.structure_values import Place, Structure
from pamong.apps.penataan.models import Reorganisation
from pamong.apps.penataan.openings import Opening, draft_openings, plan_of_import

LEADS = {JabatanKind.SEKDA}
"""Offices of which a government has one, so that another one on record is the same."""


class NothingToDraftError(ValueError):
    """No row opens anything: all stand on record already, or have to be mended."""

    def __init__(self) -> None:
        super().__init__(
            _("Tidak ada OPD atau unit baru: semuanya sudah tercatat, atau harus diperbaiki dulu.")
        )


@dataclass(slots=True)
class Outline:
    """What a draft would open, for the page before the button."""

    government: str = ""
    """What the row on top is called, which is read as the government itself; empty: none is."""
    opds: list[tuple[str, int]] = field(default_factory=list)
    """Each new OPD, with how many new units stand in it."""
    elsewhere: int = 0
    """New units in OPDs that are on record."""
    posts: int = 0
    renamed: int = 0
    """Posts that got the name of their unit, as several bear theirs."""
    left_out: int = 0
    """Posts that are not opened: on record already, or of a name that is too long."""
    openings: list[Opening] = field(default_factory=list)

    @property
    def units(self) -> int:
        """How many units would be opened."""
        return sum(units for _opd, units in self.opds) + self.elsewhere


def has_units(batch: Import) -> bool:
    """Tell whether an import has rows of units that are still at hand."""
    rows = StagedRow.objects.filter(batch=batch, section=STRUCTURE)
    return not batch.is_cleared and rows.exists()


def plan_of(batch: Import) -> Reorganisation | None:
    """Return the plan that was made of an import."""
    return plan_of_import(batch.pemda, batch.public_id)


def outline_of(batch: Import) -> Outline:
    """Say what a draft of an import would open; nothing is written.

    Raises:
        ClearedError: the rows are deleted by now.
    """
    if batch.is_cleared:
        raise ClearedError
    stands = on_record(batch)
    sorting = sorting_of(batch, stands)
    outline = Outline("".join(each.row.nama_unit for each in sorting.government))
    opds = [each.row for each in sorting.new if each.level is Level.OPD]
    units = [each for each in sorting.new if each.level is Level.UNIT]
    inside = Counter(_top_of(each).row.pk for each in units)
    outline.opds = [(row.nama_unit, inside.pop(row.pk, 0)) for row in opds]
    outline.elsewhere = inside.total()
    _open(batch.pemda, sorting.new, stands.structure, outline)
    return outline


def draft_structure(
    *, batch: Import, title: str, day: date, actor: Actor, reason: str
) -> Reorganisation:
    """Make a draft of the rows of units of an import; nothing of the structure changes by it.

    Raises:
        ClearedError: the rows are deleted by now.
        NothingToDraftError: no row opens anything.
        AlreadyDraftedError: a plan was made of this import before.
        TooManyStepsError: one plan does not hold them.
        StepRefusedError: what they open cannot stand on that day.
    """
    openings = outline_of(batch).openings
    if not openings:
        raise NothingToDraftError
    return draft_openings(
        pemda=batch.pemda,
        title=title,
        day=day,
        openings=openings,
        from_import=batch.public_id,
        actor=actor,
        reason=reason,
    )


def _top_of(each: Sorted) -> Sorted:
    """Return the new thing in which a unit would stand that is in nothing new itself."""
    while isinstance(each.parent, Sorted) and each.parent.place is None:
        each = each.parent
    return each


def _open(pemda: Pemda, new: Sequence[Sorted], structure: Structure, outline: Outline) -> None:
    """Put the openings of some rows in order: the OPD or unit, right behind it its head post."""
    names = _post_names(pemda, new, structure)
    outline.left_out = sum(bool(each.row.jabatan_unit) for each in new) - len(names)
    positions: dict[int, int] = {}
    for each in _in_tree_order(new):
        row = each.row
        to = _to(each, positions)
        is_opd = each.level is Level.OPD
        outline.openings.append(
            Opening(
                StepKind.OPEN_OPD if is_opd else StepKind.OPEN_UNIT,
                row.nama_unit,
                row.kode_unit,
                to,
                jenis=opd_kind(row.nama_unit) if is_opd else "",
                unit_kind="" if is_opd else unit_kind(row.nama_unit),
            )
        )
        positions[row.pk] = len(outline.openings)
        if nama := names.get(row.pk):
            outline.posts += 1
            outline.renamed += nama != row.jabatan_unit
            outline.openings.append(
                Opening(
                    StepKind.OPEN_POST,
                    nama,
                    to=positions[row.pk],
                    post_kind=post_kind(
                        row.jabatan_unit, row.eselon_unit, pemda, heads_an_opd=is_opd
                    ),
                    eselon=row.eselon_unit,
                )
            )


def _to(each: Sorted, positions: dict[int, int]) -> Place | int | None:
    if isinstance(each.parent, Sorted):
        return each.parent.place or positions[each.parent.row.pk]
    return each.parent


def _in_tree_order(new: Sequence[Sorted]) -> list[Sorted]:
    """Return each row with all that stands in it right behind it, as a plan is read."""
    below: dict[int | None, list[Sorted]] = {}
    for each in new:
        is_below = isinstance(each.parent, Sorted) and each.parent.place is None
        key = each.parent.row.pk if is_below and isinstance(each.parent, Sorted) else None
        below.setdefault(key, []).append(each)
    found: list[Sorted] = []
    stack = below.get(None, [])[::-1]
    while stack:
        here = stack.pop()
        found.append(here)
        stack += below.get(here.row.pk, [])[::-1]
    return found


def _post_names(pemda: Pemda, new: Sequence[Sorted], structure: Structure) -> dict[int, str]:
    """Return the name of each head post; one that several units use gets theirs added.

    A government has no two posts of one name. Such as it has already are not opened again.
    """
    taken = _taken(structure)
    leads = {
        office_key(post.nama, pemda) for post in structure.posts.values() if post.kind in LEADS
    }
    found: dict[int, str] = {}
    left = [
        each
        for each in new
        if each.row.jabatan_unit and office_key(each.row.jabatan_unit, pemda) not in leads
    ]
    for longer in range(3):
        told = {each.row.pk: _post_name(each, longer) for each in left}
        times = Counter(name.casefold() for name in told.values())
        found |= {
            key: name
            for key, name in told.items()
            if times[name.casefold()] == 1
            and name.casefold() not in taken
            and fits(Jabatan, "nama", name)
        }
        taken |= {name.casefold() for name in found.values()}
        left = [each for each in left if each.row.pk not in found]
    return found


def _post_name(each: Sorted, longer: int) -> str:
    """Return the name of a head post, on demand with its unit and OPD, or with all in between."""
    path = [each.row.nama_unit]
    here = each.parent
    while isinstance(here, Sorted):
        path.append(here.row.nama_unit)
        here = here.parent
    of = [[], dict.fromkeys((path[0], path[-1])), path][longer]
    return ", ".join([each.row.jabatan_unit, *of])


def _taken(structure: Structure) -> set[str]:
    return {post.nama.casefold() for post in structure.posts.values()}
