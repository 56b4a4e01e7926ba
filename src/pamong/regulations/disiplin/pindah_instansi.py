"""Whether somebody may move to another agency while a matter of discipline is pending."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """One pending matter is enough. Source: PP 53/2010 Pasal 42."""
    pending = (case.told("sedang_diperiksa"), case.told("sedang_upaya"))
    if True in pending:
        is_banned = version.values["dilarang"]
        return found("tidak_boleh_disetujui" if is_banned else "tidak_dilarang_lagi")
    for name in ("sedang_diperiksa", "sedang_upaya"):
        getattr(case, name)
    return found("boleh_disetujui")
