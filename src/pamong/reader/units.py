"""The words of a unit or a place behind the head of an office, and where they end."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pamong.reader.aliases import alias_at
from pamong.reader.knowledge import table, words
from pamong.reader.names import begins_with_title, name_at
from pamong.reader.office_mentions import Head
from pamong.reader.places import MOST_PLACE_WORDS, is_kind_of_place, place_names
from pamong.reader.regions import Gazetteer
from pamong.reader.tokens import Token

_MOST_UNIT_WORDS = 12
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII"})
WITH_UNIT = frozenset({"unit", "national"})


class UnitReader:
    """Reads what stands behind the head of an office: "Dinas Contoh", or a place."""

    def __init__(self, tokens: Sequence[Token], gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._places = place_names(tokens)
        self._called = frozenset(_called_alone(tokens))

    def at(self, head: Head, place: int) -> tuple[str, int]:
        """Return the unit or place behind a head of an office, and the token behind it."""
        if head.of == "place":
            return self._place_at(place)
        if head.of not in WITH_UNIT:
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
            if self._closes_with_place(after):
                return after
            if self._is_listed(after):
                continue
            if token.text == "(":
                return after if alias_at(self._tokens, after)[1] else None
            if token.text == ",":
                return after if self._begins_name(after + 1) else None
            if not token.is_capitalised and token.lower not in words_of("joints"):
                return None
        return None

    def _closes_with_place(self, place: int) -> bool:
        """Tell a government; not the place within it of "Forum Contoh Jember Selatan"."""
        mention = self._gazetteer.at(place)
        parts: list[str] = table("offices")["around"]["directions"]
        behind = self._tokens[mention.after : mention.after + 1] if mention else ()
        return mention is not None and not (behind and behind[0].lower in parts)

    def _may_begin_unit(self, place: int) -> bool:
        """Tell a unit's word, also one that nobody listed before a government ("Dikbud …")."""
        token = self._tokens[place]
        is_society = token.lower in table("offices")["around"]["societies"]
        if self._is_unit_word(place) or (is_society and token.is_capitalised):
            return True
        if self._gazetteer.at(place) is not None or not self._tokens[place].is_capitalised:
            return False
        return self._gazetteer.at(place + 1) is not None or self._closes_with_government(place)

    def _closes_with_government(self, place: int) -> bool:
        """Tell whether capitalised words run up to "Provinsi X" or its like, on the same line."""
        kinds: dict[str, str] = table("regions")["introducing"]
        for token in self._tokens[place + 1 : place + _MOST_UNIT_WORDS]:
            if token.lower in kinds and token.is_capitalised:
                return True
            if not (token.is_capitalised or token.lower in words_of("joints")):
                return False
        return False

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
        if place + 1 < len(self._tokens) and is_kind_of_place(self._tokens[place]):
            place += 1  # "Keuchik Gampong Contoh"
        after = place
        while after < len(self._tokens) and self._may_be_of_place(after):
            after += 1
        after = self._until_title(place, after)
        name = " ".join(token.text for token in self._tokens[place:after])
        known = next((p for p in self._places if f"{name} ".startswith(f"{p} ")), "")
        closes = (
            self._closes_place(after)
            or self._closes_with_kind(after)
            or (after < len(self._tokens) and begins_with_title(self._tokens, after))
        )
        if not known and 0 < after - place <= MOST_PLACE_WORDS and closes:
            return name, after
        if not known:
            parted = self._parted_by_later_words(place, after)
            return " ".join(token.text for token in self._tokens[place:parted]), parted
        return known, place + len(known.split())

    def _parted_by_later_words(self, place: int, after: int) -> int:
        """Return where a name begins that the text uses without the place: "kata Rekaan".

        ``place`` itself where the text never does, or begins with the first word.
        """
        if self._tokens[place].text in self._called if place < after else True:
            return place
        inner = range(place + 1, min(after, place + MOST_PLACE_WORDS + 1))
        return next((i for i in inner if self._tokens[i].text in self._called), place)

    def _may_be_of_place(self, index: int) -> bool:
        """Tell a word of a place; capitals behind a headline are the place of the page."""
        token, before = self._tokens[index], self._tokens[index - 1]
        is_dateline = token.is_acronym and not before.is_acronym and set(token.text) - set("IVX")
        return token.is_capitalised and not is_dateline

    def _until_title(self, place: int, after: int) -> int:
        """Return where a title begins that parts a place from a name: "Camat Contoh H. Rekaan"."""
        inner = range(place + 1, after)
        kinds: dict[str, str] = table("regions")["introducing"]
        return next(
            (
                i
                for i in inner
                if begins_with_title(self._tokens, i) or self._tokens[i].lower in kinds
            ),
            after,
        )

    def _closes_with_kind(self, after: int) -> bool:
        """Tell whether a government follows: "Camat Contoh Kabupaten X"."""
        mention = self._gazetteer.at(after)
        return mention is not None and mention.after > after + 1

    def _closes_place(self, after: int) -> bool:
        """Tell whether a comma or a bracket, and a name, follow: "Camat Contoh, Rekaan"."""
        is_tied = after < len(self._tokens) and self._tokens[after].text in {",", "("}
        if not is_tied or not self._begins_name(after + 1):
            return False
        run = name_at(self._tokens, after + 1)
        return run is not None and (run.has_titles or len(run.key) > 1)


def _called_alone(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words that a text uses as somebody's name: "kata Rekaan", "Rekaan mengatakan"."""
    behind = words("saying", "after_quotation")
    active = words("saying", "active")
    for before, word, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_said = before.lower in behind and before.text.islower()
        speaks = not before.is_capitalised and after.text in active
        if word.is_capitalised and not word.is_acronym and (is_said or speaks):
            yield word.text


def words_of(key: str) -> frozenset[str]:
    """Return one list of the unit words."""
    return _unit_words()[key]


@cache
def _unit_words() -> dict[str, frozenset[str]]:
    return {key: frozenset(listed) for key, listed in table("offices")["unit"].items()}
