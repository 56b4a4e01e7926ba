"""Whether an affair is one of basic service, and is served by a minimum standard."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """UU 23/2014 Pasal 12 lists the affairs; Pasal 18 and 298 say what follows for six of them."""
    group = next(row for row in version.values["golongan"] if case.urusan in row["urusan"])
    if not group["pelayanan_dasar"]:
        return found("bukan_pelayanan_dasar", golongan=group["nama"], pasal=group["pasal"])
    duties = version.values["kewajiban"]
    checks = [requires(case, row["hasil"], row["fakta"]) for row in duties]
    told = weigh(checks, met="sesuai_spm")
    broken = [row["pasal"] for row in duties if row["hasil"] == told["outcome"]]
    pasal = broken[0] if broken else group["pasal"]
    return found(**told, golongan=group["nama"], pasal=pasal)
