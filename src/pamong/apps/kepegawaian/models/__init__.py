"""Employment, and the riwayat of an employment: each entry dated, and each with its source."""

from pamong.apps.kepegawaian.models.coverage import Riwayat, RiwayatCoverage
from pamong.apps.kepegawaian.models.pegawai import EmploymentKind, Pegawai, WorkWeek
from pamong.apps.kepegawaian.models.placement import Placement
from pamong.apps.kepegawaian.models.riwayat import (
    DiklatKind,
    JabatanAsn,
    JenjangFungsional,
    JenjangPendidikan,
    RiwayatDiklat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

__all__ = [
    "DiklatKind",
    "EmploymentKind",
    "JabatanAsn",
    "JenjangFungsional",
    "JenjangPendidikan",
    "Pegawai",
    "Placement",
    "Riwayat",
    "RiwayatCoverage",
    "RiwayatDiklat",
    "RiwayatJabatan",
    "RiwayatPangkat",
    "RiwayatPendidikan",
    "WorkWeek",
]
