"""Forums on their pages: put down by hand, called over, minuted; and words without a name."""

import logging
import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.forums.models import (
    ConfidentialStatement,
    Directive,
    Forum,
    Invitation,
    RollCallEntry,
    Statement,
)
from pamong.cli import serve

NEW = {
    "kind": "rakor",
    "title": "Rakor Realisasi",
    "day": "14/12/2026",
    "hour": "08.30",
    "end_hour": "10.00",
    "place": "Aula",
    "agenda": "Realisasi\nKendala",
    "all_opds": "on",
    "invited": "camat",
    "reason": "undangan dikirim",
}
FREE = "Kami siap berubah asal aturannya jelas."


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def base(world) -> str:
    return f"/{world.pemda.slug}/forum/"


@pytest.fixture
def one(world) -> str:
    return world.pages()["satu forum"]


def test_a_forum_by_hand_is_planned_shown_and_then_recorded(client, base, world):
    shown = client.post(f"{base}baru/", NEW)

    assert f"{world.pemda.opd.count()} OPD diundang." in told(shown)
    assert "Agenda: Realisasi; Kendala." in told(shown)
    assert not Forum.objects.filter(title="Rakor Realisasi").exists()

    answer = client.post(f"{base}baru/", {**NEW, "setuju": "1"}, follow=True)
    assert "Rakor Realisasi dicatat" in told(answer)
    assert "pukul 08.30–10.00" in told(answer)
    invited = Invitation.objects.filter(forum__title="Rakor Realisasi")
    assert invited.count() == world.pemda.opd.count() + 1


def test_whoever_wants_to_change_the_plan_gets_the_form_back(client, base):
    answer = client.post(f"{base}baru/", {**NEW, "ubah": "1"})

    assert 'value="Rakor Realisasi"' in told(answer)
    assert not Forum.objects.filter(title="Rakor Realisasi").exists()


def test_all_that_is_wrong_is_told_at_its_field(client, base):
    wrong = {**NEW, "day": "31/2/2026", "hour": "pagi", "chair_office": "Bupati", "reason": ""}
    answer = client.post(f"{base}baru/", {**wrong, "setuju": "1"})

    assert answer.status_code == 422
    for sentence in ("tidak ada dalam kalender", "Tulis seperti 08.00", "Isi nama pemegang"):
        assert sentence in told(answer)


def test_the_roll_call_is_corrected_and_the_page_says_so(client, one, world):
    row = world.forum.invitations.order_by("id").first()
    fields = {f"presence-{row.public_id}": "diwakili", "reason": "salah catat"}

    refused = client.post(f"{one}daftar-hadir/", fields)
    assert refused.status_code == 422
    assert "Tulis jabatan wakilnya." in told(refused)

    fields[f"represented_by-{row.public_id}"] = "Sekretaris Dinas"
    client.post(f"{one}daftar-hadir/", fields)
    page = told(client.get(one))
    assert "Sekretaris Dinas" in page
    assert "1 perbaikan tersimpan di riwayat" in page
    assert RollCallEntry.objects.count() == 2


def test_a_planned_forum_has_no_roll_call_yet(client, world):
    answer = client.post(
        f"/forum/{world.planned.public_id}/daftar-hadir/", {"reason": "uji"}, follow=True
    )

    assert answer.status_code in {200, 422}
    assert not RollCallEntry.objects.filter(invitation__forum=world.planned).exists()


def test_minutes_are_written_with_the_office_of_that_day(client, one):
    who = {"name": "Siti Rekayasari", "office": "Bupati", "capacity": "definitif"}
    client.post(f"{one}pernyataan/", {**who, "words": "Mari bekerja.", "reason": "notula"})
    client.post(
        f"{one}arahan/",
        {**who, "gist": "melapor setiap Senin", "to": "Dinas Uji", "reason": "notula"},
    )

    assert Statement.objects.get(words="Mari bekerja.").speaker.nama == "Siti Rekayasari"
    assert Directive.objects.get(gist="melapor setiap Senin").term == "setiap Senin"
    assert "Mari bekerja." in told(client.get(one))


def test_a_forum_of_another_government_is_not_there(world, misal, one):
    stranger = signed_in(Role.SEKDA, misal)

    assert stranger.get(one).status_code == 404
    assert stranger.post(f"{one}tanpa-nama/", {"words": FREE, "sure": "on"}).status_code == 404


def test_a_demonstration_adds_nothing_to_a_real_government(client, world, settings, one):
    settings.PAMONG_DEMONSTRATION = True
    type(world.pemda).objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    for act in ("pernyataan", "arahan", "daftar-hadir", "undangan", "tanpa-nama"):
        assert client.post(f"{one}{act}/", {"reason": "uji"}).status_code == 403
    assert client.get(f"/{world.pemda.slug}/forum/baru/").status_code == 403


@pytest.mark.parametrize(
    ("query", "finds"),
    [("cari=apel", True), ("cari=septembre", True), ("cari=musrenbang", False),
     ("jenis=apel", True), ("jenis=rakor", False), ("topik=disiplin", True),
     ("tahun=2024", True), ("tahun=2023", False), ("seri=Apel+Senin", True),
     ("hal=99", True), ("hal=%00", True)],
)  # fmt: skip
def test_the_list_is_narrowed_by_its_address(client, base, query, finds):
    answer = client.get(f"{base}?{query}&per=2024-09-20")
    part = client.get(f"{base}?{query}&per=2024-09-20", headers={"HX-Request": "true"})

    assert ("Apel, 9 September" in told(answer)) == finds
    assert ("Apel, 9 September" in told(part)) == finds
    assert "<h1" not in told(part)


# ── words without a name ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def door(one) -> str:
    return f"{one}tanpa-nama/"


def test_the_words_are_kept_and_nothing_of_the_request(client, door, world, caplog):
    sessions = list(Session.objects.values_list("session_data", "expire_date"))
    seen = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "WITH")):
            seen.append(sql)
        return execute(sql, params, many, context)

    with caplog.at_level(logging.DEBUG), connection.execute_wrapper(watch):
        answer = client.post(door, {"words": FREE, "sure": "on"})

    assert "tersimpan tanpa nama" in told(answer)
    assert ConfidentialStatement.objects.filter(words=FREE).exists()
    assert all("forums_confidentialstatement" in sql for sql in seen)
    assert list(Session.objects.values_list("session_data", "expire_date")) == sessions
    assert "messages" not in answer.cookies
    assert [row for row in caplog.records if row.name.startswith("django.request")] == []
    assert FREE not in caplog.text.replace(str(seen), "")


def test_a_refused_form_leaves_no_line_in_the_log_and_keeps_what_was_typed(client, door, caplog):
    with caplog.at_level(logging.DEBUG, logger="django.request"):
        answer = client.post(door, {"words": "Di Dinas Uji kami kekurangan orang", "sure": "on"})

    assert answer.status_code == 200
    assert "Pernyataan menyebut &quot;Dinas Uji&quot;" in told(answer)
    assert "kami kekurangan orang" in told(answer)
    assert caplog.records == []


def test_where_few_could_have_said_it_the_form_warns_first(client, door, world):
    before = ConfidentialStatement.objects.count()

    answer = client.post(door, {"words": FREE})

    assert "Hanya 2 yang dapat mengatakannya" in told(answer)
    assert "Centang dulu" in told(answer)
    assert ConfidentialStatement.objects.count() == before


@pytest.mark.parametrize("role", Role)
def test_the_words_are_shown_to_few_and_others_see_that_there_are_some(world, one, role):
    shown = told(signed_in(role, world.pemda).get(one))

    sees = role in {Role.OPERATOR, Role.SEKDA, Role.AJUDAN}
    assert ("mengisi laporan bulanan" in shown) == sees
    assert ("orang yang tidak ingin disebut namanya" in shown) != sees
    assert "Pernyataan tanpa nama" in shown


@pytest.mark.parametrize("role", [Role.SEKDA, Role.KEPALA_OPD, Role.WARGA])
def test_the_document_covers_the_same_words_for_the_same_eyes(world, role):
    shown = told(signed_in(role, world.pemda).get(world.pages()["dokumen dikukuhkan"]))

    assert ("mengisi laporan bulanan" in shown) == (role is Role.SEKDA)
    assert ("▒" in shown) == (role is not Role.SEKDA)


def test_the_server_keeps_no_log_of_requests():
    assert not re.search("access", " ".join(serve._site(8000)))
