"""Following up by the API: making duties from a directive, and taking steps on them."""

from datetime import date

import pytest
from tests.api.conftest import Api, token_for
from tests.support import duties

from pamong.apps.accounts.models import Role, TokenScope
from pamong.apps.duties.models import Duty, DutyStep
from pamong.apps.kepegawaian.field_classes import FieldClass


def pointers(told):
    return [each["pointer"] for each in told.json()["errors"]]


@pytest.fixture
def uji(contoh):
    return duties.opd(contoh)


@pytest.fixture
def asked(contoh, bupati, uji):
    return duties.directive(contoh, uji)


@pytest.fixture
def sekda(contoh):
    return Api(token_for(contoh, Role.SEKDA, classes=[FieldClass.OPEN]).secret)


@pytest.fixture
def head(contoh, uji):
    return Api(token_for(contoh, Role.KEPALA_OPD, opd=uji, classes=[FieldClass.OPEN]).secret)


@pytest.fixture
def duty(sekda, contoh, asked, uji):
    path = f"/governments/{contoh.slug}/directives/{asked.public_id}/duties"
    sekda.post(path, {"opd": [uji.pk], "due_on": "2026-12-31"})
    return Duty.objects.get()


def steps(duty):
    return f"/governments/{duty.pemda.slug}/duties/{duty.public_id}/steps"


def test_duties_are_made_for_the_opd_that_are_named(sekda, contoh, asked, uji):
    path = f"/governments/{contoh.slug}/directives/{asked.public_id}/duties"
    body = {"opd": [uji.pk], "due_on": "2026-12-31"}

    planned = sekda.post(f"{path}?plan=true", body)
    assert (planned.status_code, planned.json()["items"][0]["id"]) == (200, None)
    assert not Duty.objects.exists()

    told, again = sekda.post(path, body), sekda.post(path, body)

    assert (told.status_code, told.json()["items"][0]["opd"]) == (201, "Dinas Uji")
    assert again.json()["items"] == []
    assert Duty.objects.get().due_on == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("over", "place"),
    [
        ({"opd": []}, "#/opd"),
        ({"opd": [999_999]}, "#/opd"),
        ({"due_on": "2020-01-01"}, "#/due_on"),
        ({"due_on": None}, "#/due_on"),
        ({"working_days": 5}, "#/due_on"),
        ({"governments": ["kota-lain"]}, "#/governments"),
    ],
)
def test_what_cannot_be_made_is_named_with_its_place(sekda, contoh, asked, uji, over, place):
    path = f"/governments/{contoh.slug}/directives/{asked.public_id}/duties"

    told = sekda.post(path, {"opd": [uji.pk], "due_on": "2026-12-31", **over})

    assert (told.status_code, pointers(told)) == (422, [place])
    assert not Duty.objects.exists()


def test_a_term_may_be_counted_in_working_days(sekda, contoh, asked, uji):
    path = f"/governments/{contoh.slug}/directives/{asked.public_id}/duties"

    told = sekda.post(path, {"opd": [uji.pk], "working_days": 5})

    assert told.json()["items"][0]["due_on"] == "2026-11-30"


def test_a_role_that_gives_no_directives_makes_no_duties(head, contoh, asked, uji):
    path = f"/governments/{contoh.slug}/directives/{asked.public_id}/duties"

    assert head.post(path, {"opd": [uji.pk], "due_on": "2026-12-31"}).status_code == 403


def test_a_step_is_planned_and_taken_by_the_side_whose_it_is(head, sekda, duty):
    body = {"kind": "accepted", "seen": 1}

    planned = head.post(f"{steps(duty)}?plan=true", body)
    assert (planned.status_code, planned.json()["state"]) == (200, "accepted")
    assert DutyStep.objects.count() == 1
    assert sekda.post(steps(duty), body).status_code == 403

    told = head.post(steps(duty), body)

    assert (told.status_code, told.json()["step"], told.json()["state"]) == (201, 2, "accepted")
    assert {**told.json(), "is_done": False} == planned.json()


def test_the_whole_life_of_a_duty_goes_through_here(head, sekda, duty):
    sent = [
        (head, {"kind": "accepted", "seen": 1}, "accepted"),
        (head, {"kind": "delegated", "seen": 2, "to": "Kabid Rekaan"}, "delegated"),
        (head, {"kind": "prolong_asked", "seen": 3, "until": "2027-02-01", "note": "x"},
         "delegated"),
        (sekda, {"kind": "prolong_granted", "seen": 4}, "delegated"),
        (head, {"kind": "reported", "seen": 5, "addresses": ["https://contoh.example/a"]},
         "reported"),
        (sekda, {"kind": "returned", "seen": 6, "note": "kurang"}, "returned"),
        (head, {"kind": "reported", "seen": 7, "note": "lengkap"}, "reported"),
        (sekda, {"kind": "closed", "seen": 8, "note": "diperiksa"}, "closed"),
    ]  # fmt: skip

    for api, body, state in sent:
        told = api.post(steps(duty), body)
        assert (told.status_code, told.json()["state"]) == (201, state), body

    listed = sekda.get(steps(duty)).json()
    assert [each["step"] for each in listed["items"]] == [*range(1, 10)]
    assert listed["items"][-1]["note"] == "diperiksa"


def test_a_step_that_was_overtaken_is_refused(head, duty):
    head.post(steps(duty), {"kind": "accepted", "seen": 1})

    told = head.post(steps(duty), {"kind": "reported", "seen": 1, "note": "selesai"})

    assert told.status_code == 409
    assert "diterima" in told.json()["detail"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"kind": "delegated"}, "#/to"),
        ({"kind": "reported"}, "#/note"),
        ({"kind": "reported", "addresses": ["bukan alamat"]}, "#/addresses/0"),
        ({"kind": "cannot_said"}, "#/note"),
        ({"kind": "prolong_asked", "note": "x"}, "#/until"),
        ({"kind": "prolong_asked", "note": "x", "until": "2026-12-31"}, "#/until"),
        ({"kind": "made"}, "#/kind"),
        ({"kind": "accepted", "seen": 0}, "#/seen"),
    ],
)
def test_a_step_that_cannot_be_is_named_with_its_place(head, duty, body, place):
    told = head.post(steps(duty), {"seen": 1, **body})

    assert (told.status_code, pointers(told)) == (422, [place])
    assert DutyStep.objects.count() == 1


def test_an_evaluation_names_a_forum_that_was_held(sekda, duty, asked):
    nobody = "00000000-0000-4000-8000-000000000000"
    body = {"kind": "evaluated", "seen": 1, "note": "sudah berjalan"}

    wrong = sekda.post(steps(duty), {**body, "forum": nobody})
    told = sekda.post(steps(duty), {**body, "forum": str(asked.forum.public_id)})

    assert pointers(wrong) == ["#/forum"]
    assert told.status_code == 201


def test_who_may_not_see_inside_is_told_steps_without_words(contoh, duty, head):
    head.post(steps(duty), {"kind": "delegated", "seen": 1, "to": "Kabid", "note": "rahasia"})
    lain = duties.opd(contoh, "Dinas Lain")
    other = Api(token_for(contoh, Role.KEPALA_OPD, opd=lain, classes=[FieldClass.OPEN]).secret)

    told = other.get(steps(duty))

    assert told.json()["is_closed"] is True
    assert "rahasia" not in told.content.decode()


def test_a_token_without_the_scope_takes_no_step(contoh, uji, duty):
    reader = Api(
        token_for(
            contoh, Role.KEPALA_OPD, opd=uji, scopes=[TokenScope.READ_ARAHAN],
            classes=[FieldClass.OPEN],
        ).secret
    )  # fmt: skip

    assert reader.post(steps(duty), {"kind": "accepted", "seen": 1}).status_code == 403


def test_a_key_takes_one_step(head, duty):
    body, key = {"kind": "accepted", "seen": 1}, {"Idempotency-Key": "langkah-1"}

    first, again = head.post(steps(duty), body, **key), head.post(steps(duty), body, **key)

    assert first.content == again.content
    assert DutyStep.objects.count() == 2
