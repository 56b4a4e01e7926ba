"""What a reorganisation does to a structure, as a pure description.

A structure is what stands on one day: OPDs, the tree of units, the posts. Steps make another one
of it; nothing is written here. What is new has a negative key until it is: the step that opens it
says which, so that later steps can speak of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.organisasi.structure_values import (
    WHEREVER,
    OpdAs,
    Place,
    Planned,
    PostAs,
    Structure,
    UnitAs,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

Row = TypeVar("Row")
# Said only when it is told: a plan asks thousands of times whether something stands.
NO_OPD = gettext_lazy("OPD itu tidak ada lagi pada hari itu.")
NO_UNIT = gettext_lazy("Unit itu tidak ada lagi pada hari itu.")
NO_POST = gettext_lazy("Jabatan itu tidak ada lagi pada hari itu.")


class StepKind(StrEnum):
    """One thing that a reorganisation does."""

    OPEN_OPD = "open_opd"
    RENAME_OPD = "rename_opd"
    END_OPD = "end_opd"
    OPEN_UNIT = "open_unit"
    RENAME_UNIT = "rename_unit"
    MOVE_UNIT = "move_unit"
    CLOSE_UNIT = "close_unit"
    OPEN_POST = "open_post"
    RENAME_POST = "rename_post"
    MOVE_POST = "move_post"
    END_POST = "end_post"
    CHANGE_POST = "change_post"
    MOVE_PEOPLE = "move_people"


class StepRefusedError(Exception):
    """A step cannot be taken; ``position`` says which one of the plan it is, from 1."""

    def __init__(self, position: int, sentence: str) -> None:
        self.position = position
        super().__init__(sentence)


class UnitCycleError(StepRefusedError):
    """A unit would come to stand below itself."""


class NotThereError(StepRefusedError):
    """A step speaks of something that does not stand on that day, or no longer does."""


class NameTakenError(StepRefusedError):
    """Two OPDs of one government would bear one name on one day."""


class UnchangedError(StepRefusedError):
    """A post is to be what it is already."""


class StillInUseError(StepRefusedError):
    """Something that has units below it is ended without saying where they go."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step; which of the fields it reads depends on ``kind``.

    ``subject`` is the key of what is changed, or the negative key of what is opened. ``to`` is
    where it goes, or what takes in who worked there; ``origin`` where chosen people come from;
    ``terms`` what a post is to be, of the fields that change.
    """

    kind: StepKind
    subject: int
    nama: str = ""
    to: Place | None = None
    unit_kind: str = ""
    post: PostAs | None = None
    opd: OpdAs | None = None
    origin: Place | None = None
    terms: Mapping[str, Any] = field(default_factory=dict)


def plan_structure(before: Structure, steps: Sequence[Step]) -> Planned:
    """Take the steps one after another.

    Raises:
        NotThereError: a step speaks of what is not there.
        UnitCycleError: a unit would stand below itself.
        NameTakenError: an OPD would bear another's name.
        StillInUseError: something with units below it is ended and nothing takes them in.
    """
    taking = _Taking(before.copy())
    for position, step in enumerate(steps, start=1):
        taking.take(position, step)
    return Planned(before, taking.now, taking.heirs)


@dataclass(slots=True)
class _Taking:
    now: Structure
    heirs: dict[Place, Place] = field(default_factory=dict)
    position: int = 0

    def take(self, position: int, step: Step) -> None:
        self.position = position
        if step.to is not None and step.to.opd == WHEREVER:
            here = self._unit(step.to.unit or 0)
            step = replace(step, to=Place(here.opd, step.to.unit))
        if step.to is not None:
            self._demand_place(step.to)
        getattr(self, f"_{step.kind}")(step)

    # OPDs

    def _open_opd(self, step: Step) -> None:
        opd = step.opd or OpdAs(step.nama)
        self._demand_free_name(opd.nama, step.subject)
        self.now.opds[step.subject] = opd

    def _rename_opd(self, step: Step) -> None:
        old = self._opd(step.subject)
        self._demand_free_name(step.nama, step.subject)
        new = step.opd or replace(old, nama=step.nama)
        self.now.opds[step.subject] = replace(new, jenis=new.jenis or old.jenis)
        for key, post in self.now.posts.items():
            if post.opd == step.subject and old.nama in post.nama:
                self.now.posts[key] = replace(post, nama=post.nama.replace(old.nama, new.nama))

    def _end_opd(self, step: Step) -> None:
        self._opd(step.subject)
        tops = [key for key, row in self.now.units.items() if row.opd == step.subject]
        if step.to is None and tops:
            raise StillInUseError(
                self.position, _("Masih ada unit di dalamnya. Sebutkan ke mana unit itu pindah.")
            )
        if step.to is not None:
            if step.to.opd == step.subject:
                raise NotThereError(
                    self.position, _("OPD yang dihapus tidak dapat menjadi tujuannya sendiri.")
                )
            self.heirs[Place(step.subject)] = step.to
            for key in tops:
                if self.now.units[key].parent is None:
                    self._put(key, step.to)
        for key, post in list(self.now.posts.items()):
            if post.opd == step.subject:
                del self.now.posts[key]
        del self.now.opds[step.subject]

    # Units

    def _open_unit(self, step: Step) -> None:
        place = self._to(step)
        self.now.units[step.subject] = UnitAs(
            place.opd, place.unit, step.nama, step.unit_kind or "lain"
        )

    def _rename_unit(self, step: Step) -> None:
        old = self._unit(step.subject)
        kind = step.unit_kind or old.kind
        self.now.units[step.subject] = replace(old, nama=step.nama, kind=kind)
        for key, post in self.now.posts.items():
            if post.unit == step.subject and old.nama in post.nama:
                self.now.posts[key] = replace(post, nama=post.nama.replace(old.nama, step.nama))

    def _move_unit(self, step: Step) -> None:
        self._unit(step.subject)
        place = self._to(step)
        if place.unit is not None and place.unit in self.now.below(step.subject):
            raise UnitCycleError(
                self.position, _("Unit tidak dapat pindah ke bawah dirinya sendiri.")
            )
        self._put(step.subject, place)

    def _close_unit(self, step: Step) -> None:
        old = self._unit(step.subject)
        children = [key for key, row in self.now.units.items() if row.parent == step.subject]
        if step.to is None and children:
            raise StillInUseError(
                self.position, _("Masih ada unit di bawahnya. Sebutkan ke mana unit itu pindah.")
            )
        if step.to is not None:
            if step.to.unit is not None and step.to.unit in self.now.below(step.subject):
                raise UnitCycleError(
                    self.position, _("Isi unit tidak dapat pindah ke bawah unit itu sendiri.")
                )
            self.heirs[Place(old.opd, step.subject)] = step.to
            for key in children:
                self._put(key, step.to)
        for key, post in list(self.now.posts.items()):
            if post.unit == step.subject:
                del self.now.posts[key]
        del self.now.units[step.subject]

    # Posts

    def _open_post(self, step: Step) -> None:
        place = self._to(step)
        post = step.post or PostAs(None, None, step.nama, "lain")
        self.now.posts[step.subject] = replace(post, opd=place.opd, unit=place.unit)

    def _rename_post(self, step: Step) -> None:
        old = self._post(step.subject)
        self.now.posts[step.subject] = replace(old, nama=step.nama)

    def _move_post(self, step: Step) -> None:
        old, place = self._post(step.subject), self._to(step)
        nama = step.nama or old.nama
        self.now.posts[step.subject] = replace(old, opd=place.opd, unit=place.unit, nama=nama)

    def _end_post(self, step: Step) -> None:
        self._post(step.subject)
        del self.now.posts[step.subject]

    def _change_post(self, step: Step) -> None:
        old = self._post(step.subject)
        new = replace(old, **step.terms)
        if new == old:
            raise UnchangedError(
                self.position, _("Tidak ada yang berubah pada jabatan itu. Ubah isinya dulu.")
            )
        self.now.posts[step.subject] = new

    # People

    def _move_people(self, step: Step) -> None:
        """Change nothing of the structure; both places must stand by then."""
        self._to(step)
        if step.origin is not None and step.origin.unit is not None:
            self._unit(step.origin.unit)
        elif step.origin is not None:
            self._opd(step.origin.opd)

    # What they share

    def _put(self, unit: int, place: Place) -> None:
        """Let a unit stand in ``place``, and everything below it and its posts come along."""
        old = self.now.units[unit]
        self.heirs |= {
            Place(self.now.units[key].opd, key): Place(place.opd, key)
            for key in self.now.below(unit)
            if self.now.units[key].opd != place.opd
        }
        self.now.units[unit] = replace(old, opd=place.opd, parent=place.unit)
        moved = set(self.now.below(unit))
        for key in moved:
            self.now.units[key] = replace(self.now.units[key], opd=place.opd)
        for key, post in self.now.posts.items():
            if post.unit in moved:
                self.now.posts[key] = replace(post, opd=place.opd)

    def _to(self, step: Step) -> Place:
        if step.to is None:
            raise NotThereError(self.position, _("Tempat tujuannya belum disebut."))
        return step.to

    def _demand_place(self, place: Place) -> None:
        self._opd(place.opd)
        if place.unit is not None and self._unit(place.unit).opd != place.opd:
            raise NotThereError(self.position, _("Unit tujuan tidak berada dalam OPD tujuan."))

    def _demand_free_name(self, nama: str, subject: int) -> None:
        taken = {row.nama.casefold() for key, row in self.now.opds.items() if key != subject}
        if nama.casefold() in taken:
            raise NameTakenError(
                self.position, _('Sudah ada OPD bernama "%s" pada hari itu.') % nama
            )

    def _opd(self, key: int) -> OpdAs:
        return self._of(self.now.opds, key, NO_OPD)

    def _unit(self, key: int) -> UnitAs:
        return self._of(self.now.units, key, NO_UNIT)

    def _post(self, key: int) -> PostAs:
        return self._of(self.now.posts, key, NO_POST)

    def _of(self, rows: dict[int, Row], key: int, sentence: "StrPromise") -> Row:
        if key not in rows:
            raise NotThereError(self.position, str(sentence))
        return rows[key]
