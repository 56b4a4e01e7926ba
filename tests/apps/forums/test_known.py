"""What the registry knows reaches the reader when a document comes in at the site."""

from datetime import date

import pytest
from tests.support.drafts import TODAY
from tests.support.registry import WARNI, document, hold, leading, person

from pamong.apps.forums.services import Arrival, receive_document
from pamong.apps.organisasi.models import JabatanKind
from pamong.kernel.capacity import Capacity

NEWS = (
    "BANDAR CONTOH – Pemerintah Kabupaten Contoh menggelar apel pagi di halaman kantor bupati, "
    "Senin (18/3{year}). Apel itu diikuti oleh para pegawai dari seluruh OPD Pemerintah "
    'Kabupaten Contoh. "Disiplin harus dijaga oleh semua pegawai," kata {who}.\n'
)
SINCE, UNTIL = date(2018, 2, 17), date(2022, 2, 17)


def content(who, year="/2019"):
    arrival = Arrival(content=NEWS.format(who=who, year=year).encode())
    return receive_document(arrival=arrival, day=TODAY, actor=WARNI).content


def said_by(who):
    return [(one["name"], one["office"]) for one in content(who)["speakers"]]


@pytest.fixture
def umpama(contoh):
    """The wakil bupati of four years, whom people call otherwise too."""
    somebody = person("Umpama Sebutlah Andaian")
    hold(
        somebody,
        leading(contoh, JabatanKind.WAKIL_KEPALA_DAERAH),
        Capacity.DEFINITIF,
        since=SINCE,
        until=UNTIL,
        by=document("sk-umpama"),
    )
    somebody.other_names.create(nama="Kak Upa", sort_key="kak upa", kind="nickname")
    somebody.other_names.create(nama="Umpama Lamanya", sort_key="umpama lamanya", kind="former")
    return somebody


@pytest.mark.parametrize(
    "who", ["Wabup", "Wakil Bupati", "Kak Upa", "Umpama Lamanya", "Lamanya", "Andaian"]
)
def test_an_office_a_nickname_a_former_name_and_a_surname_are_the_person_on_record(umpama, who):
    assert said_by(who) == [("Umpama Sebutlah Andaian", "Wakil Bupati Contoh")]


def test_a_name_that_nobody_on_record_has_gets_no_office(umpama):
    assert said_by("Kak Sara") == []


def test_who_held_the_office_when_settles_the_year(umpama):
    assert content("Wabup Umpama Sebutlah Andaian", year="")["date"] == "2019-03-18"


def test_without_a_tenure_on_record_the_year_stays_open(contoh):
    assert content("Wabup Umpama Sebutlah Andaian", year="")["date"] is None
