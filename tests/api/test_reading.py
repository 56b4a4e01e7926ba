"""Reading by the API: as of a day, as known on another, and only what the token may see."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.api.conftest import ACTOR, Api, employed, token_for
from tests.support import duties, registry, units

from pamong.apps.accounts.models import Look, Role
from pamong.apps.findings.models import Standing
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.recording import record_entry
from pamong.apps.kepegawaian.sections import section

NUMBER = "999901012015032001"


def record_of(api, pegawai, **query):
    return api.get(f"/governments/{pegawai.pemda.slug}/pegawai/{pegawai.public_id}", **query)


def entries(record, key):
    return next(each for each in record["sections"] if each["key"] == key)["entries"]


@pytest.fixture
def punished(ani):
    values = {
        "level": "ringan",
        "kind": section("hukuman").model._meta.get_field("kind").choices[0][0],
        "starts_on": date(2024, 1, 1),
        "source": "SK rekaan",
        "why": "terlambat rekaan",
    }
    record_entry(section=section("hukuman"), pegawai=ani, values=values, actor=ACTOR, reason="uji")
    return ani


def test_a_record_tells_what_was_so_on_the_day(api, ani, pasar):
    lain = units.opd(pasar.pemda, "Dinas Lain")
    record_entry(
        section=section("penempatan"),
        pegawai=ani,
        values={"opd": lain, "starts_on": date(2024, 5, 1), "source": "SK rekaan"},
        actor=ACTOR,
        reason="uji",
    )

    before = record_of(api, ani, as_of="2024-04-30").json()
    after = record_of(api, ani, as_of="2024-05-01").json()

    assert [each["values"]["opd"]["name"] for each in entries(before, "penempatan")] == [
        "Dinas Pasar"
    ]
    assert entries(after, "penempatan")[0]["values"]["opd"]["name"] == "Dinas Lain"


def test_nothing_is_told_of_a_moment_at_which_nothing_was_known(api, ani):
    assert record_of(api, ani, known_on="2020-11-20T00:00:00Z").status_code == 404
    assert record_of(api, ani, known_on="2099-11-20T00:00:00Z").status_code == 200


def test_whoever_is_recorded_later_is_not_there_yet(api, ani):
    assert record_of(api, ani, as_of="2015-02-28").status_code == 404
    assert record_of(api, ani, as_of="2015-03-01").status_code == 200


def test_what_the_token_may_not_see_is_null_and_named(contoh, punished):
    narrow = Api(token_for(contoh, classes=[FieldClass.OPEN]).secret)

    told = record_of(narrow, punished)
    record = told.json()

    assert NUMBER not in told.content.decode()
    assert "terlambat rekaan" not in told.content.decode()
    assert record["identifiers"] is None
    assert set(record["closed"]) == {"born_on", "identifiers"}
    assert entries(record, "hukuman") is None


def test_a_wider_token_sees_it(api, punished):
    record = record_of(api, punished).json()

    assert [each["value"] for each in record["identifiers"]] == [NUMBER]
    assert entries(record, "hukuman")[0]["values"]["why"] == "terlambat rekaan"


def test_a_list_keeps_numbers_from_a_role_that_may_not_see_them(contoh, ani):
    ajudan = Api(token_for(contoh, Role.AJUDAN, classes=[FieldClass.OPEN]).secret)

    told = ajudan.get(f"/governments/{contoh.slug}/pegawai")

    (row,) = told.json()["items"]
    assert NUMBER not in told.content.decode()
    assert (row["number"], row["born_on"], row["closed"]) == (None, None, ["number", "born_on"])


def test_what_goes_out_is_kept_as_a_look(api, punished):
    record_of(api, punished)

    looks = Look.objects.filter(person=punished.person, way="api")
    assert "hukuman" in set(looks.values_list("section", flat=True))


def test_a_walk_meets_everybody_once_also_who_comes_meanwhile(api, contoh, pasar):
    for number in range(5):
        employed(pasar, f"Orang {'abcde'[number]} Rekaan", f"99990101201503200{number}")
    path, met, after = f"/governments/{contoh.slug}/pegawai", [], {}
    for step in range(10):
        told = api.get(path, limit="2", **after).json()
        met += [row["id"] for row in told["items"]]
        if step == 0:
            newcomer = employed(pasar, "Aaa Rekaan", "999901012015032009")
        if told["next"] is None:
            break
        after = {"after": told["next"]}

    assert len(met) == len(set(met)) == 6
    assert str(newcomer.public_id) in met


def test_a_list_is_narrowed_by_name_opd_unit_and_status(api, contoh, ani, pasar):
    lain = units.opd(contoh, "Dinas Lain")
    bidang = units.unit(lain, "Bidang Rekaan")
    citra = units.place(units.employ(lain, "Citra Rekaan"), lain, bidang)
    state = bidang.public_id
    path = f"/governments/{contoh.slug}/pegawai"

    def met(**query):
        return [row["id"] for row in api.get(path, **query).json()["items"]]

    assert met(words="citra") == [str(citra.public_id)]
    assert met(opd=str(pasar.pk)) == [str(ani.public_id)]
    assert met(unit=str(state)) == [str(citra.public_id)]
    assert met(kind="pppk") == []
    assert len(met(kind="pns")) == 2


def test_offices_tell_their_holder_and_on_what_basis(api, contoh, bupati, siti, berita):
    registry.hold(siti, bupati, since=date(2021, 3, 1), by=berita, stated_on=date(2020, 9, 23))
    path = f"/governments/{contoh.slug}/offices"

    def holder(day):
        offices = api.get(path, as_of=day).json()["items"]
        return next(each for each in offices if each["id"] == str(bupati.public_id))

    assert holder("2021-02-28")["holder"] is None
    assert holder("2021-03-01")["holder"]["source"]["basis"] == "document"


def test_units_stand_as_on_the_day(api, contoh, pasar):
    bidang = units.unit(pasar, "Bidang Rekaan")
    lain = units.opd(contoh, "Dinas Lain")
    units.move(bidang, lain, on=date(2025, 1, 1))
    path = f"/governments/{contoh.slug}/units"

    before = api.get(path, as_of="2024-12-31").json()["items"]
    after = api.get(path, as_of="2025-01-01").json()["items"]

    assert (before[0]["opd"], after[0]["opd"]) == (pasar.pk, lain.pk)
    assert api.get(path, as_of="2025-01-01", opd=str(pasar.pk)).json()["items"] == []


def test_an_answer_that_is_known_already_is_not_sent_again(api, ani):
    first = record_of(api, ani)
    path = first.wsgi_request.path

    again = type(first.client)().get(path, headers={**api.headers, "If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_request_asks_at_most_twelve_queries(api, punished, contoh):
    for path in (
        f"/governments/{contoh.slug}/pegawai",
        f"/governments/{contoh.slug}/pegawai/{punished.public_id}",
        f"/governments/{contoh.slug}/units",
        f"/governments/{contoh.slug}/offices",
        f"/governments/{contoh.slug}/findings",
        f"/governments/{contoh.slug}/directives",
        f"/governments/{contoh.slug}/duties",
    ):
        with CaptureQueriesContext(connection) as asked:
            assert api.get(path).status_code == 200, path
        assert len(asked) <= 12, (path, [each["sql"][:90] for each in asked])


def test_part_of_a_government_costs_no_more(contoh, punished, pasar):
    head = Api(
        token_for(
            contoh, Role.KEPALA_OPD, opd=pasar, classes=[FieldClass.OPEN, FieldClass.IDENTITY]
        ).secret
    )
    with CaptureQueriesContext(connection) as asked:
        assert record_of(head, punished).status_code == 200
    assert len(asked) <= 12


def test_a_case_is_judged_and_nothing_is_written(api):
    listed = api.get("/rules").json()["items"]
    steps = [each["id"] for each in listed if each["kind"] == "step"]

    told = api.post(f"/rules/{steps[0]}/judgements", {"as_of": "2026-01-05", "facts": {}})

    assert told.status_code == 200
    assert told.json()["outcome"] == "tidak_dapat_dinilai"


def test_a_rule_over_a_population_judges_no_case(api):
    told = api.post(
        "/rules/disiplin-absen-kumulatif/judgements", {"as_of": "2026-01-05", "facts": {}}
    )

    assert told.status_code == 409


def test_a_fact_that_the_rule_does_not_know_is_named(api):
    listed = api.get("/rules").json()["items"]
    steps = [each["id"] for each in listed if each["kind"] == "step"]

    told = api.post(
        f"/rules/{steps[0]}/judgements", {"as_of": "2026-01-05", "facts": {"bukan": "ini"}}
    )

    assert told.status_code == 422
    assert "bukan" in told.json()["errors"][0]["at"]


def test_a_frozen_judgement_is_closed_as_on_its_page(api, contoh, ani):
    found = duties.finding(contoh, "pegawai", ani.pk)
    facts = {"pegawai": [{"nama": "Ani Rekawati", "lahir_on": "1990-01-01"}]}
    steps = [{"name": "lahir", "value": "1990-01-01", "unit": ""}]
    told = {"facts": facts, "shown_steps": steps, "steps": steps, "explanation": ["1990-01-01"]}
    Standing.objects.filter(finding=found).update(judgement=told)
    narrow = Api(token_for(contoh, classes=[FieldClass.OPEN]).secret)
    path = f"/governments/{contoh.slug}/findings/{found.public_id}"

    open_to_all, closed = api.get(path), narrow.get(path)

    assert open_to_all.json()["judgement"]["facts"] == facts
    assert closed.status_code == 200
    assert "1990" not in closed.content.decode()
    assert closed.json()["judgement"]["facts"]["pegawai"][0]["nama"] == "Ani Rekawati"
