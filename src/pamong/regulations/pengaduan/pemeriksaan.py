"""Whether a complaint about a public service is examined as the act asks."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Secrecy lasts beyond the office; examining costs nothing (UU 25/2009 Pasal 47-49)."""
    told = weigh(
        [
            requires(case, "kerahasiaan_dilanggar", "dirahasiakan"),
            requires(case, "memungut_biaya", "dipungut_biaya", test=_is_free),
            requires(case, "tidak_diperiksa", "diperiksa"),
            requires(case, "memihak", "pemeriksa_tidak_memihak"),
        ],
        met="sesuai",
    )
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))


def _is_free(charged: bool) -> bool:  # noqa: FBT001  the test of a requirement gets its facts so
    return not charged
