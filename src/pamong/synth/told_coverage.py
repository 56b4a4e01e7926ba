"""What scenarios say of how far the records of their government reach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pamong.law.fact_table import COVERAGE_SUFFIX
from pamong.synth.scenario import Rows, Scenario


class Records:
    """In which governments scenarios let the records end early, so that others keep away."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._told: dict[int, Mapping[str, Rows]] = {}
        self._recorded: dict[int, frozenset[str]] = {}

    def suit(self, pemda_id: int, scenario: Scenario) -> bool:
        """Tell whether the records of the government are as complete as the scenario needs."""
        here = self._told.get(pemda_id, {})
        if scenario.coverage and here:
            return here == scenario.coverage
        if scenario.coverage:
            others = self._recorded.get(pemda_id, frozenset())
            return len(self._told) < self._most and not others & _covered(scenario.coverage)
        return not scenario.recorded & _covered(here)

    def take(self, pemda_id: int, scenario: Scenario) -> None:
        """Note what the scenario brings along."""
        self._recorded[pemda_id] = self._recorded.get(pemda_id, frozenset()) | scenario.recorded
        if scenario.coverage:
            self._told[pemda_id] = scenario.coverage


def _covered(coverage: Mapping[str, Rows]) -> set[str]:
    return {name.removesuffix(COVERAGE_SUFFIX) for name in coverage}


def told_coverage(plantings: Iterable[tuple[int, Scenario]]) -> dict[tuple[str, int], Rows]:
    """Return what scenarios say of the records, by coverage table and government."""
    return {
        (name, pemda_id): rows
        for pemda_id, scenario in plantings
        for name, rows in scenario.coverage.items()
    }
