"""What an appointment comes to, line by line in short: counted once for the records it rests on.

A page shows a few lines of many, and how many of all ask for somebody's eyes. So all are judged
once, and kept under the seal of their records; what a page shows in words is read for its own
lines alone, and anew each time.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.penataan.advice import Bench
from pamong.apps.penataan.appointing import (
    AppointmentPlan,
    CheckedLine,
    check_links,
    plan_appointment,
)
from pamong.apps.penataan.chain import read_links
from pamong.apps.penataan.kept import Kept
from pamong.apps.penataan.models import Pelantikan
from pamong.apps.penataan.seals import seal_of
from pamong.apps.penataan.surroundings import Surroundings


class Concern(models.TextChoices):
    """Why somebody should look at a line, the gravest first; the last is no reason to."""

    IN_THE_WAY = "terhalang", _("terhalang")
    UNREASONED = "tanpa_alasan", _("melanggar, belum beralasan")
    BREACH = "melanggar", _("melanggar")
    TO_LOOK = "periksa", _("perlu diperiksa")
    OPEN = "belum_dinilai", _("belum dapat dinilai")
    FINE = "sesuai", _("tanpa keberatan")


@dataclass(frozen=True, slots=True)
class LineInShort:
    """One line: its number, by which words it is searched for, and what it is to be seen for."""

    position: int
    words: str
    concerns: frozenset[Concern]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Somebody who holds the post of a line and does not leave it; ``line`` is its number."""

    line: int
    post: str
    holder: str


@dataclass(frozen=True, slots=True)
class Outline:
    """All lines in short, what stands in the way, and which posts stay vacant."""

    lines: tuple[LineInShort, ...]
    obstacles: tuple[Obstacle, ...]
    vacant: tuple[str, ...]
    around: Surroundings

    @classmethod
    def of(cls, told: AppointmentPlan) -> Self:
        """Return the outline of what an appointment comes to."""
        obstacles = tuple(
            Obstacle(link.line.position, str(held.jabatan), held.person.shown_name)
            for link, held in told.chain.in_the_way
        )
        blocked = {each.line for each in obstacles}
        return cls(
            tuple(
                _in_short(line, is_blocked=line.link.line.position in blocked)
                for line in told.lines
            ),
            obstacles,
            tuple(map(str, told.chain.vacant)),
            told.around,
        )

    def many(self, concern: Concern) -> int:
        """Return how many lines are to be seen for something."""
        return sum(concern in line.concerns for line in self.lines)

    def positions(self, concern: str = "", words: str = "") -> list[int]:
        """Return the numbers of the lines of one concern, or with all words, or of all."""
        wanted = words.casefold().split()
        return [
            line.position
            for line in self.lines
            if (not concern or concern in line.concerns)
            and all(word in line.words for word in wanted)
        ]


KEPT: Kept[Outline] = Kept(most=64)


@dataclass(frozen=True, slots=True)
class Outlined:
    """A plan with its outline; ``told`` is at hand where it was counted just now."""

    plan: Pelantikan
    outline: Outline
    told: AppointmentPlan | None = None

    def lines(self, positions: Collection[int]) -> list[CheckedLine]:
        """Return some lines with all that the law says of them, as records stand now."""
        if self.told is not None:
            return [line for line in self.told.lines if line.link.line.position in positions]
        # What a bench has judged is worded in the language of whoever asked first.
        around = replace(self.outline.around, bench=Bench())
        return list(check_links(self.plan, read_links(self.plan, positions), around))


def outline_appointment(plan: Pelantikan) -> Outlined:
    """Return a plan of ``get_appointment`` with its outline, counted anew if records changed."""
    known = KEPT.get(seal_of(plan))
    if known is not None:
        return Outlined(plan, known)
    told = plan_appointment(plan)
    return Outlined(plan, KEPT.keep(seal_of(plan), Outline.of(told)), told)


def _in_short(line: CheckedLine, *, is_blocked: bool) -> LineInShort:
    told = {
        Concern.IN_THE_WAY: is_blocked,
        Concern.UNREASONED: line.needs_a_reason,
        Concern.BREACH: bool(line.breaches),
        Concern.TO_LOOK: any(not each.breach for each in line.to_read),
        Concern.OPEN: bool(line.open_questions),
        Concern.FINE: not line.loud and not is_blocked,
    }
    own = line.link.line
    words = f"{own.pegawai.person.nama} {line.link.post.nama}".casefold()
    return LineInShort(own.position, words, frozenset(key for key, is_so in told.items() if is_so))
