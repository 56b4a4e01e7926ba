"""What if the law had other figures: a simulation over the records of one government."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pamong import law
from pamong.apps.findings.gathering import CARRIED_BY_THE_LAW, gather, sources
from pamong.apps.findings.services import rules_for
from pamong.apps.findings.subjects import described
from pamong.apps.kepegawaian.models import JabatanAsn, JenjangFungsional
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.law.what_if.grouping import BELONGING
from pamong.law.what_if.simulating import Simulation

PAGE = 50
"""Subjects a page of the list."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One subject of whom the law would say something else on a day."""

    label: str
    day: date
    outcome_before: str | None
    outcome_after: str | None
    since_before: date | None
    since_after: date | None
    due_on_before: date | None
    due_on_after: date | None


@dataclass(frozen=True, slots=True)
class TouchedPage:
    """One page of those touched, each on one day, and how many there are."""

    rows: list[Touched]
    page: int
    pages: int
    total: int

    @property
    def before(self) -> int:
        """The page before this one."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after this one."""
        return self.page + 1


def can_simulate(rule: law.Rule, pemda: Pemda) -> bool:
    """Tell whether a rule may judge the records of a government at all."""
    return any(rule is each for each in rules_for(pemda))


def simulate(
    rule: law.Rule, pemda: Pemda, changes: Iterable[law.Change], *, day: date, years: int
) -> Simulation:
    """Judge a whole government by the law in force and by other figures; nothing is kept.

    Raises: as ``law.simulate`` does.
    """
    belonging = {name for name in BELONGING if name in sources()}
    wanted = (rule.reads.keys() | belonging) - CARRIED_BY_THE_LAW
    tables = gather(sorted(wanted), pemda_ids=[pemda.pk], day=day)
    return law.simulate(rule, changes, tables, as_of=day, years=years)


def opd_named(ids: Collection[int | None]) -> dict[int, str]:
    """Return the names of some OPD by their ids."""
    known = [key for key in ids if key is not None]
    return dict(Opd.objects.filter(pk__in=known).values_list("pk", "nama"))


def posts_named() -> dict[str, str]:
    """Return kinds and levels of posts in words, by their codes."""
    return {
        str(value): str(label)
        for value, label in [*JabatanAsn.choices, *JenjangFungsional.choices]
    }


def page_of_touched(simulation: Simulation, page: int) -> TouchedPage:
    """Return a page of those touched, each on the first day that tells most; the nearest page.

    Who comes to another outcome goes before those of whom a day moves only, and who is
    concerned sooner before those who are later.
    """
    first = _first_days(simulation.touched)
    pages = max(1, -(-first.num_rows // PAGE))
    page = min(max(1, page), pages)
    rows = first.slice((page - 1) * PAGE, PAGE).to_pylist()
    names = described(simulation.rule.id, [row["subject_id"] for row in rows])
    return TouchedPage(
        rows=[Touched(label=names[row["subject_id"]].label, **_told(row)) for row in rows],
        page=page,
        pages=pages,
        total=first.num_rows,
    )


def every_touched(simulation: Simulation) -> Iterable[Touched]:
    """Yield everybody touched on every day, for a file."""
    names: dict[int, str] = {}
    for batch in simulation.touched.to_batches(max_chunksize=5_000):
        rows = batch.to_pylist()
        new = {row["subject_id"] for row in rows} - names.keys()
        names |= {key: each.label for key, each in described(simulation.rule.id, new).items()}
        for row in rows:
            yield Touched(label=names[row["subject_id"]], **_told(row))


def _first_days(touched: pa.Table) -> pa.Table:
    """Keep one row of each subject, those that matter most and soonest first."""
    same = pc.equal(touched["outcome_before"], touched["outcome_after"])
    soonest = pc.min_element_wise(
        touched["due_on_before"],
        touched["due_on_after"],
        pc.coalesce(touched["since_before"], touched["since_after"]),
    )
    keyed = (
        touched.append_column("same", pc.fill_null(same, fill_value=False))
        .append_column("soonest", soonest)
        .sort_by([("subject_id", "ascending"), ("same", "ascending"), ("day", "ascending")])
    )
    ids = keyed["subject_id"].combine_chunks()
    begins = pa.array([True] * min(1, len(ids)), pa.bool_())
    is_first = pa.concat_arrays([begins, pc.not_equal(ids[1:], ids[:-1])])
    order = [("same", "ascending"), ("soonest", "ascending"), ("subject_id", "ascending")]
    return keyed.filter(is_first).sort_by(order)


def _told(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in Touched.__slots__ if name != "label"}
