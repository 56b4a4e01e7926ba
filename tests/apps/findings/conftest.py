"""A dinas of Kabupaten Contoh whose attendance is known."""

import pytest
from tests.support import registry
from tests.support.absences import dinas_of


@pytest.fixture
def dinas(contoh):
    return dinas_of(contoh)


@pytest.fixture
def papua(db):
    """A government two hours before Jakarta."""
    return registry.government(
        "Kabupaten Timur", level="kabupaten", kode="00.94", zone="Asia/Jayapura"
    )
