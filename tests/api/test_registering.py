"""Putting a pegawai on record by the API."""

import pytest
from tests.api.conftest import Api, token_for

from pamong.apps.accounts.models import Role, TokenScope
from pamong.apps.core.models import Person
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai

SPECIMEN = "199001012015030001"


def body(pasar, **over):
    told = {
        "name": "Drs. Dewi Andaisari, M.Si.",
        "kind": "pns",
        "number": "19900101 201503 0 001",
        "born_on": "1990-01-01",
        "opd": pasar.pk,
        "starts_on": "2015-03-01",
        "work_week": "lima_hari",
        "reason": "SK rekaan",
    }
    return {**told, **over}


@pytest.fixture
def path(contoh):
    return f"/governments/{contoh.slug}/pegawai"


def pointers(told):
    return [each["pointer"] for each in told.json()["errors"]]


def test_somebody_is_put_on_record_and_found(api, path, pasar):
    told = api.post(path, body(pasar))

    assert told.status_code == 201
    found = api.get(told["Location"].removeprefix("/api/v1")).json()
    assert found["name"] == "Drs. Dewi Andaisari, M.Si. (rekaan)"
    assert [each["value"] for each in found["identifiers"]] == [SPECIMEN]
    listed = api.get(path, words="dewi").json()["items"]
    assert listed[0]["placement"]["opd_name"] == "Dinas Pasar"


def test_a_plan_of_it_writes_nobody(api, path, pasar):
    told = api.post(f"{path}?plan=true", body(pasar))

    assert (told.status_code, told.json()["is_done"], told.json()["id"]) == (200, False, None)
    assert told.json()["number"] == SPECIMEN
    assert not Person.objects.filter(nama="Dewi Andaisari").exists()


def test_a_namesake_born_the_same_day_is_told(api, path, pasar):
    api.post(path, body(pasar))

    again = api.post(f"{path}?plan=true", body(pasar, number="199001012016030002"))
    other = api.post(
        f"{path}?plan=true", body(pasar, number="199102022016030002", born_on="1991-02-02")
    )

    assert "bernama sama" in again.json()["notes"][0]
    assert other.json()["notes"] == []


def test_a_birthday_that_is_not_that_of_the_number_is_told(api, path, pasar):
    told = api.post(f"{path}?plan=true", body(pasar, born_on="1990-01-02"))

    assert "berbeda" in told.json()["notes"][0]


def test_a_number_is_of_one_person(api, path, pasar):
    api.post(path, body(pasar))

    told = api.post(path, body(pasar, name="Eka Andaikan"))

    assert told.status_code == 409
    assert Pegawai.objects.filter(pemda=pasar.pemda).count() == 1
    assert not Person.objects.filter(nama="Eka Andaikan").exists()


@pytest.mark.parametrize(
    ("over", "place"),
    [
        ({"name": "-, -"}, "#/name"),
        ({"number": ""}, "#/number"),
        ({"number": "199013012015030001"}, "#/number"),
        ({"number": "199001012015031001"}, "#/number"),  # it might be somebody's
        ({"opd": 999_999}, "#/opd"),
        ({"ends_before": "2015-03-01"}, "#/ends_before"),
        ({"kind": "honorer"}, "#/kind"),
        ({"starts_on": "1 Maret 2015"}, "#/starts_on"),
        ({"nip": SPECIMEN}, "#/nip"),
        ({"reason": " "}, "#/reason"),
    ],
)
def test_what_cannot_be_is_named_with_its_place(api, path, pasar, over, place):
    told = api.post(path, body(pasar, **over))

    assert (told.status_code, pointers(told)) == (422, [place])
    assert not Pegawai.objects.exists()


def test_who_is_no_asn_has_no_number(api, path, pasar):
    told = api.post(path, body(pasar, kind="non_asn", number=""))

    assert told.status_code == 201
    assert told.json()["number"] == ""


@pytest.mark.parametrize(
    ("role", "scopes", "classes"),
    [
        (Role.INTEGRATOR, [TokenScope.WRITE_PEGAWAI], [FieldClass.IDENTITY]),
        (Role.BKD, [TokenScope.WRITE_RIWAYAT], list(FieldClass)),
        (Role.BKD, [TokenScope.WRITE_PEGAWAI], [FieldClass.OPEN]),
    ],
)
def test_it_takes_the_role_the_scope_and_the_class(contoh, path, pasar, role, scopes, classes):
    other = Api(token_for(contoh, role, scopes=scopes, classes=classes).secret)

    assert other.post(path, body(pasar)).status_code == 403


def test_a_key_registers_once(api, path, pasar):
    key = {"Idempotency-Key": "daftar-1"}

    first, again = api.post(path, body(pasar), **key), api.post(path, body(pasar), **key)

    assert (first.content, first["Location"]) == (again.content, again["Location"])
    assert Pegawai.objects.count() == 1
