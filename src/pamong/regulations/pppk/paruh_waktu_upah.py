"""Whether a part-time PPPK is paid at least what was paid before or the minimum wage."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_FLOORS = ("upah_sebelumnya", "upah_minimum")


def judge(case: Case, version: Version) -> Found:
    """Compare the pay with the floors: one reached is enough (diktum kesembilan belas)."""
    paid = case.upah
    floors = {name: case.told(name) for name in _FLOORS}
    steps = {"upah": paid, "pasal": version.values["pasal"]}
    if any(floor is not None and paid >= floor for floor in floors.values()):
        return found("cukup", **steps)
    for name, floor in floors.items():
        if floor is None:
            raise case.lack(name)
    lowest = min(floors.values())
    return found("kurang", paling_sedikit=lowest, kurangnya=lowest - paid, **steps)
