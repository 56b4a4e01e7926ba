"""``pamong law``: rules on standard output, sentences on standard error, no database."""

import json
import shlex
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.law.facts import absences, employee, loaded_since
from tests.support.lakes import write_lake
from typer.testing import CliRunner

from pamong import law
from pamong.cli.law import app
from pamong.law import checking
from pamong.law.lake import LakeError

JUDGING = law.rules_of(law.Kind.RULE) | law.rules_of(law.Kind.STEP)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_every_rule_is_listed():
    told = run("list")

    assert told.exit_code == 0
    assert all(rule.id in told.output and rule.title in told.output for rule in JUDGING.values())


def test_a_rule_is_shown_with_its_versions_and_the_one_of_a_day_is_marked():
    told = run("show", "disiplin-absen-kumulatif", "--day", "30 Agustus 2021")

    assert told.exit_code == 0
    assert "* 6 Juni 2010–30 Agustus 2021: PP 53/2010 Pasal 8 angka 9" in told.output
    assert "- sejak 31 Agustus 2021: PP 94/2021" in told.output
    assert "Peralihan pp-94-2021-pasal-40" in told.output


@pytest.mark.parametrize("rule_id", JUDGING)
@pytest.mark.parametrize("ending", ["toml", "json"])
def test_the_example_of_a_rule_runs_with_the_command_that_is_printed(tmp_path, rule_id, ending):
    told = run("facts", rule_id, "--example", tmp_path / f"contoh.{ending}")
    command = told.output.strip().splitlines()[-1]

    assert told.exit_code == 0
    assert all(name in told.output for name in law.rule(rule_id).reads)
    assert command.startswith("pamong law judge ")
    assert run(*shlex.split(command)[2:]).exit_code == 0


@pytest.fixture
def facts(tmp_path):
    run("facts", "disiplin-absen-kumulatif", "--example", tmp_path / "fakta.toml")
    return tmp_path / "fakta.toml"


JUDGE = ("judge", "disiplin-absen-kumulatif", "--as-of", "31 Desember 2025", "--facts")


def test_a_judgement_is_told_in_sentences(facts):
    told = run(*JUDGE, facts)

    assert told.exit_code == 0
    assert told.output.startswith("pegawai 1: Teguran lisan [Melanggar]\n")
    assert "Menurut PP 94/2021 Pasal 9 ayat (2) huruf b angka 1." in told.output


def test_a_judgement_is_one_line_of_json(facts):
    told = run(*JUDGE, facts, "--json")
    (judgement,) = map(json.loads, told.output.splitlines())

    assert judgement["outcome"] == "teguran_lisan"
    assert judgement["breach"] is True


def test_only_the_subject_asked_for_is_judged(facts):
    assert run(*JUDGE, facts, "--subject", 2).output == (
        "Tidak ada pegawai yang tersangkut aturan ini pada hari itu.\n"
    )


def test_many_judgements_are_summed_up(tmp_path):
    path = tmp_path / "pegawai.csv"
    rows = "".join(f"{number},1,pns\n" for number in range(30))
    path.write_text(f"pegawai_id,pemda_id,status\n{rows}", encoding="utf-8")
    told = run(*JUDGE, path)

    assert "30 pegawai dinilai:" in told.output
    assert "30  Belum dapat dinilai [Catatan belum lengkap]" in told.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "disiplin-absen"), "tidak dikenal. Maksud Anda"),
        (("show", "pilkada-kalender", "--day", "1/2/20"), "tahun 1920 atau 2020?"),
        (
            ("judge", "pilkada-kalender", "--as-of", "kemarin", "--facts", "x"),
            "tidak dapat dibaca",
        ),
        (("judge", "pilkada-kalender", "--as-of", "2020-10-01"), "--facts"),
    ],
)
def test_a_wrong_call_is_a_usage_error_that_says_what_to_do(arguments, told):
    refused = run(*arguments)

    assert refused.exit_code == 2
    assert told.replace(" ", "") in "".join(refused.output.split()).replace("│", "")


def test_a_day_before_the_first_version_is_refused(facts):
    refused = run("judge", "disiplin-absen-kumulatif", "--facts", facts, "--as-of", "2010-06-05")

    assert isinstance(refused.exception, law.BeforeFirstVersionError)


def test_facts_that_cannot_be_read_are_refused(tmp_path):
    refused = run(*JUDGE, tmp_path / "tiada.toml")

    assert isinstance(refused.exception, law.FactsFileError)


HANDED_OVER_ID = "disiplin-penyampaian"
HANDED_OVER = ("--fact", "ditetapkan_on=1/7/2024", "--as-of", "22/7/2024")


def test_one_case_is_judged_from_what_is_told_on_the_line():
    told = run("judge", "disiplin-penyampaian", *HANDED_OVER, "--fact", "sudah_disampaikan=tidak")

    assert told.exit_code == 0
    assert told.output.startswith("perkara 1: Belum disampaikan, tenggatnya lewat [Melanggar]\n")


def test_why_names_version_facts_and_steps_of_one_case():
    told = run("why", "disiplin-penyampaian", *HANDED_OVER)

    assert told.exit_code == 0
    assert "Versi yang dipakai:\n  pp-94-2021: PP 94/2021 Pasal 37 ayat (3)" in told.output
    assert "  perkara: ditetapkan_on = 1/7/2024" in told.output
    assert "Yang belum diketahui:\n  Apakah keputusan itu sudah disampaikan" in told.output


def test_why_asks_which_subject_where_there_are_several(facts, tmp_path):
    assert run("why", *JUDGE[1:], facts).exit_code == 0

    path = tmp_path / "pegawai.csv"
    path.write_text("pegawai_id,pemda_id,status\n1,1,pns\n2,1,pns\n", encoding="utf-8")
    refused = run("why", *JUDGE[1:], path)

    assert refused.exit_code == 2
    assert "pilih satu. 1, 2" in " ".join(refused.output.replace("│", "").split())
    assert run("why", *JUDGE[1:], path, "--subject", 2).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("judge", "disiplin-penyampaian", "--as-of", "2024-01-01"), "menilai satu perkara"),
        (("judge", "disiplin-penyampaian", "--as-of", "2024-01-01", "--fact", "x"), "NAMA=NILAI"),
        ((*JUDGE[:-1], "--fact", "hari=1"), "membaca tabel fakta"),
        (JUDGE[:-1], "beri satu berkas fakta"),
        (("diff", "2024-01-02", "2024-01-01"), "hari kedua harus lebih kemudian"),
        (
            ("audit", "--facts", "x", "--out", "y", *HANDED_OVER[2:], "--rule", HANDED_OVER_ID),
            "tidak menilai tabel fakta",
        ),
    ],
)
def test_a_call_that_does_not_fit_the_rule_says_what_to_give(arguments, told):
    refused = run(*arguments)

    assert refused.exit_code == 2
    assert told.replace(" ", "") in "".join(refused.output.split()).replace("│", "")


def test_diff_tells_the_law_and_for_whom_it_changes(facts):
    told = run("diff", "1/1/2021", "31/12/2025", "--rule", "disiplin-absen-kumulatif")
    assert "31 Agustus 2021  disiplin-absen-kumulatif" in told.output
    assert "ketentuan peralihan mulai: " in told.output

    told = run("diff", "1/1/2025", "31/12/2025", "--facts", facts, "--rule", JUDGE[1])
    assert told.output.startswith("Hukumnya tidak berubah")
    assert "Belum mencapai jenjang hukuman [Sesuai] → Teguran lisan [Melanggar]" in told.output


@pytest.fixture
def one_rule(monkeypatch):
    rule = law.rule("disiplin-penyampaian")
    monkeypatch.setattr(checking, "rules", lambda: {rule.id: rule})


def test_check_finds_nothing_wrong_and_says_how_much_it_looked_at(one_rule):
    told = run("check")

    assert told.exit_code == 0
    assert told.output.rstrip().endswith("peraturan: tidak ada masalah.")


def test_check_ends_with_one_where_something_is_wrong(one_rule, tmp_path):
    told = run("check", "--texts", tmp_path)

    assert told.exit_code == 1
    assert "PP 94/2021: naskah pp-2021-94.md tidak ada di folder itu." in told.output


def test_audit_tells_each_rule_and_where_the_results_are(facts, tmp_path):
    told = run("audit", "--facts", facts, "--as-of", "31/12/2025", "--out", tmp_path / "hasil")

    assert told.exit_code == 0
    assert "disiplin-absen-kumulatif: 1 pegawai, 1 temuan, 0 belum dapat dinilai" in told.output
    assert (tmp_path / "hasil" / "disiplin-absen-kumulatif.parquet").is_file()


@pytest.mark.parametrize(
    ("name", "told"),
    [("tiada", "berkas ini tidak ada"), ("kosong", "map ini tidak berisi berkas")],
)
def test_facts_that_are_not_there_are_named(tmp_path, name, told):
    (tmp_path / "kosong").mkdir()

    refused = run(
        *("audit", "--facts", tmp_path / name, "--as-of", "31/12/2025", "--out", tmp_path / "x")
    )

    assert isinstance(refused.exception, law.FactsFileError)
    assert told in str(refused.exception)
    assert not (tmp_path / "x").exists()


def test_an_audit_of_nobody_says_so(tmp_path):
    path = tmp_path / "pegawai.csv"
    path.write_text("pegawai_id,pemda_id,status\n", encoding="utf-8")

    told = run("audit", "--facts", path, "--as-of", "31/12/2025", "--out", tmp_path / "hasil")

    assert "Tidak ada subjek yang dapat dinilai" in told.output


@pytest.fixture
def lake(tmp_path):
    """One employee who was absent for five days without a reason, and what is planted about it."""
    folder = tmp_path / "himpunan"
    days = [f"2025-03-{day:02d}" for day in (3, 4, 5, 6, 7)]
    write_lake(
        folder,
        {
            "pegawai": [employee(1), employee(2)],
            "presensi": absences(1, days),
            "presensi_cakupan": [loaded_since()],
        },
    )
    return folder


def over_lake(lake, out, *more):
    told = ("audit", "--lake", lake, "--as-of", "31/12/2025", "--out", out)
    return run(*told, "--rule", "disiplin-absen-kumulatif", *more)


def planted_in(lake, expected):
    rows = {"scenario": ["s"], "rule": ["disiplin-absen-kumulatif"], "subject_id": [1]}
    table = pa.table(rows | {"expected": [expected], "because": ["Five days."]})
    pq.write_table(table, lake / "skenario.parquet")
    (lake / "himpunan.json").write_text('{"as_of": "2025-12-31"}', encoding="utf-8")


def test_a_lake_is_audited_with_a_line_a_rule_and_how_long_it_took(lake, tmp_path):
    told = over_lake(lake, tmp_path / "hasil")

    assert told.exit_code == 0
    assert "disiplin-absen-kumulatif: 2 pegawai, 1 temuan, 0 belum dapat dinilai (" in told.output
    assert "2 pegawai dalam 1 kelompok" in told.output
    written = pq.read_table(tmp_path / "hasil" / "disiplin-absen-kumulatif")
    assert written["subject_id"].to_pylist() == [1]
    assert "Skenario" not in told.output


def test_with_all_everybody_is_written(lake, tmp_path):
    over_lake(lake, tmp_path / "hasil", "--all")

    assert pq.read_table(tmp_path / "hasil" / "disiplin-absen-kumulatif").num_rows == 2


@pytest.mark.parametrize(
    ("expected", "code", "words"),
    [("temuan", 0, "1 dari 1 cocok"), ("bukan", 1, "seharusnya bukan, ternyata temuan. Five")],
)
def test_a_made_up_lake_is_compared_with_its_scenarios(lake, tmp_path, expected, code, words):
    planted_in(lake, expected)

    told = over_lake(lake, tmp_path / "hasil")

    assert told.exit_code == code
    assert words in told.output


def test_scenarios_of_another_day_are_not_compared(lake, tmp_path):
    planted_in(lake, "bukan")
    (lake / "himpunan.json").write_text('{"as_of": "2025-12-30"}', encoding="utf-8")

    told = over_lake(lake, tmp_path / "hasil")

    assert told.exit_code == 0
    assert "berlaku untuk 30 Desember 2025; tidak dibandingkan" in told.output


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--facts", "x"), "beri salah satu: --facts atau --lake"),
        (("--engine", "hadoop"), "pilih duckdb atau spark"),
        (("--memory", "banyak"), "tulis seperti 3GB"),
        (("--engine", "spark", "--conf", "x"), "harus NAMA=NILAI"),
    ],
)
def test_a_call_of_audit_that_cannot_be_meant_is_refused(lake, tmp_path, more, words):
    refused = over_lake(lake, tmp_path / "hasil", *more)

    assert refused.exit_code == 2
    assert words.replace(" ", "") in "".join(refused.output.split()).replace("│", "")


def test_a_lake_that_is_none_is_refused_with_its_place(tmp_path):
    refused = over_lake(tmp_path / "tiada", tmp_path / "hasil")

    assert isinstance(refused.exception, LakeError)
    assert "map ini tidak ada" in str(refused.exception)


def test_without_spark_it_says_how_to_get_it(lake, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)

    refused = over_lake(lake, tmp_path / "hasil", "--engine", "spark")

    assert "script/setup --spark" in str(refused.exception)
    assert not (tmp_path / "hasil").exists()
