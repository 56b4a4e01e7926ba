"""The cast: made-up people and governments, the same in every test that needs the database."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.db.models import Model
from hypothesis import HealthCheck, settings
from tests.support import cast, registry
from tests.support.installed import PLACE
from tests.support.standing import remove

from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.law.plans import keep_plans_in

# Two cores are shared by many: a slow example says nothing about the code.
settings.register_profile(
    "pamong", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.load_profile("pamong")

# Writing the SQL of a rule is most of what it costs to judge a case: once for a run of tests.
keep_plans_in(Path(os.environ[PLACE]) / "plans")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Let the tests that share records follow each other: they are made once for all of them."""
    items.sort(key=lambda item: (not shares(item), str(item.path.parent) if shares(item) else ""))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if not shares(item):
        remove()


def shares(item) -> bool:
    """Tell whether a test looks at records that stand: see tests/support/standing.py."""
    return "standing_records" in getattr(item, "fixturenames", ())


@pytest.fixture
def around(request, django_db_blocker) -> None:
    """Let the records of a folder stand, where a test asks for them, before its own savepoint."""
    if shares(request.node):
        with django_db_blocker.unblock():
            request.getfixturevalue("standing_records").ensure()


@pytest.fixture
def db(around, db) -> None:
    """First what stands, then what a test itself puts on record."""


@pytest.fixture
def already(db) -> Mapping[str, Model]:
    """Whoever of the cast is on record already: a folder whose tests share a world tells whom."""
    return {}


@pytest.fixture
def siti(already) -> Person:
    return already.get("siti") or cast.siti()


@pytest.fixture
def budi(already) -> Person:
    return already.get("budi") or cast.budi()


@pytest.fixture
def tono(already) -> Person:
    return already.get("tono") or cast.tono()


@pytest.fixture
def contoh(already) -> Pemda:
    return already.get("contoh") or cast.contoh()


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
def berita(already) -> Document:
    return already.get("berita") or cast.berita()
