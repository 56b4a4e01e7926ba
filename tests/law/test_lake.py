"""Lakes: what may stand in a folder, and an audit that judges it group after group."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.law.facts import absences, employee, loaded_since
from tests.support.lakes import write_lake, write_table

from pamong import law
from pamong.kernel.day import parse_day
from pamong.law.lake import (
    EngineError,
    LakeError,
    audit_lake,
    compare_planted,
    open_lake,
    planted_day,
)
from pamong.law.lake.on_duckdb import LIMITS, MemoryTextError, OnDuckDB
from pamong.law.results import SUMMARY
from pamong.law.tables import arrow_schema

ABSENCE = law.rule("disiplin-absen-kumulatif")
DAY = parse_day("2026-10-30")
DAYS = [f"2026-03-{day:02d}" for day in (2, 3, 4, 5, 6)]


@pytest.fixture
def folder(tmp_path):
    """Two governments in a group each; of each three employees one was absent for five days."""
    place = tmp_path / "himpunan"
    for number in (1, 2):
        first = number * 10
        write_lake(
            place,
            {
                "pegawai": [employee(first + n, pemda_id=number, unit_id=None) for n in range(3)],
                "presensi": absences(first + 1, DAYS),
                "presensi_cakupan": [loaded_since("2025-01-01", number)],
                "pemeriksaan_disiplin_cakupan": [loaded_since("2025-01-01", number)],
            },
            group=f"{number:04d}",
        )
    return place


@pytest.fixture
def engine(tmp_path):
    return OnDuckDB(spill=tmp_path / "singgah", memory="1GB", threads=1)


def audited(folder, engine, out, **more):
    return audit_lake([ABSENCE], open_lake(folder), engine, as_of=DAY, out=out, **more)


def subjects(out, rule=ABSENCE):
    return sorted(pq.read_table(out / rule.id)["subject_id"].to_pylist())


def test_a_lake_is_judged_group_by_group_and_only_what_should_be_seen_is_written(
    folder, engine, tmp_path, monkeypatch
):
    monkeypatch.setitem(LIMITS, "pegawai", 3)
    out = tmp_path / "hasil"

    [told] = audited(folder, engine, out)

    assert engine.batches(open_lake(folder)) == [("0001",), ("0002",)]
    assert (told.judged, told.breaches, told.not_judged) == (6, 2, 0)
    assert subjects(out) == [11, 21]
    assert sorted(path.name for path in (out / ABSENCE.id).iterdir()) == [
        "0001.parquet",
        "0002.parquet",
    ]
    summary = json.loads((out / SUMMARY).read_text("utf-8"))
    assert summary["rules"][0]["judged"] == 6
    assert summary["engine"] == "duckdb"
    assert "pegawai/kelompok=0001/data.parquet" in summary["lake"]


def test_groups_that_fit_are_laid_out_together_and_give_the_same(folder, engine, tmp_path):
    [told] = audited(folder, engine, tmp_path / "hasil", every_row=True)

    assert engine.batches(open_lake(folder)) == [("0001", "0002")]
    assert subjects(tmp_path / "hasil") == [10, 11, 12, 20, 21, 22]
    assert told.tally.outcomes == {"tidak_mencapai": 4, "teguran_tertulis": 2}


def test_a_lake_gives_the_columns_and_values_of_the_same_facts_in_memory(folder, engine, tmp_path):
    tables = {
        name: pa.concat_tables(
            pq.read_table(part.path, partitioning=None)
            for part in open_lake(folder).parts.get(name, ())
        )
        if open_lake(folder).parts.get(name)
        else arrow_schema(law.fact_table(name)).empty_table()
        for name in ABSENCE.reads
        if not law.fact_table(name).is_reference
    }
    audited(folder, engine, tmp_path / "hasil", every_row=True)

    written = pq.read_table(tmp_path / "hasil" / ABSENCE.id).sort_by("subject_id")
    in_memory = law.judge(ABSENCE, tables, as_of=DAY).table

    assert written.column_names == in_memory.column_names
    assert written.to_pylist() == in_memory.to_pylist()


def test_one_file_a_table_without_groups_is_a_lake_too(engine, tmp_path):
    folder = tmp_path / "himpunan"
    folder.mkdir()
    tables = {
        "pegawai": [employee(1), employee(2)],
        "presensi": absences(2, DAYS),
        "presensi_cakupan": [loaded_since()],
    }
    for name, rows in tables.items():
        table = law.table_from_rows(law.fact_table(name), rows)
        pq.write_table(table, folder / f"{name}.parquet")

    [told] = audited(folder, engine, tmp_path / "hasil")

    assert (told.judged, told.breaches) == (2, 1)
    assert open_lake(folder).groups == ("",)


def test_a_column_that_may_be_empty_may_be_left_out_of_some_files(folder, engine, tmp_path):
    path = folder / "pegawai" / "kelompok=0002" / "data.parquet"
    pq.write_table(pq.read_table(path, partitioning=None).drop_columns(["lahir_on"]), path)

    [told] = audited(folder, engine, tmp_path / "hasil")

    assert told.judged == 6


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda place: (place / "pegawey").mkdir(), 'pegawey.*Maksud.*"pegawai"'),
        (lambda place: (place / "pemda").mkdir(), "pemda.*tidak berisi berkas .parquet"),
        (lambda place: (place / "pemda.csv").write_text("x"), "pemda.csv.*harus berupa berkas"),
        (
            lambda place: (place / "presensi" / "kelompok=0001" / "data.parquet").write_bytes(
                b"x"
            ),
            "presensi/kelompok=0001/data.parquet.*tidak dapat dibaca sebagai Parquet",
        ),
        (
            lambda place: pq.write_table(
                pa.table({"pegawai_id": [1], "hari": ["2026-01-01"]}),
                place / "presensi" / "kelompok=0001" / "data.parquet",
            ),
            "hari berisi string, padahal harus tanggal",
        ),
        (
            lambda place: pq.write_table(
                pa.table({"pegawai_id": [1], "hary": pa.array([None], pa.date32())}),
                place / "presensi" / "kelompok=0001" / "data.parquet",
            ),
            'kolom "hary" tidak ada.*"hari"',
        ),
        (
            lambda place: write_lake(place, {"pegawai": [employee(5)]}),
            "pegawai/data.parquet: tidak ada dalam kelompok",
        ),
    ],
)
def test_a_folder_that_is_no_lake_is_refused_with_the_place(folder, spoil, words):
    spoil(folder)

    with pytest.raises(LakeError, match=words):
        open_lake(folder)


def test_a_folder_that_is_not_there_or_empty_is_named(tmp_path):
    with pytest.raises(LakeError, match="map ini tidak ada"):
        open_lake(tmp_path / "tidak-ada")
    with pytest.raises(LakeError, match="tidak berisi tabel fakta"):
        open_lake(tmp_path)


@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("pegawai", {"status": ["pns", "pegawai_tetap", "pns"]}, "pegawai.status.*1 baris"),
        ("pegawai", {"pemda_id": [1, None, None]}, "pegawai.pemda_id: belum diisi: 2 baris"),
        ("pegawai", {"pegawai_id": [10, 10, 11]}, "pegawai_id 10 ada 2 kali"),
        ("presensi", {"pegawai_id": [11, 11, 11, 11, 99]}, "1 baris.*menunjuk pegawai.*99"),
    ],
)
def test_rows_that_would_be_judged_wrongly_in_silence_are_refused(
    folder, engine, tmp_path, name, rows, words
):
    path = folder / name / "kelompok=0001" / "data.parquet"
    table = pq.read_table(path, partitioning=None)
    for column, values in rows.items():
        place = table.schema.get_field_index(column)
        kind = table.schema.field(column).type
        table = table.set_column(place, column, pa.array(values, kind))
    pq.write_table(table, path)

    with pytest.raises(LakeError, match=words):
        audited(folder, engine, tmp_path / "hasil")
    assert not (tmp_path / "hasil").exists()


def test_an_audit_that_is_stopped_leaves_nothing(folder, engine, tmp_path):
    def stop(progress):
        if progress.done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audited(folder, engine, tmp_path / "hasil", report=stop)

    assert {path.name for path in tmp_path.iterdir()} <= {"himpunan", "singgah"}


def test_results_are_never_overwritten(folder, engine, tmp_path):
    audited(folder, engine, tmp_path / "hasil")

    with pytest.raises(law.AuditFolderError, match="sudah berisi"):
        audited(folder, engine, tmp_path / "hasil")


def test_memory_is_said_as_a_size(tmp_path):
    with pytest.raises(MemoryTextError, match="seperti 3GB"):
        OnDuckDB(spill=tmp_path, memory="banyak")


def test_an_engine_that_gives_up_leaves_nothing_and_says_which_rule(
    folder, engine, tmp_path, monkeypatch
):
    monkeypatch.setattr("pamong.law.lake.on_duckdb.duckdb_sql", lambda *_, **__: "SELECT nothing")

    with pytest.raises(EngineError, match=f"DuckDB gagal pada {ABSENCE.id}"):
        audited(folder, engine, tmp_path / "hasil")
    assert not (tmp_path / "hasil").exists()


def planted(folder, **expected):
    rows = [
        {"scenario": "s", "rule": ABSENCE.id, "subject_id": int(key[1:]), "because": "so"}
        | {"expected": value, "section": "4.2"}
        for key, value in expected.items()
    ]
    pq.write_table(pa.Table.from_pylist(rows), folder / "skenario.parquet")
    (folder / "himpunan.json").write_text('{"as_of": "2026-10-30"}', "utf-8")


def test_what_was_planted_is_compared_with_what_was_found(folder, engine, tmp_path):
    planted(folder, _11="temuan", _12="bukan", _20="bukan", _21="temuan")
    audited(folder, engine, tmp_path / "hasil")

    compared = compare_planted(folder, tmp_path / "hasil", [ABSENCE.id])

    assert compared.agrees
    assert compared.planted == 4


def test_a_difference_is_told_one_by_one_and_other_findings_are_counted(folder, engine, tmp_path):
    planted(folder, _11="bukan", _12="temuan")
    audited(folder, engine, tmp_path / "hasil")

    compared = compare_planted(folder, tmp_path / "hasil", [ABSENCE.id])

    assert [(each.subject_id, each.found) for each in compared.mismatches] == [
        (11, "temuan"),
        (12, "bukan"),
    ]
    assert compared.besides == {ABSENCE.id: 1}
    assert not compared.agrees


def test_a_rule_that_did_not_judge_what_was_planted_for_it_is_a_difference(
    folder, engine, tmp_path
):
    planted(folder, _11="temuan", _21="temuan")
    audited(folder, engine, tmp_path / "hasil")

    compared = compare_planted(folder, tmp_path / "hasil", [])
    asked = compare_planted(folder, tmp_path / "hasil", [], asked=["bup-pns"])

    assert compared.not_judged == {ABSENCE.id: 2}
    assert not compared.agrees
    assert (asked.planted, asked.agrees) == (0, True)


def test_a_lake_says_for_which_day_its_scenarios_are_right(folder):
    assert planted_day(folder) is None
    planted(folder, _11="temuan")
    assert planted_day(folder) == DAY


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"as_of": "besok"}', '{"as_of": 3}'])
def test_scenarios_without_a_day_are_refused(folder, text):
    planted(folder, _11="temuan")
    (folder / "himpunan.json").write_text(text, "utf-8")

    with pytest.raises(LakeError, match="tidak menyebut hari"):
        planted_day(folder)


def test_groups_are_put_together_up_to_the_limits(folder):
    write_table(
        folder,
        "pemda",
        law.table_from_rows(
            law.fact_table("pemda"),
            [{"pemda_id": 3, "kode": "00.03", "nama": "Kota Rekaan", "level": "kota"}],
        ),
        "0003",
    )

    lake = open_lake(folder)

    assert lake.batches({"": 100}) == [("0001", "0002", "0003")]
    assert lake.batches({"pegawai": 3, "": 100}) == [("0001",), ("0002", "0003")]
    assert lake.batches({"": 1}) == [("0001",), ("0002",), ("0003",)]
