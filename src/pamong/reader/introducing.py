"""Turns of phrase that introduce more than one person: a pair, a handover, a list."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pamong.reader.names import NameRun
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.regions import Gazetteer
from pamong.reader.tokens import Token

_PAIRED = (["dan"], ["&"], ["-"], ["serta"], ["bersama"], ["beserta"])
_POSTS = frozenset({"jabatan", "tugas", "kepemimpinan", "estafet", "tongkat"})
_COMING = frozenset({"terpilih", "baru", "penggantinya", "definitif"})
_NEAR = 6  # tokens
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


def handed_to(
    tokens: Sequence[Token],
    offices: Sequence[OfficeMention],
    named: Mapping[int, NameRun],
    run_at: Mapping[int, NameRun],
) -> Iterator[tuple[NameRun, OfficeMention]]:
    """Yield who leaves and who comes: "Bupati X A menyerahkan jabatan kepada B"."""
    for office in offices:
        leaving = named.get(office.first)
        coming = _coming(tokens, leaving, run_at) if leaving else None
        if leaving is None or coming is None or coming.key == leaving.key:
            continue
        post = _post_of(office, offices)
        if post is not office:
            yield leaving, post
        if coming not in named.values():
            yield coming, replace(post, acting=None)


def _coming(
    tokens: Sequence[Token], leaving: NameRun, run_at: Mapping[int, NameRun]
) -> NameRun | None:
    """Return to whom somebody hands a post over, perhaps as "Bupati terpilih"."""
    verb = _within(tokens, leaving.after, {"menyerahkan"})
    place = _within(tokens, verb + 1, {"kepada"}) if verb is not None else None
    if verb is None or place is None or _within(tokens[:place], verb, _POSTS) is None:
        return None
    elect = range(place + 1, min(place + 1 + _NEAR, len(tokens)))
    coming = next((run_at[i] for i in elect if i in run_at), None)
    between = {token.lower for token in tokens[place + 1 : coming.first]} if coming else set()
    return coming if not between or between & _COMING else None


def _within(tokens: Sequence[Token], place: int, wanted: Collection[str]) -> int | None:
    near = range(place, min(place + _NEAR, len(tokens)))
    return next((i for i in near if tokens[i].lower in wanted), None)


def _post_of(office: OfficeMention, offices: Sequence[OfficeMention]) -> OfficeMention:
    """Return the one post of which the text speaks elsewhere: "Camat" is "Camat Contoh"."""
    posts = [one for one in offices if one.head == office.head and one.unit]
    is_one = office.is_bare and len({one.unit for one in posts}) == 1
    return posts[0] if is_one else office


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
