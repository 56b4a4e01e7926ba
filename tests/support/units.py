"""Short ways to put OPDs, units and people in them on record, straight into the tables."""

from datetime import date

from tests.support import registry

from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai, Placement
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja, UnitKind, UnitState

FIRST = date(2020, 1, 1)
SOURCE = "daftar rekaan"


def opd(pemda: Pemda, nama: str) -> Opd:
    return Opd.objects.create(pemda=pemda, nama=nama, jenis="dinas", sort_key=nama.casefold())


def unit(opd: Opd, nama: str, *, below: UnitKerja | None = None, kode: str = "") -> UnitKerja:
    """Open a unit of ``opd``, for good."""
    opened = UnitKerja.objects.create(pemda=opd.pemda, kode=kode)
    stand(opened, opd, nama, below=below, since=FIRST)
    return opened


def stand(
    unit: UnitKerja,
    opd: Opd,
    nama: str,
    *,
    below: UnitKerja | None = None,
    since: date,
    until: date | None = None,
) -> UnitState:
    return UnitState.objects.create(
        unit=unit,
        opd=opd,
        parent=below,
        nama=nama,
        sort_key=nama.casefold(),
        kind=UnitKind.BIDANG,
        starts_on=since,
        ends_before=until,
        source=SOURCE,
    )


def move(unit: UnitKerja, opd: Opd, *, on: date, below: UnitKerja | None = None) -> None:
    """Let a unit stand elsewhere from a day on; nobody in it is placed anew."""
    state = unit.states.get(ends_before=None)
    UnitState.objects.filter(pk=state.pk).update(ends_before=on)
    stand(unit, opd, state.nama, below=below, since=on)


def employ(opd: Opd, nama: str, *, since: date = FIRST, until: date | None = None) -> Pegawai:
    return Pegawai.objects.create(
        person=registry.person(nama),
        pemda=opd.pemda,
        opd=opd,
        kind=EmploymentKind.PNS,
        starts_on=since,
        ends_before=until,
    )


def place(
    pegawai: Pegawai,
    opd: Opd,
    unit: UnitKerja | None = None,
    *,
    since: date = FIRST,
    until: date | None = None,
) -> Pegawai:
    """Place somebody, and return him."""
    Placement.objects.create(
        pegawai=pegawai, opd=opd, unit=unit, starts_on=since, ends_before=until, source=SOURCE
    )
    return pegawai
