"""The list of findings: searched, narrowed, counted, and cut into pages that stay quick."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from pamong import law
from pamong.apps.findings.life import State, gone_by, gravity, in_time
from pamong.apps.findings.models import Acknowledgement, FindingFamily, Standing
from pamong.apps.organisasi.models import Pemda

PAGE = 25


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for; an empty value asks for everything. ``since`` is the earliest day."""

    words: str = ""
    rule: str = ""
    family: str = ""
    opd: int | None = None
    since: date | None = None
    state: State = State.TERBUKA
    page: int = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One finding in the list."""

    public_id: UUID
    rule_id: str
    family: FindingFamily
    subject_label: str
    since: date | None
    meaning: str
    opd: str | None
    note: Acknowledgement | None

    @property
    def get_family_display(self) -> str:
        """The family as people read it."""
        return str(self.family.label)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of one state there are, by urgency, rule and OPD; the most first."""

    families: dict[str, int] = field(default_factory=dict)
    rules: dict[str, int] = field(default_factory=dict)
    opd: dict[int | None, tuple[str | None, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and the numbers around it."""

    rows: list[Listed]
    total: int
    page: int
    pages: int
    tally: Tally
    states: dict[State, int]


def list_findings(
    pemda: Pemda, *, day: date, asked: Asked, closed: Collection[str] = ()
) -> Listing:
    """Return the page of ``asked.page``, the nearest one where there are fewer.

    What rules of ``closed`` found is in no row and in no count.
    Counts are of all findings in the state that is asked for, so that one sees what else there is.
    """
    states = _states(pemda, day, closed)
    every = _open_to(_in_state(pemda, day, asked.state), closed)
    found = _narrowed(every, asked)
    total = states[asked.state] if found is every else found.count()
    pages = max(1, -(-total // PAGE))
    page = min(max(1, asked.page), pages)
    return Listing(
        rows=_rows(found, page, day),
        total=total,
        page=page,
        pages=pages,
        tally=_tally(every),
        states=states,
    )


def _standing(pemda: Pemda, day: date) -> QuerySet[Standing]:
    return (
        Standing.objects.on(day)
        .filter(finding__pemda=pemda, superseded_by=None)
        .filter(Q(finding__since__lte=day) | Q(finding__since=None))
    )


def _known(day: date) -> Q:
    noted = Acknowledgement.objects.filter(in_time(day), finding=OuterRef("finding"))
    return Q(Exists(noted))


def _gone(pemda: Pemda, day: date) -> QuerySet[Standing]:
    """Return the last row of each finding that had gone."""
    last = gone_by(pemda, day=day).order_by("finding", "-starts_on", "-id").distinct("finding")
    return Standing.objects.filter(pk__in=last.values("pk"))


def _in_state(pemda: Pemda, day: date, state: State) -> QuerySet[Standing]:
    if state is State.HILANG:
        return _gone(pemda, day)
    known = _known(day)
    return _standing(pemda, day).filter(known if state is State.DIKETAHUI else ~known)


def _open_to(rows: QuerySet[Standing], closed: Collection[str]) -> QuerySet[Standing]:
    return rows.exclude(finding__rule_id__in=closed) if closed else rows


def _states(pemda: Pemda, day: date, closed: Collection[str]) -> dict[State, int]:
    known = _known(day)
    told = _open_to(_standing(pemda, day), closed).aggregate(
        terbuka=Count("pk", filter=~known), diketahui=Count("pk", filter=known)
    )
    return {
        State.TERBUKA: told["terbuka"],
        State.DIKETAHUI: told["diketahui"],
        State.HILANG: _open_to(gone_by(pemda, day=day), closed)
        .values("finding")
        .distinct()
        .count(),
    }


def _narrowed(rows: QuerySet[Standing], asked: Asked) -> QuerySet[Standing]:
    wanted: dict[str, Any] = {
        "finding__rule_id": asked.rule,
        "finding__family": asked.family,
        "opd": asked.opd,
        "finding__since__gte": asked.since,
    }
    wanted = {name: value for name, value in wanted.items() if value}
    if not wanted and not asked.words:
        return rows
    for word in asked.words.split():
        rows = rows.filter(
            Q(finding__subject_label__icontains=word) | Q(finding__rule_id__in=_rules_named(word))
        )
    return rows.filter(**wanted)


def _rules_named(word: str) -> list[str]:
    return [
        rule.id
        for rule in law.rules().values()
        if word.casefold() in f"{rule.title} {rule.id}".casefold()
    ]


def _rows(found: QuerySet[Standing], page: int, day: date) -> list[Listed]:
    ordered = (
        found.annotate(meaning=Cast(KT("judgement__meaning"), CharField()))
        .defer("judgement")
        .select_related("finding", "opd")
        .order_by(gravity("finding__family"), F("finding__since").desc(nulls_last=True), "id")
    )
    told = list(ordered[(page - 1) * PAGE : page * PAGE])
    notes = {
        note.finding_id: note
        for note in Acknowledgement.objects.filter(
            in_time(day), finding__in=[row.finding_id for row in told]
        )
    }
    return [
        Listed(
            public_id=row.finding.public_id,
            rule_id=row.finding.rule_id,
            family=FindingFamily(row.finding.family),
            subject_label=row.finding.subject_label,
            since=row.finding.since,
            meaning=row.meaning,
            opd=row.opd.nama if row.opd else None,
            note=notes.get(row.finding_id),
        )
        for row in told
    ]


def _tally(rows: QuerySet[Standing]) -> Tally:
    families: dict[str, int] = {}
    rules: dict[str, int] = {}
    opd: dict[int | None, tuple[str | None, int]] = {}
    counted = rows.order_by().values("finding__rule_id", "finding__family", "opd", "opd__nama")
    for row in counted.annotate(number=Count("pk")):
        number = row["number"]
        _add(families, row["finding__family"], number)
        _add(rules, row["finding__rule_id"], number)
        name, until_now = opd.get(row["opd"], (row["opd__nama"], 0))
        opd[row["opd"]] = (name, until_now + number)
    return Tally(_most_first(families), _most_first(rules), _opd_first(opd))


def _add(counts: dict[str, int], key: str, number: int) -> None:
    counts[key] = counts.get(key, 0) + number


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _opd_first(
    counts: Mapping[int | None, tuple[str | None, int]],
) -> dict[int | None, tuple[str | None, int]]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1][1], pair[1][0] or "")))
