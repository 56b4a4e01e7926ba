"""A small government that is about to be reorganised, and people who work in it."""

from dataclasses import dataclass
from datetime import date

import pytest
from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import Jabatan, Opd, Pemda, UnitKerja
from pamong.apps.organisasi.structure_values import OpdAs, Place
from pamong.apps.organisasi.structure_writing import Basis
from pamong.apps.organisasi.units import Changing, open_opd, open_unit
from pamong.apps.penataan.drawing import Drawing, draw_reorganisation
from pamong.apps.penataan.models import Reorganisation
from pamong.apps.penataan.papers import Paper
from pamong.apps.penataan.reorganising import get_reorganisation

FIRST, DAY, TODAY = date(2020, 1, 1), date(2025, 7, 1), date(2025, 6, 2)
HOW = {"actor": WARNI, "reason": REASON}
PAPER = Paper("Perbup 9/2025", date(2025, 5, 2), "Bupati (rekaan)")


def drawn(plan: Reorganisation) -> Drawing:
    """Draw a draft as a page does: got anew, with its seal."""
    return draw_reorganisation(get_reorganisation(plan.pemda, plan.public_id))


@dataclass(frozen=True)
class Town:
    """Two OPDs; the first has a unit with a unit below it, and a head."""

    pemda: Pemda
    pasar: Opd
    dagang: Opd
    tera: UnitKerja
    timbangan: UnitKerja
    kepala: Jabatan
    people: dict[str, Pegawai]


def employ(pemda: Pemda, nama: str, opd: Opd, unit: UnitKerja | None = None) -> Pegawai:
    """Employ somebody and place him in an OPD or a unit of it."""
    pegawai = Pegawai.objects.create(
        person=registry.person(nama),
        pemda=pemda,
        opd=opd,
        kind="pns",
        starts_on=FIRST,
        born_on=date(1975, 3, 4),
    )
    Placement.objects.create(
        pegawai=pegawai, opd=opd, unit=unit, starts_on=FIRST, source="SK rekaan"
    )
    return pegawai


@pytest.fixture
def town(contoh) -> Town:
    how = Changing(contoh, Basis(FIRST, "Perbup 1/2020 (rekaan)"), TODAY, WARNI, REASON)
    pasar = open_opd(new=OpdAs("Dinas Pasar"), how=how)
    dagang = open_opd(new=OpdAs("Dinas Dagang"), how=how)
    tera = open_unit(nama="Bidang Tera", kind="bidang", place=Place(pasar.pk), how=how)
    below = Place(pasar.pk, tera.pk)
    timbangan = open_unit(nama="Seksi Timbangan", kind="seksi", place=below, how=how)
    people = {
        "Ani": employ(contoh, "Ani Andaian", pasar),
        "Beni": employ(contoh, "Beni Bayangan", pasar, tera),
        "Cici": employ(contoh, "Cici Citraan", pasar, timbangan),
        "Dodi": employ(contoh, "Dodi Dugaan", dagang),
    }
    kepala = registry.office(contoh, "Kepala Dinas Pasar", opd=pasar)
    return Town(contoh, pasar, dagang, tera, timbangan, kepala, people)
