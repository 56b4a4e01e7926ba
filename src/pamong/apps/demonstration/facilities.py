"""Facilities and chairs of the demonstration: made up for Kabupaten Contoh, attested for Jambi.

Loaded after the documents: a hand-over goes to whoever holds the office on its day by then, and
the tenures and leaves of data/fasilitas.toml fill in only where nobody is on record.
"""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

from pamong.apps.core.audit import Actor
from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.core.services import register_decree, register_person
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
    ChairFollows,
    Facility,
    FacilityKind,
    FacilityStatement,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    LeaveKind,
    OfficeLeave,
    OfficeRecordsKind,
    Pemda,
)
from pamong.apps.organisasi.people import find_person
from pamong.apps.organisasi.services import (
    Grounds,
    name_election,
    record_leave,
    record_tenure,
)
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period

OTHERS = {"title": "rekaan untuk peraga", "issued_by": "Pejabat rekaan"}


class Loader:
    """Does what the acts below have in common: the day, the actor, the reason."""

    def __init__(self, pemda: Pemda, *, day: date, actor: Actor, reason: str) -> None:
        self.pemda = pemda
        self.day = day
        self.how: dict[str, Any] = {"actor": actor, "reason": reason}

    def office(self, nama: str) -> Jabatan:
        """Return an office of the made-up government."""
        return Jabatan.objects.select_related("pemda__instansi").get(pemda=self.pemda, nama=nama)

    def decree(self, row: dict[str, Any]) -> Decree:
        """Return the made-up decree of that number, recorded once."""
        same = {"owner": self.pemda.instansi, "number": row["sk"], "decided_on": row["penetapan"]}
        known = Decree.objects.filter(**same).first()
        new = Decree(**same, effective_on=row["dari"], **OTHERS)
        return known or register_decree(decree=new, day=self.day, **self.how)


def load_facilities(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> None:
    """Give the made-up ``pemda`` its facilities and chairs, unless they are there."""
    if Facility.objects.filter(pemda=pemda).exists():
        return
    data = _data()
    loader = Loader(pemda, day=day, actor=actor, reason=reason)
    for row in data["pemangku"]:
        _hold(loader, row)
    for row in data["cuti"]:
        _leave(loader, row)
    for row in data["fasilitas"]:
        _furnish(loader, row)
    for row in data["karena_jabatan"]:
        _seat(loader, row)
    for row in data["kelengkapan"]:
        records = OfficeRecordsKind(row["catatan"])
        if not pemda.office_coverage.filter(records=records).exists():
            record_office_coverage(
                pemda=pemda,
                records=records,
                period=Period(row["dari"]),
                source=data["sumber"],
                **loader.how,
            )


def load_statements(*, actor: Actor, reason: str) -> None:
    """Keep what the documents say of facilities; of one that is not here nothing is said."""
    for row in _data()["pernyataan"]:
        document = Document.objects.filter(kode=row["dokumen"]).first()
        if document is None or FacilityStatement.objects.filter(document=document).exists():
            continue
        jabatan = Jabatan.objects.select_related("pemda").get(
            pemda__nama=row["pemda"], nama=row["jabatan"]
        )
        holding = JabatanHolding.objects.on(row["hari"]).filter(jabatan=jabatan).first()
        if holding is None:
            continue
        record_facility_statement(
            jabatan=jabatan,
            person=holding.person,
            said=FacilityWords(document, row["hari"], row["menyatakan"], row["kata_kata"]),
            actor=actor,
            reason=reason,
        )


def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / "fasilitas.toml").read_text("utf-8"))


def _hold(loader: Loader, row: dict[str, Any]) -> None:
    jabatan, period = loader.office(row["jabatan"]), _period(row)
    known = JabatanHolding.objects.filter(jabatan=jabatan, capacity=Capacity.DEFINITIF)
    if known.overlapping(period).exists():
        return
    person = find_person(row["nama"], loader.pemda) or register_person(
        name=row["nama"], is_made_up=True, **loader.how
    )
    holding = record_tenure(
        person=person,
        jabatan=jabatan,
        capacity=Capacity.DEFINITIF,
        period=period,
        grounds=Grounds(decree=loader.decree(row)),
        **loader.how,
    )
    if "pilkada" in row:
        name_election(holding=holding, pilkada=row["pilkada"], **loader.how)


def _leave(loader: Loader, row: dict[str, Any]) -> None:
    jabatan, period = loader.office(row["jabatan"]), _period(row)
    person = _holder(jabatan, period.start)
    known = OfficeLeave.objects.filter(jabatan=jabatan).overlapping(period)
    if person is None or known.exists():
        return
    record_leave(
        person=person,
        jabatan=jabatan,
        kind=LeaveKind.KAMPANYE,
        period=period,
        grounds=Grounds(decree=loader.decree(row)),
        **loader.how,
    )


def _furnish(loader: Loader, row: dict[str, Any]) -> None:
    jabatan = loader.office(row["jabatan"])
    new = NewFacility(
        kind=FacilityKind(row["jenis"]),
        nama=row["nama"],
        mark=row.get("tanda", ""),
        basis="daftar aset rekaan",
        since=row["sejak"],
    )
    facility = register_facility(jabatan=jabatan, new=new, **loader.how)
    keeper = Jabatan.objects.get(pemda=loader.pemda, kind=JabatanKind.SEKDA)
    for handed in row["serah_terima"]:
        person = _holder(jabatan, handed["serah"])
        if person is None:  # other tenures were loaded: nobody is said to have received it
            continue
        hand_over(
            facilities=[facility],
            person=person,
            paper=BastText(handed["nomor"], handed["serah"], keeper, condition="baik"),
            day=loader.day,
            **loader.how,
        )
        if "kembali" in handed:
            hand_back(
                handovers=list(facility.handovers.filter(returned_by=None)),
                paper=BastText(handed["nomor_kembali"], handed["kembali"], keeper),
                day=loader.day,
                **loader.how,
            )


def _seat(loader: Loader, row: dict[str, Any]) -> None:
    new = NewChair(row["sebutan"], row["badan"], ChairFollows(row["jatuh"]), Period(row["dari"]))
    record_chair(
        jabatan=loader.office(row["jabatan"]),
        new=new,
        grounds=ChairGrounds(basis=row["dasar"], when_away=row.get("lainnya", "")),
        **loader.how,
    )


def _holder(jabatan: Jabatan, day: date) -> Person | None:
    held = JabatanHolding.objects.on(day).filter(jabatan=jabatan, capacity=Capacity.DEFINITIF)
    found = held.select_related("person").first()
    return found.person if found else None


def _period(row: dict[str, Any]) -> Period:
    return Period.inclusive(row["dari"], row.get("sampai"))
