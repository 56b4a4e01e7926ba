"""What is looked at before it is accepted: listed and counted agree, and closed stays closed."""

import io

import pytest
from python_calamine import CalamineWorkbook
from tests.apps.impor.conftest import committed, export, fresh, previewed, total

from pamong.apps.core.files import NewFile
from pamong.apps.impor.browsing import Asked, RowClass, browse
from pamong.apps.impor.classes import UNKNOWN, classes_of_cell
from pamong.apps.impor.differences import changes_of, names_for
from pamong.apps.impor.doubt_sheet import write_doubts
from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.kinds import ALL
from pamong.apps.impor.models import StagedDoubt
from pamong.apps.impor.told import EVERYTHING, kind_of, told_doubts, told_kinds
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.exchange.sample import AS_OF

OPEN = frozenset({FieldClass.OPEN})


def everything(batch, of, **more):
    """Return all rows of a class, page after page, and how many pages there were."""
    rows, page, pages = [], browse(batch, Asked(of, **more), size=7), 1
    while True:
        rows += page.rows
        if not page.has_after:
            return rows, pages
        page = browse(batch, Asked(of, after=rows[-1].row.pk, **more), size=7)
        pages += 1


@pytest.mark.django_db
def test_every_row_is_listed_in_the_class_that_it_is_counted_in(contoh, tmp_path):
    batch = previewed(contoh, export(tmp_path / "salah", 60, mistakes=30)[0])

    listed = {of: len(everything(batch, of)[0]) for of in RowClass}

    assert listed == {of: total(batch.counts, of) for of in RowClass}
    assert sum(listed.values()) == total(batch.counts)
    assert listed[RowClass.DOUBTFUL]
    assert listed[RowClass.ASKS]


@pytest.mark.django_db
def test_pages_go_back_as_they_came(contoh, files):
    batch = previewed(contoh, files)
    first = browse(batch, Asked(RowClass.NEW, "pangkat"), size=7)
    second = browse(batch, Asked(RowClass.NEW, "pangkat", after=first.rows[-1].row.pk), size=7)

    back = browse(batch, Asked(RowClass.NEW, "pangkat", before=second.rows[0].row.pk), size=7)

    assert [each.row.pk for each in back.rows] == [each.row.pk for each in first.rows]
    assert (first.has_before, second.has_before, back.has_before) == (False, True, False)
    one_file, _ = everything(batch, RowClass.NEW, file="siasn-rw-kursus.csv")
    assert {each.row.file for each in one_file} == {"siasn-rw-kursus.csv"}


@pytest.mark.django_db
def test_a_changed_row_tells_old_and_new_and_nothing_else(contoh, files):
    committed(previewed(contoh, files))
    other = [NewFile(f.name, f.content.replace(b"rekaan7@", b"baru7@")) for f in files]
    batch = previewed(contoh, other)

    (row,) = browse(batch, Asked(RowClass.CHANGED), size=7).rows
    names = names_for([row], AS_OF)

    told = {change.after for change in changes_of(row, names, EVERYTHING)}
    assert any(after.startswith("baru7@") for after in told)
    assert {change.section for change in changes_of(row, names, EVERYTHING)} == {"kontak"}
    closed = {change.after for change in changes_of(row, names, OPEN)}
    assert "tertutup" in closed
    assert not any(after.startswith("baru7@") for after in closed)


@pytest.mark.django_db
def test_doubts_close_the_cell_the_sentence_and_the_workbook(contoh, tmp_path):
    batch = previewed(contoh, export(tmp_path / "salah", 60, mistakes=30)[0])
    nik = StagedDoubt.objects.filter(batch=batch, code__startswith="nik").first()

    (told,) = told_doubts(batch, [nik], EVERYTHING)
    (closed,) = told_doubts(batch, [nik], OPEN)

    assert told.value == nik.text
    assert closed.value == "tertutup"
    assert nik.text not in closed.sentence + closed.advice
    out = io.BytesIO()
    count = write_doubts(batch, out, seen=OPEN, head=["uji"])
    book = CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue()))
    cells = {
        str(cell)
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert nik.text not in cells
    assert count == sum(batch.doubt_counts.values())


@pytest.mark.django_db
def test_the_workbook_has_each_doubtful_row_once_as_it_came(contoh, tmp_path):
    batch = previewed(contoh, export(tmp_path / "salah", 60, mistakes=30)[0])
    out = io.BytesIO()

    write_doubts(batch, out, seen=EVERYTHING, head=["uji"])

    book = CalamineWorkbook.from_filelike(io.BytesIO(out.getvalue()))
    for doubt in StagedDoubt.objects.filter(batch=batch).exclude(column="")[:20]:
        rows = book.get_sheet_by_name(doubt.file.removesuffix(".csv")).to_python()
        (own,) = [row for row in rows if row[-1] == doubt.row]
        assert doubt.text in own


def test_every_kind_of_doubt_can_be_told_of_no_cell_in_particular():
    for code in ALL:
        kind = kind_of(code)
        assert kind is not None
        assert kind.sentence
        assert "%(" not in kind.sentence + kind.advice
    assert kind_of("tidak-ada") is None


@pytest.mark.parametrize(
    ("layout", "column", "needed"),
    [
        ("siasn-pegawai", "nik", {FieldClass.IDENTITY}),
        ("siasn-pegawai", "tanggal_lahir", {FieldClass.IDENTITY}),
        ("siasn-pegawai", "alamat", {FieldClass.CONTACT}),
        ("siasn-pegawai", "jenis_kawin_nama", {FieldClass.FAMILY}),
        ("siasn-pegawai", "gaji_pokok", {FieldClass.FINANCE}),
        ("riwayat-kgb", "gaji_pokok", {FieldClass.FINANCE}),
        ("riwayat-kgb", "tmt_kgb", {FieldClass.OPEN}),
        ("siasn-rw-golongan", "golongan", {FieldClass.OPEN}),
        ("siasn-rw-hukdis", "skNomor", {FieldClass.DISCIPLINE}),
        ("siasn-pegawai", "kolom lain", UNKNOWN),
    ],
)
def test_a_cell_is_of_the_class_that_its_column_tells(layout, column, needed):
    sheet = {"tata_letak": layout, "kolom": {"0": column}}

    assert classes_of_cell(sheet, "A") == needed
    assert classes_of_cell(sheet, "B") == classes_of_cell(None, "A") == UNKNOWN


@pytest.mark.django_db
def test_kinds_that_must_be_mended_come_first_and_consequences_last(contoh, tmp_path):
    batch = previewed(contoh, export(tmp_path / "salah", 60, mistakes=30)[0])

    kinds = told_kinds(batch)

    must = [kind.code for kind in kinds if kind.must_be_mended]
    assert [kind.must_be_mended for kind in kinds] == sorted(
        (kind.must_be_mended for kind in kinds), reverse=True
    )
    assert must[-1] == "tanpa-pegawai"
    assert {kind.code: kind.count for kind in kinds} == batch.doubt_counts


@pytest.mark.django_db
def test_what_is_deleted_is_not_browsed(contoh, files):
    batch = fresh(previewed(contoh, files))
    batch.is_cleared = True

    with pytest.raises(ClearedError, match="masa simpannya"):
        browse(batch, Asked(RowClass.NEW), size=7)
    with pytest.raises(ClearedError):
        write_doubts(batch, io.BytesIO(), seen=EVERYTHING, head=[])
