"""Which scenario is planted where, and how its rows take the place of those of the background."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pamong.law.fact_table import fact_table
from pamong.synth.cells import Frame, Whole, stack
from pamong.synth.governments import Government, Kelompok, generator
from pamong.synth.offices import DEPUTY, HEAD, jabatan_id, person_id
from pamong.synth.order import Order
from pamong.synth.people import STATUS, People
from pamong.synth.scenario import Host, Scenario
from pamong.synth.told_coverage import Records

ONE_IN = 2000
"""About as many people for each planted scenario, where there are that many."""
MARKS = 1024
"""A row's mark is the number of its planting times this, and its place among the rows."""

_SEVERAL, _ENOUGH_FOR_SEVERAL = 2, 10_000
_LARGEST_PART = 4
_LOCAL_PERSONS, _LOCAL_OFFICES = 2_000, 200
_LOCAL_IDS = 20


@dataclass(frozen=True, slots=True)
class Planting:
    """One scenario in one government; ``number`` counts those of a kelompok."""

    number: int
    scenario: Scenario
    pemda_id: int


@dataclass(frozen=True, slots=True)
class Planted:
    """A planting that found its place, and the identifier of whom it stands in for."""

    planting: Planting
    pegawai_id: int | None


def plan_plantings(
    order: Order, kelompok: Sequence[Kelompok], scenarios: Sequence[Scenario]
) -> dict[int, list[Planting]]:
    """Spread the scenarios over the governments; return those of each kelompok by its number."""
    governments = [each for one in kelompok for each in one.governments]
    chance = generator(order, 16)
    shuffled = [governments[place] for place in chance.permutation(len(governments))]
    where = {each.pemda_id: one.number for one in kelompok for each in one.governments}
    plan: dict[int, list[Planting]] = {one.number: [] for one in kelompok}
    room = _Room(shuffled)
    # Who needs a government whose records end early chooses first.
    in_turn = sorted(scenarios, key=lambda scenario: not scenario.coverage)
    for _ in range(_copies(order, len(scenarios))):
        for scenario in in_turn:
            government = room.find(scenario)
            if government is not None:
                those = plan[where[government.pemda_id]]
                those.append(Planting(len(those), scenario, government.pemda_id))
    return plan


def _copies(order: Order, scenarios: int) -> int:
    least = _SEVERAL if order.asn >= _ENOUGH_FOR_SEVERAL else 1
    return max(least, round(order.asn / ONE_IN / max(1, scenarios)))


class _Room:
    """How much the governments can still carry; each is asked in turn."""

    def __init__(self, governments: Sequence[Government]) -> None:
        self._governments = governments
        self._next = 0
        self._people = {each.pemda_id: each.asn // _LARGEST_PART for each in governments}
        self._taken: dict[Host, set[int]] = {host: set() for host in Host}
        self._single = max(1, len(governments) // 2)
        self._records = Records(len(governments) // 4)

    def find(self, scenario: Scenario) -> Government | None:
        """Return the next government that can carry the scenario."""
        for step in range(len(self._governments)):
            place = (self._next + step) % len(self._governments)
            government = self._governments[place]
            if self._carries(government, scenario):
                self._next = place + 1
                self._take(government, scenario)
                return government
        return None

    def _carries(self, government: Government, scenario: Scenario) -> bool:
        if scenario.level not in {None, government.level}:
            return False
        if not self._records.suit(government.pemda_id, scenario):
            return False
        if scenario.host is Host.PEGAWAI:
            return self._people[government.pemda_id] > 0
        taken = self._taken[scenario.host]
        return not scenario.host.is_single or (
            government.pemda_id not in taken and len(taken) < self._single
        )

    def _take(self, government: Government, scenario: Scenario) -> None:
        if scenario.host is Host.PEGAWAI:
            self._people[government.pemda_id] -= 1
        self._taken[scenario.host].add(government.pemda_id)
        self._records.take(government.pemda_id, scenario)


def choose_people(
    order: Order, kelompok: Kelompok, people: People, plantings: Sequence[Planting]
) -> list[Planted]:
    """Choose the person whom each scenario replaces: one of its status, or else anybody."""
    chance = generator(order, 17, kelompok.number)
    free = np.ones(len(people), np.bool_)
    found = []
    for planting in plantings:
        if planting.scenario.host is not Host.PEGAWAI:
            found.append(Planted(planting, None))
            continue
        here = free & (people.pemda_id == planting.pemda_id)
        status = STATUS.index(planting.scenario.status or "pns")
        alike = np.flatnonzero(here & (people.status == status))
        fitting = alike if len(alike) else np.flatnonzero(here)
        person = int(fitting[chance.integers(len(fitting))])
        free[person] = False
        found.append(Planted(planting, int(people.pegawai_id[person])))
    return found


def plant(frame: Frame, planted: Sequence[Planted]) -> Frame:
    """Return the rows of a table with those of the scenarios in place of the background's."""
    rows: list[Mapping[str, Any]] = []
    marks: list[int] = []
    gone = np.zeros(len(frame), np.bool_)
    _mark_people(frame, planted, gone)
    for each in planted:
        given = each.planting.scenario.rows.get(frame.table.name)
        if given is None:
            continue
        _mark_government(frame, each, given, gone)
        rows += [_fill(each, frame, row) for row in given]
        marks += [each.planting.number * MARKS + min(n, MARKS - 1) for n in range(len(given))]
    kept = frame.take(~gone) if gone.any() else frame
    if not rows:
        return kept
    return stack([kept, Frame.from_rows(frame.table, rows, marks)])


def _mark_people(frame: Frame, planted: Sequence[Planted], gone: np.ndarray[Any, Any]) -> None:
    """Mark every row of a person who is replaced, whatever the scenario says of the table."""
    if "pegawai_id" in frame.cells and frame.table.find_column("pegawai_id"):
        replaced = [each.pegawai_id for each in planted if each.pegawai_id is not None]
        gone |= np.isin(frame["pegawai_id"], np.array(replaced, np.int64))


def _mark_government(
    frame: Frame, each: Planted, given: Sequence[Mapping[str, Any]], gone: np.ndarray[Any, Any]
) -> None:
    pemda = each.planting.pemda_id
    if each.planting.scenario.host is Host.APBD:
        years = np.array([row["tahun"] for row in given], np.int64)
        gone |= (frame["pemda_id"] == pemda) & np.isin(frame["tahun"], years)
    elif each.planting.scenario.host is Host.KEPALA_DAERAH and frame.table.name != "jabatan":
        here = frame["pemda_id"] == pemda
        if "jabatan_id" in frame.cells:
            offices = [jabatan_id(pemda, number) for number in (HEAD, DEPUTY)]
            here &= np.isin(frame["jabatan_id"], np.array(offices, np.int64))
        gone |= here


def _fill(each: Planted, frame: Frame, row: Mapping[str, Any]) -> dict[str, Any]:
    """Give a row of a scenario its identifiers."""
    filled = dict(row)
    pemda = each.planting.pemda_id
    if each.pegawai_id is not None:
        filled["pegawai_id"] = each.pegawai_id
    if frame.table.find_column("pemda_id"):
        filled["pemda_id"] = pemda
    if frame.table.find_column("unit_id"):
        filled["unit_id"] = pemda * 1000 + 1
    if "jabatan_id" in row:
        filled["jabatan_id"] = office_of(each.planting, row["jabatan_id"])
    if "person_id" in row:
        local = each.planting.number * _LOCAL_IDS + row["person_id"]
        filled["person_id"] = person_id(pemda, _LOCAL_PERSONS + local)
    return filled


def office_of(planting: Planting, local: int) -> int:
    """Return the identifier of an office that a scenario calls by its local number."""
    is_own = planting.scenario.host is Host.KEPALA_DAERAH and local in {HEAD, DEPUTY}
    number = local if is_own else _LOCAL_OFFICES + planting.number * _LOCAL_IDS + local
    return jabatan_id(planting.pemda_id, number)


def expectations(
    planted: Sequence[Planted], frames: Mapping[str, Frame]
) -> Iterator[dict[str, Any]]:
    """Yield a row for each subject of a scenario and each rule, with its identifier."""
    places = {name: _places(frame) for name, frame in frames.items()}
    for each in planted:
        scenario = each.planting.scenario
        for told in scenario.expectations:
            mark = each.planting.number * MARKS + told.subject - 1
            if told.subject_table == "pegawai":
                subject = each.pegawai_id
            elif told.subject_table == "pemda":
                subject = each.planting.pemda_id
            elif told.subject_table == "jabatan":
                subject = office_of(each.planting, told.subject)
            else:
                frame = frames[told.subject_table]
                key = fact_table(told.subject_table).key[0]
                subject = int(frame[key][places[told.subject_table][mark]])
            yield {
                "scenario": scenario.id,
                "rule": told.rule,
                "subject_id": subject,
                "expected": told.expected.value,
                "because": told.because,
                "section": told.section,
            }


def _places(frame: Frame) -> dict[int, int]:
    marked: Whole = np.flatnonzero(frame.planted >= 0)
    return {int(frame.planted[place]): int(place) for place in marked}
