"""The chain of moves behind an appointment: who leaves which post, and which stay vacant."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery

from pamong.apps.kepegawaian.models import (
    Penugasan,
    Placement,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, JabatanKind, PostState
from pamong.apps.organisasi.structure_reading import post_as
from pamong.apps.organisasi.structure_values import PostAs
from pamong.apps.organisasi.titles import POLITICAL
from pamong.apps.penataan.levels import comes_from_below, level_of
from pamong.apps.penataan.models import Pelantikan, PelantikanLine
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import ONE_DAY


@dataclass(slots=True)
class Link:
    """One line with what is on record around it on the day of the appointment.

    ``leaves`` are the posts that the person holds; ``sits`` who holds the post now; ``acts`` who
    acts in it. ``riwayat`` are the entries in force, ``career`` those of all posts ever held by
    appointment where the law asks for them, ``education`` the levels completed.
    """

    line: PelantikanLine
    post: PostAs
    leaves: list[JabatanHolding] = field(default_factory=list)
    sits: list[JabatanHolding] = field(default_factory=list)
    acts: list[JabatanHolding] = field(default_factory=list)
    riwayat: list[RiwayatJabatan] = field(default_factory=list)
    career: list[RiwayatJabatan] = field(default_factory=list)
    education: list[str] = field(default_factory=list)
    placement: Placement | None = None
    golongan: str = ""

    @property
    def is_acting(self) -> bool:
        """Whether the person only acts, and leaves no post of his own."""
        return Capacity(self.line.capacity).is_acting

    @property
    def offices_left(self) -> list[Jabatan]:
        """The offices that the person holds, and leaves unless he only acts."""
        return [held.jabatan for held in self.leaves]

    @property
    def was_vacant(self) -> bool:
        """Whether nobody holds the post on the day."""
        return not self.sits


@dataclass(frozen=True, slots=True)
class Chain:
    """All lines, the posts that nobody takes over, and who would lose a post without a new one."""

    links: list[Link]
    vacant: list[Jabatan]
    in_the_way: list[tuple[Link, JabatanHolding]]
    head: JabatanHolding | None = None


def read_chain(plan: Pelantikan) -> Chain:
    """Return the chain of a plan as records stand on its day, in five queries for all lines.

    What was carried out is told as it was found, the day before.
    """
    links, head = _read(plan, plan.lines.all())
    return replace(follow(links), head=head)


def read_links(plan: Pelantikan, positions: Collection[int]) -> list[Link]:
    """Return some lines of a plan alone, each as the whole chain has it."""
    links, _head = _read(plan, plan.lines.filter(position__in=positions))
    return links


def _read(
    plan: Pelantikan, lines: QuerySet[PelantikanLine]
) -> tuple[list[Link], JabatanHolding | None]:
    day = plan.day if plan.is_draft else plan.day - ONE_DAY
    rows = lines.select_related("pegawai__person", "jabatan").order_by("position", "id")
    links = [
        Link(line, _post(line.jabatan), education=line.education, golongan=line.golongan or "")
        for line in rows.annotate(education=_education(day), golongan=_golongan(day))
    ]
    for link in links:  # one plan, whose journal is read once
        link.line.plan = plan
    held = _held(plan, links, day)
    _fill(links, held, day)
    return links, next((row for row in held if _heads(row)), None)


def follow(links: list[Link]) -> Chain:
    """Say which posts stay vacant and who stands in the way; swaps of any length are fine."""
    moving = {
        (link.line.pegawai.person_id, held.jabatan_id)
        for link in links
        if not link.is_acting
        for held in link.leaves
    }
    taken = {link.line.jabatan_id for link in links if not link.is_acting}
    left = {held.jabatan_id: held.jabatan for link in links for held in link.leaves}
    stays = {link.line.pegawai.person_id for link in links if link.is_acting}
    vacant = [
        jabatan
        for key, jabatan in left.items()
        if key not in taken
        and any(
            held.jabatan_id == key and held.person_id not in stays
            for link in links
            for held in link.leaves
        )
    ]
    in_the_way = [
        (link, held)
        for link in links
        if not link.is_acting and link.post.is_single_seat
        for held in link.sits
        if (held.person_id, held.jabatan_id) not in moving
        or held.person_id == link.line.pegawai.person_id
    ]
    return Chain(links, sorted(vacant, key=lambda each: (each.rank, each.nama)), in_the_way)


def _education(day: date) -> ArraySubquery:
    known = Q(graduated_on=None) | Q(graduated_on__lte=day)
    rows = RiwayatPendidikan.objects.filter(known, pegawai=OuterRef("pegawai"))
    return ArraySubquery(rows.order_by("pk").values("jenjang"))


def _golongan(day: date) -> Subquery:
    rows = RiwayatPangkat.objects.on(day).filter(pegawai=OuterRef("pegawai"))
    return Subquery(rows.order_by("-starts_on", "-pk").values("golongan")[:1])


def _post(jabatan: Jabatan) -> PostAs:
    return post_as(jabatan, None)


def _fill(links: list[Link], tenures: list[JabatanHolding], day: date) -> None:
    posts = {link.line.jabatan_id for link in links}
    pegawai = [link.line.pegawai_id for link in links]
    states = {row.jabatan_id: row for row in PostState.objects.on(day).filter(jabatan__in=posts)}
    seats = _by((row for row in tenures if row.jabatan_id in posts), "jabatan_id")
    leaves = _by((row for row in tenures if _is_left(row)), "person_id")
    placed = _by(Placement.objects.on(day).filter(pegawai__in=pegawai), "pegawai_id")
    for link in links:
        link.leaves = leaves.get(link.line.pegawai.person_id, [])
    entries = _by(_riwayat(links, day), "pegawai_id")
    for link in links:
        line = link.line
        link.post = post_as(line.jabatan, states.get(line.jabatan_id))
        here = seats.get(line.jabatan_id, [])
        link.sits = [row for row in here if row.capacity == Capacity.DEFINITIF]
        link.acts = [row for row in here if row.capacity != Capacity.DEFINITIF]
        held = entries.get(line.pegawai_id, [])
        link.riwayat = [row for row in held if day in row.period]
        link.career = [row for row in held if row.capacity == Penugasan.DEFINITIF]
        link.placement = next(iter(placed.get(line.pegawai_id, [])), None)


def _riwayat(links: list[Link], day: date) -> QuerySet[RiwayatJabatan]:
    """Return the entries in force, and all that have begun of whom the law asks a career."""
    asked = [
        link.line.pegawai_id
        for link in links
        if comes_from_below(level_of(link.line.jabatan), link.offices_left)
    ]
    begun = RiwayatJabatan.objects.filter(pegawai__in=[link.line.pegawai_id for link in links])
    goes_on = Q(ends_before=None) | Q(ends_before__gt=day) | Q(pegawai__in=asked)
    return begun.filter(goes_on, starts_on__lte=day).order_by("starts_on", "id")


def _held(plan: Pelantikan, links: list[Link], day: date) -> list[JabatanHolding]:
    """Return, in one query, who holds the posts, what the people hold, and who heads them all."""
    about = (
        Q(jabatan__in=[link.line.jabatan_id for link in links])
        | Q(person__in=[link.line.pegawai.person_id for link in links])
        | Q(jabatan__kind=JabatanKind.KEPALA_DAERAH)
    )
    rows = JabatanHolding.objects.on(day).filter(about, pemda=plan.pemda)
    return list(rows.select_related("person", "jabatan").order_by("starts_on", "id"))


def _heads(row: JabatanHolding) -> bool:
    is_head = row.jabatan.kind == JabatanKind.KEPALA_DAERAH
    return is_head and row.capacity == Capacity.DEFINITIF


def _is_left(row: JabatanHolding) -> bool:
    return row.capacity == Capacity.DEFINITIF and row.jabatan.kind not in POLITICAL


def _by(rows: Iterable[Any], column: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found
