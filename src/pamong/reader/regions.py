"""Governments that a text names: the 546 of the kernel, and those that the text itself introduces.

A name may be ambiguous ("Jambi" is a province and a kota); the mention then keeps all of them and
the parts that know more choose: an office by its level, the document by its other mentions.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pamong.kernel import wilayah
from pamong.reader.draft import Span
from pamong.reader.knowledge import table
from pamong.reader.tokens import Token

_MOST_TOKENS = 7
_LEAST_HEAD = 3  # letters; a shorter word in capitals is a short form
_LONG_SHORT = 10  # letters; a longer word in brackets is no short form
_JOINTS = frozenset("-.'")


@dataclass(frozen=True, slots=True)
class Region:
    """One government; ``kode`` is ``None`` where the kernel does not know it.

    ``part_of`` is the code of the province of which it is a part without a government of its own.
    """

    name: str
    kind: str
    kode: str | None = None
    part_of: str | None = None

    @property
    def full_name(self) -> str:
        """The name with its kind: "Provinsi Jambi"."""
        return f"{self.kind.capitalize()} {self.name}"

    @property
    def provinsi_kode(self) -> str | None:
        """The code of its province; its own where it is one."""
        return self.kode and self.kode[:2]


@dataclass(frozen=True, slots=True)
class RegionMention:
    """What tokens ``first`` up to ``after`` may mean; explicit where a kind stands before it."""

    regions: tuple[Region, ...]
    first: int
    after: int
    span: Span

    @property
    def only(self) -> Region | None:
        """The region, where the mention can mean but one."""
        return self.regions[0] if len(self.regions) == 1 else None

    def at_level(self, kind: str | None) -> Region | None:
        """Return the region of this kind; without a kind, the only one."""
        if kind is None:
            return self.only
        return next((region for region in self.regions if region.kind == kind), None)


class Gazetteer:
    """Finds regions in the tokens of one text, and remembers those that it introduces."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._introduced = _introduced_regions(tokens)
        self._introduced |= _short_forms(tokens, self)

    def at(self, index: int) -> RegionMention | None:
        """Return the longest name of a region that starts at a token."""
        tokens = self._tokens
        if index >= len(tokens) or not tokens[index].text[0].isalpha():
            return None
        if tokens[index].lower not in _first_words() and not self._introduced:
            return None
        for count in range(min(_MOST_TOKENS, len(tokens) - index), 0, -1):
            run = tokens[index : index + count]
            is_name = run[-1].is_capitalised and _is_one_name(run)
            if is_name and (regions := self._meant(run)):
                span = (run[0].start, run[-1].end)
                return RegionMention(regions, index, index + count, span)
        return None

    def ending_at(self, after: int) -> RegionMention | None:
        """Return the longest name of a region that ends before a token."""
        starts = range(max(0, after - _MOST_TOKENS), after)
        mentions = (self.at(start) for start in starts)
        return next((m for m in mentions if m and m.after == after), None)

    @staticmethod
    def named(name: str) -> RegionMention:
        """Return what a name means apart from any text."""
        known = tuple(Region(w.nama, w.level.value, w.kode) for w in wilayah.find(name))
        return RegionMention(known, 0, 0, (0, 0))

    def _meant(self, run: Sequence[Token]) -> tuple[Region, ...]:
        text = " ".join(token.text for token in run)
        key = wilayah.spelling_key(text)
        known = tuple(Region(w.nama, w.level.value, w.kode) for w in wilayah.find(text))
        return known or _parts().get(key, ()) or self._introduced.get(key, ())


def government_of(region: Region) -> Region:
    """Return the government that a region is, or is a part of."""
    if region.part_of is None:
        return region
    whole = wilayah.by_kode(region.part_of)
    return Region(whole.nama, whole.level.value, whole.kode)


@cache
def _parts() -> dict[str, tuple[Region, ...]]:
    """Return by spelling what has offices and a name, and is only a part of a government."""
    parts: dict[str, dict[str, list[str]]] = table("regions")["parts"]
    return {
        wilayah.spelling_key(f"{prefix} {name}".strip()): (
            Region(name, kind, part_of=wilayah.find(whole)[0].kode),
        )
        for whole, kinds in parts.items()
        for kind, names in kinds.items()
        for name in names
        for prefix in ("", kind, f"{kind} administrasi", "administrasi")
    }


def _is_one_name(run: Sequence[Token]) -> bool:
    """Tell whether nothing but words, hyphens and the stops of abbreviations stand in the run."""
    return all(token.text[0].isalpha() or token.text in _JOINTS for token in run)


@cache
def _first_words() -> frozenset[str]:
    """Return how names can begin; one of two words may be written as one."""
    written = [spelling for spelling, _ in wilayah.spellings()]
    first = {spelling.split(" ", 1)[0] for spelling in (*written, *_parts())}
    return frozenset(first | {spelling.replace(" ", "") for spelling in written})


def _introduced_regions(tokens: Sequence[Token]) -> dict[str, tuple[Region, ...]]:
    """Return unknown governments by spelling: "Kabupaten Contoh" makes "Contoh" one of them.

    Only the first word behind the kind is taken: where it comes more than once, or where no other
    capitalised word follows, as in a headline.
    """
    prefixes: dict[str, str] = table("regions")["introducing"]
    seen: Counter[tuple[str, str]] = Counter()
    for before, word, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.lower in prefixes and before.is_capitalised and _may_name(word):
            seen[prefixes[before.lower], word.text] += 1 if behind.is_capitalised else 2
    for opening, before, word in zip(tokens, tokens[1:], tokens[2:], strict=False):
        # A letterhead names the government once, in capitals: "PEMERINTAH KABUPATEN CONTOH".
        is_head = opening.text == "PEMERINTAH" and before.is_acronym and word.is_acronym
        if is_head and before.lower in prefixes and _may_head(word):
            seen[prefixes[before.lower], word.text.capitalize()] += 2
    introduced: dict[str, tuple[Region, ...]] = {}
    for (kind, name), weight in seen.items():
        if weight > 1 and not wilayah.find(f"{kind} {name}"):
            region = (Region(name, kind),)
            introduced |= {
                wilayah.spelling_key(f"{prefix} {name}".strip()): region
                for prefix in ("", *(word for word, of in prefixes.items() if of == kind))
            }
    return introduced


def _short_forms(tokens: Sequence[Token], gazetteer: "Gazetteer") -> dict[str, tuple[Region, ...]]:
    """Return the short forms that stand in brackets behind a name: "Sumatera Contoh (Sumcon)"."""
    found: dict[str, tuple[Region, ...]] = {}
    for index in range(3, len(tokens) - 1):
        opening, short, closing = tokens[index - 1 : index + 2]
        if opening.text != "(" or closing.text != ")" or not short.is_capitalised:
            continue
        key = wilayah.spelling_key(short.text)
        mention = gazetteer.ending_at(index - 1)
        if mention is None or wilayah.find(short.text) or not 2 < len(short.text) < _LONG_SHORT:
            continue
        if all(_is_shortened(short.lower, region.name.lower()) for region in mention.regions):
            found[key] = mention.regions
    return found


def _is_shortened(short: str, name: str) -> bool:
    """Tell whether the letters of a short form stand in a name in their order."""
    letters = iter(name)
    return short[0] == name[0] and all(letter in letters for letter in short)


def _may_head(word: Token) -> bool:
    not_names: list[str] = table("words")["never_a_name"]
    return len(word.text) > _LEAST_HEAD and word.lower not in not_names


def _may_name(word: Token) -> bool:
    not_names: list[str] = table("words")["never_a_name"]
    return word.is_capitalised and not word.is_acronym and word.lower not in not_names
