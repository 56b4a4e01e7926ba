"""The lists of a BKD: as a page, on paper, and as a spreadsheet; nobody sees more than he may."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from python_calamine import load_workbook
from tests.support import units

from pamong import law
from pamong.apps.accounts.models import Look, LookWay, Role, RoleGrant, User
from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION
from pamong.apps.findings.models import DueDay
from pamong.apps.findings.running import run_rules
from pamong.apps.kepegawaian.models import (
    PerjanjianKerja,
    RiwayatDiklat,
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

TMT = date(2020, 4, 1)
SOURCE = {"source": "SK rekaan"}
NIP = {"Ani": "199001012015032001", "Budi": "199001012015031002"}


def works(opd, nama: str, *, golongan: str = "III/d", since: date = TMT, born=date(1980, 1, 1)):
    """Employ somebody of a rank in an OPD, with a post that he held from 2021 on."""
    pegawai = units.place(units.employ(opd, nama), opd)
    pegawai.born_on = born
    pegawai.save()
    RiwayatPangkat.objects.create(
        pegawai=pegawai, golongan=golongan, starts_on=since, service_months=120, **SOURCE
    )
    RiwayatJabatan.objects.create(
        pegawai=pegawai,
        kind="pengawas",
        nama="Kepala Seksi Uji",
        eselon="IV.a",
        starts_on=date(2021, 1, 4),
        **SOURCE,
    )
    return pegawai


def browser(role: Role, pemda, **more) -> Client:
    user = User.objects.create(username=role.value, nama=f"{role.label} (rekaan)")
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1), **more)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar):
    ani = works(pasar, "Ani Rekawati")
    PersonIdentifier.objects.create(
        person=ani.person, kind=IdentifierKind.NIP, value=NIP["Ani"], starts_on=TMT
    )
    return ani


@pytest.fixture
def analyst(contoh):
    return browser(Role.BKD, contoh)


def text_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def sheet_of(client, address: str) -> list[list[object]]:
    answer = client.get(address)
    assert answer.status_code == 200, address
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return book.get_sheet_by_index(0).to_python()


def order(text: str, *names: str) -> list[str]:
    return sorted(names, key=text.index)


@pytest.mark.usefixtures("ani")
class TestDuk:
    def test_the_higher_rank_stands_first_and_says_so(self, analyst, pasar):
        works(pasar, "Budi Contohadi", golongan="IV/a")

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert order(text, "Ani Rekawati", "Budi Contohadi")[0] == "Budi Contohadi"
        assert "pangkat lebih tinggi" in text

    def test_of_like_rank_who_held_it_earlier_stands_first(self, analyst, pasar):
        works(pasar, "Budi Contohadi", since=date(2020, 3, 31))

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert order(text, "Ani Rekawati", "Budi Contohadi")[0] == "Budi Contohadi"
        assert "lebih dahulu dalam pangkat yang sama" in text

    def test_a_course_sets_two_apart_who_are_alike_in_all_before_it(self, analyst, pasar):
        budi = works(pasar, "Budi Contohadi")
        RiwayatDiklat.objects.create(
            pegawai=budi,
            kind="struktural",
            nama="Pelatihan Kepemimpinan Pengawas",
            starts_on=date(2021, 3, 1),
            ends_before=date(2021, 5, 1),
            **SOURCE,
        )

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert order(text, "Ani Rekawati", "Budi Contohadi")[0] == "Budi Contohadi"
        assert "latihan jabatan lebih tinggi" in text

    def test_a_diploma_and_then_age_set_two_apart(self, analyst, pasar, ani):
        budi = works(pasar, "Budi Contohadi", born=date(1979, 12, 31))

        assert "usia lebih tua" in text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        RiwayatPendidikan.objects.create(
            pegawai=ani, jenjang="s2", graduated_on=date(2019, 7, 1), **SOURCE
        )
        RiwayatPendidikan.objects.create(
            pegawai=budi, jenjang="s1", graduated_on=date(2005, 7, 1), **SOURCE
        )
        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")
        assert "pendidikan lebih tinggi" in text
        assert order(text, "Ani Rekawati", "Budi Contohadi")[0] == "Ani Rekawati"

    def test_what_is_not_on_record_is_told_where_it_decides(self, analyst, pasar):
        budi = works(pasar, "Budi Contohadi")
        RiwayatPangkat.objects.filter(pegawai=budi).update(service_months=None)

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert "masa kerja lebih lama: belum tercatat pada nomor berikutnya" in text

    def test_whoever_has_no_rank_on_record_is_counted_and_not_placed(self, analyst, pasar):
        units.place(units.employ(pasar, "Tanpa Golongan Umpama"), pasar)

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert "1 PNS tidak bernomor" in text

    def test_a_true_tie_is_told_as_one(self, analyst, pasar):
        works(pasar, "Budi Contohadi")

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert "sama dengan nomor berikutnya dalam semua ukuran" in text

    def test_age_is_closed_to_whom_birth_is_closed(self, contoh, pasar, ani):
        works(pasar, "Budi Contohadi", born=date(1979, 12, 31))
        unit = units.unit(pasar, "Bidang Uji")
        for pegawai in (ani, *type(ani).objects.exclude(pk=ani.pk)):
            pegawai.placements.update(unit=unit)
        head = browser(Role.ATASAN, contoh, unit=unit)

        text = text_of(head, "/kabupaten-contoh-rekaan/daftar/duk/")

        assert "Budi Contohadi" in text
        assert "usia lebih tua" not in text
        assert NIP["Ani"] not in text

    def test_it_says_on_which_day_its_regulation_was_revoked(self, analyst):
        now = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")
        before = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/?per=2017-04-06")
        long_ago = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/?per=1979-01-01")

        assert "dicabut sejak 7 April 2017 oleh PP 11/2017 Pasal 362" in now
        assert "Dasar: PP 15/1979" in before
        assert "belum dilihat" in long_ago

    def test_it_holds_pns_of_the_day_and_filters_stand_in_the_address(
        self, analyst, contoh, pasar
    ):
        works(units.opd(contoh, "Dinas Lain"), "Budi Contohadi", golongan="IV/a")
        works(pasar, "Cici Umpama", golongan="IX")
        base = "/kabupaten-contoh-rekaan/daftar/duk/"

        assert "Cici Umpama" not in text_of(analyst, base)
        assert "Budi Contohadi" not in text_of(analyst, f"{base}?opd={pasar.pk}")
        assert "Ani Rekawati" not in text_of(analyst, f"{base}?golongan=IV/a")
        assert "Daftar ini kosong" in text_of(analyst, f"{base}?per=2019-06-01")

    def test_pages_go_on_where_the_one_before_ended(self, analyst, pasar):
        for at in range(45):
            works(pasar, f"Orang {at:02}")

        first = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/")
        second = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/duk/?hal=2")

        assert "Orang 38" in first
        assert "Orang 39" not in first
        assert "Orang 39" in second
        assert "Orang 38" not in second


@pytest.mark.usefixtures("ani")
class TestNominatif:
    @pytest.mark.parametrize(
        ("by", "group"),
        [
            ("opd", "Dinas Pasar"),
            ("jabatan", "Pengawas"),
            ("golongan", "III/d"),
            ("pendidikan", "Belum tercatat"),
            ("tidak-ada", "Dinas Pasar"),
        ],
    )
    def test_everybody_stands_in_a_group(self, analyst, by, group):
        text = text_of(analyst, f"/kabupaten-contoh-rekaan/daftar/nominatif/?menurut={by}")

        assert f'<h3 class="list-group">{group}</h3>' in text
        assert "Ani Rekawati" in text

    def test_the_highest_level_of_education_counts(self, analyst, ani):
        for jenjang, year in (("s1", 2005), ("s2", 2010)):
            RiwayatPendidikan.objects.create(
                pegawai=ani, jenjang=jenjang, graduated_on=date(year, 7, 1), **SOURCE
            )

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/nominatif/?menurut=pendidikan")

        assert '<h3 class="list-group">S-2</h3>' in text
        assert '<h3 class="list-group">S-1</h3>' not in text

    def test_the_groups_follow_the_tree_of_the_day(self, analyst, contoh, pasar, ani):
        unit = units.unit(pasar, "Bidang Uji")
        ani.placements.update(unit=unit)
        units.move(unit, units.opd(contoh, "Dinas Baru"), on=date(2024, 1, 1))
        base = "/kabupaten-contoh-rekaan/daftar/nominatif/"

        assert '"list-group">Dinas Baru<' in text_of(analyst, f"{base}?per=2024-01-01")
        assert '"list-group">Dinas Pasar<' in text_of(analyst, f"{base}?per=2023-12-31")

    def test_whoever_holds_no_rank_is_listed_last(self, analyst, pasar):
        units.place(units.employ(pasar, "Aan Tanpagolongan"), pasar)

        text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/nominatif/")

        assert order(text, "Aan Tanpagolongan", "Ani Rekawati")[0] == "Ani Rekawati"


@pytest.mark.usefixtures("ani")
@pytest.mark.parametrize("key", ["nominatif", "duk"])
class TestEveryList:
    def test_the_spreadsheet_holds_what_the_page_shows_and_the_look_is_kept(self, analyst, key):
        rows = sheet_of(analyst, f"/kabupaten-contoh-rekaan/daftar/{key}/excel/")

        told = [cell for row in rows for cell in row]
        assert {"Ani Rekawati (rekaan)", NIP["Ani"], TMT} <= set(told)
        assert any("Diunduh oleh" in str(cell) for cell in told)
        assert Look.objects.filter(way=LookWay.EXPORT).exists()

    def test_the_headings_of_the_spreadsheet_stay_and_its_columns_are_wide_enough(
        self, analyst, key
    ):
        answer = analyst.get(f"/kabupaten-contoh-rekaan/daftar/{key}/excel/")
        with ZipFile(BytesIO(b"".join(answer.streaming_content))) as book:
            sheet = book.read("xl/worksheets/sheet1.xml").decode()

        assert re.search(r'<pane ySplit="\d+"[^>]* state="frozen"', sheet)
        assert "<cols>" in sheet

    def test_the_sheet_is_for_paper(self, analyst, key):
        text = text_of(analyst, f"/kabupaten-contoh-rekaan/daftar/{key}/cetak/?kertas=f4")

        assert "Ani Rekawati" in text
        assert "cetak/f4.css" in text
        assert "<form" not in text.partition("<main")[2]

    def test_another_government_sees_none_of_them(self, misal, key):
        stranger = browser(Role.BKD, misal)

        for part in ("", "cetak/", "excel/"):
            address = f"/kabupaten-contoh-rekaan/daftar/{key}/{part}"
            assert stranger.get(address).status_code == 404

    def test_who_answers_for_one_opd_sees_its_people_alone(self, contoh, pasar, key):
        works(units.opd(contoh, "Dinas Lain"), "Budi Contohadi")
        head = browser(Role.KEPALA_OPD, contoh, opd=pasar)

        text = text_of(head, f"/kabupaten-contoh-rekaan/daftar/{key}/")
        rows = sheet_of(head, f"/kabupaten-contoh-rekaan/daftar/{key}/excel/")

        assert "Ani Rekawati" in text
        assert "Budi Contohadi" not in text
        assert "Budi Contohadi (rekaan)" not in {cell for row in rows for cell in row}

    def test_what_is_asked_for_wrongly_asks_for_everything(self, analyst, key):
        text = text_of(
            analyst, f"/kabupaten-contoh-rekaan/daftar/{key}/?opd=x&golongan=Z&hal=-1&status=q"
        )

        assert "Ani Rekawati" in text


@pytest.mark.usefixtures("ani")
class TestDue:
    BASE = "/kabupaten-contoh-rekaan/daftar/"

    @pytest.fixture(autouse=True)
    def counted(self, contoh, ani):
        RiwayatGaji.objects.create(
            pegawai=ani, golongan="III/d", service_months=120, starts_on=date(2025, 3, 1), **SOURCE
        )
        run_rules([law.rules()[rule] for rule in (PENSION, KGB)], contoh, [date(2026, 11, 26)])

    def test_a_pension_stands_with_its_day_its_article_and_when_it_is_proposed(self, analyst):
        text = text_of(analyst, f"{self.BASE}pensiun/")

        assert "1 Februari 2038" in text
        assert "58 tahun" in text
        assert "UU 20/2023 Pasal 55" in text
        assert "1 November 2036" in text
        assert "Dihitung untuk 26 November 2026" in text

    def test_before_the_letter_of_2024_no_day_to_propose_is_told(self, analyst):
        text = text_of(analyst, f"{self.BASE}pensiun/?per=2024-06-30")

        assert "1 November 2036" not in text
        assert "15 bulan" not in text

    def test_those_for_whom_no_day_was_counted_are_told_by_their_number(self, analyst, pasar):
        units.place(units.employ(pasar, "Tanpa Lahir Umpama"), pasar)

        text = text_of(analyst, f"{self.BASE}pensiun/")

        assert "1 PNS tidak ada dalam daftar ini" in text

    def test_a_year_is_chosen_in_the_address(self, analyst):
        assert "Ani Rekawati" in text_of(analyst, f"{self.BASE}pensiun/?tahun=2038")
        assert "Ani Rekawati" in text_of(analyst, f"{self.BASE}pensiun/?tahun=9")

    def test_the_day_of_birth_is_not_told_by_the_pension(self, contoh, pasar, ani):
        unit = units.unit(pasar, "Bidang Uji")
        ani.placements.update(unit=unit)
        head = browser(Role.ATASAN, contoh, unit=unit)

        assert "Ani Rekawati" not in text_of(head, f"{self.BASE}pensiun/")
        assert "Ani Rekawati" in text_of(head, f"{self.BASE}kgb/")

    def test_a_promotion_stands_with_its_period_and_the_next_rank(self, analyst, ani):
        DueDay.objects.create(
            pemda=ani.pemda,
            pegawai=ani,
            rule_id=PROMOTION,
            due_on=date(2027, 4, 1),
            outcome="memenuhi_syarat",
            as_of=date(2026, 11, 26),
            told={"golongan": "III/d", "golongan_berikut": "IV/a"},
        )

        text = text_of(analyst, f"{self.BASE}pangkat/")

        assert "Ani Rekawati" in text
        assert "1 April 2027" in text
        assert "IV/a" in text
        assert "Memenuhi syarat kenaikan pangkat reguler" in text
        assert "Hanya kenaikan pangkat reguler" in text

    def test_a_periodic_rise_stands_with_its_day_and_its_notice(self, analyst):
        text = text_of(analyst, f"{self.BASE}kgb/")

        assert "1 Maret 2027" in text
        assert "1 Januari 2027" in text
        assert "Belum waktunya" in text

    def test_a_rise_by_the_decree_on_rank_is_told_as_an_estimate(self, analyst, contoh, pasar):
        budi = works(pasar, "Budi Contohadi")
        units.place(units.employ(pasar, "Citra Umpama"), pasar)
        run_rules([law.rules()[KGB]], contoh, [date(2026, 11, 26)])

        text = text_of(analyst, f"{self.BASE}kgb/")

        assert DueDay.objects.get(pegawai=budi).due_on == date(2028, 4, 1)
        assert "Perkiraan menurut SK pangkat" in text
        assert "1 hari adalah perkiraan menurut masa kerja dalam SK pangkat" in text
        assert "1 PNS atau CPNS tidak ada dalam daftar ini: gaji yang ditetapkan belum" in text
        assert text.count("/impor/baru/#tata-letak") == 2

    def test_a_rise_that_is_near_is_told_though_the_record_is_not_said_to_be_whole(
        self, analyst, contoh, ani
    ):
        RiwayatGaji.objects.filter(pegawai=ani).update(starts_on=date(2025, 1, 1))
        run_rules([law.rules()[KGB]], contoh, [date(2026, 11, 26)])

        text = text_of(analyst, f"{self.BASE}kgb/")

        assert "1 Januari 2027" in text
        assert "Belum dapat dinilai" in text
        assert "1 KGB sudah dekat atau lewat menurut yang tercatat" in text

    def test_whose_pay_is_the_highest_is_counted_and_not_asked_for(self, analyst, contoh, ani):
        RiwayatGaji.objects.filter(pegawai=ani).update(service_months=32 * 12)
        run_rules([law.rules()[KGB]], contoh, [date(2026, 11, 26)])

        text = text_of(analyst, f"{self.BASE}kgb/")

        assert "1 PNS atau CPNS tidak ada dalam daftar ini walau gajinya tercatat" in text
        assert "Muat riwayat KGB" not in text

    @pytest.mark.parametrize(("key", "day"), [("pensiun", (2038, 2, 1)), ("kgb", (2027, 3, 1))])
    def test_the_spreadsheet_holds_the_days(self, analyst, key, day):
        rows = sheet_of(analyst, f"{self.BASE}{key}/excel/")

        assert date(*day) in {cell for row in rows for cell in row}

    @pytest.mark.parametrize("key", ["pensiun", "kgb"])
    def test_another_opd_and_another_government_are_closed(self, contoh, misal, key):
        head = browser(Role.KEPALA_OPD, contoh, opd=units.opd(contoh, "Dinas Lain"))
        stranger = browser(Role.BKD, misal)

        assert "Ani Rekawati" not in text_of(head, f"{self.BASE}{key}/")
        assert stranger.get(f"{self.BASE}{key}/").status_code == 404

    @pytest.mark.parametrize("key", ["pensiun", "kgb"])
    def test_the_sheet_is_for_paper(self, analyst, key):
        text = text_of(analyst, f"{self.BASE}{key}/cetak/?kertas=a4")

        assert "Ani Rekawati" in text
        assert "cetak/a4.css" in text


class TestContracts:
    BASE = "/kabupaten-contoh-rekaan/daftar/perjanjian/"

    @pytest.fixture
    def dedi(self, pasar):
        dedi = units.place(units.employ(pasar, "Dedi Umpama"), pasar)
        self.contract(dedi, date(2021, 1, 1), date(2026, 1, 1))
        return dedi

    def contract(self, pegawai, starts_on: date, ends_before: date, **more):
        return PerjanjianKerja.objects.create(
            pegawai=pegawai, starts_on=starts_on, ends_before=ends_before, **SOURCE, **more
        )

    @pytest.mark.usefixtures("dedi")
    def test_a_pppk_without_a_running_contract_is_counted(self, analyst, pasar):
        assert "PPPK tidak disebut" not in text_of(analyst, f"{self.BASE}?per=2025-12-31")

        eko = units.place(units.employ(pasar, "Eko Umpama"), pasar)
        type(eko).objects.filter(pk=eko.pk).update(kind="pppk")

        assert "1 PPPK tidak disebut" in text_of(analyst, f"{self.BASE}?per=2025-12-31")

    @pytest.mark.usefixtures("dedi")
    def test_a_contract_stands_with_its_last_day_in_the_year_of_that_day(self, analyst):
        text = text_of(analyst, f"{self.BASE}?per=2025-12-31&tahun=2025")

        assert "Dedi Umpama" in text
        assert "31 Desember 2025" in text

    @pytest.mark.usefixtures("dedi")
    def test_of_a_later_day_it_is_over(self, analyst):
        assert "Dedi Umpama" not in text_of(analyst, f"{self.BASE}?per=2026-01-01")

    def test_one_that_was_broken_off_runs_no_more(self, analyst, dedi):
        PerjanjianKerja.objects.filter(pegawai=dedi).update(ended_on=date(2024, 5, 2))

        assert "Dedi Umpama" in text_of(analyst, f"{self.BASE}?per=2024-05-01")
        assert "Dedi Umpama" not in text_of(analyst, f"{self.BASE}?per=2024-05-02")

    def test_the_first_to_end_stands_first_and_what_follows_is_told(self, analyst, pasar, dedi):
        eni = units.place(units.employ(pasar, "Eni Umpama"), pasar)
        self.contract(eni, date(2024, 1, 1), date(2025, 7, 1), is_part_time=True)
        self.contract(dedi, date(2026, 1, 1), date(2031, 1, 1))

        text = text_of(analyst, f"{self.BASE}?per=2025-06-01")

        assert order(text, "Dedi Umpama", "Eni Umpama") == ["Eni Umpama", "Dedi Umpama"]
        assert "sudah ada perjanjian berikutnya" in text
        assert "paruh waktu" in text

    @pytest.mark.usefixtures("dedi")
    def test_it_is_sent_as_a_spreadsheet_and_printed(self, analyst):
        rows = sheet_of(analyst, f"{self.BASE}excel/?per=2025-12-31")
        text = text_of(analyst, f"{self.BASE}cetak/?per=2025-12-31&kertas=a4")

        assert date(2025, 12, 31) in {cell for row in rows for cell in row}
        assert "Dedi Umpama" in text

    @pytest.mark.usefixtures("dedi")
    def test_another_opd_does_not_see_it(self, contoh):
        head = browser(Role.KEPALA_OPD, contoh, opd=units.opd(contoh, "Dinas Lain"))

        assert "Dedi Umpama" not in text_of(head, f"{self.BASE}?per=2025-12-31")


def test_where_the_law_has_not_run_the_list_says_so(analyst):
    text = text_of(analyst, "/kabupaten-contoh-rekaan/daftar/pensiun/")

    assert "belum dijalankan di sini" in text


def test_a_list_that_is_not_there_is_not_found(analyst):
    assert analyst.get("/kabupaten-contoh-rekaan/daftar/tidak-ada/").status_code == 404
