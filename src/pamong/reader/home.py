"""Which government a forum belongs to, weighed over every place where the text names one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pamong.kernel import wilayah
from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.page import Page
from pamong.reader.people import Cast
from pamong.reader.regions import Gazetteer, Region

# A kind word or an office before the name is surer than the bare name; a headline names the home.
_BY_OFFICE, _BY_KIND, _BARE, _HEADLINE = 3.0, 3.0, 1.0, 2.0
_HOST = 3.0
_RIVAL = 0.8


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
    for regions, weight, span in _namings(page, offices, cast, gazetteer):
        if len(regions) == 1:
            weights[regions[0]].add(weight, span)
        else:
            unclear.append((regions, span))
    _share_out(unclear, weights, offices)
    if not weights:
        return None
    host = _host(page, offices)
    return _decide(weights, host.region() if host else None)


def _namings(
    page: Page, offices: Sequence[OfficeMention], cast: Cast, gazetteer: Gazetteer
) -> Iterable[tuple[tuple[Region, ...], float, Span]]:
    for office in offices:
        if office.regions:
            factor = _HEADLINE if page.in_headline(office.span[0]) else 1.0
            yield office.regions, _BY_OFFICE * factor, office.span
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


def _host(page: Page, offices: Sequence[OfficeMention]) -> OfficeMention | None:
    """Return the leader whom the first sentence begins with: the forum is rather his."""
    opening = next((s for s in page.sentences if not s.is_headline), None)
    first = [o for o in offices if opening and o.span[0] in opening][:1]
    begins = first and first[0].leads_region and opening and first[0].span[0] == opening.start
    return first[0] if begins else None


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


def _decide(weights: dict[Region, _Weight], host: Region | None) -> Found[Region]:
    def rank(region: Region) -> float:
        return -weights[region].total - (_HOST if region == host else 0.0)

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
