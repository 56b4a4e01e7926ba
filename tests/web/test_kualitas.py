"""The quality of the records: scores, the work list, on paper, as a file, and who sees what."""

import io
from datetime import date

import pytest
import python_calamine
from django.test import Client
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import record
from tests.support import units, worker

from pamong.apps.accounts.models import RoleGrant, User
from pamong.apps.kualitas.counting import count_quality
from pamong.apps.kualitas.models import QualityScore
from pamong.apps.organisasi.models import Opd

DAY = date(2025, 6, 2)


@pytest.fixture
def client_of(contoh):
    def sign_in(role, *, pemda=contoh, **part):
        user = User.objects.create(username=f"{role}-{pemda.slug}", nama="Penguji (rekaan)")
        RoleGrant.objects.create(
            user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1), **part
        )
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def counted(contoh):
    """Two OPDs: Ani without anything, Budi with a post; counted on a day of June 2025."""
    employed(opd_of(contoh), "Ani Rekawati", "999901012015032001")
    lain = Opd.objects.create(pemda=contoh, nama="Dinas Lain", jenis="dinas", sort_key="l")
    budi = employed(lain, "Budi Contohadi", "999901012015031002")
    told = {"nama": "Analis Umpama", "kind": "pelaksana", "starts_on": date(2016, 4, 1)}
    record(budi, {**told, "paper_number": "821/1"}, "jabatan")
    count_quality(pemda=contoh, day=DAY)
    return contoh


def text(client, pemda, tail="", **query):
    answer = client.get(f"/{pemda.slug}/kualitas-data/{tail}", query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_scores_name_every_indicator_and_what_cannot_be_judged(client_of, counted):
    page = text(client_of("bkd"), counted)

    assert "dihitung untuk" in page

    assert "2 Juni 2025" in page
    for code in ("COM-1", "TIM-6", "ACC-10", "CON-4"):
        assert code in page
    assert "hasil pemadanan NIK dengan Dukcapil belum dicatat di sini" in page
    assert "sumber sekunder" in page
    assert "Dinas Pasar" in page
    assert "Dinas Lain" in page


def test_the_work_list_leads_to_where_it_is_mended(client_of, counted):
    client = client_of("bkd")
    page = text(client, counted, "kerja/", indikator="COM-2")

    assert "Ani Rekawati" in page

    assert "Budi Contohadi" not in page
    assert "/bagian/jabatan/" in page
    assert "1 kekurangan" in page


def test_the_work_list_of_an_opd_holds_its_people_only(client_of, counted):
    lain = Opd.objects.get(nama="Dinas Lain")

    page = text(client_of("bkd"), counted, "kerja/", opd=lain.pk)
    assert "Budi Contohadi" in page
    assert "Ani Rekawati" not in page


def test_a_day_before_the_first_count_says_so(client_of, counted):
    client = client_of("bkd")

    assert "belum pernah dihitung" in text(client, counted, per="2025-06-01")
    assert "belum pernah dihitung" in text(client, counted, "kerja/", per="2025-06-01")


def test_what_is_no_filter_at_all_is_answered_calmly(client_of, counted):
    client = client_of("bkd")

    for query in ({"opd": "x"}, {"indikator": "ABC-9"}, {"hal": "999"}, {"opd": "9" * 9}):
        for tail in ("", "kerja/", "cetak/"):
            assert text(client, counted, tail, **query)


def test_the_head_of_an_opd_sees_its_own_score_and_people(client_of, counted):
    lain = Opd.objects.get(nama="Dinas Lain")
    client = client_of("kepala_opd", opd=lain)

    assert "Dinas Pasar" not in text(client, counted)
    work = text(client, counted, "kerja/")
    assert "Budi Contohadi" in work
    assert "Ani Rekawati" not in work
    assert client.post(f"/{counted.slug}/kualitas-data/hitung/").status_code == 403


def test_an_operator_of_one_unit_has_a_work_list_of_it(client_of, counted):
    opd = Opd.objects.get(nama="Dinas Pasar")
    unit = units.unit(opd, "Bidang Pasar")
    opd.placements.update(unit=unit)
    count_quality(pemda=counted, day=DAY)
    client = client_of("operator_opd", unit=unit)

    assert "Belum ada nilai" in text(client, counted)
    work = text(client, counted, "kerja/")
    assert "Ani Rekawati" in work
    assert "Budi Contohadi" not in work


def test_others_do_not_open_it_and_another_government_does_not_find_it(client_of, counted, misal):
    address = f"/{counted.slug}/kualitas-data/"

    assert client_of("ajudan").get(address).status_code == 403
    assert client_of("bkd", pemda=misal).get(address).status_code == 404


def test_the_file_has_the_indicators_the_opds_and_every_row(client_of, counted):
    answer = client_of("bkd").get(f"/{counted.slug}/kualitas-data/excel/")
    book = python_calamine.CalamineWorkbook.from_filelike(
        io.BytesIO(b"".join(answer.streaming_content))
    )

    assert book.sheet_names == ["Indikator", "OPD", "Daftar kerja"]
    rows = book.get_sheet_by_name("Daftar kerja").to_python()
    broken = sum(QualityScore.objects.values_list("broken", flat=True))
    head = next(place for place, row in enumerate(rows) if row[0] == "Nama")
    assert len(rows) - head - 1 == broken


def test_the_sheet_of_paper_has_no_tools(client_of, counted):
    page = text(client_of("bkd"), counted, "cetak/", kertas="f4")

    assert "Ani Rekawati" in page

    assert "Perbaiki" not in page


def test_counting_now_is_left_to_the_worker_and_shown_when_it_is_done(client_of, counted):
    client, address = client_of("bkd"), f"/{counted.slug}/kualitas-data/"
    employed(Opd.objects.get(nama="Dinas Pasar"), "Cici Umpama", "999901012015032003")

    page = client.post(f"{address}hitung/", follow=True).content.decode()
    assert "Penghitungan dimulai." in page
    assert "Pekerja latar tidak berjalan, jadi langkah ini menunggu" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert f'hx-get="{address}"' in page
    assert "Hitung sekarang" not in page

    again = client.post(f"{address}hitung/", follow=True).content.decode()
    assert "Penghitungan sudah berjalan." in again
    worker.lives()
    assert "Menunggu giliran" in part(client, address).content.decode()

    assert worker.does_errands() == 1
    assert part(client, address)["HX-Refresh"] == "true"
    page = text(client, counted)
    assert "Hitung sekarang" in page
    assert "Dihitung terakhir" in page
    assert "<dt>Pegawai</dt><dd>3</dd>" in page


def test_a_count_at_work_is_not_started_twice_and_one_that_failed_is_asked_for_anew(
    client_of, counted
):
    client, address = client_of("bkd"), f"/{counted.slug}/kualitas-data/"
    client.post(f"{address}hitung/")
    worker.lives()
    worker.takes_up_errands()
    assert "Sedang dikerjakan." in part(client, address).content.decode()
    assert "sudah berjalan" in client.post(f"{address}hitung/", follow=True).content.decode()

    worker.ends_errands("failed")
    failed = part(client, address).content.decode()
    assert "terhenti karena galat" in failed
    assert "hx-get" not in failed
    assert f'action="{address}hitung/"' in failed
    assert (
        "Penghitungan dimulai." in client.post(f"{address}hitung/", follow=True).content.decode()
    )


def test_a_count_whose_worker_is_gone_goes_on_with_the_next_and_is_asked_for_where_one_runs(
    client_of, counted
):
    client, address = client_of("bkd"), f"/{counted.slug}/kualitas-data/"
    client.post(f"{address}hitung/")
    worker.takes_up_errands()
    assert "Pekerja latar tidak berjalan" in text(client, counted)

    worker.lives()
    assert "terhenti karena galat" in text(client, counted)


def part(client, address):
    return client.get(address, headers={"HX-Request": "true"})


def test_counting_on_a_government_counted_for_a_later_day_is_refused_calmly(client_of, counted):
    QualityScore.objects.update(as_of=date(2100, 1, 1))
    page = client_of("bkd").post(f"/{counted.slug}/kualitas-data/hitung/", follow=True)

    assert "sudah dihitung untuk 1 Januari 2100" in page.content.decode()


def test_who_left_the_opd_since_the_count_is_not_shown_to_its_head(client_of, counted):
    pasar, lain = Opd.objects.get(nama="Dinas Pasar"), Opd.objects.get(nama="Dinas Lain")
    lain.placements.update(opd=pasar)

    assert "Budi Contohadi" not in text(client_of("kepala_opd", opd=lain), counted, "kerja/")


@pytest.mark.parametrize("tail", ["", "kerja/", "cetak/"])
def test_every_page_asks_the_database_little(
    client_of, counted, tail, django_assert_max_num_queries
):
    head = client_of("kepala_opd", opd=Opd.objects.get(nama="Dinas Lain"))
    for client in (client_of("bkd"), head):
        with django_assert_max_num_queries(12):
            text(client, counted, tail)
