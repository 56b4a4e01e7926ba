"""Offices that a text names: capacity, office, unit and government, wherever they are spelled out.

"Penjabat Sementara (Pjs) Bupati Jember" is one mention; so is "Kepala BKD Provinsi Jambi". A short
form that stands in brackets behind an office ("Asisten … (A3)") names it from there on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

from pamong.kernel.capacity import Capacity
from pamong.reader.draft import Span
from pamong.reader.knowledge import table
from pamong.reader.names import begins_with_title, name_at
from pamong.reader.regions import Gazetteer, Region, RegionMention
from pamong.reader.tokens import Token

_MOST_HEAD_WORDS = 4
_MOST_UNIT_WORDS = 12
_MOST_PLACE_WORDS = 3
_LEADERS = frozenset({"Gubernur", "Bupati", "Wali Kota"})
_WITH_UNIT = frozenset({"unit", "national"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII"})


@dataclass(frozen=True, slots=True)
class Head:
    """One kind of office, as the data file describes it."""

    name: str
    of: str
    level: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """One place where the text names an office: tokens ``first`` up to ``after``.

    ``acting`` is the capacity that stands before it, ``None`` where none does.
    """

    head: Head
    unit: str
    regions: tuple[Region, ...]
    acting: Capacity | None
    first: int
    after: int
    span: Span
    alias: str = ""
    is_of_many: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether neither a place nor a government is named: "Camat" can be any."""
        return self.head.of == "place" and not (self.unit or self.regions)

    @property
    def leads_region(self) -> bool:
        """Whether it is an office at the head of a government."""
        return self.head.of == "region" and self.head.level is not None

    def of_one(self, mention: RegionMention) -> "OfficeMention":
        """Return the office that leads one government, where this names those of many.

        A bare name that can be a kabupaten or a kota is the kabupaten, as people write.
        """
        ranked = sorted(mention.regions, key=lambda region: region.kind != "kabupaten")
        heads = {head.level: head for head in _heads().values() if head.name in _LEADERS}
        head = heads[ranked[0].kind]
        return replace(self, head=head, regions=(ranked[0],), is_of_many=False)

    @property
    def key(self) -> tuple[str, str]:
        """The office apart from its government."""
        return (self.head.name, self.unit.lower())

    @property
    def capacity(self) -> Capacity:
        """The capacity that the words claim: definitif where they name no other."""
        return self.acting or Capacity.DEFINITIF

    def region(self, home: Region | None = None) -> Region | None:
        """Return its government; ``home`` settles an ambiguous name, or one that is left out."""
        if len(self.regions) == 1:
            return self.regions[0]
        if home is None or (self.regions and home not in self.regions):
            return None
        national: list[str] = table("offices")["around"]["national_units"]
        is_elsewhere = self.head.of in {"none", "place", "national"} or self.key[1] in national
        return None if is_elsewhere or self.head.level not in {None, home.kind} else home

    def title(self, home: Region | None = None) -> str:
        """Return the office with its unit and government, as a draft writes it."""
        name = f"{self.head.name} {self.unit}".strip()
        region = self.region(home)
        if region is None:
            return name
        return f"{name} {region.name if self.head.of in {'region', 'none'} else region.full_name}"


class OfficeScanner:
    """Reads office mentions from the tokens of one text."""

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._places = _place_names(tokens)

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
            if mention.alias:
                by_alias[mention.alias] = mention
            mentions.append(replace(mention, is_of_many=self._is_of_many(mention)))
            place = max(mention.after, place + 1)
        return tuple(mentions)

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
        after, alias = self._alias_at(after)
        unit, after = self._unit_at(head, after)
        if unit and not alias:
            after, alias = self._alias_at(after)
        regions, after = self._regions_at(head, after)
        behind, short = self._alias_at(after)
        if short and not (regions and self._gazetteer.at(after + 1)):
            alias = alias or short  # else it shortens the name of the government
        after = behind
        if not unit and head.of in _WITH_UNIT:
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
                after, _ = self._alias_at(place + count)
                return capacity, after + self._is(after, ".")
        return None, place

    def _head_at(self, place: int) -> tuple[Head, int] | None:
        if place >= len(self._tokens) or self._tokens[place].lower not in _first_words():
            return None
        for count in range(_MOST_HEAD_WORDS, 0, -1):
            key = " ".join(token.lower for token in self._tokens[place : place + count])
            if (head := _heads().get(key)) and place + count <= len(self._tokens):
                return head, place + count
        return None

    def _alias_at(self, place: int) -> tuple[int, str]:
        """Return where a short form in brackets ends, and the form: "(Pjs)", "(Sekda)", "(A3)"."""
        short = self._tokens[place : place + 3]
        is_alias = len(short) == 3 and (short[0].text, short[2].text) == ("(", ")")
        if not is_alias or not short[1].is_capitalised or short[1].lower == "rekaan":
            return place, ""
        return place + 3, short[1].text

    def _unit_at(self, head: Head, place: int) -> tuple[str, int]:
        if head.of == "place":
            return self._place_at(place)
        if head.of not in _WITH_UNIT:
            return "", place
        after = self._unit_end_by_shape(place) or self._unit_end_by_words(place)
        unit = " ".join(token.text for token in self._tokens[place:after])
        return unit.replace(" ,", ","), after

    def _unit_end_by_shape(self, place: int) -> int | None:
        """Return where a unit ends that a government, or a comma and a name, closes.

        So units are read whose words nobody listed: "Dinas Ketahanan Contoh Kabupaten X".
        """
        if place >= len(self._tokens) or not self._may_begin_unit(place):
            return None
        for after in range(place + 1, min(place + _MOST_UNIT_WORDS, len(self._tokens) - 1)):
            token = self._tokens[after]
            if self._gazetteer.at(after):
                return after
            if self._is_listed(after):
                continue
            if token.text == "(":
                return after if self._alias_at(after)[1] else None
            if token.text == ",":
                return after if self._begins_name(after + 1) else None
            if not token.is_capitalised and token.lower not in words_of("joints"):
                return None
        return None

    def _may_begin_unit(self, place: int) -> bool:
        """Tell a unit's word, also one that nobody listed before a government ("Dikbud …")."""
        if self._is_unit_word(place):
            return True
        following = self._gazetteer.at(place + 1)
        is_name_of_region = self._gazetteer.at(place) is not None
        return self._tokens[place].is_capitalised and bool(following) and not is_name_of_region

    def _is_listed(self, place: int) -> bool:
        """Tell the comma of a unit that lists its matters: "Kepegawaian, Pendidikan dan …"."""
        if self._tokens[place].text != "," or place + 2 >= len(self._tokens):
            return False
        behind = self._tokens[place + 1 : place + 6]
        if not (behind[0].is_capitalised and behind[0].lower in words_of("words")):
            return False
        return any(
            joint.lower in words_of("joints") and word.is_capitalised
            for joint, word in pairwise(behind[1:])
        )

    def _begins_name(self, place: int) -> bool:
        """Tell a name, perhaps behind titles, from a degree: "Drs. Contoh", not "M.Si"."""
        run = name_at(self._tokens, place)
        return run is not None and len(self._tokens[place].text) > 1

    def _unit_end_by_words(self, place: int) -> int:
        after = place
        while after < len(self._tokens) and (
            self._is_unit_word(after) or (after > place and self._is_listed(after))
        ):
            if self._gazetteer_stops(after):
                break
            after += 1
        while after > place and self._tokens[after - 1].lower in words_of("joints"):
            after -= 1
        return after

    def _gazetteer_stops(self, place: int) -> bool:
        """Tell whether the name of a government begins here, so that the unit has ended."""
        mention = self._gazetteer.at(place)
        return mention is not None and mention.after > place + 1

    def _is_unit_word(self, place: int) -> bool:
        token = self._tokens[place]
        if token.lower in words_of("joints"):
            return place + 1 < len(self._tokens) and self._is_unit_word(place + 1)
        if token.lower in words_of("words"):
            return token.is_capitalised
        if self._gazetteer.at(place):
            return False
        return token.is_acronym or token.text in _NUMERALS

    def _place_at(self, place: int) -> tuple[str, int]:
        """Read the name of a kecamatan or desa that the text introduces elsewhere."""
        after = place
        while after < len(self._tokens) and self._tokens[after].is_capitalised:
            after += 1
        after = self._until_title(place, after)
        name = " ".join(token.text for token in self._tokens[place:after])
        known = next((p for p in self._places if f"{name} ".startswith(f"{p} ")), "")
        closes = self._closes_place(after) or (
            after < len(self._tokens) and begins_with_title(self._tokens, after)
        )
        if not known and 0 < after - place <= _MOST_PLACE_WORDS and closes:
            return name, after
        return known, place + len(known.split())

    def _until_title(self, place: int, after: int) -> int:
        """Return where a title begins that parts a place from a name: "Camat Contoh H. Rekaan"."""
        inner = range(place + 1, after)
        return next((i for i in inner if begins_with_title(self._tokens, i)), after)

    def _closes_place(self, after: int) -> bool:
        """Tell whether a comma and a name follow: "Camat Contoh, Rekaan Misalnya"."""
        is_comma = after < len(self._tokens) and self._tokens[after].text == ","
        if not is_comma or not self._begins_name(after + 1):
            return False
        run = name_at(self._tokens, after + 1)
        return run is not None and (run.has_titles or len(run.key) > 1)

    def _regions_at(self, head: Head, place: int) -> tuple[tuple[Region, ...], int]:
        if head.region:
            named = Gazetteer.named(head.region).at_level(head.level)
            return ((named,) if named else ()), place
        mention = None if head.of in {"none", "national"} else self._gazetteer.at(place)
        if mention is None:
            return (), place
        at_level = mention.at_level(head.level)
        regions = (at_level,) if at_level else mention.regions
        return regions, self._skip_made_up(mention.after)

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
            or (before in around["places"] and not self._is_named_post(mention.first - 1))
            or before in around["former"]
            or (behind in around["elect"] and before not in around["links"])
            or (mention.head.of == "unit" and behind in {"kabupaten", "kota"})
            or behind == "/"
            or before == "/"
            or mention.key[1] in around["group_units"]
            or behind.startswith("se-")
        )

    def _is_named_post(self, place: int) -> bool:
        """Tell "serah terima jabatan Kepala …", a post, from "rumah jabatan", a building."""
        word, before = self._tokens[place].lower, self._tokens[max(0, place - 1)].lower
        return word == "jabatan" and before != "rumah"


def words_of(key: str) -> frozenset[str]:
    """Return one list of the unit words."""
    return _unit_words()[key]


@cache
def _unit_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in table("offices")["unit"].items()}


@cache
def _heads() -> dict[str, Head]:
    return {
        spelling: _head(entry)
        for entry in table("offices")["office"]
        for spelling in entry["words"]
    }


def _head(entry: dict[str, Any]) -> Head:
    return Head(entry["name"], entry["of"], entry.get("level"), entry.get("region"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(spelling.split()[0] for spelling in _heads())


@cache
def _acting_labels() -> dict[str, Capacity]:
    acting = [capacity for capacity in Capacity if capacity.is_acting]
    short = {capacity.label.lower(): capacity for capacity in acting}
    return short | {capacity.long_label.lower(): capacity for capacity in acting}


def _place_names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the names behind "Kecamatan", "Desa" and their like, longest first."""
    return tuple(sorted(set(_named_places(tokens)), key=len, reverse=True))


def _named_places(tokens: Sequence[Token]) -> Iterator[str]:
    kinds = frozenset(table("offices")["around"]["place_kinds"])
    for index, token in enumerate(tokens):
        if token.lower not in kinds or not token.is_capitalised:
            continue
        after = index + 1
        while after < len(tokens) and _is_of_place(tokens[after]):
            after += 1
        if after > index + 1:
            yield " ".join(word.text for word in tokens[index + 1 : after])


def _is_of_place(token: Token) -> bool:
    kinds: dict[str, str] = table("regions")["introducing"]
    return token.is_capitalised and token.lower not in kinds
