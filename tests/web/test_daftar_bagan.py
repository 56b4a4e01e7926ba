"""The charts: every number leads to a list of as many rows, and closed birth stays closed."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.test import Client
from python_calamine import load_workbook
from tests.support import units

from pamong import law
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.findings.due_days import PENSION
from pamong.apps.findings.running import run_rules
from pamong.apps.kepegawaian.models import (
    PersonalDetails,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)

BASE = "/kabupaten-contoh-rekaan/daftar/"
SOURCE = {"source": "SK rekaan"}
DAY = "?per=2026-11-26"
COUNTED = re.compile(r'<td class="number"><a href="([^"]+)">([\d.]+)</a></td>')
NUMBER = re.compile(r'<td class="number">(?:<a [^>]*>)?(\d+)<')
PEOPLE = (
    ("Ani Rekawati", "F", date(1980, 1, 1), "III/d", "s1"),
    ("Budi Contohadi", "M", date(1980, 6, 1), "III/d", "s2"),
    ("Cici Umpama", "F", date(1999, 11, 26), "III/a", "s1"),
    ("Dedi Umpama", "M", date(1999, 11, 27), "II/c", "d3"),
    ("Eni Umpama", "", None, "", ""),
)


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
def unit(pasar):
    return units.unit(pasar, "Bidang Los")


@pytest.fixture(autouse=True)
def people(contoh, pasar, unit):
    for nama, sex, born_on, golongan, jenjang in PEOPLE:
        pegawai = units.employ(pasar, nama)
        pegawai.born_on = born_on
        pegawai.save()
        units.place(pegawai, pasar, unit)
        if sex:
            PersonalDetails.objects.create(
                pegawai=pegawai, sex=sex, starts_on=date(2020, 1, 1), **SOURCE
            )
        if golongan:
            RiwayatPangkat.objects.create(
                pegawai=pegawai, golongan=golongan, starts_on=date(2020, 4, 1), **SOURCE
            )
            RiwayatJabatan.objects.create(
                pegawai=pegawai,
                kind="pelaksana",
                nama="Pengelola Pasar",
                starts_on=date(2021, 1, 4),
                **SOURCE,
            )
        if jenjang:
            RiwayatPendidikan.objects.create(
                pegawai=pegawai, jenjang=jenjang, graduated_on=date(2015, 7, 1), **SOURCE
            )
    run_rules([law.rules()[PENSION]], contoh, [date(2026, 11, 26)])


@pytest.fixture
def analyst(contoh):
    return browser(Role.BKD, contoh)


def text_of(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def rows_of(text: str) -> int:
    """Return how many rows a list says that it has."""
    found = re.search(r'id="hasil">([\d.]+) baris', text)
    return int(found[1].replace(".", "")) if found else 0


def sheets_of(answer) -> list[list[object]]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]


def numbers_of(rows) -> list[int]:
    return [int(cell) for row in rows for cell in row if isinstance(cell, float)]


class TestEveryChart:
    @pytest.mark.parametrize("chart", ["usia", "golongan", "pendidikan", "pensiun"])
    def test_a_number_leads_to_a_list_of_as_many_rows(self, analyst, chart):
        counted = COUNTED.findall(text_of(analyst, f"{BASE}bagan/{chart}/{DAY}"))

        assert counted
        for address, number in counted:
            listed = text_of(analyst, unescape(address))
            assert rows_of(listed) == int(number), address

    @pytest.mark.parametrize("chart", ["usia", "golongan", "pendidikan", "pensiun"])
    def test_it_needs_no_style_or_script_of_its_own_and_has_a_table(self, analyst, chart):
        page = text_of(analyst, f"{BASE}bagan/{chart}/{DAY}").partition("<main")[2]

        assert "<svg" in page
        assert "<caption" in page
        assert "style=" not in page
        assert "<script" not in page

    @pytest.mark.parametrize("chart", ["usia", "golongan", "pendidikan", "pensiun"])
    def test_another_government_and_another_opd_are_closed(self, contoh, misal, chart):
        address = f"{BASE}bagan/{chart}/{DAY}"
        head = browser(Role.KEPALA_OPD, contoh, opd=units.opd(contoh, "Dinas Lain"))

        assert not COUNTED.findall(text_of(head, address))
        stranger = browser(Role.BKD, misal)
        for each in (address, address.replace(DAY, f"excel/{DAY}")):
            assert stranger.get(each).status_code == 404

    @pytest.mark.parametrize("chart", ["usia", "golongan", "pendidikan", "pensiun"])
    def test_its_spreadsheet_has_the_numbers_of_its_page(self, analyst, pasar, chart):
        page = text_of(analyst, f"{BASE}bagan/{chart}/{DAY}&opd={pasar.pk}")
        excel = unescape(re.search(r'href="([^"]*/excel/[^"]*)"', page)[1])

        answer = analyst.get(excel)

        assert f'filename="bagan-{chart}-' in answer["Content-Disposition"]
        rows = sheets_of(answer)
        assert numbers_of(rows) == [int(number) for number in NUMBER.findall(page)]
        assert str(rows[0][0]).endswith("Kabupaten Contoh (rekaan)")
        assert rows[1][0] == "Keadaan per 26 November 2026"

    def test_the_first_opens_where_none_is_named(self, analyst):
        answer = analyst.get(f"{BASE}bagan/?per=2025-05-01")

        assert answer["Location"] == f"{BASE}bagan/usia/?per=2025-05-01"

    def test_one_that_is_not_there_is_not_found(self, analyst):
        assert analyst.get(f"{BASE}bagan/tidak-ada/").status_code == 404


class TestAges:
    def test_a_birthday_today_counts(self, analyst):
        text = text_of(analyst, f"{BASE}bagan/usia/{DAY}")

        assert "usia=25-29&amp;kelamin=F" in text  # 27 years on the day
        assert rows_of(text_of(analyst, f"{BASE}nominatif/{DAY}&usia=25-29")) == 2

    def test_what_is_not_on_record_is_counted_as_that(self, analyst):
        text = text_of(analyst, f"{BASE}bagan/usia/{DAY}")

        assert "Belum tercatat" in text
        assert ": 5 pegawai" in text

    def test_age_is_closed_to_whom_birth_is_closed(self, contoh, unit):
        superior = browser(Role.ATASAN, contoh, unit=unit)

        assert not COUNTED.findall(text_of(superior, f"{BASE}bagan/usia/{DAY}"))
        assert not any(numbers_of(sheets_of(superior.get(f"{BASE}bagan/usia/excel/{DAY}"))))
        assert rows_of(text_of(superior, f"{BASE}nominatif/{DAY}&usia=25-29")) == 0
        assert rows_of(text_of(superior, f"{BASE}nominatif/{DAY}")) == 5


class TestCounts:
    def test_whoever_comes_is_counted_at_once(self, analyst, pasar):
        address = f"{BASE}nominatif/{DAY}"
        assert rows_of(text_of(analyst, address)) == 5

        units.place(units.employ(pasar, "Fani Umpama"), pasar)

        assert rows_of(text_of(analyst, address)) == 6
        assert ": 6 pegawai" in text_of(analyst, f"{BASE}bagan/golongan/{DAY}")

    def test_an_opd_holds_whoever_works_in_a_unit_of_it(self, analyst, contoh, pasar):
        other = units.opd(contoh, "Dinas Lain")

        for key in ("nominatif", "duk"):
            assert "Ani Rekawati" in text_of(analyst, f"{BASE}{key}/{DAY}&opd={pasar.pk}")
            assert "Ani Rekawati" not in text_of(analyst, f"{BASE}{key}/{DAY}&opd={other.pk}")

    def test_an_opd_that_ended_keeps_those_who_are_still_placed_in_it(self, analyst, pasar):
        pasar.ends_before = date(2026, 1, 1)
        pasar.save()

        text = text_of(analyst, f"{BASE}nominatif/{DAY}")

        assert '<h3 class="list-group">Dinas Pasar</h3>' in text
        assert rows_of(text) == 5
