"""Governments, OPDs and offices: their holders, who is called by them, and what comes along."""

from pamong.apps.organisasi.models.attestation import Attestation
from pamong.apps.organisasi.models.coverage import OfficeRecordsCoverage, OfficeRecordsKind
from pamong.apps.organisasi.models.ex_officio import ChairFollows, ExOfficioChair
from pamong.apps.organisasi.models.facility import Facility, FacilityKind, FacilityStatement
from pamong.apps.organisasi.models.handover import Bast, FacilityHandover
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
from pamong.apps.organisasi.models.states import OpdState, PostState
from pamong.apps.organisasi.models.unit import UnitKerja, UnitKind, UnitState

__all__ = [
    "Attestation",
    "Bast",
    "ChairFollows",
    "ExOfficioChair",
    "Facility",
    "FacilityHandover",
    "FacilityKind",
    "FacilityStatement",
    "Jabatan",
    "JabatanHolding",
    "JabatanKind",
    "LeaveKind",
    "OfficeLeave",
    "OfficeRecordsCoverage",
    "OfficeRecordsKind",
    "Opd",
    "OpdState",
    "Pemda",
    "PemdaCode",
    "PemdaLevel",
    "PemdaSpelling",
    "PilkadaParticipation",
    "PostState",
    "UnitKerja",
    "UnitKind",
    "UnitState",
]
