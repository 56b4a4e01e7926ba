"""Offices that a text names: capacity, office, unit and government, wherever they are spelled out.

"Penjabat Sementara (Pjs) Bupati Jember" is one mention; so is "Kepala BKD Provinsi Jambi". A short
form that stands in brackets behind an office ("Asisten … (A3)") names it from there on.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pamong.kernel.capacity import Capacity
from pamong.reader.aliases import alias_at
from pamong.reader.knowledge import table
from pamong.reader.names import name_at
from pamong.reader.office_mentions import Head, OfficeMention, heads_by_word
from pamong.reader.regions import Gazetteer, Region
from pamong.reader.tokens import Token
from pamong.reader.units import WITH_UNIT, UnitReader

_MOST_HEAD_WORDS = 4


class OfficeScanner:
    """Reads office mentions from the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._units = UnitReader(tokens, gazetteer)

    def scan(self) -> tuple[OfficeMention, ...]:
        """Return the offices that the text names, in its order; those of many are marked."""
        mentions: list[OfficeMention] = []
        by_alias: dict[str, OfficeMention] = {}
        place = 0
        while place < len(self._tokens):
            mention = self._at(place) or self._by_alias(place, by_alias)
            if mention is None:
                place += 1
                continue
            mention = self._called_short(mention, mentions)
            if mention.alias:
                by_alias[mention.alias] = mention
            many = self._is_of_many(mention)
            mentions.append(replace(mention, is_of_many=many, near=self._near(mention)))
            place = max(mention.after, place + 1)
        return tuple(mentions)

    def _called_short(
        self, mention: OfficeMention, told: Sequence[OfficeMention]
    ) -> OfficeMention:
        """Let "Kepala Dinas, A" be the head of the dinas that the text named last."""
        kind = mention.key[1]
        if kind not in table("offices")["around"]["kinds_of_units"] or mention.regions:
            return mention
        name = name_at(self._tokens, mention.after + self._is(mention.after, ","))
        fuller = [
            one
            for one in told
            if one.head.name == mention.head.name and one.key[1].startswith(f"{kind} ")
        ]
        if name is None or len(name.key) < 2 or not fuller:
            return mention
        return replace(mention, unit=fuller[-1].unit, regions=fuller[-1].regions)

    def _near(self, mention: OfficeMention) -> Region | None:
        """Return the government that the sentence names before a leader's office without one."""
        if not mention.leads_region or mention.regions:
            return None
        named: set[Region] = set()
        place = mention.first - 1
        while place >= 0 and self._tokens[place].text != ".":
            if found := self._gazetteer.at(place):
                named |= {region for region in found.regions if region.kind == mention.head.level}
            place -= 1
        return next(iter(named)) if len(named) == 1 else None

    def _by_alias(self, place: int, known: dict[str, OfficeMention]) -> OfficeMention | None:
        token = self._tokens[place]
        mention = known.get(token.text)
        if mention is None:
            return None
        span = (token.start, token.end)
        return replace(mention, first=place, after=place + 1, span=span, alias="", acting=None)

    def _at(self, place: int) -> OfficeMention | None:
        acting, head_place = self._capacity_at(place)
        found = self._head_at(head_place)
        if found is None:
            return None
        head, after = found
        after, alias = alias_at(self._tokens, after)
        unit, after = self._units.at(head, after)
        if unit and not alias:
            after, alias = alias_at(self._tokens, after)
        is_branch = bool(unit) and self._is(after, "di") and self._gazetteer.at(after + 1)
        regions_from = after + 1 if is_branch else after
        regions, after = self._regions_at(head, regions_from)
        if regions and head.of in WITH_UNIT and (joined := self._joined_region(after)):
            unit = f"{unit} {self._text(regions_from, joined)}".strip()
            regions, after = (), joined
        behind, short = alias_at(self._tokens, after)
        if short and not (regions and self._gazetteer.at(after + 1)):
            alias = alias or short  # else it shortens the name of the government
        after = behind
        if (not unit and head.of in WITH_UNIT) or (head.only_with_region and not regions):
            return None
        span = (self._tokens[place].start, self._tokens[after - 1].end)
        mention = OfficeMention(head, unit, regions, acting, place, after, span, alias)
        return mention if self._is_meant(mention, head_place) else None

    def _capacity_at(self, place: int) -> tuple[Capacity | None, int]:
        """Read "Plt", "Pjs.", "Penjabat Sementara (Pjs)"; return where the office may begin."""
        for count in (2, 1):
            label = " ".join(token.lower for token in self._tokens[place : place + count])
            capacity = _acting_labels().get(label)
            if capacity is not None:
                after, _ = alias_at(self._tokens, place + count)
                return capacity, after + self._is(after, ".")
        return None, place

    def _head_at(self, place: int) -> tuple[Head, int] | None:
        if place >= len(self._tokens) or self._tokens[place].lower not in _first_words():
            return None
        for count in range(_MOST_HEAD_WORDS, 0, -1):
            key = " ".join(token.lower for token in self._tokens[place : place + count])
            if (head := heads_by_word().get(key)) and place + count <= len(self._tokens):
                return head, place + count
        return None

    def _regions_at(self, head: Head, place: int) -> tuple[tuple[Region, ...], int]:
        if head.region:
            named = Gazetteer.named(head.region).at_level(head.level)
            return ((named,) if named else ()), place
        mention = None if head.of in {"none", "national"} else self._gazetteer.at(place)
        if mention is None:
            return (), place
        at_level = mention.at_level(head.level)
        regions = (at_level,) if at_level else mention.regions
        after = self._skip_made_up(mention.after)
        if head.of == "region" and head.level is None and self._is(after, "Kota"):
            kota = mention.at_level("kota")  # "Kapolres Cirebon Kota"
            return (kota,) if kota else regions, after + 1
        return regions, after

    def _joined_region(self, place: int) -> int | None:
        """Return where the second government ends of "Kepala Bulog Cabang X dan Y"."""
        mention = self._gazetteer.at(place + 1) if self._is(place, "dan") else None
        return mention.after if mention else None

    def _text(self, first: int, after: int) -> str:
        return " ".join(token.text for token in self._tokens[first:after])

    def _skip_made_up(self, place: int) -> int:
        mark = [token.lower for token in self._tokens[place : place + 3]]
        return place + 3 if mark == ["(", "rekaan", ")"] else place

    def _is(self, place: int, text: str) -> bool:
        return place < len(self._tokens) and self._tokens[place].text == text

    def _is_meant(self, mention: OfficeMention, head_place: int) -> bool:
        """Tell an office from a common noun: "kepala" in small letters leads no unit."""
        head = self._tokens[head_place]
        return head.is_capitalised or mention.head.of in {"region", "body"}

    def _is_of_many(self, mention: OfficeMention) -> bool:
        around = table("offices")["around"]
        before = self._tokens[mention.first - 1].lower if mention.first else ""
        behind = self._tokens[mention.after].lower if mention.after < len(self._tokens) else ""
        return (
            before in around["many"]
            or (before in around["places"] and not self._is_named_post(mention))
            or before in around["former"]
            or before in around["belongs_to"]
            or (behind in around["elect"] and before not in around["links"])
            or (mention.head.of == "unit" and behind in {"kabupaten", "kota"})
            or behind == "/"
            or before == "/"
            or mention.key[1] in around["group_units"]
            or behind.startswith("se-")
        )

    def _is_named_post(self, mention: OfficeMention) -> bool:
        """Tell "serah terima jabatan Kepala …", a post, from "rumah jabatan", a building.

        The owner of "mobil dinas Bupati X Rekaan Contoh" is named as well.
        """
        place = mention.first - 1
        word, before = self._tokens[place].lower, self._tokens[max(0, place - 1)].lower
        name = name_at(self._tokens, mention.after)
        is_owner = mention.leads_region and mention.regions and name and len(name.key) > 1
        return bool(is_owner) or (word == "jabatan" and before != "rumah")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(spelling.split()[0] for spelling in heads_by_word())


@cache
def _acting_labels() -> dict[str, Capacity]:
    acting = [capacity for capacity in Capacity if capacity.is_acting]
    short = {capacity.label.lower(): capacity for capacity in acting}
    return short | {capacity.long_label.lower(): capacity for capacity in acting}
