"""Who gets in: tokens, their days, their scopes and their pace; and how a refusal is told."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.api.conftest import ACTOR, TODAY, Api, token_for

from pamong.api.document import document
from pamong.api.site import site
from pamong.apps.accounts.models import ApiToken, Role, RoleGrant, TokenScope, TokenUse, User
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.tokens import (
    NewToken,
    TokenRevokedAlreadyError,
    TokenTooWideError,
    issue_token,
    revoke_token,
)
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.field_classes import FieldClass

PROBLEM = "application/problem+json"


def owner_of(token):
    user = token.grant.user
    return access_of(user.pk, label=str(user), day=TODAY)


@pytest.fixture
def issued(contoh):
    return token_for(contoh)


def test_a_token_tells_what_it_is_for(api, contoh):
    told = api.get("/token").json()

    assert (told["government"], told["role"]) == (contoh.slug, "bkd")
    assert "read:pegawai" in told["scopes"]


def test_the_secret_is_kept_nowhere(issued):
    kept = str(list(ApiToken.objects.values())) + str(
        list(ApiToken.pgh_event_model.objects.values())
    )

    assert issued.secret not in kept
    assert "digest" not in {field.name for field in ApiToken.pgh_event_model._meta.fields}


@pytest.mark.parametrize("header", [None, "Bearer", "Bearer bukan", "Basic eDp5"])
def test_a_stranger_is_told_so(db, header):
    headers = {} if header is None else {"Authorization": header}

    told = Client().get("/api/v1/token", headers=headers)

    assert (told.status_code, told["Content-Type"]) == (401, PROBLEM)
    assert told["WWW-Authenticate"] == "Bearer"


def test_a_session_of_a_browser_lets_nobody_in(db, contoh):
    client = Client()
    client.force_login(User.objects.create(username="orang", nama="Orang Rekaan"))

    assert client.get("/api/v1/token").status_code == 401


def test_a_token_in_an_address_lets_nobody_in(issued):
    assert Client().get("/api/v1/token", {"token": issued.secret}).status_code == 401


def test_a_revoked_token_is_refused_at_once(issued):
    revoke_token(
        token=issued.token, day=TODAY, by=owner_of(issued.token), actor=ACTOR, reason="bocor"
    )

    assert Api(issued.secret).get("/token").status_code == 401
    with pytest.raises(TokenRevokedAlreadyError):
        revoke_token(
            token=issued.token, day=TODAY, by=owner_of(issued.token), actor=ACTOR, reason="lagi"
        )


def test_a_token_ends_with_its_last_day(issued):
    with time_machine.travel("2027-11-01T00:00:00Z", tick=False):
        assert Api(issued.secret).get("/token").status_code == 401


def test_a_token_ends_with_the_role_behind_it(issued):
    RoleGrant.objects.update(ends_before=TODAY)

    assert Api(issued.secret).get("/token").status_code == 401


def test_a_token_ends_with_the_account_of_its_owner(issued):
    User.objects.update(is_active=False)

    assert Api(issued.secret).get("/token").status_code == 401


def test_a_token_is_for_its_scopes_alone(contoh):
    narrow = Api(token_for(contoh, scopes=[TokenScope.READ_ATURAN]).secret)

    assert narrow.get("/rules").status_code == 200
    told = narrow.get(f"/governments/{contoh.slug}/pegawai")
    assert (told.status_code, told["Content-Type"]) == (403, PROBLEM)
    assert "read:pegawai" in told.json()["detail"]


def test_a_role_that_reads_no_findings_reads_none_here(contoh):
    integrator = Api(token_for(contoh, Role.INTEGRATOR, classes=[FieldClass.OPEN]).secret)

    assert integrator.get(f"/governments/{contoh.slug}/findings").status_code == 403


def test_too_many_requests_are_told_to_wait(issued):
    ApiToken.objects.update(per_minute=2)
    api = Api(issued.secret)
    codes = [api.get("/token").status_code for _ in range(3)]
    told = api.get("/token")

    assert codes == [200, 200, 429]
    assert (told.json()["status"], told["Retry-After"]) == (429, "60")
    with time_machine.travel("2026-11-23T03:01:00Z", tick=False):
        assert api.get("/token").status_code == 200
    assert TokenUse.objects.get().last_used_on == TODAY


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ({"as_of": "31/12/2026"}, "query.as_of"),
        ({"as_of": "2026-02-30"}, "query.as_of"),
        ({"limit": "0"}, "query.limit"),
        ({"asof": "2026-01-01"}, "query.asof"),
        ({"words": "a\0"}, "query.words"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(api, contoh, query, place):
    told = api.get(f"/governments/{contoh.slug}/pegawai", **query)

    assert (told.status_code, told["Content-Type"]) == (422, PROBLEM)
    assert [each["at"] for each in told.json()["errors"]] == [place]


def test_a_refusal_is_told_in_the_language_that_is_asked_for(issued):
    indonesian = Api(issued.secret, "id").get("/governments/tidak-ada/opd")
    english = Api(issued.secret, "en-GB,id;q=0.5").get("/governments/tidak-ada/opd")

    assert indonesian["Content-Language"] == "id"
    assert english["Content-Language"] == "en"
    assert indonesian.json()["detail"].startswith("Tidak ada")
    assert english.json()["detail"] != indonesian.json()["detail"]


def test_another_method_is_refused_as_a_problem(api):
    told = Client().delete("/api/v1/token", headers=api.headers)

    assert (told.status_code, told["Allow"], told["Content-Type"]) == (405, "GET", PROBLEM)


def test_an_address_that_is_not_there_is_a_problem(api):
    told = api.get("/bukan-alamat")

    assert (told.status_code, told["Content-Type"]) == (404, PROBLEM)


def test_a_request_that_is_too_large_is_told_so(api, contoh, ani, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    path = f"/governments/{contoh.slug}/pegawai/{ani.public_id}/sections/pangkat/entries"

    told = api.post(path, {"values": {}, "reason": "x" * 200})

    assert (told.status_code, told["Content-Type"]) == (413, PROBLEM)


def test_a_broken_upload_is_told_so(api, contoh):
    told = Client().post(
        f"/api/v1/governments/{contoh.slug}/imports",
        b"--x\r\nbroken",
        content_type="multipart/form-data",
        headers=api.headers,
    )

    assert (told.status_code, told["Content-Type"]) == (422, PROBLEM)


def operations():
    paths = site.get_openapi_schema(path_prefix="/").get("paths")
    return sorted(
        (method, path)
        for path, methods in paths.items()
        for method in methods
        if "{government}" in path
    )


@pytest.mark.parametrize(("method", "path"), operations())
def test_no_operation_reaches_another_government(
    api, elsewhere, contoh, ani, bupati, method, path
):
    keys = {"pegawai": ani.public_id, "office": bupati.public_id}
    nobody = "00000000-0000-4000-8000-000000000000"
    names = {name: keys.get(name, nobody) for name in KEYS}
    address = path.format(government=contoh.slug, section="pangkat", entry=1, **names)
    ask = getattr(elsewhere, method)

    told = ask(address) if method == "get" else ask(address, sendable(path))
    if path.endswith("/imports") and method == "post":
        file = SimpleUploadedFile("a.csv", b"a;b")
        told = Client().post(
            f"/api/v1{address}", {"file": file, "reason": "uji"}, headers=elsewhere.headers
        )

    assert told.status_code == 404
    assert "Rekawati" not in told.content.decode()


def sendable(path):
    """Return a body that an operation can read, so that it gets as far as asking whose it is."""
    return next((told for end, told in BODIES.items() if path.endswith(end)), {"reason": "uji"})


BODIES = {
    "/pegawai": {"name": "Siapa", "kind": "pns", "opd": 1, "starts_on": "2020-01-01",
                 "reason": "uji"},
    "/entries": {"values": {}, "reason": "uji"},
    "/entries/{entry}": {"values": {}, "reason": "uji"},
    "/duties": {},
    "/columns": {"fingerprint": "0" * 32, "layout": "x", "columns": {}, "reason": "uji"},
    "/steps": {"kind": "accepted", "seen": 1},
}  # fmt: skip
KEYS = ("pegawai", "office", "finding", "directive", "duty", "batch")


@pytest.mark.parametrize("key", ["pegawai", "offices"])
def test_what_is_of_another_government_is_not_in_ones_own(elsewhere, misal, ani, bupati, key):
    known = {"pegawai": ani.public_id, "offices": bupati.public_id}[key]

    assert elsewhere.get(f"/governments/{misal.slug}/{key}/{known}").status_code == 404


def new_token(grant, pemda, **over):
    wanted = {
        "name": "aplikasi",
        "scopes": [TokenScope.READ_ORGANISASI],
        "classes": [FieldClass.OPEN],
        "starts_on": TODAY,
        "ends_before": TODAY + timedelta(days=30),
    }
    return NewToken(grant, pemda, **{**wanted, **over})


@pytest.fixture
def grant(contoh):
    user = User.objects.create(username="pemilik", nama="Pemilik Rekaan")
    return RoleGrant.objects.create(
        user=user, role=Role.INTEGRATOR, pemda=contoh, starts_on=date(2019, 1, 1)
    )


def issue(new, user):
    by = access_of(user.pk, label=str(user), day=TODAY)
    return issue_token(new=new, by=by, actor=ACTOR, reason="uji")


@pytest.mark.parametrize(
    "over",
    [{"classes": [FieldClass.HEALTH]}, {"ends_before": TODAY + timedelta(days=400)}],
)
def test_a_token_is_never_wider_than_its_role(grant, contoh, over):
    with pytest.raises(TokenTooWideError):
        issue(new_token(grant, contoh, **over), grant.user)


def test_a_token_is_of_the_government_of_its_role(grant, misal):
    with pytest.raises(TokenTooWideError):
        issue(new_token(grant, misal), grant.user)


@pytest.mark.parametrize("over", [{"name": " "}, {"scopes": []}])
def test_a_token_says_what_it_is_for(grant, contoh, over):
    with pytest.raises(RefusedError):
        issue(new_token(grant, contoh, **over), grant.user)


def test_nobody_gives_a_token_of_the_role_of_another(grant, contoh):
    other = User.objects.create(username="lain", nama="Lain Rekaan")
    RoleGrant.objects.create(user=other, role=Role.BKD, pemda=contoh, starts_on=date(2019, 1, 1))
    with pytest.raises(BeyondOwnPowerError):
        issue(new_token(grant, contoh), other)


def test_an_admin_gives_tokens_of_integrators_and_of_no_other_role(grant, contoh):
    admin = User.objects.create(username="admin", nama="Admin Rekaan")
    RoleGrant.objects.create(
        user=admin, role=Role.BKD_ADMIN, pemda=contoh, starts_on=date(2019, 1, 1)
    )
    assert issue(new_token(grant, contoh), admin).secret
    grant.role = Role.BKD
    with pytest.raises(BeyondOwnPowerError):
        issue(new_token(grant, contoh), admin)


def test_every_operation_asks_for_a_token(db):
    for methods in document()["paths"].values():
        for told in methods.values():
            assert told["security"], told["operationId"]
    for path, methods in document()["paths"].items():
        address = re.sub(r"{(government|rule|section)}", "x", path)
        address = re.sub(r"{entry}", "1", address)
        address = re.sub(r"{\w+}", "00000000-0000-4000-8000-000000000000", address)
        for method in methods:
            assert getattr(Client(), method)(address).status_code == 401, (method, path)


def test_the_description_is_there_for_programs_and_for_people(client, db):
    told = client.get("/api/v1/openapi.json")
    page = client.get("/api/v1/").content.decode()

    assert told.json()["openapi"].startswith("3.1")
    assert all(path in page for path in told.json()["paths"])
    assert "https://" not in page
