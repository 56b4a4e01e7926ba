"""Why a judgement is what it is, what changes between two days, whether the law is in order."""

import json
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest
from tests.law.facts import absences, employee, loaded_since, tables

from pamong import law
from pamong.law import checking, results

ABSENCE = "disiplin-absen-kumulatif"
WEEK = [date(2025, 3, day) for day in range(3, 8)]
YEAR_END = date(2025, 12, 31)


@pytest.fixture
def given():
    facts = {
        "pegawai": [employee(1), employee(2)],
        "presensi": absences(1, WEEK),
        "presensi_cakupan": [loaded_since()],
        "pemeriksaan_disiplin_cakupan": [loaded_since()],
    }
    return tables(ABSENCE, facts)


def reasons(given, subject=1, as_of=YEAR_END):
    judged = law.judge(ABSENCE, given, as_of=as_of)
    return law.Reasons(judged.of(subject), judged.facts_of(subject))


def test_the_version_is_told_with_the_day_that_chose_it_and_the_others(given):
    told = " ".join(reasons(given).version)

    assert "dipilih menurut hari peristiwanya" in told
    assert "Di luar itu: 6 Juni 2010–30 Agustus 2021 menurut PP 53/2010" in told


def test_clauses_facts_and_steps_are_told_in_full(given):
    told = reasons(given)

    assert any("PP tentang Gaji dan Tunjangan" in clause for clause in told.clauses)
    assert told.rows.count("pemeriksaan_disiplin: tidak ada baris") == 1
    assert sum(row.startswith("presensi: ") for row in told.rows) == len(WEEK)
    assert "Hari kerja tanpa alasan yang sah: 5 hari kerja" in told.steps


def test_also_where_nothing_is_wrong_the_reasons_are_told(given):
    told = list(reasons(given, subject=2).sentences())

    assert told[0] == "Belum mencapai jenjang hukuman [Sesuai]"
    assert "Versi yang dipakai:" in told


def test_what_is_missing_is_told_with_what_to_do(given):
    unread = given | {"presensi_cakupan": given["presensi_cakupan"].slice(0, 0)}

    assert reasons(unread, subject=2).missing


def test_the_law_that_changes_between_two_days_is_told_on_its_day():
    rules = {ABSENCE: law.rule(ABSENCE)}

    changes = law.law_changes(rules, date(2021, 8, 30), date(2021, 8, 31))

    assert {change.on for change in changes} == {date(2021, 8, 31)}
    assert [change.after.id for change in changes if change.after] == ["pp-94-2021"]
    assert sum(change.clause is not None for change in changes) >= 2
    assert law.law_changes(rules, date(2021, 8, 31), date(2021, 9, 1)) == []


def test_figures_that_change_are_told_before_and_after():
    rule = law.rule("plt-jabatan-batas")
    first, second, third = rule.versions
    other = replace(third, values=third.values | {"bulan_pertama": 4})
    edited = replace(rule, versions=(first, second, other))

    (change,) = law.law_changes({rule.id: edited}, date(2021, 1, 31), date(2021, 2, 1))

    assert change.figures == ("bulan_pertama: 3 → 4",)


def test_who_is_judged_otherwise_on_the_later_day_is_told_before_and_after(given):
    rule = law.rule(ABSENCE)

    (changed,) = law.compare(rule, given, date(2025, 3, 4), date(2025, 3, 5))

    assert changed.subject_id == 1
    assert changed.before.outcome.id == "tidak_mencapai"
    assert changed.after.outcome.id == "teguran_lisan"
    assert list(law.compare(rule, given, date(2025, 3, 8), YEAR_END)) == []


def test_before_the_first_version_a_rule_says_nothing_of_anybody(given):
    rule = law.rule(ABSENCE)

    changed = list(law.compare(rule, given, date(2009, 1, 1), YEAR_END))

    assert [each.subject_id for each in changed] == [1, 2]
    assert all(each.before is None for each in changed)


@pytest.fixture
def one_rule(monkeypatch):
    """Let the law be one rule, so that not all cases of all rules are judged here again."""

    def of(rule):
        monkeypatch.setattr(checking, "rules", lambda: {rule.id: rule})

    of(law.rule("disiplin-penyampaian"))
    return of


def test_a_law_that_is_in_order_has_no_problems_and_says_how_much_was_looked_at(one_rule):
    checked = law.check()

    assert checked.problems == ()
    assert (checked.rules, checked.versions, checked.cases) == (1, 2, 10)


def test_a_case_that_comes_out_otherwise_is_named_with_what_was_expected(one_rule):
    rule = law.rule("pilkada-kalender")
    judged = next(case for case in rule.cases if "outcome" in case.expect)
    wrong = replace(judged, expect={"outcome": "tidak_ada"})
    refused = replace(judged, expect={"refused": True})
    one_rule(replace(rule, cases=(wrong, refused)))

    problems = law.check().problems

    assert [each.place for each in problems] == [f"kalender.toml: case[{n}]" for n in (1, 2)]
    assert "outcome seharusnya tidak_ada" in problems[0].message
    assert "seharusnya ditolak" in problems[1].message


def test_a_text_that_is_not_the_one_that_was_read_is_named(one_rule, tmp_path):
    (tmp_path / "pp-2021-94.md").write_text("lain", encoding="utf-8")

    told = {each.place: each.message for each in law.check(texts=tmp_path).problems}

    assert "bukan yang dibaca dulu" in told["PP 94/2021"]
    assert "tidak ada di folder itu" in told["PP 53/2010"]


def test_an_audit_writes_a_file_for_each_rule_and_a_summary(given, tmp_path):
    rules = [law.rule(ABSENCE), law.rule("plt-jabatan-batas")]

    told = law.audit(rules, given, as_of=YEAR_END, out=tmp_path / "hasil")

    assert [(each.rule.id, each.judged, each.breaches) for each in told] == [(ABSENCE, 2, 1)]
    written = pq.read_table(tmp_path / "hasil" / f"{ABSENCE}.parquet").to_pylist()
    assert [row["outcome"] for row in written] == ["teguran_tertulis", "tidak_mencapai"]
    summary = json.loads((tmp_path / "hasil" / results.SUMMARY).read_text("utf-8"))
    assert summary["rules"][0]["outcomes"] == {"teguran_tertulis": 1, "tidak_mencapai": 1}


def test_an_audit_never_overwrites_and_leaves_nothing_when_it_is_stopped(given, tmp_path):
    out = tmp_path / "hasil"
    rules = [law.rule(ABSENCE)]
    law.audit(rules, given, as_of=YEAR_END, out=out)

    with pytest.raises(law.AuditFolderError, match="sudah berisi"):
        law.audit(rules, given, as_of=YEAR_END, out=out)

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        law.audit(rules, given, as_of=YEAR_END, out=tmp_path / "lain", report=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]
