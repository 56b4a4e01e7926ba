"""Governments, OPDs, offices; who holds them, who is only called by them, and who is on leave."""

from pamong.apps.organisasi.models.attestation import Attestation
from pamong.apps.organisasi.models.holding import JabatanHolding
from pamong.apps.organisasi.models.jabatan import Jabatan, JabatanKind
from pamong.apps.organisasi.models.leave import LeaveKind, OfficeLeave
from pamong.apps.organisasi.models.opd import Opd
from pamong.apps.organisasi.models.pemda import (
    Pemda,
    PemdaCode,
    PemdaLevel,
    PemdaSpelling,
    PilkadaParticipation,
)

__all__ = [
    "Attestation",
    "Jabatan",
    "JabatanHolding",
    "JabatanKind",
    "LeaveKind",
    "OfficeLeave",
    "Opd",
    "Pemda",
    "PemdaCode",
    "PemdaLevel",
    "PemdaSpelling",
    "PilkadaParticipation",
]
