"""Whether the kind of a post agrees with the columns that name it."""

from __future__ import annotations

from pamong.exchange.checks.meanings import Meanings, Troubles
from pamong.exchange.doubts import Trouble
from pamong.exchange.fields import Standpoint

STRUCTURAL, FUNCTIONAL, BOTH, GENERAL = "1", "2", "3", "4"
"""SIASN's codes of jenis jabatan."""
_NO_ECHELON = {"", "00", "99", "NON", "-"}


def kind_of_post(row: Meanings) -> str:
    """Return the kind of the post by its code, or by its name where that is clear."""
    code = row.text("jenis_jabatan")
    if code:
        return code
    name = row.text("jenis_jabatan_nama").casefold().replace("_", " ")
    if "umum" in name or "pelaksana" in name:
        return GENERAL
    if "rangkap" in name:
        return BOTH
    if "fungsional" in name:
        return FUNCTIONAL
    return STRUCTURAL if "struktural" in name else ""


def post_against_kind(row: Meanings, _: Standpoint) -> Troubles:
    """Yield where the filled column is that of another kind of post."""
    kind = kind_of_post(row)
    functional = bool(row.text("jabatan_fungsional"))
    general = bool(row.text("jabatan_pelaksana"))
    wrong = {
        STRUCTURAL: functional or general,
        FUNCTIONAL: general and not functional,
        GENERAL: functional,
    }
    if wrong.get(kind, False):
        means = "jenis_jabatan" if row.text("jenis_jabatan") else "jenis_jabatan_nama"
        yield means, Trouble("jenis-jabatan-berbeda")


def echelon_without_post(row: Meanings, _: Standpoint) -> Troubles:
    """Yield where a functional or general post has an echelon."""
    if kind_of_post(row) not in {FUNCTIONAL, GENERAL}:
        return
    for means in ("eselon_id", "eselon"):
        if row.text(means) not in _NO_ECHELON:
            yield means, Trouble("eselon-tanpa-struktural")
            return
