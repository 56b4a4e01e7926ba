"""One person of a text: the name, the offices beside it, and how the person comes back."""

from dataclasses import dataclass, field

from pamong.kernel.capacity import Capacity
from pamong.reader.draft import Span
from pamong.reader.knowledge import table
from pamong.reader.names import name_words
from pamong.reader.office_mentions import OfficeMention

_LEAST_CUT = 4  # letters of a name cut short


@dataclass(eq=False, slots=True)
class Person:
    """Somebody whom the text names.

    ``holdings`` are the offices that stand beside the name; ``also_called`` those by which alone
    the person comes back, which may tell the office more fully ("Camat" … "Camat Contoh");
    ``from_registry`` says that the text has only the office, and the registry the name;
    ``written`` is the name as the text has it, where the registry gave a fuller one;
    ``besides`` are the first tokens of offices that are held besides another;
    ``taken_up`` is one that the text says the person takes up besides, as Plt or the like.
    """

    name: str
    key: frozenset[str]
    holdings: list[OfficeMention] = field(default_factory=list)
    also_called: list[OfficeMention] = field(default_factory=list)
    taken_up: OfficeMention | None = None
    from_registry: bool = False
    written: str = ""
    besides: set[int] = field(default_factory=set)
    nicknames: set[frozenset[str]] = field(default_factory=set)
    name_spans: list[Span] = field(default_factory=list)

    @property
    def office(self) -> OfficeMention | None:
        """The fullest of the offices: with a unit and a government before one without."""
        if self.taken_up is not None or not self.holdings:
            return self.taken_up
        first = max(self._foremost(), key=_fullness)
        fuller = [office for office in self.also_called if office.head.name == first.head.name]
        return max([first, *fuller], key=_fullness)

    def _foremost(self) -> list[OfficeMention]:
        """Return the offices without those held besides; a government's office before a chair."""
        held = [office for office in self.holdings if office.first not in self.besides]
        besides = [office for office in self.holdings if office.first in self.besides]
        if held and all(office.is_chair for office in held):
            held = [office for office in besides if office.is_of_government] or held
        return held or self.holdings

    @property
    def capacities(self) -> tuple[Capacity, ...]:
        """Every capacity in which the text calls the person by the office; acting ones first."""
        office = self.office
        same = [held for held in self.holdings if office and held.head.name == office.head.name]
        found = dict.fromkeys(held.capacity for held in same)
        return tuple(sorted(found, key=lambda capacity: not capacity.is_acting))

    @property
    def capacity(self) -> Capacity | None:
        """The capacity, an acting one before definitif; ``None`` without an office."""
        return self.capacities[0] if self.capacities else None

    @property
    def is_of_spouses(self) -> bool:
        """Whether the person only chairs a body whose chair goes to an official's spouse."""
        bodies: list[str] = table("offices")["around"]["of_spouses"]
        return bool(self.holdings) and all(h.key[1] in bodies for h in self.holdings)

    def may_be_called(self, key: frozenset[str]) -> bool:
        """Tell whether words are a part of the name, or a short form that the text gave."""
        return key <= self.key or key in self.nicknames

    def holds(self, office: OfficeMention) -> bool:
        """Tell whether an office mention can mean an office of this person."""
        return any(_same_office(held, office) for held in self.holdings)


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` up to ``after`` that mean a person, or an office without a known holder."""

    first: int
    after: int
    span: Span
    person: Person | None
    office: OfficeMention | None

    def __lt__(self, other: "Mention") -> bool:
        return self.first < other.first


def _same_office(held: OfficeMention, named: OfficeMention) -> bool:
    same_unit = held.key == named.key or (
        held.key[0] == named.key[0] and not (held.unit and named.unit)
    )
    same_region = not (held.regions and named.regions) or set(held.regions) & set(named.regions)
    return bool(same_unit and same_region)


def _fullness(office: OfficeMention) -> tuple[bool, int, int]:
    return (bool(office.regions), len(office.unit), -office.first)


def likeliest(people: list[Person], key: frozenset[str]) -> Person | None:
    """Return the one who can be meant by words of a name: rather a name that begins with them."""
    beginning = [person for person in people if name_words(person.name.split()[0]) & key]
    chosen = people if len(people) == 1 else beginning
    return chosen[0] if len(chosen) == 1 else None


def is_cut_from(short: frozenset[str], long: frozenset[str]) -> bool:
    """Tell whether each word of a name begins or ends one of the longer name's words."""
    return all(
        any(
            (len(cut) > 2 and word.startswith(cut))
            or (len(cut) >= _LEAST_CUT and word.endswith(cut))
            for word in long
        )
        for cut in short
    )


def begun_by(people: list[Person], key: frozenset[str]) -> Person | None:
    """Return the only one of whose name each word is a beginning: "Wulan" of "Wulansari"."""
    begun = [
        person
        for person in people
        if all(
            len(word) >= _LEAST_CUT and any(whole.startswith(word) for whole in person.key)
            for word in key
        )
    ]
    return begun[0] if len(begun) == 1 else None
