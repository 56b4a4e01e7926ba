"""The level of a post, in the words of the riwayat and of the rules."""

from collections.abc import Iterable

from pamong.apps.kepegawaian.models import JabatanAsn
from pamong.apps.organisasi.models import Jabatan, JabatanKind

BY_ESELON = {
    "I": JabatanAsn.JPT_MADYA,
    "II": JabatanAsn.JPT_PRATAMA,
    "III": JabatanAsn.ADMINISTRATOR,
    "IV": JabatanAsn.PENGAWAS,
}
BY_KIND = {
    JabatanKind.ASISTEN: JabatanAsn.JPT_PRATAMA,
    JabatanKind.STAF_AHLI: JabatanAsn.JPT_PRATAMA,
    JabatanKind.ADMINISTRATOR: JabatanAsn.ADMINISTRATOR,
    JabatanKind.PENGAWAS: JabatanAsn.PENGAWAS,
    JabatanKind.FUNGSIONAL: JabatanAsn.FUNGSIONAL,
    JabatanKind.PELAKSANA: JabatanAsn.PELAKSANA,
}
HIGH = (JabatanAsn.JPT_PRATAMA, JabatanAsn.JPT_MADYA, JabatanAsn.JPT_UTAMA)
"""The high offices, the lowest first."""


def level_of(jabatan: Jabatan) -> JabatanAsn | None:
    """Return the level of a post by its echelon, or else by its kind; ``None`` where neither says.

    A kepala OPD without an echelon on record is not guessed: a camat is none of the high offices.
    """
    known = BY_ESELON.get(jabatan.eselon.partition(".")[0])
    return known or BY_KIND.get(JabatanKind(jabatan.kind))


def jpt_level(level: JabatanAsn | None) -> str | None:
    """Return "pratama", "madya" or "utama", where the level is one of the high offices."""
    return level.value.removeprefix("jpt_") if level in HIGH and level else None


def comes_from_below(level: JabatanAsn | None, own: Iterable[Jabatan]) -> bool:
    """Tell whether somebody comes into a high office from posts that are all below its level.

    Then the law asks for everything that it asks for an appointment, also of who holds a lower
    high office; to move between those of one level is none.
    """
    if level not in HIGH:
        return False
    at_least = HIGH[HIGH.index(level) :]
    return not any(level_of(jabatan) in at_least for jabatan in own)
