"""What is the same for every line of an appointment: the election, the head, and who judges."""

from dataclasses import dataclass, field
from datetime import date

from pamong import law
from pamong.apps.organisasi.models import JabatanHolding, PilkadaParticipation
from pamong.apps.penataan.advice import Bench
from pamong.apps.penataan.models import Pelantikan

SCHEDULES = "kdh-larangan-mutasi"
NONE_HELD = "tidak_ada"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The election that the ban on reshuffles is counted by, and the days of the head."""

    pilkada: str | None
    head_since: date | None
    head_until: date | None
    bench: Bench = field(default_factory=Bench)


def surroundings(plan: Pelantikan, head: JabatanHolding | None) -> Surroundings:
    """Read the election; of the head in office, what is on record."""
    return Surroundings(
        pilkada=_election(plan, head),
        head_since=head.starts_on if head and head.starts_is_exact else None,
        head_until=head.period.last_day if head else None,
    )


def _election(plan: Pelantikan, head: JabatanHolding | None) -> str | None:
    """Return the first election whose ban may run still, or that none is held.

    The ban goes on after the vote until the term ends (UU 10/2016 Pasal 71 ayat (2)), so that an
    election is over only for a head who came into office after its vote.
    """
    decided = plan.decided_on or plan.day
    votes = _votes()

    def may_bind(pilkada: str) -> bool:
        vote = votes.get(pilkada)
        if vote is None:
            return pilkada >= str(decided.year)
        if head is None:
            return vote.year >= decided.year - 1
        return head.starts_on <= vote

    rows = list(PilkadaParticipation.objects.filter(pemda=plan.pemda).order_by("pilkada"))
    ahead = next((row.pilkada for row in rows if row.participates and may_bind(row.pilkada)), None)
    is_told = any(row.pilkada >= str(decided.year) for row in rows)
    return ahead or (NONE_HELD if is_told else None)


def _votes() -> dict[str, date]:
    """Return the day of the vote of each election, by the schedule that was last in force."""
    votes: dict[str, date] = {}
    for row in law.rule(SCHEDULES).lists["jadwal"].rows:
        votes[row["pilkada"]] = max(row["pemungutan"], votes.get(row["pilkada"], date.min))
    return votes
