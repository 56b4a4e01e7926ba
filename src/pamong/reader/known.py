"""What the registry already knows, handed to the reader to settle years, nicknames, surnames."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """One person in one office for one period; ``last_day`` counts, ``None`` is still running.

    ``office`` and ``region`` are as a draft writes them ("Gubernur Jambi", "Provinsi Jambi"),
    ``capacity`` is a label ("definitif", "Plt", "Plh", "Pj", "Pjs").
    """

    name: str
    office: str
    region: str | None
    capacity: str
    starts_on: date
    last_day: date | None = None

    def held_on(self, day: date) -> bool:
        """Tell whether the office was held on ``day``."""
        return self.starts_on <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Known:
    """All holders that the registry can offer for this document."""

    holders: tuple[KnownHolder, ...] = ()
