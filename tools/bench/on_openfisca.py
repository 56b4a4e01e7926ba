"""The five rules of ``bench.five`` as variables of OpenFisca-core 46, over arrays of NumPy.

OpenFisca is AGPL: it is fetched for a measurement only, into an environment of its own.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import pyarrow.parquet as pq
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.rivals import AGES, HOURS, MONTHS, OLDEST, RUNGS, YOUNGEST

PERSON = build_entity(key="person", plural="persons", label="", is_person=True)
LACKING = -1
NEVER = np.datetime64("NaT")


def _input(name: str, kind: type, default: Any) -> type[Variable]:
    told = {"value_type": kind, "entity": PERSON, "label": name, "default_value": default}
    return type(name, (Variable,), told | {"definition_period": DateUnit.ETERNITY})


def _formula(name: str, formula: Callable[..., Any]) -> type[Variable]:
    told = {"value_type": int, "entity": PERSON, "label": name, "default_value": 0}
    return type(name, (Variable,), told | {"definition_period": DateUnit.DAY, "formula": formula})


def _years_later(days: Any, years: Any) -> Any:
    """Add years to days as the others do: 29 February ends on 28 February."""
    months = days.astype("datetime64[M]")
    offset = (days - months.astype("datetime64[D]")).astype(int)
    moved = months + np.asarray(years) * 12
    last = ((moved + 1).astype("datetime64[D]") - moved.astype("datetime64[D]")).astype(int) - 1
    return moved.astype("datetime64[D]") + np.minimum(offset, last)


def _at(period: Any) -> Any:
    return np.datetime64(str(period.start))


def _retirement(person: Any, period: Any) -> Any:
    born, kind = person("lahir_on", period), person("jenis", period)
    age = np.array(list(AGES.values()))[kind]
    reached = _years_later(born, age)
    return np.where(np.isnat(born), LACKING, reached <= _at(period))


def _ladder(person: Any, period: Any) -> Any:
    days = person("absen", period)
    return np.where(days == LACKING, LACKING, np.searchsorted(RUNGS, days, side="right"))


def _application(person: Any, period: Any) -> Any:
    born, applied = person("lahir_on", period), person("melamar_on", period)
    wrong = (_years_later(born, YOUNGEST) > applied) | (_years_later(born, OLDEST + 1) <= applied)
    return np.where(np.isnat(born) | np.isnat(applied), LACKING, wrong)


def _hours(person: Any, period: Any) -> Any:
    hours = person("jam", period)
    return np.where(hours == LACKING, LACKING, hours < HOURS)


def _acting(person: Any, period: Any) -> Any:
    begun = person("plt_mulai", period)
    months = begun.astype("datetime64[M]")
    offset = (begun - months.astype("datetime64[D]")).astype(int)
    moved = months + MONTHS
    last = ((moved + 1).astype("datetime64[D]") - moved.astype("datetime64[D]")).astype(int) - 1
    limit = moved.astype("datetime64[D]") + np.minimum(offset, last)
    return np.where(np.isnat(begun), LACKING, limit <= _at(period))


RESULTS = {
    "hasil_usia": _retirement,
    "hasil_absen": _ladder,
    "hasil_pppk": _application,
    "hasil_jam": _hours,
    "hasil_plt": _acting,
}


def simulation(path: str, day: date) -> Callable[[], Any]:
    """Return a run: five variables computed anew for a day."""
    people = pq.read_table(path)
    kinds = {kind: number for number, kind in enumerate(AGES)}
    arrays = {
        name: people[name].to_numpy().astype("datetime64[D]")
        for name in ("lahir_on", "melamar_on", "plt_mulai")
    } | {name: people[name].fill_null(LACKING).to_numpy() for name in ("absen", "jam")}
    arrays["jenis"] = np.array([kinds[kind] for kind in people["jenis"].to_pylist()])
    system = TaxBenefitSystem([PERSON])
    for name, values in arrays.items():
        is_day = values.dtype.kind == "M"
        system.add_variable(
            _input(name, date if is_day else int, date(1, 1, 1) if is_day else LACKING)
        )
    for name, formula in RESULTS.items():
        system.add_variable(_formula(name, formula))

    def run() -> None:
        built = SimulationBuilder().build_default_simulation(system, people.num_rows)
        for name, values in arrays.items():
            built.get_holder(name).set_input("ETERNITY", values)
        for name in RESULTS:
            built.calculate(name, day.isoformat())

    return run
