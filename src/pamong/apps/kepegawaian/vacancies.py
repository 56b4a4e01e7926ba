"""Posts in which somebody is lacking on a day: since when, who acts, and what lacks above them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from pamong.apps.kepegawaian.bezetting import PostFilled
from pamong.apps.organisasi.acting import ActingTerm, acting_on
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, Pemda, UnitState
from pamong.kernel.capacity import Capacity

LED_BY_ONE = (JabatanKind.KEPALA_OPD, JabatanKind.ADMINISTRATOR, JabatanKind.PENGAWAS)
"""The kinds of post that lead a unit or an OPD, from the top down."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One post in which somebody is lacking.

    ``since`` is the first day without a definitive holder: the day after the last one on record,
    or (``was_never_held``) the day on which the post came to be. Of a post of many seats, and
    where neither is on record, it is ``None``.
    """

    post: PostFilled
    since: date | None
    was_never_held: bool
    acting: ActingTerm | None
    units: tuple[str, ...]
    """The units from the OPD down to the one in which the post stands."""
    vacant_above: tuple[str, ...]
    """The posts above it that are vacant too, the nearest first, up to one that is held."""


class Places:
    """The units of a government on a day: their names, and what stands above them."""

    def __init__(self, pemda: Pemda, day: date) -> None:
        rows = UnitState.objects.on(day).filter(unit__pemda=pemda)
        self._told = {
            unit: (nama, parent)
            for unit, nama, parent in rows.values_list("unit_id", "nama", "parent_id")
        }

    def upwards(self, unit: int | None) -> Iterator[int]:
        """Yield a unit and those above it; a circle, were there one, is walked once."""
        met: set[int] = set()
        while unit is not None and unit in self._told and unit not in met:
            met.add(unit)
            yield unit
            unit = self._told[unit][1]

    def path(self, unit: int | None) -> tuple[str, ...]:
        """Return the names of the units from the OPD down to a unit."""
        return tuple(reversed([self._told[each][0] for each in self.upwards(unit)]))


def vacancies(
    pemda: Pemda, posts: Sequence[PostFilled], wanted: Iterable[PostFilled], *, day: date
) -> list[Vacancy]:
    """Return those of ``wanted`` in which somebody is lacking; ``posts`` are all that stand."""
    lacking = [post for post in wanted if post.is_vacant]
    single = [post.jabatan_id for post in lacking if post.is_single_seat]
    ended = _last_held(single, day)
    acting = {term.jabatan_id: term for term in acting_on(pemda, day=day, offices=single)}
    places = Places(pemda, day)
    leaders = _leaders(posts)
    return [
        Vacancy(
            post=post,
            since=ended.get(post.jabatan_id, post.begun_on) if post.is_single_seat else None,
            was_never_held=post.is_single_seat and post.jabatan_id not in ended,
            acting=acting.get(post.jabatan_id),
            units=places.path(post.unit_id),
            vacant_above=tuple(_vacant_above(post, leaders, places)),
        )
        for post in lacking
    ]


def _last_held(offices: Sequence[int], day: date) -> dict[int, date]:
    """Return the first day after the last definitive holder of each office."""
    rows = JabatanHolding.objects.filter(
        jabatan__in=offices, capacity=Capacity.DEFINITIF, ends_before__lte=day
    )
    ended = rows.order_by().values_list("jabatan_id").annotate(last=Max("ends_before"))
    return dict(ended)


Leaders = Mapping[tuple[int | None, int | None], PostFilled]


def _leaders(posts: Sequence[PostFilled]) -> Leaders:
    """Return who leads each unit, and each OPD: the highest post of one seat that stands there."""
    led = [post for post in posts if post.is_single_seat and post.kind in LED_BY_ONE]
    leaders: dict[tuple[int | None, int | None], PostFilled] = {}
    for post in sorted(led, key=lambda each: LED_BY_ONE.index(JabatanKind(each.kind))):
        is_led = post.unit_id is not None or post.kind == JabatanKind.KEPALA_OPD
        if is_led and post.opd_id is not None:
            leaders.setdefault((post.opd_id, post.unit_id), post)
    return leaders


def _vacant_above(post: PostFilled, leaders: Leaders, places: Places) -> Iterator[str]:
    for unit in (*places.upwards(post.unit_id), None):
        leader = leaders.get((post.opd_id, unit))
        if leader is None or leader.jabatan_id == post.jabatan_id:
            continue
        if not leader.is_vacant:
            return
        yield leader.nama
