"""What an office is called in full, and what leading offices are called at each level."""

from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda, PemdaLevel

HEADS = {
    PemdaLevel.PROVINSI: "Gubernur",
    PemdaLevel.KABUPATEN: "Bupati",
    PemdaLevel.KOTA: "Wali Kota",
}
LEADING = (JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH, JabatanKind.SEKDA)

POLITICAL = (JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH)
"""The elected offices, which people call by the short name of the government."""


def leading_titles(level: str) -> tuple[tuple[JabatanKind, str], ...]:
    """Return the three leading offices of a government of ``level``, in order."""
    head = HEADS[PemdaLevel(level)]
    return (
        (JabatanKind.KEPALA_DAERAH, head),
        (JabatanKind.WAKIL_KEPALA_DAERAH, f"Wakil {head}"),
        (JabatanKind.SEKDA, "Sekretaris Daerah"),
    )


def office_title(jabatan: Jabatan, pemda: Pemda) -> str:
    """Return "Gubernur Jambi", but "Kepala BKD Provinsi Jambi"."""
    return f"{jabatan.nama} {pemda.short_name if jabatan.kind in POLITICAL else pemda.nama}"
