"""The value of a survey of public satisfaction in whole numbers, and its band of quality."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_MOST = 14  # inputs for elements; no method has more


def judge(case: Case, version: Version) -> Found:
    """Round the index to two decimals, then look for its band; an older method is no value now."""
    used = _method(case, version)
    figures = used.values
    if case.skala_tertinggi != figures["skala_tertinggi"]:
        return found("bukan_skm", metode=figures["metode"])
    count = figures["jumlah_unsur"]
    respondents: int = case.responden
    told = [case.told(f"unsur_{number}") for number in range(1, _MOST + 1)]
    if any(total is not None for total in told[count:]):
        return found("unsur_tidak_cocok", metode=figures["metode"])
    sums = [getattr(case, f"unsur_{number}") for number in range(1, count + 1)]
    lowest, highest = respondents, respondents * figures["skala_tertinggi"]
    wrong = next((n for n, total in enumerate(sums, 1) if not lowest <= total <= highest), None)
    if respondents < 1 or wrong is not None:
        return found("jumlah_mustahil", metode=figures["metode"], unsur=wrong)
    index = rounded(100 * figures["pengali"] * sum(sums), count * respondents)
    band = _band(index, figures)
    if used.id != version.id:
        outcome = "metode_lain"
    else:
        outcome = band["hasil"] if band else "nilai_tanpa_mutu"
    return found(
        outcome,
        **_steps(sums, respondents, figures),
        ikm=index,
        ikm_tertulis=written(index, 2),
        mutu=band["mutu"] if band else None,
    )


def _method(case: Case, version: Version) -> Version:
    """Return the version of the method that was used; without word of it, the one in force."""
    told = case.told("metode")
    if told is None:
        return version
    return next(each for each in case.rule.versions if each.values["metode"] == told)


def _steps(sums: list[int], respondents: int, figures: Mapping[str, Any]) -> dict[str, Any]:
    count = len(sums)
    averages = [rounded(10_000 * total, respondents) for total in sums]
    weight = figures.get("bobot_lembar_perseribu")
    weakest = averages.index(min(averages)) + 1
    sheet = None
    if weight is not None:
        sheet = written(rounded(figures["pengali"] * weight * sum(sums), 10 * respondents), 2)
    return {
        "metode": figures["metode"],
        "nrr": "; ".join(written(average, 4) for average in averages),
        "ni": rounded(10_000 * sum(sums), count * respondents),
        "unsur_terlemah": weakest,
        "nama_unsur_terlemah": figures.get("unsur", {}).get(f"unsur_{weakest}"),
        "ikm_lembar": sheet,
    }


def _band(index: int, figures: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the highest band whose lower end is reached."""
    reached = [band for band in figures.get("mutu", ()) if index >= band["mulai"]]
    return max(reached, key=lambda band: int(band["mulai"]), default=None)


def rounded(above: int, below: int) -> int:
    """Divide whole numbers and round half up.

    >>> rounded(88305, 10)
    8831
    """
    return (2 * above + below) // (2 * below)


def written(value: int, decimals: int) -> str:
    """Write a whole number of hundredths, or smaller parts, as people do.

    >>> written(9148, 2)
    '91,48'
    """
    whole, part = divmod(value, 10**decimals)
    return f"{whole},{part:0{decimals}d}"
