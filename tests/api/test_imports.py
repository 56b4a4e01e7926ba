"""Bringing in files by the API: upload, preview, doubts, acceptance, and taking it back."""

import io

import pytest
from django.test import Client
from tests.api.conftest import Api, token_for
from tests.apps.impor.conftest import export

from pamong.apps.accounts.models import Role
from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import carry_out_undo, commit, preview
from pamong.apps.impor.models import Import
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai


@pytest.fixture(autouse=True)
def progress_is_told_no_more():
    yield
    progress.close()


@pytest.fixture
def path(contoh):
    return f"/governments/{contoh.slug}/imports"


def upload(api, path, files, reason="ekspor rekaan", **headers):
    sent = []
    for each in files:
        held = io.BytesIO(each.content)
        held.name = each.name
        sent.append(held)
    return Client().post(
        f"/api/v1{path}",
        {"file": sent, "reason": reason},
        headers={**api.headers, **headers},
    )


def run(step):
    step(Import.objects.select_related("pemda").get())


def pointers(told):
    return [each["pointer"] for each in told.json()["errors"]]


def test_files_go_from_upload_to_record_and_back(api, path, tmp_path):
    files, _mistakes = export(tmp_path / "ekspor", people=4)

    told = upload(api, path, files)
    one = told["Location"].removeprefix("/api/v1")
    assert (told.status_code, told.json()["step"]) == (201, "membaca")
    run(preview)
    ready = api.get(one).json()
    assert (ready["step"], ready["counts"]["pegawai"]["new"]) == ("siap", 4)
    assert ready["employments"] == {"ending": 0, "moved": 0, "undated": 0}

    planned = api.post(f"{one}/acceptance?plan=true", {"reason": "uji"})
    assert (planned.status_code, planned.json()["is_done"]) == (200, False)
    assert api.get(one).json()["step"] == "siap"

    accepted = api.post(f"{one}/acceptance", {"reason": "uji"})
    assert (accepted.status_code, accepted.json()["step"]) == (202, "memasukkan")
    assert accepted.json()["counts"] == planned.json()["counts"]
    run(commit)
    assert Pegawai.objects.count() == 4
    assert api.get(one).json()["report"]["pegawai"] == {"new": 4}

    plan = api.post(f"{one}/undoing?plan=true", {"reason": "uji"})
    assert plan.json()["goes"]["pegawai"] == 4
    undone = api.post(f"{one}/undoing", {"reason": "salah berkas"})
    assert (undone.status_code, undone.json()["goes"]) == (202, plan.json()["goes"])
    run(carry_out_undo)
    assert not Pegawai.objects.exists()


def test_doubts_are_told_with_their_place_and_advice(api, path, tmp_path):
    files, mistakes = export(tmp_path / "ekspor", people=40, mistakes=20)
    one = upload(api, path, files)["Location"].removeprefix("/api/v1")
    run(preview)

    kinds = api.get(one).json()["doubts"]
    told = api.get(f"{one}/doubts").json()["items"]
    of_kind = api.get(f"{one}/doubts", code=kinds[0]["code"]).json()["items"]

    assert sum(each["number"] for each in kinds) >= len(mistakes)
    assert all(each["message"] and each["advice"] and each["row"] for each in told)
    assert {each["code"] for each in of_kind} == {kinds[0]["code"]}


def test_what_is_left_out_is_counted(api, path, tmp_path):
    files, _mistakes = export(tmp_path / "ekspor", people=4)
    one = upload(api, path, files)["Location"].removeprefix("/api/v1")
    run(preview)

    told = api.post(f"{one}/acceptance?plan=true", {"sections_left": ["diklat"], "reason": "uji"})

    assert set(told.json()["counts"]["diklat"]) == {"left"}


def test_an_import_is_accepted_once(api, path, tmp_path):
    files, _mistakes = export(tmp_path / "ekspor", people=4)
    one = upload(api, path, files)["Location"].removeprefix("/api/v1")

    early = api.post(f"{one}/acceptance", {"reason": "uji"})
    run(preview)
    nothing = api.post(f"{one}/acceptance", {"states_left": ["new", "changed"], "reason": "uji"})

    assert (early.status_code, nothing.status_code) == (409, 409)
    assert "sedang dibaca" in early.json()["detail"]


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"x"), ("a.csv", b"")])
def test_a_file_that_is_no_table_is_refused_with_its_sentence(api, path, name, content):
    from pamong.apps.core.files import NewFile  # noqa: PLC0415  the only use

    told = upload(api, path, [NewFile(name, content)])

    assert told.status_code == 422
    assert not Import.objects.exists()


def test_an_upload_needs_files_and_a_reason(api, path):
    told = Client().post(f"/api/v1{path}", {}, headers=api.headers)

    assert (told.status_code, pointers(told)) == (422, ["#/file", "#/reason"])


def test_a_key_uploads_once_however_the_parts_are_sent(api, path, tmp_path):
    files, _mistakes = export(tmp_path / "ekspor", people=2)
    key = {"Idempotency-Key": "unggah-1"}

    first, again = upload(api, path, files, **key), upload(api, path, files, **key)
    other = upload(api, path, files[:1], **key)

    assert (first.content, first.status_code) == (again.content, 201)
    assert other.status_code == 422
    assert Import.objects.count() == 1


def test_columns_of_a_layout_of_ones_own_are_matched(api, path):
    from pamong.apps.core.files import NewFile  # noqa: PLC0415  the same

    own = NewFile("pegawai.csv", b"nomor;siapa\n199001012015030001;Ani Rekawati\n")
    one = upload(api, path, [own])["Location"].removeprefix("/api/v1")
    run(preview)
    (sheet,) = api.get(one).json()["sheets"]
    body = {
        "fingerprint": sheet["fingerprint"],
        "layout": "siasn-pegawai",
        "columns": {sheet["keys"][0]: "nip_baru", sheet["keys"][1]: "nama"},
        "reason": "uji",
    }

    wrong = api.post(f"{one}/columns", {**body, "layout": "bukan"})
    told = api.post(f"{one}/columns", body)

    assert pointers(wrong) == ["#/columns"]
    assert (told.status_code, told.json()["step"]) == (202, "membaca")


@pytest.mark.parametrize(
    ("role", "classes"),
    [(Role.INTEGRATOR, [FieldClass.IDENTITY]), (Role.BKD, [FieldClass.IDENTITY])],
)
def test_it_takes_the_role_and_every_class_that_files_tell(contoh, path, role, classes):
    other = Api(token_for(contoh, role, classes=classes).secret)

    assert other.get(path).status_code == 403
    assert upload(other, path, []).status_code in {403, 422}


def test_an_import_of_another_government_is_not_there(api, elsewhere, path, misal, tmp_path):
    files, _mistakes = export(tmp_path / "ekspor", people=2)
    one = upload(api, path, files)["Location"].rpartition("/")[2]

    assert elsewhere.get(f"/governments/{misal.slug}/imports/{one}").status_code == 404
    assert elsewhere.get(f"/governments/{misal.slug}/imports").json()["items"] == []
