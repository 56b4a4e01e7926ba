"""Searching: by part of a name, with a typing mistake, by any number; nothing later is told."""

from datetime import date

import pytest
from tests.support import registry
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.core.models import IdentifierKind, Person, PersonIdentifier, PersonName
from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai, Placement
from pamong.apps.organisasi.models import Opd

OLD, NEW = "198402122015030001", "198402132015030001"


@pytest.fixture
def laksmi(contoh) -> Person:
    """Laksmi works in a dinas; her NIP was corrected, and she once wrote her name otherwise."""
    person = registry.person("Laksmi Wirayuda")
    opd = Opd.objects.create(
        pemda=contoh, nama="Dinas Kesehatan", singkatan="Dinkes", jenis="dinas",
        sort_key="dinas kesehatan",
    )  # fmt: skip
    pegawai = Pegawai.objects.create(
        person=person, pemda=contoh, kind=EmploymentKind.PNS, starts_on=date(2015, 3, 1)
    )
    Placement.objects.create(pegawai=pegawai, opd=opd, starts_on=date(2015, 3, 1), source="rekaan")
    for value in (OLD, NEW):
        PersonIdentifier.objects.create(person=person, kind=IdentifierKind.NIP, value=value)
    PersonName.objects.create(person=person, nama="Laksmie", sort_key="laksmie", kind="former")
    return person


def found(client, pemda, words, **more):
    return client.post(f"/{pemda.slug}/cari/", {"cari": words}, follow=True, **more)


@pytest.mark.parametrize(
    "words",
    [
        "laksmi",
        "WIRAYUDA",
        "yuda lak",
        "Hj. Laksmi Wirayuda, M.Si.",
        "laksmie",
        "Laksni",
        "wirayda",
    ],
)
def test_a_person_is_found_by_what_people_type(client, contoh, laksmi, words):
    told = found(client, contoh, words).content.decode()

    assert "Laksmi Wirayuda (rekaan)" in told
    assert "Dinas Kesehatan" in told


@pytest.mark.parametrize("words", [OLD, NEW, "19840212 201503 0 001", "840212"])
def test_a_person_is_found_by_the_new_and_the_old_number(client, contoh, laksmi, words):
    answer = found(client, contoh, words)

    assert "Laksmi Wirayuda" in answer.content.decode()
    assert answer.redirect_chain == []


def test_a_number_never_stands_in_an_address(client, contoh, laksmi):
    answer = client.get(f"/{contoh.slug}/cari/", {"cari": OLD})

    assert answer["Location"] == f"/{contoh.slug}/cari/"


def test_words_stand_in_the_address(client, contoh, laksmi):
    answer = found(client, contoh, "  lak   wira ")

    assert answer.redirect_chain == [(f"/{contoh.slug}/cari/?cari=lak+wira", 302)]


@pytest.mark.parametrize("words", ["dinkes", "kesehatan", "dinas kesehatn"])
def test_an_opd_is_found_by_name_short_name_and_with_a_mistake(client, contoh, laksmi, words):
    assert "Jabatan di dalamnya" in found(client, contoh, words).content.decode()


@pytest.mark.parametrize("words", ["bupati", "wabup", "bupti", "sekda"])
def test_an_office_is_found_as_people_call_it(client, world, words):
    told = found(client, world.pemda, words).content.decode()

    assert f"/{world.pemda.slug}/pejabat/" in told[told.index("<main") :]


def test_whose_records_begin_later_is_not_told(client, contoh, laksmi):
    address = f"/{contoh.slug}/cari/"

    before = client.get(address, {"cari": "laksmi", "per": "2015-02-28"}).content.decode()
    since = client.get(address, {"cari": "laksmi", "per": "2015-03-01"}).content.decode()

    assert "Laksmi Wirayuda" not in before
    assert "Tidak ada yang cocok" in before
    assert "Laksmi Wirayuda" in since


def test_a_resident_finds_who_holds_an_office_and_no_employee(world, laksmi):
    resident = signed_in(Role.WARGA)

    assert "Siti Rekayasari" in found(resident, world.pemda, "siti").content.decode()
    assert "Laksmi Wirayuda" not in found(resident, world.pemda, "laksmi").content.decode()
    assert "Laksmi Wirayuda" not in found(resident, world.pemda, OLD).content.decode()


def test_another_governments_people_are_not_found(client, misal, laksmi):
    assert "Laksmi" not in found(client, misal, "laksmi").content.decode()
    assert "Laksmi" not in found(client, misal, OLD).content.decode()


@pytest.mark.parametrize("words", ["", "   ", "\0", "a" * 5000, "%", "'; --", "x", "Dr. H."])
def test_whatever_is_typed_gets_an_answer(client, contoh, laksmi, words):
    assert found(client, contoh, words).status_code == 200


def test_a_search_asks_the_database_at_most_twelve_times(
    client, world, laksmi, django_assert_max_num_queries
):
    for words in ("laksmi", "laksni", "siti", "dinkes"):
        with django_assert_max_num_queries(12):
            client.get(f"/{world.pemda.slug}/cari/", {"cari": words})
