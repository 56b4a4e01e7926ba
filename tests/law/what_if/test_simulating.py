"""What if the law had other figures: equal to an edited file, subject by subject."""

import gc
import weakref
from datetime import date
from itertools import permutations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import employee
from tests.support.crowd import absences, employees

from pamong import law
from pamong.law.fact_files import completed
from pamong.law.loading import load_rule
from pamong.law.what_if.bars import Pair
from pamong.law.what_if.changing import _copy
from pamong.law.what_if.figure_text import show_figure
from pamong.law.what_if.simulating import MOST_YEARS, days_of

BUP, ABSENCE = "bup-pns", "disiplin-absen-kumulatif"
DAY = date(2026, 11, 25)
MANY = 60_000


def changes(*told):
    return [law.Change.parse(each) for each in told]


@pytest.fixture(scope="module")
def crowd():
    return employees(MANY) | absences(MANY, 2026)


@pytest.fixture(scope="module")
def few():
    return employees(400) | absences(400, 2026)


@pytest.fixture
def edited(tmp_path):
    """Load a copy of a rule's file in which some words are others, as a lawyer would edit it."""

    def load(rule_id, *edits):
        path = law.rule(rule_id).path
        text = path.read_text(encoding="utf-8")
        for was, becomes in edits:
            place = text.rindex(was)  # the latest version stands last
            text = text[:place] + becomes + text[place + len(was) :]
        folder = tmp_path / path.parent.name
        folder.mkdir()
        (folder / path.name).write_text(text, encoding="utf-8")
        (folder / path.with_suffix(".py").name).touch()
        return load_rule(folder / path.name, law.register())

    return load


def difference(before, after, day):
    """Say of whom two runs differ, row by row in plain Python."""
    told = [{row["subject_id"]: row for row in run.table.to_pylist()} for run in (before, after)]
    names = ("outcome", "breach", "since", "due_on")
    differ = {}
    for subject in told[0].keys() | told[1].keys():
        rows = [run.get(subject) for run in told]
        values = [tuple(row and row[name] for name in names) for row in rows]
        if values[0] != values[1]:
            differ[day, subject] = tuple(zip(*values, strict=True))
    return differ


def as_difference(simulation):
    return {
        (row["day"], row["subject_id"]): tuple(
            (row[f"{name}_before"], row[f"{name}_after"])
            for name in ("outcome", "breach", "since", "due_on")
        )
        for row in simulation.touched.to_pylist()
    }


@pytest.mark.parametrize(
    ("rule_id", "told", "edits"),
    [
        (
            BUP,
            ["usia.administrator=62", "khusus[kelompok=guru].usia=62"],
            [
                ("administrator = 58,", "administrator = 62,"),
                ('"kepala_sekolah"], usia = 60', '"kepala_sekolah"], usia = 62'),
            ],
        ),
        (ABSENCE, ["rungs[outcome=pdhtaps].days=20"], [("days = 28,", "days = 20,")]),
    ],
)
def test_on_sixty_thousand_people_it_equals_a_run_with_an_edited_file(
    crowd, edited, rule_id, told, edits
):
    rule = law.rule(rule_id)
    simulation = law.simulate(rule, changes(*told), crowd, as_of=DAY, years=1)
    copy, read = edited(rule_id, *edits), {name: crowd[name] for name in rule.reads & crowd.keys()}

    expected = {}
    for day in (DAY, date(2027, 11, 25)):
        runs = [law.judge(each, read, as_of=day) for each in (rule, copy)]
        assert law.judge(simulation.changed, read, as_of=day).table.equals(runs[1].table)
        expected |= difference(*runs, day)

    assert as_difference(simulation) == expected
    assert len({subject for _, subject in expected}) == simulation.subjects > 300
    assert simulation.judged == len(runs[0])


def one(born, kind="administrator", **post):
    """The facts of one PNS in a post."""
    rows = {
        "pegawai": [employee(1, lahir_on=born)],
        "riwayat_jabatan": [
            {
                "riwayat_id": 1,
                "pegawai_id": 1,
                "starts_on": "2010-01-01",
                "jenis": kind,
                "nama": "Kepala Bidang",
            }
            | post
        ],
    }
    return {name: law.table_from_rows(law.fact_table(name), each) for name, each in rows.items()}


def test_a_retirement_age_of_62_moves_the_pension_by_four_years():
    simulation = law.simulate(
        BUP, changes("usia.administrator=62"), one("1969-03-10"), as_of=DAY, years=5
    )
    (row,) = simulation.touched.filter(pa.compute.field("day") == DAY).to_pylist()

    assert (row["due_on_before"], row["due_on_after"]) == (date(2027, 4, 1), date(2031, 4, 1))
    fall = [pair for pair in simulation.years("due_on") if pair.before or pair.after]
    assert fall == [Pair("2027", 1, 0), Pair("2031", 0, 1)]
    assert simulation.chart()[0] == "due_on"


def test_a_lower_age_than_any_before_is_reckoned_with_too():
    simulation = law.simulate(BUP, changes("usia.administrator=55"), one("1969-03-10"), as_of=DAY)
    row = simulation.touched.to_pylist()[0]

    assert row["due_on_after"] == date(2024, 4, 1)
    assert (row["outcome_before"], row["outcome_after"]) == ("belum_mencapai", "lewat_bup")


def test_it_tells_units_and_ranks_of_those_touched(crowd):
    simulation = law.simulate(BUP, changes("usia.administrator=62"), crowd, as_of=DAY, years=0)
    people = {row["pegawai_id"]: row["unit_id"] for row in crowd["pegawai"].to_pylist()}
    ranks = {}
    every = crowd["riwayat_pangkat"].to_pylist()
    for row in sorted(every, key=lambda row: (row["tmt_on"], row["riwayat_id"])):
        if row["tmt_on"] <= DAY:
            ranks[row["pegawai_id"]] = row["golongan"]

    assert simulation.graded_by == "riwayat_pangkat.golongan"
    for row in simulation.touched.to_pylist():
        assert row["unit_id"] == people[row["subject_id"]]
        assert row["grade"] == ranks.get(row["subject_id"])
    for table in (simulation.by_unit, simulation.by_grade):
        assert sum(table["touched"].to_pylist()) == simulation.subjects
        assert sum(table["judged"].to_pylist()) == simulation.judged


def test_without_ranks_the_post_tells_them_apart(few):
    tables = {name: few[name] for name in ("pegawai", "riwayat_jabatan")}
    simulation = law.simulate(BUP, changes("usia.*=61"), tables, as_of=DAY, years=0)

    assert simulation.graded_by == "riwayat_jabatan.jenis"
    assert {"administrator", "ahli_madya"} <= set(simulation.by_grade["grade"].to_pylist())


def test_of_governments_it_tells_the_level():
    rule = law.rule("pilkada-kalender")
    case = next(each for each in rule.cases if each.expect.get("outcome") == "masa_kampanye")
    tables = completed(
        rule,
        {
            name: law.table_from_rows(law.fact_table(name), rows)
            for name, rows in case.facts.items()
        },
    )
    address = next(
        figure.address
        for figure in law.figures(rule, case.as_of)
        if figure.name == "kampanye_mulai" and figure.value.year == case.as_of.year
    )
    later = show_figure(date(case.as_of.year, 12, 1))
    simulation = law.simulate(
        rule, [law.Change(address, later)], tables, as_of=case.as_of, years=0
    )

    assert simulation.graded_by == "pemda.level"
    assert simulation.by_unit["unit_id"].to_pylist() == [None]


def test_no_change_touches_nobody(few):
    for rule_id in (BUP, ABSENCE):
        rule = law.rule(rule_id)
        same = [
            law.Change(figure.address, show_figure(figure.value))
            for figure in law.figures(rule, DAY)
        ]
        simulation = law.simulate(rule, same, few, as_of=DAY, years=1)

        assert (simulation.subjects, simulation.figures) == (0, [])
        assert simulation.judged > 100


def test_changes_may_stand_in_any_order(few):
    told = changes("usia.administrator=62", "khusus[usia=60].usia=63", "usia.mahir=60")
    runs = [
        law.simulate(BUP, order, few, as_of=DAY, years=0).touched
        for order in list(permutations(told))[::2]
    ]

    assert runs[0].num_rows > 0
    assert all(run.equals(runs[0]) for run in runs)


@settings(deadline=None, max_examples=4)
@given(age=st.integers(45, 75), rung=st.integers(1, 60))
def test_a_change_and_its_reverse_leave_the_law_as_it_was(age, rung):
    tables = employees(60, seed=age) | absences(60, 2026, seed=rung)
    for rule_id, there, back in (
        (BUP, f"usia.pengawas={age}", "usia.pengawas=58"),
        (ABSENCE, f"rungs[outcome=pdhtaps].days={rung}", "rungs[outcome=pdhtaps].days=28"),
    ):
        rule = law.rule(rule_id)
        away = law.changed(rule, changes(there), days=[DAY])
        home = law.changed(away, changes(back), days=[DAY])
        read = {name: tables[name] for name in rule.reads & tables.keys()}

        assert law.judge(home, read, as_of=DAY).table.equals(
            law.judge(rule, read, as_of=DAY).table
        )


def test_the_rule_of_the_library_stays_as_it_was(few):
    rule = law.rule(BUP)
    before = [version.fingerprint for version in rule.versions]
    law.simulate(BUP, changes("usia.*=70", "khusus[*].usia=70"), few, as_of=DAY, years=0)

    assert [version.fingerprint for version in rule.versions] == before


def test_plans_of_what_was_asked_are_not_kept_for_ever():
    rule = law.rule("plt-jabatan-batas")
    nobody = completed(rule, {})
    seen = []
    for months in range(1, 21):
        asked = law.simulate(rule, changes(f"bulan_pertama={months}"), nobody, as_of=DAY, years=0)
        seen.append(weakref.ref(asked.changed))
        del asked
    gc.collect()

    kept = _copy.cache_info().maxsize
    assert sum(copy() is not None for copy in seen) <= kept < len(seen)


def test_the_same_question_is_planned_once():
    asked = [law.changed(law.rule(BUP), changes("usia.pengawas=61"), days=[DAY]) for _ in range(2)]

    assert asked[0] is asked[1]


@pytest.mark.parametrize("years", [-1, MOST_YEARS + 1])
def test_too_many_years_are_refused_with_a_sentence(few, years):
    with pytest.raises(law.YearsError, match="paling banyak 15 tahun"):
        law.simulate(BUP, changes("usia.pengawas=61"), few, as_of=DAY, years=years)


def test_the_days_are_the_same_day_of_every_year_but_for_leap_days():
    assert days_of(date(2024, 2, 29), 4)[1:4:2] == (date(2025, 2, 28), date(2027, 2, 28))
    assert days_of(DAY, 0) == (DAY,)


def test_a_day_before_the_first_version_is_refused(few):
    with pytest.raises(law.BeforeFirstVersionError):
        law.simulate(BUP, changes("usia.pengawas=61"), few, as_of=date(2000, 1, 1))
