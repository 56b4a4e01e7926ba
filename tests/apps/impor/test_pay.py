"""Lists of KGB: what they tell becomes riwayat gaji, by which the next rise is counted."""

from datetime import date

import pytest
from tests.apps.impor.conftest import committed, previewed, total, undone

from pamong import law
from pamong.apps.core.files import NewFile
from pamong.apps.findings.due_days import KGB, DueDays
from pamong.apps.findings.running import run_rules
from pamong.apps.impor.choosing import Choice
from pamong.apps.impor.covering import offered
from pamong.apps.kepegawaian.models import Appointment, Pegawai, Riwayat, RiwayatGaji
from pamong.exchange.sample import AS_OF

pytestmark = pytest.mark.django_db
NIP = "198001012005010001"
PEOPLE = f"""
NIP;Nama;Tgl Lahir;Status;TMT CPNS;Gol;TMT Gol
{NIP};Andi Rekaan (rekaan);01-01-1980;PNS;01-01-2005;III/c;01-04-2018
"""
PAY = f"""
DAFTAR KENAIKAN GAJI BERKALA

No;NIP;Nama;Gol. Ruang;MK Thn;MK Bln;Gaji Pokok;TMT KGB;Nomor SK;Tanggal SK
1;{NIP};Andi Rekaan;III/c;20;0;Rp 4.126.600,-;01-01-2025;822/9;01-11-2024
"""
LIST = f"""
NIP;Nama;Tgl Lahir;Status;TMT CPNS;Gol;TMT Gol;TMT KGB;KGB Tahun;KGB Bulan;Gaji Pokok
{NIP};Andi Rekaan (rekaan);01-01-1980;PNS;01-01-2005;III/c;01-04-2018;01-01-2025;20;0;4126600
"""


def file(text, name="kgb.csv"):
    return NewFile(name, text.strip().encode())


def on_record():
    return [
        (each.golongan, each.service_months, each.pay, each.starts_on, each.paper_number)
        for each in RiwayatGaji.objects.order_by("starts_on")
    ]


def next_rise(pemda):
    run_rules([law.rules()[KGB]], pemda, [AS_OF])
    days = DueDays(pemda, KGB, Pegawai.objects.all())
    return [due.due_on for due in days.rows(year=None, start=0, size=9)]


def test_a_list_of_kgb_gives_the_next_rise_and_undoing_takes_it_back(contoh):
    committed(previewed(contoh, [file(PEOPLE, "orang.csv")]))

    batch = committed(previewed(contoh, [file(PAY)]))

    assert (batch.report, batch.doubt_counts) == ({"gaji": {"new": 1}}, {})
    assert on_record() == [("III/c", 240, 4_126_600, date(2025, 1, 1), "822/9")]
    assert Riwayat.GAJI in offered(batch)
    assert next_rise(contoh) == [date(2027, 1, 1)]
    undone(batch)
    assert on_record() == next_rise(contoh) == []


def test_the_same_list_again_is_unchanged_and_the_next_one_adds_the_next_rise(contoh):
    committed(previewed(contoh, [file(PEOPLE, "orang.csv"), file(PAY)]))
    later = PAY.replace("20;0;Rp 4.126.600,-;01-01-2025", "21;0;;01-01-2026")

    again = previewed(contoh, [file(PAY)])
    committed(previewed(contoh, [file(later)]))

    assert again.counts == {"gaji": {"unchanged": 1}}
    assert [each[3].year for each in on_record()] == [2025, 2026]


def test_pay_that_the_table_does_not_know_comes_in_only_where_somebody_says_so(contoh):
    committed(previewed(contoh, [file(PEOPLE, "orang.csv")]))

    batch = previewed(contoh, [file(PAY.replace("4.126.600", "4.000.000"))])

    assert batch.counts == {"gaji": {"asks": 1}}
    assert batch.doubt_counts == {"gaji-berbeda-dari-daftar": 1}
    committed(batch, Choice(codes_taken=["gaji-berbeda-dari-daftar"]))
    assert [each[2] for each in on_record()] == [4_000_000]


def test_a_list_of_people_tells_the_last_kgb_with_its_own_day_and_years(contoh):
    batch = committed(previewed(contoh, [file(LIST)]))

    assert on_record() == [("III/c", 240, 4_126_600, date(2025, 1, 1), "")]
    assert Riwayat.GAJI in offered(batch)
    assert total(previewed(contoh, [file(LIST)]).counts, "unchanged") == 1


def test_whose_rank_is_later_than_the_kgb_has_none_from_a_list_of_people(contoh):
    committed(previewed(contoh, [file(LIST.replace("01-04-2018", "01-04-2025"))]))

    assert on_record() == []
    kept = Appointment.objects.get().lainnya
    assert (kept["tmt_kgb"], kept["gaji_pokok"]) == ("2025-01-01", 4_126_600)
