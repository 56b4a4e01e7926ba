"""``pamong law simulate``: other figures beside the law in force, over facts from files."""

import csv
import json
import shutil

import pyarrow.parquet as pq
import pytest
from tests.support.crowd import employees
from tests.support.drawing import Drawing
from typer.testing import CliRunner

from pamong import law
from pamong.cli.law import app

DAY = ("--as-of", "25 November 2026")
BUP = ("simulate", "bup-pns", *DAY)
SET = ("--set", "usia.administrator=62")


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fakta")
    for name, table in employees(500).items():
        pq.write_table(table, folder / f"{name}.parquet")
    return folder


def test_figures_are_listed_with_addresses_units_and_articles():
    told = run(*BUP, "--figures")

    assert told.exit_code == 0
    assert "  usia.administrator = 58 tahun\n" in told.output
    assert "Batas usia pensiun (guru, kepala sekolah); UU 14/2005 Pasal 30 ayat (4)" in told.output


def test_a_simulation_tells_whom_it_touches_in_tables_and_bars(facts):
    told = run(*BUP, *SET, "--facts", facts)

    assert told.exit_code == 0
    assert "  usia.administrator: 58 tahun → 62 tahun\n" in told.output
    assert "Tersentuh " in told.output
    assert "\n  2031-11-25 " in told.output
    assert "█" in told.output
    assert "Menurut riwayat_pangkat.golongan" in told.output
    assert "harinya bergeser" in told.output


def test_it_is_one_object_of_json(facts):
    told = json.loads(run(*BUP, *SET, "--facts", facts, "--json", "--years", "1").output)

    assert told["figures"] == [{"address": "usia.administrator", "before": "58", "after": "62"}]
    assert told["days"] == ["2026-11-25", "2027-11-25"]
    assert 0 < told["moved"] <= told["touched"] <= told["judged"]
    assert sum(row["touched"] for row in told["by_unit"]) == told["touched"]


def test_a_folder_holds_whom_it_touches_the_summary_and_the_chart(facts, tmp_path):
    out = tmp_path / "hasil"
    told = run(*BUP, *SET, "--facts", facts, "--out", out)
    table = pq.read_table(out / "tersentuh.parquet")
    with (out / "tersentuh.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert told.output.endswith(f"Hasilnya ditulis ke {out}.\n")
    assert len(rows) == table.num_rows
    assert rows[0]["subject_id"] == str(table["subject_id"][0])
    assert json.loads((out / "ringkasan.json").read_text(encoding="utf-8"))["rule"] == "bup-pns"
    assert Drawing.read((out / "grafik.svg").read_text(encoding="utf-8")).named("rect")
    again = run(*BUP, *SET, "--facts", facts, "--out", out)
    assert type(again.exception).__name__ == "AuditFolderError"


def test_a_lake_gives_what_the_same_facts_give(facts, tmp_path):
    lake = tmp_path / "himpunan"
    for path in facts.iterdir():
        folder = lake / path.stem / "kelompok=0001"
        folder.mkdir(parents=True)
        shutil.copy(path, folder)

    of_lake = run(*BUP, *SET, "--lake", lake, "--json")

    assert of_lake.output == run(*BUP, *SET, "--facts", facts, "--json").output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("simulate", "tidak-ada", *DAY), "tidak dikenal"),
        (("simulate", "disiplin-penyampaian", *DAY), "tidak menilai tabel fakta"),
        (BUP, "beri satu angka baru"),
        ((*BUP, *SET), "beri salah satu: --facts atau --lake"),
        ((*BUP, "--set", "usia.administrator"), "harus ALAMAT=NILAI"),
        ((*BUP, *SET, "--years", "16"), "--years"),
    ],
)
def test_a_wrong_call_is_a_usage_error_that_says_what_to_do(arguments, sentence):
    refused = run(*arguments)

    assert refused.exit_code == 2
    assert sentence.replace(" ", "") in "".join(refused.output.split()).replace("│", "")


def test_a_wrong_address_names_the_nearest(facts):
    refused = run(*BUP, "--set", "usia.administrators=62", "--facts", facts)

    assert refused.exit_code == 2
    assert "usia.administrator" in refused.output


def test_a_day_before_the_first_version_and_files_that_are_not_there_are_refused(facts, tmp_path):
    early = run("simulate", "bup-pns", "--as-of", "1/1/2000", *SET, "--facts", facts)
    absent = run(*BUP, *SET, "--facts", tmp_path / "tiada.csv")

    assert isinstance(early.exception, law.BeforeFirstVersionError)
    assert isinstance(absent.exception, law.FactsFileError)
