"""What somebody who acts in an office may decide."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

#: The tasks of every day are those of a mandate by the act itself (Pasal 14 ayat (1) huruf b).
_ROUTINE = "tugas_sehari_hari"


def judge(case: Case, version: Version) -> Found:
    """UU 30/2014 Pasal 14 ayat (7) bars changes of a legal status; BKN's letters name the rest."""
    act, values = case.tindakan, version.values
    if act in values["tidak_boleh"]:
        place = values["tidak_boleh"][act]
        return found("tidak_boleh", confidence=Confidence.CONFIRMED, tindakan=act, aspek=place)
    if act == _ROUTINE:
        return found("boleh", confidence=Confidence.CONFIRMED, tindakan=act)
    if act in values["boleh"]:
        return found("boleh", tindakan=act)
    if act in values["tidak_menurut_edaran"]:
        return found("di_luar_edaran", tindakan=act)
    if act in values["perlu_ditimbang"]:
        return found("perlu_ditimbang", tindakan=act)
    outcome = "mengubah_status" if case.mengubah_status_hukum else "boleh_bila_rutin"
    return found(outcome, confidence=Confidence.CONFIRMED, tindakan=act)
