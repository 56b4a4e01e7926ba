"""Confirming asks for consent and tells the time; a page shows what reviewing takes, by nobody."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.support import registry, reviewable

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.forums.measures import Median, OfMonth
from pamong.apps.forums.models import Correction, ReviewMeasure
from pamong.web.dokumen.lessons import field_label
from pamong.web.dokumen.measuring import GOAL, chart_of, time_words


@pytest.fixture
def draft(world):
    draft = world.waiting
    draft.document.received_on = registry.RECEIVED
    return draft


@pytest.fixture
def corrected(client, draft):
    """The draft with its conflict settled and one value corrected from the text."""
    where = f"/dokumen/{draft.document.public_id}/tinjau/"
    client.post(f"{where}pilih/", {"pointer": "/date", "number": "0"})
    start, end = reviewable.span("Alun-Alun Contoh sampai")
    spans = f"{start}-{end}"
    client.post(f"{where}isi/", {"pointer": "/place", "value": "Lapangan Contoh", "spans": spans})
    draft.is_sealed = False  # its promise without a name would close it
    draft.save(update_fields=["is_sealed"])
    return draft


@pytest.fixture
def confirm(client, corrected):
    def send(**fields):
        address = f"/dokumen/{corrected.document.public_id}/kukuhkan/"
        return client.post(address, fields, follow=True).content.decode()

    return send


def confirming(client, draft):
    return client.get(f"/dokumen/{draft.document.public_id}/kukuhkan/").content.decode()


def unsealed(draft):
    draft.is_sealed = False
    draft.save(update_fields=["is_sealed"])


def test_consent_is_asked_with_what_would_be_kept_and_is_off(client, corrected):
    page = confirming(client, corrected)

    box = re.search(r'<input[^>]*name="keeps"[^>]*>', page)[0]
    assert "checked" not in box
    assert "Lihat 1 kasus" in page
    assert "<ins>Lapangan Contoh" in page.replace("\n", "")
    assert "Siti" not in page[page.index('id="pelajaran"') :]


def test_a_document_with_words_without_a_name_offers_nothing(client, corrected):
    corrected.is_sealed = True
    corrected.save(update_fields=["is_sealed"])

    page = confirming(client, corrected)

    assert 'name="keeps"' not in page
    assert "orang yang tidak disebut namanya" in page


def test_ticked_it_is_kept_and_the_next_page_begins_ticked(client, confirm, corrected, contoh):
    confirm(keeps="on", seconds="83")

    assert Correction.objects.count() == 1
    assert ReviewMeasure.objects.get().seconds == 83
    following = reviewable.waiting_draft(
        contoh, kode="uji-nanti", text=reviewable.TEXT.replace("Pagi", "Sore")
    )
    where = f"/dokumen/{following.document.public_id}/tinjau/"
    client.post(f"{where}pilih/", {"pointer": "/date", "number": "0"})
    client.post(f"{where}isi/", {"pointer": "/place", "value": "Aula", "spans": "10-20"})
    unsealed(following)
    assert "checked" in re.search(r'name="keeps"[^>]*>', confirming(client, following))[0]


@pytest.mark.parametrize("told", ["", "-3", "1e9", "NaN", "9999999", "12.5", "１２"])
def test_a_time_that_no_script_told_stays_unknown(confirm, told):
    assert "dikukuhkan" in confirm(seconds=told)

    assert ReviewMeasure.objects.get().seconds is None
    assert not Correction.objects.exists()


def test_the_page_of_measures_names_nobody(client, confirm, world):
    confirm(keeps="on", seconds="83")

    page = client.get("/dokumen/ukuran/").content.decode()
    main = page[page.index('id="isi"') :]

    assert "1 menit 23 detik" in main
    assert "2 sentuhan" in main
    assert "Tempat" in main
    assert "Apel" in main
    assert "1 koreksi disimpan" in main
    for name in ("Warni", "Siti", "Budi"):
        assert name not in main


def test_before_the_first_confirmation_the_page_says_so(client, world):
    assert "Belum ada yang diukur" in client.get("/dokumen/ukuran/").content.decode()


def test_another_governments_reviews_are_not_counted(confirm, world, misal):
    confirm(seconds="83")
    stranger = User.objects.create(username="lain", nama="Lain (rekaan)")
    RoleGrant.objects.create(user=stranger, role=Role.BKD, pemda=misal, starts_on=date(2019, 1, 1))
    browser = Client()
    browser.force_login(stranger)

    assert "Belum ada yang diukur" in browser.get("/dokumen/ukuran/").content.decode()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "—"), (45, "45 detik"), (60, "1 menit"), (125.5, "2 menit 6 detik")],
)
def test_a_time_is_written_in_minutes_and_seconds(seconds, words):
    assert time_words(seconds) == words


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("date", "Tanggal forum"),
        ("on_behalf_of/reader", "Dibacakan oleh"),
        ("directives/to", "Arahan: Kepada"),
        ("organisations", "Instansi"),
        ("somewhere/else", "somewhere/else"),
    ],
)
def test_a_field_is_named_as_on_the_review_page(path, label):
    assert field_label(path) == label


def test_the_chart_stays_in_its_frame_and_marks_the_goal():
    months = [
        OfMonth(date(2020 + n // 12, n % 12 + 1, 1), Median(3, float(n), None, 0))
        for n in range(30)
    ]

    chart = chart_of(months)

    assert len(chart.columns) == 12
    assert all(22 <= column.y <= 118 for column in chart.columns)
    assert all(column.y + column.height == 118 for column in chart.columns)
    assert chart.columns[0].label == "Jul 21"
    assert chart.columns[-1].words == "29"
    assert {column.look for column in chart.columns} == {"late"}
    assert chart_of([OfMonth(date(2025, 1, 1), Median(1, GOAL, 2.5, 1))]).columns[0].look == "done"
    assert chart_of([]).columns == ()
