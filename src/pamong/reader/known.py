"""What the registry already knows, handed to the reader to settle years, nicknames, surnames."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """One person in one office for one period; ``last_day`` counts, ``None`` is still running.

    ``office`` and ``region`` are as a draft writes them ("Gubernur Jambi", "Provinsi Jambi"),
    ``capacity`` is a label ("definitif", "Plt", "Plh", "Pj", "Pjs"). A holder whose first day is
    the last was only called so on that day: it says nothing of other days. ``also_called`` are
    names by which people call the holder ("Paman Contoh").
    """

    name: str
    office: str
    region: str | None
    capacity: str
    starts_on: date
    last_day: date | None = None
    also_called: tuple[str, ...] = ()

    @property
    def is_attested_only(self) -> bool:
        """Whether it is known of one day alone."""
        return self.starts_on == self.last_day

    def held_on(self, day: date) -> bool:
        """Tell whether the office was held on ``day``."""
        return self.starts_on <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Known:
    """All holders that the registry can offer for this document."""

    holders: tuple[KnownHolder, ...] = ()
