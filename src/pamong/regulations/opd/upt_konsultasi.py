"""Whether a technical unit or branch was set up by the right regulation and after consultation."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 19, 22, 28 (province) and 41, 49 (kabupaten/kota)."""
    values, region = version.values, case.daerah
    if case.unit not in values["unit"][region]:
        return found("tidak_dikenal")
    adviser = values["penasihat"][region]
    checks = [
        requires(case, "bukan_perkada", "ditetapkan_dengan", test=lambda kind: kind == "perkada"),
        requires(
            case,
            "belum_dikonsultasikan",
            "dikonsultasikan_dengan",
            test=lambda who: who == adviser,
        ),
        requires(case, "tidak_tertulis", "tertulis"),
        requires(
            case,
            "sesudah_penetapan",
            "konsultasi_on",
            "ditetapkan_on",
            test=lambda asked, done: asked <= done,
        ),
    ]
    pasal = values["unit"][region][case.unit]
    return found(**weigh(checks, met="sesuai"), konsultasi_dengan=adviser, pasal=pasal)
