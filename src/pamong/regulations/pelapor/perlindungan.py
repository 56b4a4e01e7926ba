"""Whether a witness, victim or reporter may be charged or sued for what was said."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """A claim waits for the case itself (ayat (2)); only then good faith matters (ayat (1))."""
    if case.kedudukan not in version.values["dilindungi"]:
        return found("di_luar_pasal")
    if case.ada_tuntutan and not case.perkara_pokok_inkracht:
        return found("tuntutan_ditunda", pasal=version.values["pasal_menunggu"])
    article = version.values["pasal_bebas"]
    if not case.iktikad_baik:
        return found("iktikad_dinilai", pasal=article)
    return found("tuntutan_tidak_dapat" if case.ada_tuntutan else "dilindungi", pasal=article)
