"""Plans that outlive a process: found again, never trusted from others, never needed."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from pamong import law
from pamong.law import compiling, plans

RULE = law.rule("pilkada-kalender")
DAY = date(2026, 10, 30)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Plans are kept in this folder; the process has none yet."""
    monkeypatch.setattr(plans, "_folder", tmp_path / "rencana")
    forget()
    yield tmp_path / "rencana"
    forget()


def forget():
    plans._opened.cache_clear()
    compiling._duckdb_sql.forget()


def planned():
    forget()
    return compiling.duckdb_sql(RULE, DAY, narrowed=False)


def only_file(folder):
    [path] = folder.iterdir()
    return path


def test_a_rule_prepared_for_some_days_is_planned_when_they_are_judged(folder, monkeypatch):
    before = RULE.versions[0].period.start - timedelta(days=1)
    law.prepare(RULE, [before, DAY])
    monkeypatch.setattr(compiling, "_written_anew", None)

    assert compiling.duckdb_sql(RULE, DAY, narrowed=False).startswith(("SELECT", "WITH"))


def test_a_plan_is_written_once_and_found_by_the_next_process(folder, monkeypatch):
    first = planned()
    monkeypatch.setattr(compiling, "_written_anew", None)

    assert planned() == first
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_plan_is_found_that_a_process_beside_this_one_wrote_meanwhile(folder):
    here, beside = plans.KeptPlans(folder), plans.KeptPlans(folder)
    before = here.find(RULE.id, DAY, narrowed=False)

    beside.add(RULE.id, DAY, narrowed=False, sql="SELECT 1")

    assert before is None
    assert here.find(RULE.id, DAY, narrowed=False) == "SELECT 1"


def test_an_edited_copy_of_a_rule_is_never_kept(folder):
    copy = replace(RULE, title="lain")
    compiling.duckdb_sql(copy, DAY, narrowed=False)

    assert not folder.exists()


@pytest.mark.parametrize("spoil", ["not json", '["x"]', '{"a": 1}', "[1, 2, 3"])
def test_a_line_that_is_cut_short_is_passed_over(folder, spoil):
    first = planned()
    path = only_file(folder)
    path.write_text(f"{spoil}\n{path.read_text('utf-8')}", "utf-8")

    assert planned() == first


def test_plans_that_others_may_write_are_not_run(folder):
    planned()
    path = only_file(folder)
    line = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps([*line[:3], "SELECT 1"]) + "\n", "utf-8")
    path.chmod(0o666)

    assert planned() != "SELECT 1"

    path.chmod(0o600)
    folder.chmod(0o777)
    assert planned() != "SELECT 1"


def test_where_nothing_can_be_written_plans_are_written_anew(tmp_path, monkeypatch):
    blocked = tmp_path / "berkas"
    blocked.write_text("x")
    monkeypatch.setattr(plans, "_folder", blocked / "rencana")

    assert planned()


def test_plans_of_an_older_law_are_removed(folder):
    folder.mkdir(mode=0o700)
    older = folder / "rencana-0000000000000000.jsonl"
    older.write_text("")

    planned()

    assert only_file(folder) != older


def test_without_a_folder_nothing_is_kept(monkeypatch):
    monkeypatch.setattr(plans, "_folder", None)

    assert plans.kept_plans() is None
