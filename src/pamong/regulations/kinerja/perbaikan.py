"""What follows where an administrative or functional official is rated Kurang or Sangat Kurang."""

from __future__ import annotations

from datetime import date, timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before

_ONE_DAY = timedelta(days=1)
_TOO_EARLY = "diberhentikan_terlalu_dini"


def judge(case: Case, version: Version) -> Found:
    """Six months to improve, a test, another post, a year in between (PP 30/2019 Pasal 58)."""
    outcome = _before_the_time(case, version)
    if outcome is not None:
        return found(outcome)
    over = term_before(case.kesempatan_mulai_on, version.values["bulan_kesempatan"])
    last = over - _ONE_DAY
    dismissed = _dismissed_on(case)
    if dismissed is not None and dismissed < over:
        return found(_TOO_EARLY, kesempatan_terakhir=last)
    if case.as_of < over:
        return found("dalam_kesempatan", due_on=last, kesempatan_terakhir=last)
    outcome = _after_the_time(case)
    if outcome is not None:
        return found(outcome, kesempatan_terakhir=last)
    return _for_the_time_being(case, version, last)


def _before_the_time(case: Case, version: Version) -> str | None:
    """Tell who gets no time to improve; ``None`` for who was given it."""
    if case.jenis_jabatan == "pimpinan_tinggi":
        return "ikut_aturan_jpt"
    if case.predikat not in version.values["predikat"]:
        return "tanpa_tindak_lanjut"
    if not case.kesempatan_diberikan:
        return _or_too_early(case, "kesempatan_belum_diberikan")
    return None


def _after_the_time(case: Case) -> str | None:
    """Tell what follows from the test; ``None`` for who was placed for the time being."""
    if case.membaik:
        return _or_too_early(case, "membaik")
    if not case.sudah_uji:
        return _or_too_early(case, "harus_uji")
    if case.memenuhi_standar:
        return _or_too_early(case, "tetap_menjabat")
    if case.jabatan_tersedia:
        return _or_too_early(case, "dapat_dipindahkan")
    if not case.ditempatkan_sementara:
        return _or_too_early(case, "harus_ditempatkan_sementara")
    return None


def _for_the_time_being(case: Case, version: Version, last: date) -> Found:
    """Tell how the year stands, after which dismissal follows (ayat (4) dan ayat (5))."""
    over = term_before(case.sementara_mulai_on, version.values["bulan_sementara"])
    end, dismissed = over - _ONE_DAY, _dismissed_on(case)
    due = since = None
    if dismissed is not None:
        outcome = _TOO_EARLY if dismissed < over else "sudah_diberhentikan"
    elif case.as_of < over:
        outcome, due = "masa_sementara", end
    else:
        outcome, since = "harus_diberhentikan", over
    return found(
        outcome, since=since, due_on=due, kesempatan_terakhir=last, sementara_terakhir=end
    )


def _or_too_early(case: Case, outcome: str) -> str:
    return outcome if _dismissed_on(case) is None else _TOO_EARLY


def _dismissed_on(case: Case) -> date | None:
    day: date | None = case.told("diberhentikan_on")
    return day if day is not None and day <= case.as_of else None
