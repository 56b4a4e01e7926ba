"""Who may be recorded twice: found in one pass over all numbers, names and days of birth.

Everything is looked up in tables by what two records would share, so that the work grows with the
number of records and not with its square. A number that differs in one digit alone says little, as
numbers of one day follow one another: it counts only where the names are alike too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from rapidfuzz import fuzz

from pamong.apps.penggabungan.models import Alike
from pamong.kernel.name_spelling import spelling_key

ALIKE = 80
"""From this share on (of 100) two words are alike: a letter wrong, left out, or two exchanged."""
CROWD = 200
"""So many people of one day of birth are no day of birth: a filled-in 1 January says nothing."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one record; numbers are digits only, by what they are numbers of."""

    pegawai: int
    names: tuple[str, ...]
    born_on: date | None
    employed_by: tuple[str, ...] = ()
    """NIP, NI PPPK and old NIP: one may stand where another belongs."""
    resident_by: tuple[str, ...] = ()
    """NIK."""


Pair = tuple[int, int]
Found = dict[Pair, set[Alike]]


def find_pairs(records: Iterable[Traits]) -> Found:
    """Return every two records that may be of one person, each with all its reasons."""
    people = {each.pegawai: each for each in records}
    keys = {
        pegawai: tuple(dict.fromkeys(spelling_key(name) for name in each.names))
        for pegawai, each in people.items()
    }

    def are_called_alike(one: int, other: int) -> bool:
        return any(_sounds_alike(name, said) for name in keys[one] for said in keys[other])

    found: Found = defaultdict(set)
    _by_birth(people.values(), keys, are_called_alike, found)
    for numbers in ("employed_by", "resident_by"):
        owners: dict[str, list[int]] = defaultdict(list)
        for each in people.values():
            for number in dict.fromkeys(getattr(each, numbers)):
                owners[number].append(each.pegawai)
        _by_number(owners, are_called_alike, found)
    return dict(found)


def _sounds_alike(name: str, other: str) -> bool:
    """Tell whether each word of the shorter name is alike to one of the other, in any order."""
    if name == other:
        return True
    few, many = sorted((name.split(), other.split()), key=len)
    return bool(few) and all(
        any(fuzz.ratio(word, each, score_cutoff=ALIKE) for each in many) for word in few
    )


def _by_birth(
    people: Iterable[Traits],
    keys: dict[int, tuple[str, ...]],
    are_called_alike: Callable[[int, int], bool],
    found: Found,
) -> None:
    born: dict[date, list[int]] = defaultdict(list)
    for each in people:
        if each.born_on is not None:
            born[each.born_on].append(each.pegawai)
    for here in born.values():
        if len(here) > CROWD:
            _of_a_crowd(here, keys, found)
            continue
        for one, other in combinations(here, 2):
            if not set(keys[one]).isdisjoint(keys[other]):
                found[_pair(one, other)].add(Alike.NAME_AND_BIRTH)
            elif are_called_alike(one, other):
                found[_pair(one, other)].add(Alike.LIKE_NAME_AND_BIRTH)


def _of_a_crowd(here: Sequence[int], keys: dict[int, tuple[str, ...]], found: Found) -> None:
    """Compare by equal names alone."""
    called: dict[str, list[int]] = defaultdict(list)
    for one in here:
        for key in keys[one]:
            called[key].append(one)
    for namesakes in called.values():
        for one, other in combinations(namesakes, 2):
            found[_pair(one, other)].add(Alike.NAME_AND_BIRTH)


def _by_number(
    owners: dict[str, list[int]], are_called_alike: Callable[[int, int], bool], found: Found
) -> None:
    for who in owners.values():
        for one, other in combinations(sorted(set(who)), 2):
            found[_pair(one, other)].add(Alike.NUMBER)
    for why, near in ((Alike.ONE_DIGIT, _one_digit_apart), (Alike.SWAPPED, _swapped)):
        for number, like in near(owners):
            for one in owners[number]:
                for other in owners[like]:
                    if one != other and are_called_alike(one, other):
                        found[_pair(one, other)].add(why)


def _one_digit_apart(numbers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every two numbers of equal length that differ at one place.

    Place by place, what is left of each without it is looked up; one table is held at a time.
    """
    by_length: dict[int, list[str]] = defaultdict(list)
    for number in numbers:
        by_length[len(number)].append(number)
    for length, alike in by_length.items():
        for place in range(length):
            left: dict[str, str | list[str]] = {}
            for number in alike:
                rest = number[:place] + number[place + 1 :]
                before = left.setdefault(rest, number)
                if before is number:
                    continue
                others = before if isinstance(before, list) else [before]
                yield from ((other, number) for other in others)
                left[rest] = [*others, number]


def _swapped(numbers: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield every two numbers of which one is the other with two neighbouring digits exchanged."""
    known = set(numbers)
    for number in known:
        for place in range(len(number) - 1):
            here, then = number[place], number[place + 1]
            if here < then:  # of the two, the one that has them in order
                like = number[:place] + then + here + number[place + 2 :]
                if like in known:
                    yield number, like


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
