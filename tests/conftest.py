"""The cast: made-up people and governments, the same in every test that needs the database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from tests.support import registry

from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda

# Two cores are shared by many: a slow example says nothing about the code.
settings.register_profile(
    "pamong", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("pamong")


@pytest.fixture
def siti(db) -> Person:
    """Siti leads."""
    return registry.person("Siti Rekayasari")


@pytest.fixture
def budi(db) -> Person:
    """Budi stands in for her."""
    return registry.person("Budi Contohadi")


@pytest.fixture
def tono(db) -> Person:
    """Tono comes after her."""
    return registry.person("Tono Andaikata")


@pytest.fixture
def contoh(db) -> Pemda:
    """Kabupaten Contoh, whose records the tests keep."""
    return registry.government("Kabupaten Contoh", level="kabupaten", kode="00.01")


@pytest.fixture
def misal(db) -> Pemda:
    """Kota Misal, a stranger beside it."""
    return registry.government("Kota Misal", level="kota", kode="00.71")


@pytest.fixture
def bupati(contoh) -> Jabatan:
    return registry.leading(contoh, JabatanKind.KEPALA_DAERAH)


@pytest.fixture
def sekda(contoh) -> Jabatan:
    return registry.leading(contoh, JabatanKind.SEKDA)


@pytest.fixture
def kepala_bkd(contoh) -> Jabatan:
    return registry.office(contoh, "Kepala BKD")


@pytest.fixture
def asisten(contoh) -> Jabatan:
    """An office of three seats."""
    return registry.office(contoh, "Asisten", seats=3)


@pytest.fixture
def sk(contoh) -> Decree:
    return registry.decree(contoh, "821.2/001/2019", decided_on=date(2019, 2, 1))


@pytest.fixture
def berita(db) -> Document:
    return registry.document("uji-1", day=date(2020, 9, 23))
