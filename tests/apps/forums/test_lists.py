"""Lists that a directive asks for, and lists of forums and directives."""

from datetime import date

import pytest
from tests.support import registry
from tests.support.drafts import APEL, confirm, put_down, replace

from pamong.apps.forums import asking_lists
from pamong.apps.forums.asking_lists import NewColumn, NewList
from pamong.apps.forums.cells import CellsRefusedError, rows_of_paste
from pamong.apps.forums.compiled import compiled_list, rows_by_opd
from pamong.apps.forums.directive_list import DirectiveQuery, find_directives
from pamong.apps.forums.models import Directive, ListRow, ListSheet
from pamong.apps.forums.selectors import get_directive
from pamong.apps.organisasi.models import Opd

HOW = {"actor": registry.WARNI, "reason": "inventarisasi"}
DAY = date(2025, 6, 2)
COLUMNS = (
    NewColumn("Program", "teks", is_required=True),
    NewColumn("Penerima", "angka"),
    NewColumn("Mulai", "tanggal"),
    NewColumn("Status", "pilihan", choices="berjalan\nselesai"),
)
TABLE = NewList("Program yang diterima masyarakat", COLUMNS)


@pytest.fixture
def opds(contoh):
    return [
        Opd.objects.create(pemda=contoh, nama=nama, jenis="dinas", sort_key=nama.casefold())
        for nama in ("Dinas Dua", "Dinas Satu")
    ]


@pytest.fixture
def directive(contoh, opds):
    row = replace(APEL.directives[0], gist="menginventarisasi program", to="OPD")
    confirm(put_down(contoh, replace(APEL, directives=(row,))))
    return Directive.objects.get()


@pytest.fixture
def sheet(directive):
    asked = asking_lists.ask_for_list(directive=directive, new=TABLE, day=DAY, **HOW)
    return asked.sheets.get(opd__nama="Dinas Satu")


def paste(sheet, text, *, adds=False):
    rows = rows_of_paste(text, asking_lists.columns_of(sheet))
    return asking_lists.fill_sheet(sheet=sheet, rows=rows, adds=adds, **HOW)


def test_each_addressed_opd_gets_the_empty_table_once(sheet, directive, opds):
    assert [row.opd for row in ListSheet.objects.order_by("opd__nama")] == opds

    with pytest.raises(asking_lists.AlreadyAskedError):
        asking_lists.ask_for_list(directive=directive, new=TABLE, day=DAY, **HOW)


def test_a_table_needs_columns_and_somebody_to_fill_it(contoh, misal, directive):
    with pytest.raises(asking_lists.NoColumnsError):
        asking_lists.ask_for_list(directive=directive, new=NewList("x", ()), day=DAY, **HOW)
    Opd.objects.all().update(ends_before=date(2025, 2, 1), starts_on=date(2020, 1, 1))
    with pytest.raises(asking_lists.NobodyToAskError):
        asking_lists.ask_for_list(directive=directive, new=TABLE, day=DAY, **HOW)


def test_a_paste_from_a_spreadsheet_becomes_rows_and_its_headings_do_not(sheet):
    text = "Program\tPenerima\tMulai\tStatus\nPosyandu\t1.250,5\t1/2/2024\tBerjalan\n\nPuskesmas\n"

    assert paste(sheet, text) == 2

    assert [row.cells for row in ListRow.objects.order_by("position")] == [
        ["Posyandu", "1250.5", "2024-02-01", "berjalan"],
        ["Puskesmas", "", "", ""],
    ]


def test_all_that_is_wrong_is_told_by_line_and_column_and_nothing_is_kept(sheet):
    text = "\t1.5\tkemarin\tmungkin\nPosyandu\t1\t1/2/2024\tselesai\tlebih\n"

    with pytest.raises(CellsRefusedError) as refused:
        paste(sheet, text)

    told = [str(problem) for problem in refused.value.problems]
    assert [line.partition(":")[0] for line in told] == [
        "Baris 1, kolom Program",
        "Baris 1, kolom Penerima",
        "Baris 1, kolom Mulai",
        "Baris 1, kolom Status",
        "Baris 2, kolom –",
    ]
    assert "Yang ada: berjalan, selesai" in told[3]
    assert not ListRow.objects.exists()


def test_rows_are_added_below_or_stand_instead(sheet):
    paste(sheet, "Satu\nDua")
    paste(sheet, "Tiga", adds=True)
    assert [row.cells[0] for row in sheet.rows.order_by("position")] == ["Satu", "Dua", "Tiga"]

    paste(sheet, "Empat")
    assert [row.cells[0] for row in sheet.rows.all()] == ["Empat"]


def test_a_complete_table_is_closed_until_it_is_opened_with_a_reason(sheet):
    complete = {"actor": registry.WARNI, "reason": asking_lists.COMPLETE}
    with pytest.raises(asking_lists.SheetEmptyError):
        asking_lists.complete_sheet(sheet=sheet, day=DAY, **complete)
    paste(sheet, "Satu")
    asking_lists.complete_sheet(sheet=sheet, day=DAY, **complete)

    with pytest.raises(asking_lists.SheetCompleteError):
        paste(sheet, "Dua")
    sheet.refresh_from_db()
    asking_lists.reopen_sheet(sheet=sheet, **HOW)
    assert paste(sheet, "Dua") == 1


def test_the_giver_sees_who_filled_how_much_and_who_has_not(sheet, directive):
    paste(sheet, "Posyandu\t1250\t1/2/2024\tselesai")
    complete = {"actor": registry.WARNI, "reason": asking_lists.COMPLETE}
    asking_lists.complete_sheet(sheet=sheet, day=DAY, **complete)

    compiled = compiled_list(get_directive(directive.public_id), day=DAY)

    assert [(row.opd, row.rows, row.completed_on) for row in compiled.sheets] == [
        ("Dinas Dua", 0, None),
        ("Dinas Satu", 1, DAY),
    ]
    assert (compiled.complete, compiled.begun, compiled.rows) == (1, 1, 1)
    assert rows_by_opd(compiled) == [
        ("Dinas Satu", ["Posyandu", "1.250", "1 Februari 2024", "selesai"])
    ]
    assert compiled_list(get_directive(directive.public_id), day=date(2025, 6, 1)) is None


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ({"words": "invent"}, True),
        ({"words": "program menginv"}, True),
        ({"words": "inventarisaasi"}, True),
        ({"words": "jembatan"}, False),
        ({"topic": "disiplin"}, True),
        ({"topic": "anggaran"}, False),
        ({"giver": "rekaya"}, True),
        ({"giver": "bupati"}, True),
        ({"giver": "gubernur"}, False),
        ({"form": "daftar"}, True),
        ({"form": "atas"}, False),
        ({"form": "lagi"}, False),
        ({"year": "2025"}, True),
        ({"year": "2024"}, False),
        ({"year": "0000"}, False),
        ({"opd": "bukan angka"}, True),
    ],
)
def test_directives_are_found_by_part_of_a_word_a_mistake_and_each_filter(
    query, finds, sheet, contoh
):
    found = find_directives(contoh, day=DAY, query=DirectiveQuery(**query))

    assert bool(found.rows) == finds
    assert found.is_near == (query.get("words") == "inventarisaasi")


def test_what_all_opds_are_asked_is_found_by_each_of_them(sheet, contoh, opds):
    query = DirectiveQuery(opd=str(opds[0].pk))

    assert find_directives(contoh, day=DAY, query=query).cut.total == 1
    assert find_directives(contoh, day=date(2025, 1, 1), query=query).cut.total == 0
