"""Whether the status of performance in a unit is spread as the law has it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Compare each share of the unit with its limits (PP 30/2019 Pasal 41 ayat (8))."""
    counts = {"di_atas": case.di_atas, "sesuai": case.sesuai, "di_bawah": case.di_bawah}
    total = sum(counts.values())
    if total <= 0:
        raise case.lack("sesuai")
    most, least = version.values["paling_tinggi"], version.values["paling_rendah"]
    beyond = [
        name
        for name, count in counts.items()
        if not least[name] * total <= count * 100 <= most[name] * total
    ]
    shares = ", ".join(_written(count, total) for count in counts.values())
    return found(
        "di_luar_ketentuan" if beyond else "menurut_ketentuan",
        pegawai=total,
        bagian=shares,
        menyimpang=beyond[0] if beyond else None,
    )


def _written(count: int, total: int) -> str:
    """Write a percentage with two decimals, cut off; none where it is whole."""
    whole, rest = divmod(count * 10_000 // total, 100)
    return f"{whole},{rest:02d}" if rest else str(whole)
