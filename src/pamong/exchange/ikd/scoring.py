"""Scores by unit, and the work list: who breaks which indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pamong.exchange.ikd.facts import PersonFacts
from pamong.exchange.ikd.indicators import INDICATORS, WEIGHTS, Dimension, Indicator

_FULL = Decimal(100)
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Broken:
    """A line of the work list."""

    person: int
    unit: int | None
    indicator: Indicator


def broken_by(who: PersonFacts, on: date) -> list[Broken]:
    """Return every indicator that somebody breaks on a day."""
    return _broken(who, _verdicts(who, on))


def _verdicts(who: PersonFacts, on: date) -> dict[str, bool]:
    """Return whether each indicator is broken, by its code, but those that cannot be told."""
    told = ((code, each.is_broken(who, on)) for code, each in INDICATORS.items())
    return {code: is_broken for code, is_broken in told if is_broken is not None}


def _broken(who: PersonFacts, verdicts: Mapping[str, bool]) -> list[Broken]:
    return [
        Broken(who.person, who.unit, INDICATORS[code])
        for code, is_broken in verdicts.items()
        if is_broken
    ]


@dataclass(slots=True)
class Score:
    """How many people of a unit were looked at, and how many break each indicator."""

    people: int = 0
    judged: dict[str, int] = field(default_factory=lambda: dict.fromkeys(INDICATORS, 0))
    broken: dict[str, int] = field(default_factory=lambda: dict.fromkeys(INDICATORS, 0))

    def take_in(self, verdicts: Mapping[str, bool]) -> None:
        """Take in a person, by what was told of him."""
        self.people += 1
        for code, is_broken in verdicts.items():
            self.judged[code] += 1
            self.broken[code] += is_broken

    def of(self, dimension: Dimension) -> Decimal | None:
        """Return the score of a dimension from 0 to 100; ``None`` where nothing could be told.

        It is the mean of its indicators: the share of people, among those of whom it could be
        told, who keep each.
        """
        shares = [
            1 - Decimal(self.broken[code]) / self.judged[code]
            for code, indicator in INDICATORS.items()
            if indicator.dimension is dimension and self.judged[code]
        ]
        if not shares:
            return None
        return (_FULL * sum(shares, Decimal(0)) / len(shares)).quantize(_PLACES)

    @property
    def index(self) -> Decimal | None:
        """Return the index from 0 to 100: the dimensions that can be told, by weight."""
        known = {each: self.of(each) for each in Dimension}
        told = {each: score for each, score in known.items() if score is not None}
        if not told:
            return None
        weight = sum((WEIGHTS[each] for each in told), Decimal(0))
        total = sum((WEIGHTS[each] * score for each, score in told.items()), Decimal(0))
        return (total / weight).quantize(_PLACES)


class Scores:
    """Scores of every unit and of all together, person by person."""

    def __init__(self, on: date) -> None:
        """Begin with nobody, on a day."""
        self._on = on
        self._units: dict[int | None, Score] = defaultdict(Score)

    def see(self, who: PersonFacts) -> list[Broken]:
        """Take in a person, and return what he breaks."""
        verdicts = _verdicts(who, self._on)
        self._units[who.unit].take_in(verdicts)
        return _broken(who, verdicts)

    @property
    def all(self) -> Score:
        """Return the score of everybody."""
        total = Score()
        for score in self._units.values():
            total.people += score.people
            for code in INDICATORS:
                total.judged[code] += score.judged[code]
                total.broken[code] += score.broken[code]
        return total

    @property
    def by_unit(self) -> Mapping[int | None, Score]:
        """Return the score of each unit; of people without one under ``None``."""
        return self._units
