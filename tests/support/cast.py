"""The cast: made-up people, governments and papers that tests put on record."""

from datetime import date

from tests.support import registry

from pamong.apps.core.models import Document, Person
from pamong.apps.organisasi.models import Pemda


def siti() -> Person:
    """Siti leads."""
    return registry.person("Siti Rekayasari")


def budi() -> Person:
    """Budi stands in for her."""
    return registry.person("Budi Contohadi")


def tono() -> Person:
    """Tono comes after her."""
    return registry.person("Tono Andaikata")


def contoh() -> Pemda:
    """Kabupaten Contoh, whose records the tests keep."""
    return registry.government("Kabupaten Contoh", level="kabupaten", kode="00.01")


def berita() -> Document:
    return registry.document("uji-1", day=date(2020, 9, 23))


COMES_ON = {each.__name__: each for each in (contoh, siti, budi, tono, berita)}
