"""The law looks again at what a save touched: at that, and at nothing else."""

from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.support.absences import (
    ABSENCE,
    END_OF_YEAR,
    MARCH,
    THREE_DAYS,
    absent,
    dinas_of,
    employed,
    judge,
)
from tests.support.registry import REASON, WARNI, decree, hold, leave

from pamong import law
from pamong.apps.core.audit import act
from pamong.apps.core.jobs import (
    MANY,
    RUN_LAW,
    NoActError,
    Touched,
    facts_changed,
    law_runs_left_out,
)
from pamong.apps.findings import gathering
from pamong.apps.findings.gathering import gather, gather_for
from pamong.apps.findings.models import Finding, LawRun
from pamong.apps.findings.scope import subjects_touched
from pamong.apps.findings.selectors import days_judged, findings_on, rules_at_work
from pamong.apps.findings.services import judge_new_day, rerun_law, rules_for
from pamong.apps.findings.tasks import judge_new_days, run_law_again
from pamong.apps.organisasi.services import end_tenure, record_pilkada_participation

TEN_DAYS = "disiplin-absen-10-hari-berturut"
FOUR_DAYS = [*THREE_DAYS, date(2025, 2, 6)]


def jobs():
    """What the worker was asked for, by what it is to look at."""
    return [job.args["touched"] for job in ProcrastinateJob.objects.filter(task_name=RUN_LAW)]


def do_the_jobs():
    for job in ProcrastinateJob.objects.filter(task_name=RUN_LAW).order_by("id"):
        run_law_again(**job.args)


def touched(table, **key):
    ((column, keys),) = key.items()
    return [Touched(table, column, tuple(keys))]


def rerun(pemda, rows, days=(END_OF_YEAR,)):
    rerun_law(pemda=pemda, days=days, touched=rows, actor=WARNI, reason=REASON)


def touch_and_fail(pemda, pegawai_id):
    with act("findings.inner", actor=WARNI, reason=REASON):
        facts_changed(pemda.pk, "presensi", pegawai_id=pegawai_id)
        raise ValueError("gagal")


@pytest.fixture
def two(dinas):
    """Two people of one dinas."""
    return employed(dinas), employed(dinas, "Beni Rekaan", "198601012015031002")


@pytest.fixture
def no_jobs_yet(db):
    """Forget what setting up the case asked of the worker."""
    ProcrastinateJob.objects.all()._raw_delete("default")


def test_a_save_is_looked_at_for_whom_it_touched_and_all_others_keep_what_they_had(contoh, two):
    ani, beni = two
    absent(ani, THREE_DAYS)
    judge(contoh)
    absent(beni, FOUR_DAYS)

    rerun(contoh, touched("presensi", pegawai_id=[beni.pk]))

    standing = {row.subject_id: row for row in findings_on(contoh, day=END_OF_YEAR)}
    assert {ani.pk, beni.pk} <= standing.keys()
    run = LawRun.objects.filter(rule_id=ABSENCE).latest("id")
    assert (run.subjects, run.judged) == ([beni.pk], 1)


def test_rules_that_do_not_read_what_was_touched_are_not_run(contoh, two):
    rerun(contoh, touched("presensi", pegawai_id=[two[0].pk]))

    assert set(LawRun.objects.values_list("rule_id", flat=True)) == {ABSENCE, TEN_DAYS}


def test_a_save_that_touches_nobody_of_a_rule_is_no_run(contoh):
    rerun(contoh, touched("presensi", pegawai_id=[0]))

    assert not LawRun.objects.filter(judged__gt=0).exists()


def test_a_partial_run_says_nothing_of_a_later_day_that_was_judged_whole(contoh, two):
    absent(two[0], THREE_DAYS)
    judge(contoh, MARCH)
    judge(contoh, END_OF_YEAR)
    absent(two[0], [date(2025, 2, 6)])

    rerun(contoh, touched("presensi", pegawai_id=[two[0].pk]), days=[MARCH])

    outcomes = [
        {row.judgement["outcome"] for row in findings_on(contoh, day=day).filter(rule_id=ABSENCE)}
        for day in (MARCH, END_OF_YEAR)
    ]
    assert outcomes == [{"teguran_tertulis"}, {"teguran_lisan"}]


def test_numbers_of_a_rule_are_those_of_its_last_whole_run(contoh, two):
    judge(contoh)

    rerun(contoh, touched("presensi", pegawai_id=[two[0].pk]))

    assert rules_at_work(contoh, day=END_OF_YEAR)[ABSENCE].judged == 2


def test_a_run_for_an_earlier_day_that_changes_nothing_leaves_no_trace(contoh, two):
    judge(contoh, MARCH)
    absent(two[0], [date(2025, 9, 1)])
    rows = touched("presensi", pegawai_id=[two[0].pk])

    rerun(contoh, rows, days=[END_OF_YEAR, MARCH])

    partial = LawRun.objects.filter(subjects__isnull=False)
    assert {run.as_of for run in partial} == {END_OF_YEAR}


@pytest.mark.parametrize("rule_id", law.rules_of(law.Kind.RULE))
@pytest.mark.django_db
def test_what_is_read_for_some_subjects_leads_to_the_same_as_reading_all(
    rule_id, contoh, bupati, siti, two
):
    """Narrowed SELECTs must not change what the law says of anybody."""
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    hold(siti, bupati, since=date(2021, 2, 20), by=paper)
    leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=paper)
    absent(two[0], FOUR_DAYS)
    rule = law.rule(rule_id)
    ((_, everything),) = gather_for(rule, pemda_id=contoh.pk)
    whole = law.judge(rule, everything, as_of=END_OF_YEAR)

    for subject_id in whole.table.column("subject_id").to_pylist():
        ((_, some),) = gather_for(rule, pemda_id=contoh.pk, subjects={subject_id})
        alone = law.judge(rule, some, as_of=END_OF_YEAR, subjects=[subject_id])
        assert alone.of(subject_id) == whole.of(subject_id)


def test_one_save_re_reads_one_record(contoh, two):
    absent(two[0], THREE_DAYS)
    absent(two[1], FOUR_DAYS)

    ((_, read),) = gather_for(law.rule(ABSENCE), pemda_id=contoh.pk, subjects={two[0].pk})

    assert read["pegawai"].num_rows == 1
    assert read["presensi"].num_rows == 3


def test_touched_rows_are_followed_to_the_subjects_of_each_rule(contoh, bupati, siti):
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    holding = hold(siti, bupati, since=date(2021, 2, 20), by=paper)
    rows = touched("pemangku", pemangku_id=[holding.pk])

    acting = subjects_touched(law.rule("kdh-pjs-cuti-kampanye"), rows, pemda_id=contoh.pk)
    leave_ = subjects_touched(law.rule("kdh-cuti-kampanye-petahana"), rows, pemda_id=contoh.pk)

    assert bupati.pk in acting
    assert leave_ == {holding.pk}


def test_too_many_rows_are_the_whole_government(contoh, no_jobs_yet):
    with act("findings.test", actor=WARNI, reason=REASON):
        facts_changed(contoh.pk, "presensi", pegawai_id=range(MANY + 1))

    ((told,),) = jobs()
    assert told["keys"] is None
    assert subjects_touched(law.rule(ABSENCE), [Touched.from_json(told)], pemda_id=1) is None


def test_an_act_asks_once_for_all_that_the_acts_inside_it_touched(contoh, no_jobs_yet):
    with act("findings.outer", actor=WARNI, reason=REASON):
        with act("findings.inner", actor=WARNI, reason=REASON):
            facts_changed(contoh.pk, "presensi", pegawai_id=7)
        facts_changed(contoh.pk, "presensi", pegawai_id=8)
        facts_changed(contoh.pk, "jabatan", jabatan_id=3)

    assert jobs() == [
        [
            {"table": "jabatan", "column": "jabatan_id", "keys": [3]},
            {"table": "presensi", "column": "pegawai_id", "keys": [7, 8]},
        ]
    ]
    (job,) = ProcrastinateJob.objects.filter(task_name=RUN_LAW)
    assert job.args["reason"] == "sesudah findings.outer"
    assert job.lock == f"law-{contoh.pk}"


def test_what_an_act_touched_that_failed_is_forgotten(contoh, no_jobs_yet):
    with act("findings.outer", actor=WARNI, reason=REASON):
        facts_changed(contoh.pk, "presensi", pegawai_id=8)
        with pytest.raises(ValueError, match="gagal"):
            touch_and_fail(contoh, 7)

    assert jobs() == [[{"table": "presensi", "column": "pegawai_id", "keys": [8]}]]


def test_an_act_that_fails_asks_for_nothing(contoh, no_jobs_yet):
    with pytest.raises(ValueError, match="gagal"):
        touch_and_fail(contoh, 8)

    assert jobs() == []


def test_whoever_loads_much_runs_the_law_himself(contoh, no_jobs_yet):
    with law_runs_left_out(), act("findings.load", actor=WARNI, reason=REASON):
        facts_changed(contoh.pk, "presensi", pegawai_id=8)

    assert jobs() == []


@pytest.mark.django_db
def test_facts_are_changed_inside_an_act():
    with pytest.raises(NoActError):
        facts_changed(1, "presensi", pegawai_id=8)


def test_the_acts_say_what_they_touched(contoh, bupati, siti, two, no_jobs_yet):
    paper = decree(contoh, "131/1", decided_on=date(2021, 2, 1))
    holding = hold(siti, bupati, since=date(2021, 2, 20), by=paper)

    end_tenure(holding=holding, last_day=date(2024, 1, 1), actor=WARNI, reason=REASON)
    absent(two[0], THREE_DAYS)
    record_pilkada_participation(
        pemda=contoh, pilkada="2024", participates=True, source="x", actor=WARNI, reason=REASON
    )

    assert [(row["table"], row["column"], row["keys"]) for (row,) in jobs()] == [
        ("pemangku", "pemangku_id", [holding.pk]),
        ("presensi", "pegawai_id", [two[0].pk]),
        ("keikutsertaan_pilkada", "pemda_id", [contoh.pk]),
    ]


def test_from_a_save_to_its_finding_for_today_and_the_days_judged_before(
    contoh, two, time_machine
):
    judge(contoh, MARCH)
    ProcrastinateJob.objects.all()._raw_delete("default")
    time_machine.move_to("2025-11-23 20:00Z")  # the 24th in the government's own zone
    absent(two[1], FOUR_DAYS)

    do_the_jobs()

    for day in (MARCH, date(2025, 11, 24)):
        found = findings_on(contoh, day=day).filter(rule_id=ABSENCE)
        assert [row.subject_id for row in found] == [two[1].pk]
    assert Finding.objects.filter(rule_id=ABSENCE).count() == 1
    assert days_judged(contoh) == [MARCH, date(2025, 11, 24)]


def test_each_government_is_judged_for_its_new_day_by_its_own_clock(
    contoh, two, papua, time_machine
):
    time_machine.move_to("2025-11-23 15:05Z")  # midnight in Papua, 22.05 in Jakarta

    judge_new_days(timestamp=0)

    assert days_judged(papua) == [date(2025, 11, 24)]
    assert days_judged(contoh) == [date(2025, 11, 23)]


def test_a_day_is_judged_once_and_what_was_interrupted_is_made_up_for(contoh, two):
    first, *_ = (rule.id for rule in rules_for(contoh))
    everything = judge_new_day(pemda=contoh, day=END_OF_YEAR, actor=WARNI, reason=REASON)
    LawRun.objects.filter(rule_id=first).update(as_of=MARCH)

    again = judge_new_day(pemda=contoh, day=END_OF_YEAR, actor=WARNI, reason=REASON)

    assert (everything, again) == (len(rules_for(contoh)), 1)
    assert judge_new_day(pemda=contoh, day=END_OF_YEAR, actor=WARNI, reason=REASON) == 0


def test_a_save_on_the_day_does_not_count_as_having_judged_the_day(contoh, two):
    rerun(contoh, touched("presensi", pegawai_id=[two[0].pk]))

    assert judge_new_day(pemda=contoh, day=END_OF_YEAR, actor=WARNI, reason=REASON) > 0


def test_texts_survive_the_way_from_the_database_to_the_law(contoh):
    odd = 'Dinas "Pasar, Besar"\nbaris kedua; \\N'
    opd = dinas_of(contoh, odd)
    opd.pemda.nama = odd
    opd.pemda.save(update_fields=["nama"])

    told = gather(["pemda", "presensi_cakupan"], pemda_ids=[contoh.pk])

    assert told["pemda"].column("nama").to_pylist() == [odd]
    assert told["presensi_cakupan"].column("unit_id").to_pylist() == [opd.pk]


def test_an_empty_text_and_nothing_on_record_are_two_things(contoh, monkeypatch):
    monkeypatch.setitem(
        gathering.sources(),
        "pegawai",
        type(gathering.sources()["pegawai"])(
            "pegawai",
            "SELECT 1, id, NULL::bigint, 'pns', '', NULL::boolean, NULL::date "
            "FROM organisasi_pemda WHERE id = ANY(%(pemda)s)",
        ),
    )

    (row,) = gather(["pegawai"], pemda_ids=[contoh.pk])["pegawai"].to_pylist()

    assert (row["unit_id"], row["pekan_kerja"], row["memegang_jabatan"]) == (None, "", None)
