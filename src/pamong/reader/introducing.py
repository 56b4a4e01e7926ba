"""Turns of phrase that introduce more than one person: a pair, a handover, a list."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pamong.reader.names import NameRun
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.regions import Gazetteer
from pamong.reader.tokens import Token

_PAIRED = (["dan"], ["&"], ["-"], ["serta"], ["bersama"], ["beserta"])
_LEAVING = frozenset({"pejabat", "lama", "sebelumnya", "yang", "terdahulu"})


def pairs(
    tokens: Sequence[Token], offices: Sequence[OfficeMention]
) -> Iterator[tuple[OfficeMention, OfficeMention]]:
    """Yield a leader's office and his deputy's that stand together: "Bupati dan Wakil Bupati X".

    One name behind the two can be either's, so it is nobody's.
    """
    for first, second in pairwise(offices):
        is_pair = first.leads_region and second.head.name == f"Wakil {first.head.name}"
        between = [token.lower for token in tokens[first.after : second.first]]
        if is_pair and between in _PAIRED:
            yield first, second


def handovers(
    tokens: Sequence[Token], offices: Sequence[OfficeMention], run_at: Mapping[int, NameRun]
) -> Iterator[tuple[NameRun, OfficeMention]]:
    """Yield who leaves and who takes over: "Penjabat Bupati X dari pejabat lama A kepada B"."""
    for office in offices:
        if office.after >= len(tokens) or tokens[office.after].lower != "dari":
            continue
        place = office.after + 1
        while place < len(tokens) and tokens[place].lower in _LEAVING:
            place += 1
        leaving = run_at.get(place)
        if leaving is None or leaving.after >= len(tokens):
            continue
        if tokens[leaving.after].lower not in {"kepada", "ke"}:
            continue
        coming = run_at.get(leaving.after + 1)
        yield from ((run, office) for run in (leaving, coming) if run)


def listed(
    tokens: Sequence[Token],
    groups: Sequence[OfficeMention],
    runs: Sequence[NameRun],
    gazetteer: Gazetteer,
) -> Iterator[tuple[NameRun, OfficeMention]]:
    """Yield who is named for which government: "Enam Pjs Bupati/Wali Kota …: A untuk X"."""
    for run in runs:
        following = tokens[run.after : run.after + 1]
        is_listed = bool(following) and following[0].lower == "untuk"
        region = gazetteer.at(run.after + 1) if is_listed else None
        before = [g for g in groups if g.after <= run.first and g.leads_region]
        if region is None or not before:
            continue
        acting = [group for group in before if group.acting] or before
        yield run, acting[-1].of_one(region)
