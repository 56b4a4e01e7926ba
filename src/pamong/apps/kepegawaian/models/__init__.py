"""Employment, and the record of an employment: entries, each dated, and each with its source."""

from pamong.apps.kepegawaian.models.coverage import Riwayat, RiwayatCoverage
from pamong.apps.kepegawaian.models.diri import (
    ChildKind,
    Contact,
    ContactKind,
    FamilyMember,
    MaritalState,
    PersonalDetails,
    Relation,
    Religion,
    Sex,
)
from pamong.apps.kepegawaian.models.disiplin import (
    CutiKind,
    CutiPegawai,
    HukumanDisiplin,
    Penalty,
    PenaltyLevel,
)
from pamong.apps.kepegawaian.models.document import PaperKind, PegawaiDocument
from pamong.apps.kepegawaian.models.entry import DatedEntry, Entry
from pamong.apps.kepegawaian.models.golongan import PangkatChange, RiwayatGaji, RiwayatPangkat
from pamong.apps.kepegawaian.models.jabatan import (
    JabatanAsn,
    JenjangFungsional,
    Penugasan,
    RiwayatJabatan,
)
from pamong.apps.kepegawaian.models.keahlian import (
    Certificate,
    CertificateKind,
    StudyFunding,
    StudyKind,
    StudyState,
    TugasBelajar,
)
from pamong.apps.kepegawaian.models.kinerja import (
    Award,
    CreditKind,
    CreditPoints,
    Expectation,
    PenilaianKinerja,
    PeriodKind,
    Predikat,
)
from pamong.apps.kepegawaian.models.pegawai import EmploymentKind, Pegawai, WorkWeek
from pamong.apps.kepegawaian.models.pendidikan import (
    DiklatKind,
    JenjangPendidikan,
    RiwayatDiklat,
    RiwayatPendidikan,
)
from pamong.apps.kepegawaian.models.placement import Placement
from pamong.apps.kepegawaian.models.status import (
    Appointment,
    LegalStanding,
    NonAsnWork,
    PerjanjianKerja,
    PriorService,
    Termination,
    Transfer,
)
from pamong.apps.kepegawaian.models.terms import LegalState, TerminationKind, TransferKind

__all__ = [
    "Appointment",
    "Award",
    "Certificate",
    "CertificateKind",
    "ChildKind",
    "Contact",
    "ContactKind",
    "CreditKind",
    "CreditPoints",
    "CutiKind",
    "CutiPegawai",
    "DatedEntry",
    "DiklatKind",
    "EmploymentKind",
    "Entry",
    "Expectation",
    "FamilyMember",
    "HukumanDisiplin",
    "JabatanAsn",
    "JenjangFungsional",
    "JenjangPendidikan",
    "LegalStanding",
    "LegalState",
    "MaritalState",
    "NonAsnWork",
    "PangkatChange",
    "PaperKind",
    "Pegawai",
    "PegawaiDocument",
    "Penalty",
    "PenaltyLevel",
    "PenilaianKinerja",
    "Penugasan",
    "PeriodKind",
    "PerjanjianKerja",
    "PersonalDetails",
    "Placement",
    "Predikat",
    "PriorService",
    "Relation",
    "Religion",
    "Riwayat",
    "RiwayatCoverage",
    "RiwayatDiklat",
    "RiwayatGaji",
    "RiwayatJabatan",
    "RiwayatPangkat",
    "RiwayatPendidikan",
    "Sex",
    "StudyFunding",
    "StudyKind",
    "StudyState",
    "Termination",
    "TerminationKind",
    "Transfer",
    "TransferKind",
    "TugasBelajar",
    "WorkWeek",
]
