"""What the people are drawn from, read from data/penduduk.toml, and drawing by share."""

import tomllib
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random
from typing import Any, Generic, TypeVar

from pamong.apps.demonstration import __name__ as package
from pamong.kernel.kalender import WorkWeek

Choice = TypeVar("Choice")


class Shares(Generic[Choice]):
    """Choices with their weights, drawn in logarithmic time."""

    def __init__(self, weights: Mapping[Choice, float]) -> None:
        self.choices = tuple(weights)
        self._steps = tuple(accumulate(weights.values()))

    def draw(self, chance: Random) -> Choice:
        """Return a choice, each as often as its weight says."""
        return self.choices[bisect(self._steps, chance.random() * self._steps[-1])]


@dataclass(frozen=True, slots=True)
class Band:
    """A range of completed years, both ends counted."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What sort of people an OPD has."""

    weight: float
    work_week: WorkWeek
    pppk: float
    functional: float
    functional_education: Shares[str]
    functional_posts: Sequence[str]
    other_posts: Sequence[str]
    fields_of_study: Sequence[str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Population:
    """Everything that is drawn from."""

    seed: int
    as_of: date
    pensions_known_until: date
    complete_since: date
    source: str
    ages: Shares[Band]
    services: Shares[Band]
    pppk_years: Shares[int]
    profiles: Mapping[str, Profile]
    usual_profile: Profile
    education: Mapping[str, Shares[str]]
    inaugurations: Sequence[date]
    technical_courses: Sequence[str]
    functional_courses: Sequence[str]
    hours: Sequence[int]

    def profile_of(self, opd: str) -> Profile:
        """Return what sort of people the OPD of that name has."""
        return self.profiles.get(opd, self.usual_profile)


@cache
def figures() -> dict[str, Any]:
    """Return the file as it stands, with the figures that the draw must come near to."""
    return tomllib.loads((files(package) / "data" / "penduduk.toml").read_text("utf-8"))


@cache
def population() -> Population:
    """Return what the people are drawn from."""
    data = figures()
    profiles = [(row["opd"], _profile(row)) for row in data["profil"]]
    return Population(
        seed=data["benih"],
        as_of=data["per"],
        pensions_known_until=data["bup_sampai"],
        complete_since=data["lengkap_sejak"],
        source=data["sumber"],
        ages=_bands(data["umur_pns"]),
        services=_bands(data["masa_kerja_pns"]),
        pppk_years=Shares({int(year): more for year, more in data["mulai_pppk"]["tahun"].items()}),
        profiles={opd: profile for names, profile in profiles for opd in names},
        usual_profile=next(profile for names, profile in profiles if not names),
        education={kind: Shares(weights) for kind, weights in data["tingkat_pendidikan"].items()},
        inaugurations=data["pelantikan"]["hari"],
        technical_courses=data["diklat"]["teknis"],
        functional_courses=data["diklat"]["fungsional"],
        hours=data["diklat"]["jam"],
    )


def _bands(table: Mapping[str, Any]) -> Shares[Band]:
    return Shares({Band(row["dari"], row["sampai"]): row["persen"] for row in table["kelompok"]})


def _profile(row: Mapping[str, Any]) -> Profile:
    return Profile(
        weight=row["bobot"],
        work_week=WorkWeek(row["pekan"]),
        pppk=row["pppk"],
        functional=row["fungsional"],
        functional_education=Shares(row["pendidikan_fungsional"]),
        functional_posts=row["jabatan_fungsional"],
        other_posts=row["pelaksana"],
        fields_of_study=row["studi"],
        titles=row["gelar"],
    )
