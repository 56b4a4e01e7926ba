"""What if, on the site: the question stands in the address, the answer in tables and bars."""

import csv
import io
from datetime import date

import pytest
from tests.support import registry
from tests.support.absences import dinas_of
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.kepegawaian.models import Pegawai, Placement, RiwayatJabatan
from pamong.apps.kepegawaian.models.pegawai import EmploymentKind
from pamong.web.simulasi.answer import Part

BUP = "simulasi/bup-pns/"
SET = {"set": ["usia.administrator=62"], "per": "2026-11-25", "tahun": "5"}


@pytest.fixture
def page(client, world):
    def page(tail="", query=SET, path=BUP):
        answer = client.get(f"/{world.pemda.slug}/{path}{tail}", query)
        body = b"".join(answer) if answer.streaming else answer.content
        return answer, body.decode()

    return page


@pytest.fixture
def staff(contoh, staffed):
    """Three administrators and a JPT: two retire within five years, one in 2051."""
    return [
        staffed(contoh, "Andi Contohwan", date(1969, 3, 10), "administrator"),
        staffed(contoh, "Beni Contohwan", date(1970, 7, 1), "administrator"),
        staffed(contoh, "Cici Contohwan", date(1993, 1, 5), "administrator"),
        staffed(contoh, "Dodi Contohwan", date(1969, 3, 10), "jpt_pratama"),
    ]


def employed():
    """Count the PNS of the test world, whom the rule judges."""
    return Pegawai.objects.filter(pemda__slug="kabupaten-contoh-rekaan", kind="pns").count()


@pytest.mark.parametrize(
    ("touched", "judged", "share"),
    [(0, 40, "0 %"), (0, 0, "0 %"), (1, 400, "< 1 %"), (6, 100, "6 %"), (5, 5, "100 %")],
)
def test_a_small_share_is_not_told_as_none(touched, judged, share):
    assert Part("Dinas Contoh", touched, judged).share == share


def test_a_field_of_the_form_becomes_a_question_in_the_address(page):
    answer, _ = page(query={"baru-usia.administrator": "62", "baru-usia.mahir": "", "tahun": "3"})

    assert answer.status_code == 302
    assert answer["Location"].endswith("?set=usia.administrator%3D62&tahun=3")


def test_the_figures_in_force_stand_beside_their_fields_and_articles(page):
    answer, told = page(query={"per": "2026-11-25"})

    assert answer.status_code == 200
    assert 'name="baru-khusus[kelompok=guru].usia"' in told
    assert "UU 14/2005 Pasal 30 ayat (4)" in told
    assert "<svg" in told
    assert 'class="bars"' not in told


def test_the_answer_counts_whom_the_change_touches(page, staff):
    answer, told = page()

    assert answer.status_code == 200
    assert f"Bagi 3 dari {employed()} pegawai penilaiannya berubah" in told
    assert 'class="bars"' in told
    assert "Belum mencapai BUP" in told
    assert 'style="' not in told[told.index("<main") : told.index("</main>")]


def test_who_is_touched_is_listed_the_soonest_first(page, staff):
    _, told = page("siapa/")

    places = [told.index(name) for name in ("Andi", "Beni", "Cici")]
    assert places == sorted(places)
    assert "Dodi" not in told
    assert "1 April 2027" in told
    assert "1 April 2031" in told


def test_the_file_has_a_line_for_each_day_and_person(page, staff):
    answer, told = page("unduh/")
    rows = list(csv.reader(io.StringIO(told.removeprefix("\ufeff"))))

    assert "attachment" in answer["Content-Disposition"]
    assert rows[0][0] == "Siapa"
    assert len([row for row in rows if row[0].startswith("Andi Contohwan")]) == 6


def test_no_change_and_a_change_that_touches_nobody_say_so(page, staff):
    same = page(query=SET | {"set": "usia.administrator=58"})[1]
    nobody = page(query=SET | {"set": "usia.mahir=60"})[1]
    listed = page("siapa/", SET | {"set": "usia.mahir=60"})[1]

    assert "Angka yang diisi sama dengan yang berlaku." in same
    assert f"Bagi tidak seorang pun dari {employed()} pegawai penilaiannya berubah" in nobody
    assert "Dengan angka itu penilaian tidak berubah bagi siapa pun." in listed


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("usia.administrator=tua", "bukan bilangan bulat"),
        ("usia.administrator=300", "300 tidak mungkin; pilih 40–100 tahun"),
        ("usia.tidak_ada=60", "ada angka dengan alamat itu pada hari itu"),
        ("usia.administrator", "bukan bilangan bulat"),
    ],
)
def test_what_cannot_be_is_pointed_out_and_the_rest_stays(page, told, sentence):
    answer, shown = page(query={"set": [told, "usia.mahir=61"], "per": "2026-11-25"})

    assert answer.status_code == 422
    assert sentence in shown
    assert 'value="61"' in shown


@pytest.mark.parametrize("years", ["99", "-3", "lima", ""])
def test_years_that_cannot_be_are_bounded(page, staff, years):
    answer, told = page(query=SET | {"tahun": years})

    assert answer.status_code == 200
    assert f'value="{15 if years == "99" else 5}"' in told


def test_a_day_before_the_first_version_is_told_and_has_no_list(page):
    asked = SET | {"per": "2000-01-01"}

    assert "baru tercatat sejak 15 Januari 2014" in page(query=asked)[1]
    assert page("siapa/", asked)[0].status_code == 404
    assert page("unduh/", asked)[0].status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("simulasi/tidak-ada/", 404),
        ("simulasi/disiplin-penyampaian/", 404),
        ("simulasi/bup-pns/siapa/", 404),
        ("simulasi/bup-pns/unduh/", 404),
    ],
)
def test_a_question_that_is_none_has_no_page(page, path, status):
    assert page(path=path, query={})[0].status_code == status


def test_a_real_government_on_show_is_spared(page, world, settings):
    settings.PAMONG_DEMONSTRATION = True
    type(world.pemda).objects.filter(pk=world.pemda.pk).update(is_made_up=False)

    answer, told = page()

    assert answer.status_code == 200
    assert "tidak dijalankan atas pemerintah daerah sungguhan" in told
    assert page("siapa/")[0].status_code == 404
    chosen = page(path="", query={})[0].client.get("/simulasi/").content.decode()
    assert "bup-pns" not in chosen


def test_who_may_not_read_findings_is_led_to_the_rule_instead(world):
    client = signed_in(Role.ASN, world.pemda)
    told = client.get("/simulasi/").content.decode()

    assert "/aturan/bup-pns/" in told
    assert f"/{world.pemda.slug}/{BUP}" not in told
    assert "Bagaimana bila" not in client.get("/aturan/bup-pns/").content.decode()


def test_the_page_of_a_rule_shows_the_addresses_and_leads_to_the_simulation(client, world):
    told = client.get("/aturan/bup-pns/").content.decode()

    assert "khusus[kelompok=guru].usia" in told
    assert f"/{world.pemda.slug}/{BUP}" in told


def test_in_english_the_figures_have_english_names(client, world, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    told = client.get(f"/{world.pemda.slug}/{BUP}").content.decode()

    assert "Retirement age" in told
    assert "The figures in force" in told


@pytest.fixture
def staffed(contoh):
    opd = dinas_of(contoh)

    def staffed(pemda, name, born, kind):
        pegawai = Pegawai.objects.create(
            person=registry.person(name),
            pemda=pemda,
            kind=EmploymentKind.PNS,
            born_on=born,
            starts_on=date(2010, 1, 1),
        )
        Placement.objects.create(
            pegawai=pegawai, opd=opd, starts_on=date(2010, 1, 1), source="rekaan"
        )
        RiwayatJabatan.objects.create(
            pegawai=pegawai,
            kind=kind,
            nama="Kepala Bidang",
            starts_on=date(2015, 1, 1),
            source="rekaan",
        )
        return pegawai

    return staffed
