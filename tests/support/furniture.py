"""What comes with the office of the head: a house and a car with their papers, a chair."""

from dataclasses import dataclass
from datetime import date

from tests.support.registry import REASON, RECEIVED, WARNI

from pamong.apps.core.models import Document, Person
from pamong.apps.organisasi.chairs import ChairGrounds, NewChair, record_chair
from pamong.apps.organisasi.coverage import record_office_coverage
from pamong.apps.organisasi.facilities import (
    FacilityWords,
    NewFacility,
    record_facility_statement,
    register_facility,
)
from pamong.apps.organisasi.handing_over import BastText, hand_back, hand_over
from pamong.apps.organisasi.models import (
    Bast,
    ChairFollows,
    ExOfficioChair,
    Facility,
    FacilityKind,
    Jabatan,
    OfficeRecordsCoverage,
    OfficeRecordsKind,
)
from pamong.kernel.period import Period

ACT = {"actor": WARNI, "reason": REASON}


@dataclass(frozen=True)
class Furnished:
    """A house that was given and returned, a car that is still held, a chair, a coverage."""

    house: Facility
    car: Facility
    given: Bast
    returned: Bast
    chair: ExOfficioChair
    coverage: OfficeRecordsCoverage


def furnish(bupati: Jabatan, sekda: Jabatan, siti: Person, paper: Document) -> Furnished:
    """Give ``siti``, who holds ``bupati``, a house and a car; she returns the house."""
    house = register(bupati, FacilityKind.RUMAH_DINAS, "Rumah dinas uji")
    car = register(bupati, FacilityKind.KENDARAAN, "Mobil dinas uji")
    given = hand_over(
        facilities=[house, car],
        person=siti,
        paper=BastText("030/serah", date(2021, 3, 5), sekda, condition="baik"),
        day=RECEIVED,
        **ACT,
    )
    returned = hand_back(
        handovers=list(house.handovers.all()),
        paper=BastText("030/kembali", date(2024, 9, 24), sekda),
        day=RECEIVED,
        **ACT,
    )
    said = FacilityWords(paper, date(2021, 3, 2), "akan memakai rumah dinas uji", "Teks rekaan")
    record_facility_statement(jabatan=bupati, person=siti, said=said, **ACT)
    new = NewChair("Ketua", "Badan Uji", ChairFollows.PASANGAN, Period(date(2022, 1, 3)))
    chair = record_chair(jabatan=bupati, new=new, grounds=ChairGrounds(basis="SK rekaan"), **ACT)
    coverage = record_office_coverage(
        pemda=bupati.pemda,
        records=OfficeRecordsKind.FASILITAS,
        period=Period(date(2021, 4, 1)),
        source="daftar aset rekaan",
        **ACT,
    )
    return Furnished(house, car, given, returned, chair, coverage)


def register(jabatan: Jabatan, kind: FacilityKind, nama: str) -> Facility:
    new = NewFacility(kind, nama, "", "", date(2021, 3, 4))
    return register_facility(jabatan=jabatan, new=new, **ACT)
