"""Whether the postponement of a periodic rise holds, and from when the rise is given after it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day, months_after

_DISCIPLINE = "hukuman_disiplin"


def judge(case: Case, version: Version) -> Found:
    """PP 7/1977 Pasal 13 (appraisal too low) and PP 53/2010 Pasal 7 ayat (3) huruf a (penalty)."""
    reason = case.alasan
    unread = version.values["belum_dibaca"].get(reason)
    if unread is not None:
        return found("hukuman_belum_dibaca", pasal=unread)
    if reason not in version.values["alasan"]:
        return found("alasan_tidak_dikenal")
    start = _start(case)
    longest = last_day(start, version.values["bulan"])
    known: dict[str, Any] = {
        "mulai_on": start,
        "batas_on": longest,
        "pasal": version.values["alasan"][reason],
    }
    if reason != _DISCIPLINE and case.penilaian in version.values["cukup"]:
        return found("tanpa_alasan", **known)
    if not case.dengan_keputusan:
        return found("tanpa_keputusan", **known)
    return _length(case, known, longest, is_penalty=reason == _DISCIPLINE)


def _length(case: Case, known: dict[str, Any], longest: date, *, is_penalty: bool) -> Found:
    """Hold the length against a year, and tell from when the rise is given."""
    until = case.ditunda_sampai_on
    if until > longest:
        return found("terlalu_lama", since=longest + ONE_DAY, **known)
    if is_penalty and until < longest:
        return found("kurang_dari_setahun", **known)
    paid_from = months_after(until.replace(day=1), 1)
    known = known | {"due_on": paid_from, "diberikan_on": paid_from}
    if case.as_of < paid_from:
        return found("ditunda", **known)
    return found("berakhir", since=paid_from, **known)


def _start(case: Case) -> date:
    """Pasal 13 ayat (2): a further postponement begins where the one before ended."""
    if case.lanjutan:
        before: date = case.sebelumnya_sampai_on
        return before + ONE_DAY
    due: date = case.jatuh_tempo_on
    return due
