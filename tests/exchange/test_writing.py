"""What is written reads as the same records, unknown columns included."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exchange.conftest import MAIN, ON

from pamong.exchange.code_lists import code_list
from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.layout import layout, layouts
from pamong.exchange.record import DoubtfulRow, Record
from pamong.exchange.sample import AS_OF, write_sample
from pamong.exchange.writing import (
    ForeignRecordError,
    headings,
    write_csv,
    write_xlsx,
)
from pamong.kernel.golongan import GOLONGAN_PNS

WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
EXTRAS = ("Catatan", "Kolom lain (lama)")
LETTERS = st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="�"
)
TEXT = (
    st.text(LETTERS, min_size=1, max_size=30)
    .map(lambda text: " ".join(text.replace("\xa0", " ").split()))
    .filter(lambda text: text and not set("ÃÂâï") & set(text) and "E+" not in text.upper())
)
BY_KIND = {
    "text": TEXT,
    "nip_lama": TEXT,
    "name": st.sampled_from(["Contoh Rekaan", "Ja'far", "Umpama M. Misal"]),
    "nip": st.sampled_from(["190502031927011001", "190502031927011002"]),
    "nik": st.just("3201010302050001"),
    "sex": st.sampled_from(["l", "p"]),
    "email": st.just("contoh@daerah.go.id"),
    "phone": st.sampled_from(["081234567890", "+6281234567890"]),
    "golongan": st.sampled_from([*map(str, GOLONGAN_PNS), "IX"]),
    "day": st.dates(date(1901, 1, 1), ON),
    "year": st.integers(1900, 2026),
    "years": st.integers(0, 60),
    "months": st.integers(0, 11),
    "month": st.integers(1, 12),
    "whole": st.integers(0, 100_000),
    "rupiah": st.integers(0, 10**12),
    "number": st.decimals(-(10**20), 10**20, places=2) | st.decimals(-5, 5, places=7),
    "flag": st.booleans(),
}


def of_column(column):
    if column.kind == "code":
        return st.sampled_from(sorted(code_list(column.codes).names))
    return BY_KIND[column.kind]


@st.composite
def records(draw):
    """Records of one layout, whatever the layout and whichever cells are filled."""
    of = draw(st.sampled_from(sorted(layouts().values(), key=lambda each: each.name)))
    made = []
    for _ in range(draw(st.integers(1, 4))):
        values = {
            column.name: draw(of_column(column))
            for column in of.written
            if column.required or draw(st.booleans())
        }
        extras = {heading: draw(TEXT) for heading in EXTRAS if draw(st.booleans())}
        made.append(Record(of.kind, of.name, values, extras))
    return of, made


def read(path):
    rows = Examination((path,), Standpoint(ON)).rows()
    return [row.record if isinstance(row, DoubtfulRow) else row for row in rows]


@pytest.mark.parametrize("form", WRITERS)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(made=records())
def test_reading_what_was_written_gives_the_same_records(tmp_path, form, made):
    of, wanted = made
    path = tmp_path / f"keluar.{form}"

    count = WRITERS[form](path, wanted, of, extras=EXTRAS)

    assert count == len(wanted)
    assert read(path) == wanted


@pytest.mark.parametrize("form", WRITERS)
def test_what_was_read_from_a_file_is_written_as_the_same_rows(tmp_path, form):
    sample = write_sample(tmp_path, 60, mistakes=0)
    standpoint = Standpoint(AS_OF, takes_specimens=True)
    (tmp_path / "lagi").mkdir()
    for path in sample.files:
        first = list(Examination((path,), standpoint).rows())
        again = tmp_path / "lagi" / f"{path.stem}.{form}"
        WRITERS[form](again, first, layout(first[0].layout))

        assert list(Examination((again,), standpoint).rows()) == first


def test_the_header_is_spelled_as_siasn_spells_it(tmp_path):
    of = layout("siasn-rw-masakerja")
    path = tmp_path / "keluar.csv"

    write_csv(path, [], of)

    with path.open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file, delimiter=";")) == [column.name for column in of.columns]


def test_a_spreadsheet_finds_no_formula_in_a_text(tmp_path):
    of = layout("siasn-pegawai")
    values = {"nip_baru": MAIN["nip_baru"], "nama": "Contoh", "alamat": "=HYPERLINK(1)"}
    path = tmp_path / "keluar.csv"

    write_csv(path, [Record(of.kind, of.name, values, {"Catatan": "+62"})], of, extras=["Catatan"])

    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = list(csv.DictReader(file, delimiter=";"))
    assert (row["alamat"], row["Catatan"]) == ("'=HYPERLINK(1)", "'+62")


def test_a_number_beyond_what_excel_keeps_is_written_as_text(tmp_path):
    of = layout("siasn-rw-angkakredit")
    values = {"pns": "A1", "kreditBaruTotal": Decimal("1234567890123456.78")}
    wanted = Record(of.kind, of.name, values)
    path = tmp_path / "keluar.xlsx"

    write_xlsx(path, [wanted], of)

    assert read(path) == [wanted]


def test_the_headings_behind_the_layout_are_those_that_some_record_has():
    of = layout("siasn-unor")
    made = [Record(of.kind, of.name, {}, {"A": "1"}), Record(of.kind, of.name, {}, {"B": "2"})]

    assert headings(made, of)[-2:] == ["A", "B"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_record_of_another_layout_is_refused(tmp_path, form):
    stranger = Record("pegawai", "siasn-data-utama", {})

    with pytest.raises(ForeignRecordError, match="siasn-data-utama, bukan siasn-pegawai"):
        WRITERS[form](tmp_path / f"a.{form}", [stranger], layout("siasn-pegawai"))
