"""Whether a regional hospital is run as the law of its time says."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 21, 44; since 2019 Pasal 21-21E and 43-44D as PP 72/2019 words them."""
    values = version.values
    checks = [_check(case, row) for row in values["syarat"]]
    told = weigh(checks, met="sesuai")
    broken = [row["pasal"] for row in values["syarat"] if row["hasil"] == told["outcome"]]
    place = values["pasal"][case.daerah]
    return found(**told, kedudukan=values["kedudukan"], pasal=broken[0] if broken else place)


def _check(case: Case, row: dict[str, str]) -> Requirement:
    wanted = row.get("harus")
    if wanted is None:
        return requires(case, row["hasil"], row["fakta"])
    return requires(case, row["hasil"], row["fakta"], test=lambda told: told == wanted)
