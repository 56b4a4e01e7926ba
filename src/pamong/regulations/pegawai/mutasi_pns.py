"""Whether a civil servant is moved at the right time, and by whoever has the power to."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before
from pamong.regulations.requirements import Requirement, requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Weigh who decides and who is asked (Pasal 191–195), and the years (Pasal 190 ayat (3))."""
    kind = version.values["jenis"][case.jenis_mutasi]
    decides = kind["penetap"]
    checks = [
        requires(case, "bukan_penetap", "ditetapkan_oleh", test=lambda who: who == decides),
        requires(case, "konflik_kepentingan", "ada_konflik", test=lambda told: not told),
        requires(case, "tidak_sesuai_kompetensi", "sesuai_kompetensi"),
    ]
    if "pertimbangan" in kind:
        checks.append(requires(case, "tanpa_pertimbangan", "ada_pertimbangan"))
    if kind["persetujuan_asal"]:
        checks.append(requires(case, "tanpa_persetujuan_asal", "persetujuan_asal"))
    steps: dict[str, Any] = {
        "penetap": decides,
        "pertimbangan": kind.get("pertimbangan"),
        "pasal": kind["pasal"],
    }
    late = False
    if not case.atas_permintaan_sendiri:
        least, most = _years(case, version)
        steps |= {"dua_tahun_genap": least, "lima_tahun_genap": most}
        late = case.dimutasi_on > most
        checks.append(Requirement("belum_dua_tahun", (), case.dimutasi_on >= least))
    return found(**weigh(checks, met="sesudah_lima_tahun" if late else "memenuhi"), **steps)


def _years(case: Case, version: Version) -> tuple[date, date]:
    start, values = case.sejak_on, version.values
    return (
        term_before(start, 12 * values["paling_singkat"]),
        term_before(start, 12 * values["paling_lama"]),
    )
