"""A layout of somebody's own is matched once, kept, and known again."""

import json
from datetime import date

import pytest
from tests.exchange.conftest import NIP, ON, STANDPOINT
from tests.support.tables import write_csv, write_xlsx

from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.header import Header, find_header
from pamong.exchange.layout import layout, layouts
from pamong.exchange.matching import (
    Matching,
    MatchingError,
    find_matching,
    fingerprint,
    make_matching,
)
from pamong.exchange.opening import open_tables
from pamong.exchange.proposing import Why, propose

ROWS = [
    [
        "No",
        "Identitas",
        "Nama & Gelar",
        "Lahir Tgl",
        "Pangkat Terakhir",
        "Surat Elektronik",
        "Ket",
    ],
    ["1", NIP, "Contoh Rekaan", "03-02-1905", "III/a", "contoh@daerah.go.id", "baru"],
    ["2", "190502031927011002", "Umpama", "03-02-1905", "III/b", "umpama@daerah.go.id", ""],
]


@pytest.fixture
def proposals(tmp_path):
    (sheet,) = open_tables(write_xlsx(tmp_path / "a.xlsx", {"Data": ROWS}))
    header = find_header(sheet, layouts().values())
    found = propose(sheet, header, layout("siasn-pegawai"), STANDPOINT)
    return {proposal.heading: proposal for proposal in found}


def test_a_column_of_numbers_of_asn_is_the_nip_whatever_its_heading(proposals):
    assert proposals["Identitas"].column == "nip_baru"
    assert proposals["Identitas"].why is Why.CONTENT


def test_a_heading_that_is_like_a_column_is_proposed(proposals):
    assert proposals["Lahir Tgl"].column == "tanggal_lahir"
    assert proposals["Lahir Tgl"].why is Why.LIKENESS


def test_content_alone_finds_an_address_of_mail(proposals):
    assert proposals["Surat Elektronik"].column == "email"


def test_what_is_like_nothing_is_left_to_the_person(proposals):
    assert proposals["Ket"].column == ""
    assert proposals["Ket"].examples == ("baru",)


def test_no_column_is_proposed_twice(proposals):
    columns = [proposal.column for proposal in proposals.values() if proposal.column]

    assert len(columns) == len(set(columns))


def test_a_heading_is_not_believed_against_what_it_holds(tmp_path):
    rows = [["NIP Pegawaian", "Nama"], ["Contoh Rekaan", "x"], ["Umpama", "y"]]
    (sheet,) = open_tables(write_xlsx(tmp_path / "a.xlsx", {"Data": rows}))
    header = find_header(sheet, layouts().values())

    found = propose(sheet, header, layout("siasn-pegawai"), STANDPOINT)

    assert found[0].column != "nip_baru"


def own(header):
    chosen = {1: "nip_baru", 2: "nama", 3: "tanggal_lahir", 4: "gol_akhir_nama", 5: "email"}
    return make_matching(header, layout("siasn-pegawai"), chosen)


def test_a_file_of_an_unknown_layout_is_read_once_its_columns_are_matched(tmp_path):
    path = write_csv(tmp_path / "a.csv", ROWS)
    first = Examination((path,), STANDPOINT)

    assert list(first.rows()) == []
    (report,) = first.reports
    assert (report.layout, report.unread, report.nearest) == ("", 2, "siasn-pegawai")
    assert {proposal.heading for proposal in report.proposals} == set(ROWS[0])

    kept = Matching.from_json(own(report.header).to_json())
    second = Examination((path,), STANDPOINT, matchings=(kept,))
    record = next(second.rows())

    assert record.values["nip_baru"] == NIP
    assert record.values["tanggal_lahir"] == date(1905, 2, 3)
    assert record.extras == {"No": "1", "Ket": "baru"}


def test_a_matching_is_known_again_with_its_columns_in_another_order():
    header = Header(tuple(ROWS[0]), 1, 1)
    turned = Header(tuple(reversed(ROWS[0])), 5, 5)
    matching = own(header)

    assert find_matching(turned, [matching]) is matching
    assert matching.places(turned)[5] == "nip_baru"


def test_another_header_is_not_taken_for_it():
    matching = own(Header(tuple(ROWS[0]), 1, 1))

    assert find_matching(Header((*ROWS[0], "Tambahan"), 1, 1), [matching]) is None


def test_of_two_headings_of_one_name_the_one_that_was_chosen_is_read():
    header = Header(("NIP", "Nama", "TMT", "TMT"), 1, 1)

    matching = make_matching(header, layout("siasn-pegawai"), {0: "nip_baru", 3: "tmt_golongan"})

    assert matching.places(header) == {0: "nip_baru", 3: "tmt_golongan"}


def test_a_matching_comes_back_from_json_as_it_was():
    matching = own(Header(tuple(ROWS[0]), 1, 1))

    assert Matching.from_json(matching.to_json()) == matching
    assert json.loads(matching.to_json())["sidik"] == fingerprint(Header(tuple(ROWS[0]), 3, 3))


@pytest.mark.parametrize(
    "text",
    [
        "bukan json",
        "[]",
        '{"versi": 1}',
        '{"versi": 2, "tata_letak": "siasn-pegawai", "sidik": "x", "kolom": {}}',
        '{"versi": 1, "tata_letak": "lain", "sidik": "x", "kolom": {}}',
        '{"versi": 1, "tata_letak": "siasn-pegawai", "sidik": "x", "kolom": {"a": "bukan_kolom"}}',
    ],
)
def test_what_is_no_matching_is_refused(text):
    with pytest.raises(MatchingError):
        Matching.from_json(text)


def test_one_column_for_two_headings_is_refused_by_name():
    with pytest.raises(MatchingError, match="nip_baru"):
        make_matching(
            Header(("NIP", "Nomor"), 1, 1),
            layout("siasn-pegawai"),
            {0: "nip_baru", 1: "nip_baru"},
        )


def test_a_column_that_the_file_lacks_is_told_of_the_sheet_and_not_of_every_row(tmp_path):
    rows = [["NIP", "Surel"], [NIP, "contoh@daerah.go.id"]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": rows})
    chosen = {0: "nip_baru", 1: "email"}
    matching = make_matching(Header(tuple(rows[0]), 1, 1), layout("siasn-pegawai"), chosen)
    examination = Examination((path,), STANDPOINT, matchings=(matching,))

    (record,) = list(examination.rows())

    assert record.values == {"nip_baru": NIP, "email": "contoh@daerah.go.id"}
    assert examination.reports[0].missing == ("nama",)


def test_a_layout_known_by_too_little_is_asked_about(tmp_path):
    rows = [["NIP", "Nama", "Kolom A", "Kolom B", "Kolom C"], [NIP, "Contoh", "1", "2", "3"]]
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": rows})
    examination = Examination((path,), Standpoint(ON))

    assert list(examination.rows()) == []
    assert examination.reports[0].layout == ""
    assert examination.reports[0].rows == 1
