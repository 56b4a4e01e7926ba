"""What a list of people is asked for: filters, columns and place, as an address holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import QueryDict

from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.places import UnitPlace, units_on, with_those_below
from pamong.apps.kepegawaian.roster import Beside, Roster
from pamong.apps.kepegawaian.roster_columns import USUAL, Column
from pamong.apps.kepegawaian.roster_wanted import State, Wanted, born_in
from pamong.apps.kepegawaian.search import digits_of, is_number
from pamong.web.http import Request

LONGEST = 100
COLUMNS, AFTER, BEFORE, COUNT = "kolom", "sesudah", "sebelum", "hitung"
FILTERS = (
    *("cari", "opd", "unit", "status", "golongan", "jenis"),
    *("pendidikan", "kelamin", "usia", "keadaan"),
)


@dataclass(frozen=True, slots=True)
class AskedPeople:
    """The filters by their name in the address, the columns, and beside whom the page stands."""

    values: Mapping[str, str]
    columns: tuple[Column, ...]
    beside: Beside
    counts_all: bool = False

    @property
    def words(self) -> str:
        """What is looked for: part of a name, or a number."""
        return self.values["cari"]

    @property
    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return any(self.values.values())

    @property
    def is_number(self) -> bool:
        """Whether a number is looked for; it never stands in an address."""
        return is_number(self.words)

    def query(self, **more: str) -> dict[str, str]:
        """Return what is asked for as an address holds it."""
        told = {name: value for name, value in self.values.items() if value}
        if self.columns != USUAL:
            told[COLUMNS] = ",".join(self.columns)
        return {**told, **more}


def asked_people(told: QueryDict) -> AskedPeople:
    """Read what is asked for; what is no choice asks for everything."""
    values = {
        name: " ".join(told.get(name, "").replace("\0", "").split())[:LONGEST] for name in FILTERS
    }
    named = {each for value in told.getlist(COLUMNS) for each in value.split(",")}
    columns = tuple(each for each in Column if each.value in named) or USUAL
    after, before = _uuid(told.get(AFTER, "")), _uuid(told.get(BEFORE, ""))
    beside = Beside(before or after, is_before=before is not None)
    return AskedPeople(values, columns, beside, counts_all=COUNT in told)


def roster_of(request: Request, asked: AskedPeople, units: Sequence[UnitPlace]) -> Roster:
    """Return the people asked for whom the user of ``request`` may see."""
    here, values = request.standpoint, asked.values
    pemda, day = here.government, here.day
    needed = FieldClass.IDENTITY if asked.is_number else FieldClass.OPEN
    band = born_in(values["usia"], day=day)
    wanted = Wanted(
        words="" if asked.is_number else asked.words,
        number=digits_of(asked.words) if asked.is_number else "",
        opd=number(values["opd"]),
        opd_units=frozenset(each.unit_id for each in units),
        units=with_those_below(units, number(values["unit"]) or 0),
        kind=values["status"],
        golongan=values["golongan"],
        post=values["jenis"],
        jenjang=values["pendidikan"],
        sex=values["kelamin"],
        born=band,
        state=State(values["keadaan"]) if values["keadaan"] in State.values else State.AKTIF,
        **({"births": _births(request)} if band else {}),
    )
    visible = pegawai_visible_to(request.access, pemda, day=day, field_class=needed)
    return Roster(pemda, visible, wanted, day)


def units_asked(request: Request, asked: AskedPeople) -> list[UnitPlace]:
    """Return the units of the OPD that is asked for; without one, none."""
    opd = number(asked.values["opd"])
    here = request.standpoint
    return units_on(here.government, day=here.day, opd=opd) if opd is not None else []


def number(text: str) -> int | None:
    """Read a small whole number; anything else is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _births(request: Request) -> Q:
    here = request.standpoint
    return pegawai_visible_to(
        request.access, here.government, day=here.day, field_class=FieldClass.IDENTITY
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
