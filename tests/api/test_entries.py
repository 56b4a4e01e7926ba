"""Writing a record by the API: the same services, plans, versions and refusals as the pages."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.conftest import ACTOR, TODAY, Api, employed, token_for
from tests.support import units

from pamong.apps.accounts.answering_once import forget_answers
from pamong.apps.accounts.models import KeptAnswer, Look, Role, TokenScope
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import RiwayatPangkat
from pamong.apps.kepegawaian.recording import record_entry
from pamong.apps.kepegawaian.sections import SECTIONS, section

RANK = {"golongan": "III/a", "starts_on": "2020-04-01", "source": "SK rekaan"}


def path_of(pegawai, key="pangkat", entry=None, *, act=""):
    path = f"/governments/{pegawai.pemda.slug}/pegawai/{pegawai.public_id}/sections/{key}/entries"
    return path + (f"/{entry}" if entry else "") + act


def recorded(api, pegawai, values=RANK, key="pangkat", **headers):
    return api.post(path_of(pegawai, key), {"values": values, "reason": "uji"}, **headers)


def places(told):
    return [each["pointer"] for each in told.json()["errors"]]


@pytest.fixture
def rank(ani):
    values = {"golongan": "III/a", "starts_on": date(2020, 4, 1), "source": "SK rekaan"}
    return record_entry(
        section=section("pangkat"), pegawai=ani, values=values, actor=ACTOR, reason="uji"
    )


def test_an_entry_is_recorded_and_found_at_its_address(api, ani):
    told = recorded(api, ani)
    again = api.get(told["Location"].removeprefix("/api/v1"))

    assert told.status_code == 201
    assert again.json()["values"]["golongan"] == "III/a"
    assert again["ETag"] == told["ETag"] == f'"{again.json()["version"]}"'


def test_history_names_the_owner_of_the_token_and_the_reason(api, ani):
    recorded(api, ani)

    event = RiwayatPangkat.pgh_event_model.objects.latest("pgh_id")
    assert "aplikasi rekaan" in event.pgh_context["actor"]
    assert event.pgh_context["reason"] == "uji"


def test_a_plan_tells_what_follows_and_writes_nothing(api, ani, rank):
    body = {"values": RANK | {"golongan": "III/b", "starts_on": "2024-04-01"}, "reason": "uji"}

    told = api.post(path_of(ani) + "?plan=true", body)

    assert told.status_code == 200
    assert told.json()["is_done"] is False
    assert told.json()["entry"]["id"] is None
    assert told.json()["moves"] == [
        {"entry": rank.pk, "starts_on": "2020-04-01", "ends_before": "2024-04-01"}
    ]
    assert RiwayatPangkat.objects.get().ends_before is None


def test_what_was_planned_is_what_is_done(api, ani, rank):
    body = {"values": RANK | {"golongan": "III/b", "starts_on": "2024-04-01"}, "reason": "uji"}
    planned = api.post(path_of(ani) + "?plan=true", body).json()

    done = api.post(path_of(ani), body).json()

    assert done["moves"] == planned["moves"]
    assert {**done["entry"], "id": None, "version": None} == planned["entry"]
    rank.refresh_from_db()
    assert rank.ends_before == date(2024, 4, 1)


def test_a_placement_moves_somebody(api, ani, pasar):
    lain = units.opd(ani.pemda, "Dinas Lain")
    bidang = units.unit(lain, "Bidang Rekaan")
    values = {"opd": lain.pk, "unit": str(bidang.public_id), "starts_on": "2024-05-01",
              "source": "SK rekaan"}  # fmt: skip

    told = recorded(api, ani, values, "penempatan")

    assert told.status_code == 201
    placed = told.json()["entry"]["values"]
    assert (placed["opd"]["name"], placed["unit"]["name"]) == ("Dinas Lain", "Bidang Rekaan")
    assert told.json()["moves"][0]["ends_before"] == "2024-05-01"


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (RANK | {"starts_on": "1/4/2020"}, "#/values/starts_on"),
        (RANK | {"starts_on": "2020-02-30"}, "#/values/starts_on"),
        (RANK | {"golongan": "V/z"}, "#/values/golongan"),
        (RANK | {"golongan": 3}, "#/values/golongan"),
        (RANK | {"service_months": "lima"}, "#/values/service_months"),
        (RANK | {"service_months": 10**30}, "#/values/service_months"),
        (RANK | {"decree": "SK"}, "#/values/decree"),
        (RANK | {"document": "00000000-0000-4000-8000-000000000000"}, "#/values/document"),
        (RANK | {"pangkat": "x"}, "#/values/pangkat"),
        (RANK | {"source": "a\x00"}, "#/values/source"),
        ({"starts_on": "2020-04-01", "source": "SK rekaan"}, "#/values/golongan"),
    ],
)
def test_each_column_that_cannot_be_is_named_with_its_place(api, ani, values, place):
    told = recorded(api, ani, values)

    assert told.status_code == 422
    assert places(told) == [place]


def test_the_sentence_is_that_of_the_form(api, ani):
    told = recorded(api, ani, {"starts_on": "2020-04-01"}).json()

    assert told["errors"][0]["problem"].startswith("golongan: ")


@pytest.mark.parametrize("reason", ["", "   ", None])
def test_a_reason_is_always_asked_for(api, ani, reason):
    told = api.post(path_of(ani), {"values": RANK, "reason": reason})

    assert (told.status_code, places(told)) == (422, ["#/reason"])


def test_what_the_database_refuses_is_a_conflict_with_its_sentence(api, ani, rank):
    told = recorded(api, ani, {**RANK, "golongan": "III/b"})

    assert told.status_code == 409
    assert told["Content-Type"] == "application/problem+json"
    assert RiwayatPangkat.objects.count() == 1


def test_an_opd_of_another_government_is_not_told_from_one_that_is_not_there(api, ani, bima):
    theirs = bima.placements.get().opd_id
    base = {"starts_on": "2024-05-01", "source": "SK rekaan"}

    other = recorded(api, ani, {**base, "opd": theirs}, "penempatan").json()
    nowhere = recorded(api, ani, {**base, "opd": 999_999}, "penempatan").json()

    assert other["errors"] == nowhere["errors"]
    assert other["errors"][0]["pointer"] == "#/values/opd"


def test_a_correction_is_of_the_version_that_was_read(api, ani, rank):
    path = path_of(ani, entry=rank.pk)
    mark = api.get(path)["ETag"]
    body = {"values": {"golongan": "III/b"}, "reason": "salah baca"}

    done = api.patch(path, body, **{"If-Match": mark})
    late = api.patch(path, {**body, "values": {"golongan": "III/c"}}, **{"If-Match": mark})

    assert (done.status_code, done.json()["changed"]) == (200, ["golongan"])
    assert done["ETag"] != mark
    assert (late.status_code, late["Content-Type"]) == (412, "application/problem+json")
    rank.refresh_from_db()
    assert rank.golongan == "III/b"


def test_without_a_version_nothing_is_corrected(api, ani, rank):
    body = {"values": {"golongan": "III/b"}, "reason": "uji"}

    told = api.patch(path_of(ani, entry=rank.pk), body)
    withdrawn = api.post(path_of(ani, entry=rank.pk, act="/withdrawal"), {"reason": "uji"})

    assert (told.status_code, withdrawn.status_code) == (428, 428)
    assert RiwayatPangkat.objects.get().golongan == "III/a"


@pytest.mark.parametrize(
    ("mark", "status"),
    [("bukan", 422), ('W/"1"', 422), ('"99999999999999999999"', 422), ('"0"', 412)],
)
def test_a_version_that_is_none_corrects_nothing(api, ani, rank, mark, status):
    body = {"values": {"golongan": "III/b"}, "reason": "uji"}

    told = api.patch(path_of(ani, entry=rank.pk), body, **{"If-Match": mark})

    assert told.status_code == status
    assert RiwayatPangkat.objects.get().golongan == "III/a"


def test_a_correction_that_changes_nothing_is_told_so(api, ani, rank):
    body = {"values": {"golongan": "III/a"}, "reason": "uji"}

    told = api.patch(path_of(ani, entry=rank.pk), body, **{"If-Match": "*"})

    assert told.status_code == 409
    assert "Tidak ada yang berubah" in told.json()["detail"]


def test_a_withdrawn_entry_is_gone_and_history_keeps_it(api, ani, rank):
    path = path_of(ani, entry=rank.pk)
    mark = {"If-Match": api.get(path)["ETag"]}
    planned = api.post(f"{path}/withdrawal?plan=true", {"reason": "uji"}, **mark)

    done = api.post(f"{path}/withdrawal", {"reason": "keliru orang"}, **mark)

    assert (planned.json()["is_done"], done.json()["is_done"]) == (False, True)
    assert api.get(path).status_code == 404
    event = RiwayatPangkat.pgh_event_model.objects.latest("pgh_id")
    assert (event.pgh_label, event.pgh_context["reason"]) == ("delete", "keliru orang")


def test_an_entry_of_somebody_else_is_not_there(api, ani, rank, pasar):
    other = employed(pasar, "Citra Rekaan", "999901012015032003")

    assert api.get(path_of(other, entry=rank.pk)).status_code == 404


def test_a_token_that_only_reads_writes_nothing(contoh, ani):
    reader = Api(token_for(contoh, scopes=[TokenScope.READ_PEGAWAI]).secret)

    told = recorded(reader, ani)

    assert told.status_code == 403
    assert "write:riwayat" in told.json()["detail"]


def test_a_role_that_keeps_no_records_writes_none(contoh, ani):
    integrator = Api(token_for(contoh, Role.INTEGRATOR, classes=[FieldClass.OPEN]).secret)

    assert recorded(integrator, ani).status_code == 403
    assert not RiwayatPangkat.objects.exists()


def test_nobody_writes_his_own_record(contoh, ani):
    own = Api(token_for(contoh, person=ani.person).secret)

    assert recorded(own, ani).status_code == 403


def test_who_does_not_see_a_column_writes_no_section_that_has_it(contoh, ani):
    narrow = Api(token_for(contoh, classes=[FieldClass.OPEN]).secret)
    values = {"level": "ringan", "starts_on": "2024-01-01", "source": "SK rekaan"}

    told = recorded(narrow, ani, values, "hukuman")

    assert told.status_code == 403
    assert "disiplin" in told.json()["detail"]
    assert narrow.get(path_of(ani, "hukuman")).status_code == 403
    assert recorded(narrow, ani).status_code == 201


def test_what_is_shown_of_an_entry_is_kept_as_a_look(api, ani, rank):
    api.get(path_of(ani, entry=rank.pk))

    assert Look.objects.filter(person=ani.person, section="pangkat", way="api").exists()


def test_a_key_does_once_what_is_sent_twice(api, ani):
    key = {"Idempotency-Key": "3f1c-1"}

    first = recorded(api, ani, **key)
    again = recorded(api, ani, **key)

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert (first["Location"], first["ETag"]) == (again["Location"], again["ETag"])
    assert again["Idempotency-Replayed"] == "true"
    assert "Idempotency-Replayed" not in first
    assert RiwayatPangkat.objects.count() == 1


def test_a_key_is_of_one_request(api, ani):
    key = {"Idempotency-Key": "3f1c-1"}
    recorded(api, ani, **key)

    told = recorded(api, ani, {**RANK, "golongan": "III/b"}, **key)

    assert told.status_code == 422
    assert told.json()["errors"][0]["at"] == "header.Idempotency-Key"


def test_a_key_is_of_one_token(api, contoh, ani):
    other = Api(token_for(contoh).secret)
    recorded(api, ani, **{"Idempotency-Key": "satu"})

    told = recorded(other, ani, {**RANK, "starts_on": "2024-04-01"}, **{"Idempotency-Key": "satu"})

    assert told.status_code == 201


def test_what_was_refused_may_be_sent_again_with_its_key(api, ani):
    key = {"Idempotency-Key": "3f1c-1"}

    assert recorded(api, ani, {**RANK, "source": ""}, **key).status_code == 409
    assert recorded(api, ani, **key).status_code == 201


def test_a_key_is_forgotten_after_a_day(api, ani):
    key = {"Idempotency-Key": "3f1c-1"}
    recorded(api, ani, **key)
    later = datetime.fromisoformat("2026-11-24T03:00:01Z")

    with time_machine.travel(later, tick=False):
        assert recorded(api, ani, **key).status_code == 409
    assert forget_answers(at=later) == 1
    assert not KeptAnswer.objects.exists()


def test_a_plan_takes_no_key(api, ani):
    path, body = path_of(ani) + "?plan=true", {"values": RANK, "reason": "uji"}

    api.post(path, body, **{"Idempotency-Key": "3f1c-1"})

    assert not KeptAnswer.objects.exists()
    assert recorded(api, ani, **{"Idempotency-Key": "3f1c-1"}).status_code == 201


@pytest.mark.parametrize("key", ["", "ada spasi", "x" * 101])
def test_a_key_that_is_none_is_told_so(api, ani, key):
    told = recorded(api, ani, **{"Idempotency-Key": key})

    assert told.status_code == 422


def test_every_section_says_what_it_takes(api):
    told = api.get("/sections").json()["items"]

    assert [each["key"] for each in told] == [each.key for each in SECTIONS]
    kinds = {column["kind"] for each in told for column in each["columns"]}
    assert kinds == {
        "text", "day", "whole", "decimal", "yes_no", "opd", "unit", "document", "decree",
    }  # fmt: skip


def example_of(column):
    if column["choices"]:
        return next(iter(column["choices"]))
    return {
        "text": "rekaan", "day": "2024-05-01", "whole": 1, "decimal": 1.5, "yes_no": True,
    }.get(column["kind"])  # fmt: skip


@pytest.mark.parametrize("key", [each.key for each in SECTIONS])
def test_every_section_can_be_recorded_corrected_and_withdrawn(api, ani, pasar, key):
    """With no more than what the description says is required, and a source."""
    told = next(each for each in api.get("/sections").json()["items"] if each["key"] == key)
    names = {each["name"] for each in told["columns"]}
    values = {each["name"]: example_of(each) for each in told["columns"] if each["is_required"]}
    values |= EXTRA.get(key, {})
    if "opd" in names:
        values["opd"] = pasar.pk
    if key == "penempatan":
        values["starts_on"] = "2020-05-01"

    done = recorded(api, ani, {**values, "source": "SK rekaan"}, key)

    assert done.status_code == 201, done.content
    path = path_of(ani, key, done.json()["entry"]["id"])
    corrected = api.patch(
        path, {"values": {"source": "SK lain"}, "reason": "uji"}, **{"If-Match": done["ETag"]}
    )
    assert corrected.status_code == 200, corrected.content
    gone = api.post(f"{path}/withdrawal", {"reason": "uji"}, **{"If-Match": corrected["ETag"]})
    assert gone.status_code == 200, gone.content


EXTRA = {
    "kinerja": {"year": 2024, "starts_on": "2024-01-01", "ends_before": "2025-01-01"},
    "perjanjian": {"ends_before": "2027-01-01"},
}
"""What a section needs beside its required columns, because a constraint asks for one of some."""


def test_a_list_of_entries_costs_at_most_twelve_queries(api, ani, rank):
    with CaptureQueriesContext(connection) as asked:
        told = api.get(path_of(ani))

    assert [each["version"] > 0 for each in told.json()["items"]] == [True]
    assert len(asked) <= 12
    assert told.json()["as_of"] == TODAY.isoformat()
    before = TODAY - timedelta(days=9999)
    assert api.get(path_of(ani), as_of=before.isoformat()).status_code == 404


@pytest.mark.parametrize("key", ["diklat", "pangkat"])
def test_entries_without_a_code_of_origin_are_nobody_elses(api, ani, pasar, key):
    other = employed(pasar, "Citra Rekaan", "999901012015032003")
    values = {
        "diklat": {
            "nama": "Diklat Rekaan",
            "kind": "fungsional",
            "starts_on": "2020-04-01",
            "source": "x",
        },
        "pangkat": RANK,
    }[key]
    assert recorded(api, other, values, key).status_code == 201, "somebody else has one already"

    assert recorded(api, ani, values, key).status_code == 201
