"""Writing a planned structure: rows end on its day and others begin, nothing is overwritten."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Decree
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import (
    Jabatan,
    JabatanHolding,
    Opd,
    OpdState,
    Pemda,
    PostState,
    UnitKerja,
    UnitState,
)
from pamong.apps.organisasi.office_names import office_key
from pamong.apps.organisasi.structure_values import Planned, PostAs, has_cycle
from pamong.kernel.day import format_day

Value = TypeVar("Value")


class LaterStructureError(Exception):
    """Changes of the same things from that day or a later one are on record already."""

    def __init__(self, names: Iterable[str], day: date) -> None:
        super().__init__(
            _(
                "Perubahan yang berlaku sejak %(day)s atau sesudahnya sudah tercatat untuk "
                "%(names)s. Batalkan dulu perubahan itu, atau pilih hari yang lebih kemudian."
            )
            % {"names": ", ".join(sorted(set(names))[:5]), "day": format_day(day)}
        )


class LaterCycleError(Exception):
    """With what is on record for a later day, a unit would stand below itself on that day."""

    def __init__(self, day: date) -> None:
        self.day = day
        super().__init__(
            _(
                "Dengan perubahan yang sudah tercatat mulai %s, sebuah unit akan berada di bawah "
                "dirinya sendiri. Batalkan dulu perubahan itu, atau pilih induk yang lain."
            )
            % format_day(day)
        )


@dataclass(frozen=True, slots=True)
class Basis:
    """Since when, and by which decree or other source, a structure changes."""

    day: date
    source: str
    decree: Decree | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """The same as the columns of a state that begins with it."""
        return {"starts_on": self.day, "source": self.source, "decree": self.decree}


@dataclass(frozen=True, slots=True)
class Differences:
    """The keys of what is new, ended or changed, of one kind."""

    new: list[int]
    ended: list[int]
    changed: list[int]


def differences(before: Mapping[int, Value], after: Mapping[int, Value]) -> Differences:
    """Return what differs between two states of one kind of thing."""
    return Differences(
        new=[key for key in after if key not in before],
        ended=[key for key in before if key not in after],
        changed=[key for key in after if key in before and before[key] != after[key]],
    )


def write_structure(
    pemda: Pemda,
    planned: Planned,
    basis: Basis,
    journal: Journal,
    *,
    codes: Mapping[int, str] | None = None,
) -> dict[int, int]:
    """Write what differs, inside an open act; return the keys that the new things got.

    Holders of a post that ends leave it on that day. ``codes`` are those by which another system
    knows OPDs and units that are new.

    Raises:
        LaterStructureError: something that changes has a change on record that begins no earlier.
        LaterCycleError: together with a later change, a unit would stand below itself.
        RefusedError: a constraint refuses a row.
    """
    Pemda.objects.select_for_update().get(pk=pemda.pk)  # two at once could make a cycle together
    writing = _Writing(pemda, planned, basis, journal, codes or {})
    writing.write_opds()
    writing.write_units()
    writing.write_posts()
    _refuse_cycles_later(pemda, basis.day)
    return writing.keys


@dataclass(slots=True)
class _Writing:
    pemda: Pemda
    planned: Planned
    basis: Basis
    journal: Journal
    codes: Mapping[int, str]
    keys: dict[int, int] = field(default_factory=dict)

    def write_opds(self) -> None:
        found = differences(self.planned.before.opds, self.planned.after.opds)
        rows = Opd.objects.in_bulk([*found.ended, *found.changed])
        states = self._running(OpdState, "opd_id", [*found.ended, *found.changed])
        self.journal.end([rows[key] for key in found.ended], day=self.basis.day)
        for key in found.changed:
            if key not in states:
                old = self.planned.before.opds[key]
                states[key] = self._before(OpdState(opd_id=key, **_opd_columns(old)), rows[key])
        self._end(states)
        for key in found.new:
            told = _opd_columns(self.planned.after.opds[key])
            kode = self.codes.get(key, "")
            opd = Opd(pemda=self.pemda, starts_on=self.basis.day, kode=kode, **told)
            self.keys[key] = self.journal.make([opd])[0].pk
        self.journal.make(
            OpdState(
                opd_id=key, **_opd_columns(self.planned.after.opds[key]), **self.basis.columns
            )
            for key in found.changed
        )

    def write_units(self) -> None:
        found = differences(self.planned.before.units, self.planned.after.units)
        self._end(self._running(UnitState, "unit_id", [*found.ended, *found.changed]))
        rows = [UnitKerja(pemda=self.pemda, kode=self.codes.get(key, "")) for key in found.new]
        for key, unit in zip(found.new, self.journal.make(rows), strict=True):
            self.keys[key] = unit.pk
        self.journal.make(self._unit_state(key) for key in [*found.new, *found.changed])

    def write_posts(self) -> None:
        found = differences(self.planned.before.posts, self.planned.after.posts)
        touched = [*found.ended, *found.changed]
        rows = Jabatan.objects.in_bulk(touched)
        states = self._running(PostState, "jabatan_id", touched)
        self._end_holdings(found.ended)
        self.journal.end([rows[key] for key in found.ended], day=self.basis.day)
        for key in found.changed:
            if key not in states:
                old = PostState(
                    jabatan_id=key, **self._post_columns(self.planned.before.posts[key])
                )
                states[key] = self._before(old, rows[key])
        self._end(states)
        made = self.journal.make(self._jabatan(self.planned.after.posts[key]) for key in found.new)
        for key, jabatan in zip(found.new, made, strict=True):
            self.keys[key] = jabatan.pk
        self.journal.make(
            PostState(
                jabatan_id=self.keys.get(key, key),
                **self._post_columns(self.planned.after.posts[key]),
                **self.basis.columns,
            )
            for key in [*found.new, *found.changed]
        )
        told = [self.keys.get(key, key) for key in [*found.new, *touched]]
        if told:
            facts_changed(self.pemda.pk, "jabatan", jabatan_id=told)

    def _running(self, model: Any, column: str, keys: list[int]) -> dict[int, Any]:
        """Return the states that run on the day; none of those things may change later already."""
        rows = model.objects.filter(**{f"{column}__in": keys})
        later = rows.filter(starts_on__gte=self.basis.day)
        if later:
            raise LaterStructureError((row.nama for row in later), self.basis.day)
        return {getattr(row, column): row for row in rows.on(self.basis.day)}

    def _before(self, state: Any, row: Opd | Jabatan) -> Any:
        """Write what held until now, of something that had no state of its own."""
        state.starts_on, state.ends_before = row.starts_on, self.basis.day
        state.source = _("catatan sebelum perubahan pertama")
        self.journal.make([state])
        return state

    def _end(self, states: Mapping[int, Any]) -> None:
        open_ones = [row for row in states.values() if row.ends_before != self.basis.day]
        self.journal.end(open_ones, day=self.basis.day)

    def _end_holdings(self, posts: list[int]) -> None:
        rows = list(JabatanHolding.objects.filter(jabatan__in=posts).on(self.basis.day))
        self.journal.end(rows, day=self.basis.day)
        if rows:
            facts_changed(self.pemda.pk, "pemangku", pemangku_id=[row.pk for row in rows])

    def _unit_state(self, key: int) -> UnitState:
        row = self.planned.after.units[key]
        return UnitState(
            unit_id=self.keys.get(key, key),
            opd_id=self.keys.get(row.opd, row.opd),
            parent_id=None if row.parent is None else self.keys.get(row.parent, row.parent),
            nama=row.nama,
            sort_key=row.nama.casefold(),
            kind=row.kind,
            rank=row.rank,
            **self.basis.columns,
        )

    def _jabatan(self, post: PostAs) -> Jabatan:
        return Jabatan(
            pemda=self.pemda,
            opd_id=None if post.opd is None else self.keys.get(post.opd, post.opd),
            nama=post.nama,
            sort_key=office_key(post.nama, self.pemda),
            kind=post.kind,
            eselon=post.eselon,
            is_single_seat=post.is_single_seat,
            starts_on=self.basis.day,
        )

    def _post_columns(self, post: PostAs) -> dict[str, Any]:
        return {
            "opd_id": None if post.opd is None else self.keys.get(post.opd, post.opd),
            "unit_id": None if post.unit is None else self.keys.get(post.unit, post.unit),
            "nama": post.nama,
            "eselon": post.eselon,
            "kelas": post.kelas,
            "need": post.need,
            "lowest_golongan": post.lowest_golongan,
        }


def _opd_columns(opd: Any) -> dict[str, Any]:
    return {
        "nama": opd.nama,
        "singkatan": opd.singkatan,
        "jenis": opd.jenis,
        "tipe": opd.tipe,
        "sort_key": opd.nama.casefold(),
    }


def _refuse_cycles_later(pemda: Pemda, day: date) -> None:
    """Look at every later day on which some unit changes: each must have a tree without cycles."""
    states = UnitState.objects.filter(unit__pemda=pemda)
    days = states.filter(starts_on__gte=day).values_list("starts_on", flat=True).distinct()
    for each in sorted(days):
        if has_cycle(states.on(each).values_list("unit_id", "parent_id")):
            raise LaterCycleError(each)
