"""Whether a report of wrongdoing can be followed up, and whether who reported stayed secret."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Secrecy comes first: it binds whatever the report is worth."""
    if case.identitas_dibuka and not case.pelapor_menyetujui:
        return found("kerahasiaan_dilanggar")
    needed = version.values["syarat"]
    lacking = next((name for name in needed if case.told(name) is False), None)
    if lacking is not None:
        return found("belum_lengkap", kurang=lacking)
    for name in needed:
        if case.told(name) is None:
            raise case.lack(name)
    return found("dapat_diproses")
