"""The list of duties of a government: narrowed, counted and paged, however many there are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Max, Min, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.access import Access
from pamong.apps.duties.counting import overdue_on
from pamong.apps.duties.life import ENDED, WORKING, State
from pamong.apps.duties.models import Duty, DutyStanding, SourceKind
from pamong.apps.duties.selectors import standings_on
from pamong.apps.organisasi.models import Opd, Pemda

PAGE = 25
STILL_OWED = "terbuka"
"""A choice of state that means all in which something is still owed."""

STATES = (
    (STILL_OWED, _("masih harus dikerjakan")),
    *((state.value, state.label) for state in State),
)
SOURCES = tuple(SourceKind.choices)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which duties are asked for; what is empty narrows nothing."""

    words: str = ""
    state: str = ""
    owing: str = ""
    source: str = ""
    topic: str = ""
    year: int | None = None
    is_overdue: bool = False


@dataclass(slots=True)
class OwingCounts:
    """What became of the duties of one OPD, or of one government that received recommendations.

    ``key`` is what the filter in the address calls it.
    """

    key: str
    name: str
    states: Counter[str] = field(default_factory=Counter)
    overdue: int = 0

    @property
    def all(self) -> int:
        """How many duties there are."""
        return self.states.total()

    @property
    def done(self) -> int:
        """How many are closed."""
        return self.states[State.CLOSED]

    @property
    def waiting(self) -> int:
        """How many wait for the giver."""
        return self.states[State.REPORTED] + self.states[State.CANNOT]

    @property
    def ended_otherwise(self) -> int:
        """How many ended without being done."""
        return self.states[State.DROPPED] + self.states[State.DECLINED]

    @property
    def owed(self) -> int:
        """How many are still owed, the overdue ones among them."""
        return sum(self.states[state] for state in WORKING)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of duties; the counts are of all that the other choices leave."""

    rows: Sequence[DutyStanding]
    total: int
    page: int
    pages: int
    states: Counter[str]
    overdue: int
    owing: Sequence[OwingCounts]


def list_duties(
    pemda: Pemda, *, day: date, access: Access, asked: Asked, page: int = 1
) -> Listing:
    """Return one page of the duties asked for, what is most urgent first.

    The counts by state leave out the choice of state, those by OPD the choice of OPD, so that they
    say what another choice would show. A page that is not there is the last one.
    """
    found = _narrowed(standings_on(pemda, day=day, access=access), asked)
    groups = _groups(found, day)
    total = sum(group["number"] for group in groups if _fits(group, asked))
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    of_owing = [group for group in groups if asked.owing in ("", _key(group))]
    states: Counter[str] = Counter()
    for group in of_owing:
        states[group["state"]] += group["number"]
    return Listing(
        rows=rows_of(_chosen(found, asked, day), first=(page - 1) * PAGE, number=PAGE),
        total=total,
        page=page,
        pages=pages,
        states=states,
        overdue=sum(group["number"] for group in of_owing if group["is_late"]),
        owing=_by_owing(group for group in groups if _has_state(group, asked)),
    )


def rows_of(
    found: QuerySet[DutyStanding], *, first: int = 0, number: int = PAGE
) -> list[DutyStanding]:
    """Return some rows with all that a list shows of them.

    What is owed stands before what waits for the giver, and that before what has ended; the
    oldest term first, so that what is overdue comes before all. The keys are sorted alone:
    joined to their duties, twenty thousand rows would be sorted with all their words.
    """
    turn = Case(
        When(state__in=WORKING, then=Value(0)),
        When(state__in=ENDED, then=Value(2)),
        default=Value(1),
    )
    term = Case(When(state__in=ENDED, then=None), default=F("due_on"))
    keys = list(
        found.annotate(turn=turn, term=term)
        .order_by("turn", "term", "-starts_on", "duty_id")
        .values_list("pk", flat=True)[first : first + number]
    )
    rows = DutyStanding.objects.select_related("duty__pemda", "duty__opd", "duty__to_pemda")
    by_key = rows.defer("duty__words").in_bulk(keys)
    return [by_key[key] for key in keys]


def years_of(pemda: Pemda, *, day: date) -> list[int]:
    """Return the years from the first duty that concerns ``pemda`` to the last, newest first."""
    ends = {"first": Min("made_on"), "last": Max("made_on")}
    until = Duty.objects.filter(made_on__lte=day)
    found = [
        until.filter(pemda=pemda).aggregate(**ends),
        until.filter(to_pemda=pemda).aggregate(**ends),
    ]
    days = [each for row in found for each in row.values() if each]
    return list(range(max(days).year, min(days).year - 1, -1)) if days else []


def _narrowed(found: QuerySet[DutyStanding], asked: Asked) -> QuerySet[DutyStanding]:
    """Apply the choices that nothing is counted by."""
    if asked.words:
        words = asked.words
        found = found.filter(
            Q(duty__gist__icontains=words)
            | Q(duty__citation__icontains=words)
            | Q(opd__nama__icontains=words)
            | Q(to_pemda__nama__icontains=words)
        )
    if asked.source:
        found = found.filter(source_kind=asked.source)
    if asked.topic:
        found = found.filter(duty__topic=asked.topic)
    if asked.year:
        found = found.filter(duty__made_on__year=asked.year)
    return found


def _chosen(found: QuerySet[DutyStanding], asked: Asked, day: date) -> QuerySet[DutyStanding]:
    """Apply the choices that the counts leave out."""
    if asked.state:
        states = WORKING if asked.state == STILL_OWED else [asked.state]
        found = found.filter(state__in=states)
    if asked.is_overdue:
        found = found.filter(overdue_on(day))
    if asked.owing:
        kind, __, number = asked.owing.partition("-")
        found = found.filter(**{"opd" if kind == "opd" else "to_pemda": int(number)})
    return found


def _groups(found: QuerySet[DutyStanding], day: date) -> list[dict[str, Any]]:
    late = Case(When(overdue_on(day), then=Value(1)), default=Value(0))
    rows = found.values("opd_id", "to_pemda_id", "state").annotate(is_late=late)
    groups: list[dict[str, Any]] = [
        {**group} for group in rows.annotate(number=Count("pk")).order_by()
    ]
    # Names are put on after counting: joined before, every row would carry them.
    units = Opd.objects.filter(pk__in={group["opd_id"] for group in groups} - {None})
    names = {f"opd-{unit.pk}": (unit.sort_key, unit.nama) for unit in units}
    places = {group["to_pemda_id"] for group in groups} - {None}
    if places:
        found_places = Pemda.objects.filter(pk__in=places)
        names |= {f"pemda-{place.pk}": ("", place.nama) for place in found_places}
    for group in groups:
        group["sort_key"], group["name"] = names[_key(group)]
    return sorted(groups, key=lambda group: (group["sort_key"], group["name"]))


def _key(group: dict[str, Any]) -> str:
    return f"opd-{group['opd_id']}" if group["opd_id"] else f"pemda-{group['to_pemda_id']}"


def _has_state(group: dict[str, Any], asked: Asked) -> bool:
    state = group["state"]
    fits = asked.state in ("", state) or (asked.state == STILL_OWED and state in WORKING)
    return fits and (group["is_late"] or not asked.is_overdue)


def _fits(group: dict[str, Any], asked: Asked) -> bool:
    return _has_state(group, asked) and asked.owing in ("", _key(group))


def _by_owing(groups: Iterable[dict[str, Any]]) -> list[OwingCounts]:
    counted: dict[str, OwingCounts] = {}
    for group in groups:
        key = _key(group)
        row = counted.setdefault(key, OwingCounts(key, group["name"]))
        row.states[group["state"]] += group["number"]
        row.overdue += group["number"] if group["is_late"] else 0
    return list(counted.values())
