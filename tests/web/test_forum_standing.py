"""A planned forum is called off, taken back and corrected on its pages; others only read that."""

from datetime import date

import pytest
import time_machine
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.forums.models import CallingOff, Forum
from pamong.kernel.day import format_day

RECORDERS = {Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA, Role.AJUDAN}
WHY = "Bupati dipanggil ke provinsi"
BEFORE, OFF, BACK = (date(2024, 11, day) for day in (20, 22, 25))


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def plan(world) -> str:
    return world.pages()["forum direncanakan"]


@pytest.fixture
def base(world) -> str:
    return f"/{world.pemda.slug}/forum/"


@pytest.fixture
def called_off(client, plan):
    with time_machine.travel(f"{OFF}T03:00:00Z", tick=False):
        return client.post(f"{plan}batalkan/", {"reason": WHY}, follow=True)


def as_typed(**changed) -> dict:
    """The form of the planned forum as it stands, with what is changed."""
    known = {
        "title": "Rakor Rencana", "kind": "rakor", "day": "2 Desember 2024", "hour": "",
        "end_hour": "", "place": "", "chair": "", "chair_office": "", "chair_capacity": "",
        "behalf": "", "reason": "salah ketik",
    }  # fmt: skip
    return {**known, **changed}


def test_calling_off_says_so_on_the_page_and_closes_what_may_be_added(called_off, client, plan):
    page = told(called_off)

    assert "Rakor Rencana dicatat batal." in page
    assert f'Forum ini dibatalkan pada <time datetime="2024-11-22">{format_day(OFF)}' in page
    assert WHY in page
    assert "Adakan kembali" in page
    assert "Undang lagi" not in page
    assert f'href="{plan}arahan/' not in page


def test_the_list_marks_it_and_is_narrowed_to_it(called_off, client, base):
    def row(query):
        page = told(client.get(f"{base}?{query}"))
        return page[page.index('id="forum"') :]

    assert 'badge-past">dibatalkan' in row(f"per={OFF}")
    assert 'badge-warn">direncanakan' in row(f"per={BEFORE}")
    assert "Rakor Rencana" in row(f"per={OFF}&keadaan=dibatalkan")
    assert "Rakor Rencana" not in row(f"per={OFF}&keadaan=direncanakan")
    assert "Rakor Rencana" in row(f"per={BEFORE}&keadaan=direncanakan")
    assert "Rakor Rencana" not in row(f"per={BEFORE}&keadaan=dibatalkan")
    assert "Rakor Rencana" in row(f"per={OFF}&keadaan=entah")


def test_a_day_before_it_knows_nothing_of_it(called_off, client, plan):
    page = told(client.get(plan, {"per": BEFORE.isoformat()}))

    assert "Forum ini direncanakan" in page
    assert "dibatalkan" not in page
    assert WHY not in page


def test_taken_back_it_is_planned_again_and_both_stand_in_the_history(called_off, client, plan):
    with time_machine.travel(f"{BACK}T03:00:00Z", tick=False):
        typed = {"reason": "Bupati sudah kembali"}
        page = told(client.post(f"{plan}adakan-kembali/", typed, follow=True))

    assert "Rakor Rencana diadakan kembali." in page
    assert "Forum ini direncanakan" in page
    history = told(client.get(f"{plan}riwayat/", {"per": BACK.isoformat()}))
    assert "Diadakan kembali <span" in history
    assert "Bupati sudah kembali" in history
    assert "Forum ini dibatalkan pada" in told(client.get(plan, {"per": "2024-11-23"}))
    between = told(client.get(f"{plan}riwayat/", {"per": "2024-11-23"}))
    assert WHY in between
    assert "Bupati sudah kembali" not in between


@pytest.mark.parametrize("act", ["undangan", "daftar-hadir", "pernyataan", "arahan", "komitmen"])
def test_an_address_that_was_kept_adds_nothing(called_off, client, world, plan, act):
    who = {"name": "Siti Rekayasari", "words": "a", "gist": "a", "to": "BKN", "reason": "uji"}
    answer = client.post(f"{plan}{act}/", {**who, "invited": "camat"})

    assert answer.status_code == 422
    assert "Tidak ada yang dicatat darinya" in told(answer)


def test_words_without_a_name_are_not_taken_either(called_off, client, plan):
    answer = client.post(f"{plan}tanpa-nama/", {"words": "Kami siap.", "sure": "on"})

    assert answer.status_code == 200
    assert "Forum ini dibatalkan pada" in told(answer)
    assert "tersimpan tanpa nama" not in told(answer)


def test_what_cannot_be_called_off_says_why(client, world, plan):
    of_a_document = client.post(f"{world.pages()['satu forum']}batalkan/", {"reason": WHY})
    without_reason = client.post(f"{plan}batalkan/", {"reason": " "})
    not_called_off = client.post(f"{plan}adakan-kembali/", {"reason": WHY})

    assert "Hanya rencana yang dapat dibatalkan" in told(of_a_document)
    assert "Belum diisi" in told(without_reason)
    assert "tidak sedang dibatalkan" in told(not_called_off)
    answers = (of_a_document, without_reason, not_called_off)
    assert {answer.status_code for answer in answers} == {422}
    assert not CallingOff.objects.exists()


@pytest.mark.parametrize("role", Role)
def test_who_may_record_sees_the_doors_and_everybody_reads_that_it_is_off(
    called_off, world, plan, role
):
    browser = signed_in(role, world.pemda)
    page = told(browser.get(plan))

    may = role in RECORDERS
    assert WHY in page
    assert ("Adakan kembali" in page) == may
    assert ("Perbaiki keterangan" in page) == may
    assert ("Riwayat perubahan" in page) == may
    for act in ("batalkan", "adakan-kembali", "perbaiki"):
        answer = browser.post(f"{plan}{act}/", {"reason": " "})
        assert answer.status_code == (422 if may else 403)


def test_the_series_shows_it(called_off, client, world, plan, base):
    series = world.forum.series
    client.post(f"{plan}seri/?per={OFF}", {"series": series.public_id, "reason": "uji"})

    page = told(client.get(f"{base}seri/{series.public_id}/", {"per": OFF.isoformat()}))

    assert "1 di antaranya dibatalkan." in page
    assert 'badge-past">dibatalkan' in page


# ── corrected ─────────────────────────────────────────────────────────────────────────────────


def test_the_form_holds_what_is_on_record(client, world):
    page = told(client.get(f"{world.pages()['satu forum']}perbaiki/"))

    assert 'value="9 September 2024"' in page
    assert 'value="apel" selected' in page


def test_a_correction_is_planned_written_and_told_with_before_and_after(client, plan):
    typed = as_typed(place="Balai", day="3/12/2024", hour="08.00", end_hour="10.00")
    planned = told(client.post(f"{plan}perbaiki/", typed))

    assert "Tempat: dari kosong menjadi &quot;Balai&quot;." in planned
    assert Forum.objects.get(title="Rakor Rencana").place == ""

    page = told(client.post(f"{plan}perbaiki/", {**typed, "setuju": "1"}, follow=True))
    assert "Keterangan forum diperbaiki." in page
    assert "pukul 08.00–10.00" in page
    page = told(client.get(f"{plan}riwayat/"))
    assert "Hari: dari <del>2 Desember 2024</del> menjadi <ins>3 Desember 2024</ins>" in page
    assert "Tempat: dari <del>kosong</del> menjadi <ins>Balai</ins>" in page
    assert "salah ketik" in page


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"day": "31/2/2024"}, "day", "tidak ada dalam kalender"),
        ({"hour": "pagi"}, "hour", "Tulis seperti 08.00"),
        ({"end_hour": "9.00"}, "hour", "Isi jam mulainya"),
        ({"hour": "9.00", "end_hour": "8.00"}, "end_hour", "harus sesudah jam mulai"),
        ({"behalf": "Bupati"}, "chair", "Isi nama pemimpinnya"),
        ({"chair": "Siti", "chair_office": "Bupati"}, "chair_capacity", "Pilih kedudukannya"),
        ({"title": ""}, "title", "Belum diisi"),
        ({}, "__all__", "Tidak ada yang berubah"),
        ({"chair": "Siti", "behalf": "Gubernur Jambi"}, "__all__", "bukan jabatan"),
    ],
)  # fmt: skip
def test_a_correction_that_cannot_be_is_refused_at_its_field(
    client, plan, changed, field, sentence
):
    answer = client.post(f"{plan}perbaiki/", {**as_typed(**changed), "setuju": "1"})

    assert answer.status_code == 422
    assert any(sentence in one for one in answer.context["form"].errors[field])


def test_a_day_that_contradicts_the_record_is_refused_before_the_plan(client, world):
    address = f"{world.pages()['satu forum']}perbaiki/"
    known = client.get(address).context["form"].initial
    answer = client.post(address, {**known, "day": "1/10/2024", "reason": "salah ketik"})

    assert answer.status_code == 422
    assert "tidak dapat tercatat pada 1 Oktober 2024" in told(answer)
    assert "daftar hadirnya dicatat pada 9 September 2024" in told(answer)


def test_a_demonstration_corrects_nothing_of_a_real_government(client, world, settings, plan):
    settings.PAMONG_DEMONSTRATION = True
    type(world.pemda).objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    for act in ("batalkan", "adakan-kembali", "perbaiki"):
        assert client.post(f"{plan}{act}/", as_typed(place="Balai")).status_code == 403
    assert not CallingOff.objects.exists()
