"""What the law asks for before a pension begins: how long before, which letter, by which source.

Every figure and source comes from the version of the rule that is in force on the day.
"""

from datetime import date

from django.utils.translation import gettext as _

from pamong import law
from pamong.law.rule import BeforeFirstVersionError, Version
from pamong.web.daftar.kinds import Note

PROPOSAL, PREPARING = "bup-usul-pensiun", "bup-masa-persiapan-pensiun"


def months_to_propose(day: date) -> int | None:
    """Return how many months before the pension it is proposed, where the law of a day says so."""
    version = _version(PROPOSAL, day)
    return int(version.values["bulan_sebelum"]) if version else None


def pension_notes(day: date) -> list[Note]:
    """Say when a pension is proposed to BKN, and when somebody may prepare for it."""
    return [note for note in (_proposal(day), _preparing(day)) if note]


def _proposal(day: date) -> Note | None:
    version = _version(PROPOSAL, day)
    if version is None:
        return None
    words = _(
        "Usul pertimbangan teknis pensiun disampaikan kepada BKN paling lambat %(months)s bulan"
        " sebelum TMT pensiun. Bila tinggal %(last)s bulan dan berkasnya belum ada, PPK atau"
        " pejabat yang berwenang dapat mengusulkannya dengan data yang tersedia. Dasar:"
        " %(source)s (%(confidence)s)."
    ) % {
        "months": version.values["bulan_sebelum"],
        "last": version.values["bulan_tanpa_berkas"],
        **_cited(version),
    }
    return Note(words, PROPOSAL)


def _preparing(day: date) -> Note | None:
    version = _version(PREPARING, day)
    if version is None:
        return None
    words = _(
        "Sebelum itu PNS dapat memohon masa persiapan pensiun paling lama %(months)s bulan."
        " Dasar: %(source)s (%(confidence)s)."
    ) % {"months": version.values["lama_bulan"], **_cited(version)}
    return Note(words, PREPARING)


def _cited(version: Version) -> dict[str, object]:
    return {"source": version.basis, "confidence": version.confidence.label}


def _version(rule_id: str, day: date) -> Version | None:
    try:
        return law.rules()[rule_id].version_on(day)
    except BeforeFirstVersionError:
        return None
