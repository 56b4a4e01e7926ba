"""Which government a forum belongs to, weighed over every place where the text names one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pamong.kernel import wilayah
from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.kind import any_forum_word
from pamong.reader.knowledge import table
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.regions import Gazetteer, Region, government_of

# A kind word or an office before the name is surer than the bare name; a headline names the home.
_BY_OFFICE, _BY_KIND, _BARE, _HEADLINE = 3.0, 3.0, 1.0, 2.0
# Who opens the first sentence is rather the host; who holds the forum there surely; a forum that
# bears the name of a government is its own, whoever opens it.
_HOST, _HOLDER, _OWNER = 3.0, 8.0, 16.0
_RIVAL = 0.8
_NEAR_AGENT = 2  # tokens between "dipimpin" and the government or its leader


# Between the name of a forum and that of its government: "Musrenbang RKPD Tahun 2025 Kota X".
_OF_FORUM = re.compile(r"\s+(?:tingkat\s+|rkpd\s+|tahun\s+\d{4}\s+|pemerintah\s+)*")
_Naming: TypeAlias = tuple[tuple[Region, ...], float, Span]


@dataclass(slots=True)
class _Weight:
    total: float = 0.0
    spans: list[Span] = field(default_factory=list)

    def add(self, weight: float, span: Span) -> None:
        self.total += weight
        self.spans.append(span)


def find_home(
    page: Page, offices: Sequence[OfficeMention], cast: Cast, gazetteer: Gazetteer
) -> Found[Region] | None:
    """Return the government that the forum belongs to; ``None`` where the text names none.

    Where several governments of one province stand side by side and the province is named as
    well, the province is the home.
    """
    weights: defaultdict[Region, _Weight] = defaultdict(_Weight)
    unclear: list[tuple[tuple[Region, ...], Span]] = []
    namings = [
        (tuple(dict.fromkeys(government_of(region) for region in regions)), weight, span)
        for regions, weight, span in _namings(page, offices, cast, gazetteer)
    ]
    for regions, weight, span in namings:
        if len(regions) == 1:
            weights[regions[0]].add(weight, span)
        else:
            unclear.append((regions, span))
    _share_out(unclear, weights, offices)
    if not weights:
        return None
    hosts: defaultdict[Region, float] = defaultdict(float)
    for region, weight in set(_hosts(page, offices, sorted(namings, key=lambda one: one[2]))):
        hosts[region] += weight
    return _decide(weights, hosts)


def _namings(
    page: Page, offices: Sequence[OfficeMention], cast: Cast, gazetteer: Gazetteer
) -> Iterable[_Naming]:
    for office in offices:
        if office.regions:
            factor = _HEADLINE if page.in_headline(office.span[0]) else 1.0
            weight = _BARE if office.is_national else _BY_OFFICE
            yield office.regions, weight * factor, office.span
    inside = {i for mention in cast.mentions for i in range(mention.first, mention.after)}
    index = 0
    while index < len(page.tokens):
        mention = None if index in inside else gazetteer.at(index)
        if mention is None:
            index += 1
            continue
        has_kind = mention.only is not None and mention.after > index + len(
            mention.regions[0].name.split()
        )
        factor = _HEADLINE if page.in_headline(mention.span[0]) else 1.0
        yield mention.regions, (_BY_KIND if has_kind else _BARE) * factor, mention.span
        index = mention.after


def _hosts(
    page: Page, offices: Sequence[OfficeMention], namings: Sequence[_Naming]
) -> Iterator[tuple[Region, float]]:
    """Yield whose forum it rather is, by the first sentence and by the name of the forum."""
    opening = next((s for s in page.sentences if not s.is_headline), None)
    if opening is None:
        return
    first = [o for o in offices if o.span[0] in opening][:1]
    leader = first[0].region() if first and first[0].leads_region else None
    guests = frozenset(table("regions")["host"]["guest"])
    is_guest = any(token.lower in guests for token in page.tokens_in(opening.span))
    if leader is not None and first[0].span[0] == opening.start and not is_guest:
        yield leader, _HOST
    told = [naming for naming in namings if naming[2][0] in opening]
    if holder := _holder(page, opening, told):
        yield holder, _HOLDER
    for word in any_forum_word().finditer(page.lower):
        behind = _OF_FORUM.match(page.lower, word.end())
        of_offices = {office.span for office in offices}
        named = (
            naming
            for naming in namings
            if behind and naming[2][0] == behind.end() and len(naming[0]) == 1
            if naming[2] not in of_offices
        )
        yield from ((regions[0], _OWNER) for regions, _, _ in named)


def _holder(page: Page, opening: Sentence, told: Sequence[_Naming]) -> Region | None:
    """Return the government that the first sentence begins with and that holds the forum.

    Or the one that it is led by: "Rapat dipimpin Bupati X". None where another one stands between.
    """
    tokens = page.tokens
    first, after = page.token_index(opening.start), page.token_index(opening.end)
    held = frozenset(table("regions")["host"]["holding"])
    verb = next((i for i in range(first, after) if tokens[i].lower in held), None)
    before = {n[0] for n in told if verb is not None and n[2][0] < tokens[verb].start}
    begins = bool(told) and page.token_index(told[0][2][0]) <= first + 1
    if begins and len(before) == 1 and len(told[0][0]) == 1:
        return told[0][0][0]
    led = frozenset(table("regions")["host"]["led"])
    for place in range(first, after):
        if tokens[place].lower in led:
            reach = range(place + 1, place + 2 + _NEAR_AGENT)
            near = (n for n in told if page.token_index(n[2][0]) in reach and len(n[0]) == 1)
            if agent := next(near, None):
                return agent[0][0]
    return None


def _share_out(
    unclear: Sequence[tuple[tuple[Region, ...], Span]],
    weights: defaultdict[Region, _Weight],
    offices: Sequence[OfficeMention],
) -> None:
    """Give ambiguous names to what the text names clearly, else to the level of its offices."""
    levels = {office.head.level for office in offices if office.head.level}
    for regions, span in unclear:
        clear = [region for region in regions if region in weights]
        by_level = [region for region in regions if region.kind in levels]
        chosen = max(clear, key=lambda r: weights[r].total) if clear else None
        if chosen is None and len(by_level) == 1:
            chosen = by_level[0]
        if chosen is not None:
            weights[chosen].add(_BARE, span)


def _decide(weights: dict[Region, _Weight], hosts: dict[Region, float]) -> Found[Region]:
    def rank(region: Region) -> float:
        return -weights[region].total - hosts.get(region, 0.0)

    ranked = sorted(weights, key=rank)
    best = _common_province(ranked, weights) or ranked[0]
    rivals = [
        region
        for region in ranked
        if region != best and weights[region].total > weights[best].total * _RIVAL
    ]
    candidates = tuple(
        Candidate(region.full_name, _reason(weights[region]), distinct(weights[region].spans))
        for region in ((best, *rivals) if rivals else ())
    )
    return Found(best, distinct(weights[best].spans), _reason(weights[best]), candidates)


def _common_province(ranked: Sequence[Region], weights: dict[Region, _Weight]) -> Region | None:
    """Return the named province of two or more named kabupaten or kota that weigh alike."""
    top = ranked[0]
    if top.kind == "provinsi" or top.kode is None:
        return None
    siblings = [
        region
        for region in ranked
        if region.kind != "provinsi" and region.provinsi_kode == top.provinsi_kode
    ]
    alike = [r for r in siblings if weights[r].total * 2 > weights[top].total]
    province = wilayah.by_kode(top.kode[:2])
    named = Region(province.nama, province.level.value, province.kode)
    return named if len(alike) > 1 and named in weights else None


def _reason(weight: _Weight) -> str:
    return f"Disebut {len(weight.spans)} kali, termasuk bersama nama jabatan atau jenis daerahnya."
