"""Filling Kabupaten Contoh with made-up ASN: a population of the size asked for, all at once."""

from collections.abc import Iterable
from datetime import date

from pamong.apps.core.audit import Actor
from pamong.apps.demonstration.leaders import leaders
from pamong.apps.demonstration.population.people import Drawing, Seat, Unit
from pamong.apps.demonstration.population.records import APPRAISED, TRAINED_IN
from pamong.apps.demonstration.population.shares import population
from pamong.apps.demonstration.scenarios import planted_offices, planted_pegawai
from pamong.apps.demonstration.units import establish_units
from pamong.apps.kepegawaian.enrolling import enrol
from pamong.apps.kepegawaian.models import JabatanAsn, Riwayat, RiwayatCoverage
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.organisasi.structure import typical_structure
from pamong.kernel.period import Period

BY_ESELON = {
    "II": JabatanAsn.JPT_PRATAMA,
    "III": JabatanAsn.ADMINISTRATOR,
    "IV": JabatanAsn.PENGAWAS,
}
HEADS = {"Bupati", "Wakil Bupati"}
COVERED = {
    Riwayat.DIKLAT: Period(date(TRAINED_IN, 1, 1), date(TRAINED_IN + 1, 1, 1)),
    Riwayat.KINERJA: Period(date(APPRAISED[0], 1, 1)),
    Riwayat.PERJANJIAN: Period(date(2021, 1, 1)),
    Riwayat.GAJI: Period(date(2024, 1, 1), date(TRAINED_IN + 1, 1, 1)),
}
"""For which days the records of the made-up people are whole, where not for all."""


def is_settled(pemda: Pemda) -> bool:
    """Tell whether the population is there; it comes whole or not at all."""
    return RiwayatCoverage.objects.filter(pemda=pemda).exists()


def settle(*, pemda: Pemda, asn: int, actor: Actor, reason: str) -> None:
    """Employ as many made-up people as are missing to ``asn``, with those that files name."""
    planted = [each.nama for each in planted_pegawai()]
    named = {*planted, *named_officials()}
    parts = establish_units(pemda=pemda, actor=actor, reason=reason)
    units = [
        Unit(row.pk, row.nama, tuple(parts[row.pk]))
        for row in Opd.objects.filter(pemda=pemda).order_by("id")
    ]
    drawing = Drawing(units, taken=named)
    missing = max(0, asn - len(named))
    enrol(
        pemda=pemda,
        people=list(drawing.people(missing, list(_seats(pemda, units)))),
        complete=Period(population().complete_since),
        covered=COVERED,
        source=population().source,
        actor=actor,
        reason=reason,
    )


def named_officials() -> set[str]:
    """Return the ASN whom the files of offices name; heads of a government are none."""
    asn = {each.nama for each in leaders().terms if each.jabatan not in HEADS}
    return asn | {term.nama for office in planted_offices() for term in office.terms}


def _seats(pemda: Pemda, units: Iterable[Unit]) -> list[Seat]:
    """Return the seats with an echelon, the highest first, but those that are given by name."""
    by_name = {unit.nama: unit for unit in units}
    given = {each.jabatan for each in planted_offices()} | {
        each.jabatan for each in leaders().terms
    }
    offices = [
        (office.eselon, opd.office_name(office), by_name[opd.nama], office.seats)
        for opd in typical_structure(pemda.level)
        for office in opd.offices
        if office.eselon
    ]
    return [
        Seat(unit, name, BY_ESELON[eselon.partition(".")[0]])
        for eselon, name, unit, seats in sorted(offices, key=lambda office: office[0])
        if name not in given
        for _ in range(seats)
    ]
