"""Facilities and chairs of the demonstration: made up for Kabupaten Contoh, attested for Jambi.

Loaded after the documents and the officials: a hand-over goes to whoever holds the office on its
day by then.
"""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

from pamong.apps.core.audit import Actor
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
    ChairFollows,
    Facility,
    FacilityKind,
    FacilityStatement,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    OfficeRecordsKind,
    Pemda,
)
from pamong.apps.organisasi.services import name_election
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period


class Loader:
    """Does what the acts below have in common: the day, the actor, the reason."""

    def __init__(self, pemda: Pemda, *, day: date, actor: Actor, reason: str) -> None:
        self.pemda = pemda
        self.day = day
        self.how: dict[str, Any] = {"actor": actor, "reason": reason}

    def office(self, nama: str) -> Jabatan:
        """Return an office of the made-up government."""
        return Jabatan.objects.select_related("pemda__instansi").get(pemda=self.pemda, nama=nama)


def load_facilities(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> None:
    """Give the made-up ``pemda`` its facilities and chairs, unless they are there."""
    if Facility.objects.filter(pemda=pemda).exists():
        return
    data = _data()
    loader = Loader(pemda, day=day, actor=actor, reason=reason)
    for row in data["pilkada_asal"]:
        _name_election(loader, row)
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


def _name_election(loader: Loader, row: dict[str, Any]) -> None:
    held = JabatanHolding.objects.select_related("jabatan").filter(
        jabatan=loader.office(row["jabatan"]), starts_on=row["dari"], pilkada=""
    )
    for holding in held:
        name_election(holding=holding, pilkada=row["pilkada"], **loader.how)


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
