"""Which offices of the timeline are asked for; the choice stands in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from pamong.apps.organisasi.timelines import Lane


@dataclass(frozen=True, slots=True)
class OfficeFilter:
    """A kind of office, and a part of the name of an office or of a person."""

    kind: str
    words: str

    @classmethod
    def of(cls, query: QueryDict) -> "OfficeFilter":
        """Read the filter from the address."""
        return cls(kind=query.get("jenis", ""), words=query.get("cari", "").strip())

    @property
    def is_set(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.kind or self.words)

    def keep(self, lanes: Sequence[Lane]) -> list[Lane]:
        """Return the offices that are asked for."""
        return [lane for lane in lanes if self._fits(lane)]

    def _fits(self, lane: Lane) -> bool:
        named = [lane.office, *(bar.person for bar in lane.bars)]
        return self.kind in ("", lane.kind.value) and any(
            self.words.casefold() in name.casefold() for name in named
        )


def kinds_among(lanes: Sequence[Lane]) -> list[tuple[str, str]]:
    """Return the kinds of office there are, as value and label, each once."""
    return list(
        {lane.kind.value: (lane.kind.value, str(lane.kind.label)) for lane in lanes}.values()
    )
