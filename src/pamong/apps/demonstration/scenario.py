"""What the demonstration consists of, read from data/peraga.toml and the samples folder."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from pamong.apps.organisasi.governments import MadeUpGovernment


@dataclass(frozen=True, slots=True)
class Participation:
    """Whether one government holds one election, and who says so."""

    pemda: str
    pilkada: str
    ikut: bool
    sumber: str


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """Somebody who may sign in to the demonstration; ``opd`` and ``unit`` where the role needs.

    A role over one's own record is that of somebody who works in the OPD.
    """

    username: str
    nama: str
    role: str
    opd: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Scenario:
    """The governments, elections and samples of the demonstration."""

    resident: tuple[str, ...]
    made_up: MadeUpGovernment
    pilkada: tuple[Participation, ...]
    left_for_the_visitor: frozenset[str]
    judged_on: tuple[date, ...]
    opening_slug: str
    opening_day: date
    accounts: tuple[DemoAccount, ...]


@cache
def scenario() -> Scenario:
    """Return the demonstration's scenario."""
    data = tomllib.loads((files(__package__) / "data" / "peraga.toml").read_text("utf-8"))
    return Scenario(
        resident=tuple(data["resident"]),
        made_up=MadeUpGovernment(**data["made_up"]),
        pilkada=tuple(Participation(**row) for row in data["pilkada"]),
        left_for_the_visitor=frozenset(data["left_for_the_visitor"]),
        judged_on=tuple(data["judged_on"]),
        opening_slug=data["opens_at"]["pemda"],
        opening_day=data["opens_at"]["day"],
        accounts=tuple(DemoAccount(**row) for row in data["akun"]),
    )


def samples(folder: Path) -> list[Path]:
    """Return the sample documents in the order in which they are read."""
    return sorted(folder.glob("*.txt"))
