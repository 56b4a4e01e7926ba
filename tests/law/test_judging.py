"""What ``judge`` promises of every rule: what it takes, what it gives, what it keeps."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import ibis
import pyarrow as pa
import pytest
from tests.law.facts import absences, absent, employee, judged, loaded_since, tables

from pamong import law
from pamong.law import compiling
from pamong.law.compiling import Facts, FormError

RULES = law.rules_of(law.Kind.RULE)
ABSENCE = "disiplin-absen-kumulatif"
WEEK = [date(2026, 3, day) for day in (2, 3, 4, 5, 6, 9, 10)]
YEAR_END = date(2026, 12, 31)


def test_a_table_that_was_not_given_is_named_but_the_calendar_has_a_default():
    given = tables(ABSENCE, {})
    del given["presensi"]

    with pytest.raises(law.FactsError) as refused:
        law.judge(ABSENCE, given, as_of=YEAR_END)

    assert [problem.place for problem in refused.value.problems] == ["presensi"]


def test_a_table_that_the_rule_does_not_read_is_refused():
    given = tables(ABSENCE, {}) | {"pemangku": pa.table({"a": [1]})}

    with pytest.raises(law.FactsError, match="pemangku: tidak dibaca oleh disiplin-absen"):
        law.judge(ABSENCE, given, as_of=YEAR_END)


def test_every_problem_of_every_table_is_told_at_once():
    given = tables(ABSENCE, {})
    given["pegawai"] = given["pegawai"].drop_columns(["status"])
    given["presensi"] = given["presensi"].drop_columns(["hari"])

    with pytest.raises(law.FactsError) as refused:
        law.judge(ABSENCE, given, as_of=YEAR_END)

    assert [problem.place for problem in refused.value.problems] == [
        "pegawai.status",
        "presensi.hari",
    ]


def test_a_day_before_the_first_version_is_refused_with_the_day_from_which_there_is_one():
    with pytest.raises(law.BeforeFirstVersionError, match="baru tercatat sejak 6 Juni 2010"):
        judged(ABSENCE, date(2010, 6, 5))


def test_an_unknown_rule_is_named_with_the_nearest():
    with pytest.raises(law.UnknownRuleError, match='Maksud Anda "pilkada-kalender"'):
        law.judge("pilkada-kalendar", {}, as_of=YEAR_END)


def test_no_facts_give_no_judgements():
    assert len(judged(ABSENCE, YEAR_END)) == 0


def test_a_judgement_tells_its_steps_its_basis_and_what_to_do():
    judgement = absent(WEEK, as_of=YEAR_END)

    assert judgement.breach is True
    assert judgement.since == date(2026, 3, 10)
    assert judgement.version.id == "pp-94-2021"
    assert {each.step.name: each.value for each in judgement.steps}["hari_absen"] == 7
    assert (
        "\n".join(judgement.sentences)
        == """\
Ketidakhadiran tanpa alasan yang sah pada tahun 2026 mencapai jenjang hukuman disiplin ringan: \
pernyataan tidak puas secara tertulis.
Dari 1 Januari sampai dengan 31 Desember 2026 tercatat 7 hari kerja tanpa alasan yang sah.
Jenjang yang tercapai mulai pada 7 hari kerja; tercapai 10 Maret 2026.
Menurut PP 94/2021 Pasal 9 ayat (2) huruf b angka 3.
Jenjang berikutnya tercapai bila bertambah 4 hari kerja.
Dasar: PP 94/2021 Pasal 9 ayat (2) huruf b; PP 94/2021 Pasal 10 ayat (2) huruf f; PP 94/2021 \
Pasal 11 ayat (2) huruf d; PP 94/2021 Pasal 15 ayat (1) (berlaku sejak 31 Agustus 2021).
Atasan langsung memanggil dan memeriksa pegawai sebelum hukuman dijatuhkan."""
    )


def test_a_judgement_is_plain_data_for_other_systems():
    told = json.loads(json.dumps(absent(WEEK, as_of=YEAR_END).to_json()))

    assert told["rule"] == ABSENCE
    assert told["since"] == "2026-03-10"
    assert told["breach"] is True
    assert told["steps"][1] == {
        "name": "hari_absen",
        "label": "Hari kerja tanpa alasan yang sah",
        "value": 7,
        "unit": "hari kerja",
    }


def two_people(**changes):
    return judged(
        ABSENCE,
        YEAR_END,
        pegawai=[employee(1), employee(2)],
        presensi=absences(1, WEEK) + absences(2, WEEK[:3]),
        presensi_cakupan=[loaded_since()],
        **changes,
    )


def test_only_those_asked_for_are_judged():
    assert [each.subject_id for each in two_people(subjects=[2])] == [2]


def test_a_subject_that_the_rule_does_not_concern_has_no_judgement():
    with pytest.raises(law.NotJudgedError, match="tidak menyangkut pegawai 3"):
        two_people().of(3)


def test_findings_are_the_rows_with_a_breach():
    quiet = judged(
        ABSENCE,
        YEAR_END,
        pegawai=[employee(1), employee(2)],
        presensi=absences(1, WEEK),
        presensi_cakupan=[loaded_since()],
    )

    assert [each.subject_id for each in quiet.breaches] == [1]


def test_the_facts_of_one_subject_are_those_that_concern_it():
    facts = two_people().facts_of(2)

    assert [row["hari"] for row in facts["presensi"]] == WEEK[:3]
    assert [row["pegawai_id"] for row in facts["pegawai"]] == [2]
    assert "kalender" not in facts


def test_a_frozen_judgement_holds_version_facts_and_words_and_its_hash_is_stable():
    first, again = two_people().freeze(1), two_people(subjects=[1]).freeze(1)
    content = json.loads(first.text)

    assert first == again
    assert content["judgement"]["outcome"] == "pernyataan_tidak_puas"
    assert len(content["facts"]["presensi"]) == 7
    assert first.sha256 != two_people().freeze(2).sha256


def test_the_hash_of_a_frozen_judgement_changes_with_a_fact_that_changes_no_outcome():
    before = two_people().freeze(2).sha256
    later = judged(
        ABSENCE,
        YEAR_END,
        pegawai=[employee(2)],
        presensi=absences(2, WEEK[:3]) + absences(2, WEEK[3:4], excused=True),
        presensi_cakupan=[loaded_since()],
    )

    assert later.of(2).outcome.id == two_people().of(2).outcome.id
    assert later.freeze(2).sha256 != before


def test_the_hash_can_be_checked_by_anybody_who_has_the_text():
    frozen = two_people().freeze(1)
    content = json.loads(frozen.text)
    del content["judgement"]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)

    assert hashlib.sha256(text.encode()).hexdigest() == frozen.sha256


def test_an_edited_copy_of_a_rule_is_judged_as_edited():
    rule = law.rule(ABSENCE)
    *earlier, current = rule.versions
    rungs = [rung | {"days": rung["days"] + 10} for rung in current.values["rungs"]]
    milder = replace(rule, versions=(*earlier, replace(current, values={"rungs": rungs})))
    facts = {"pegawai": [employee(1)], "presensi": absences(1, WEEK)}
    given = tables(ABSENCE, facts | {"presensi_cakupan": [loaded_since()]})

    assert law.judge(milder, given, as_of=YEAR_END).of(1).breach is False
    assert law.judge(rule, given, as_of=YEAR_END).of(1).breach is True


def test_a_form_that_reads_more_than_it_says_is_a_mistake_of_ours():
    facts = Facts(law.rule(ABSENCE), {}, ibis.literal(YEAR_END), YEAR_END)

    with pytest.raises(FormError, match="does not say that it reads 'pemangku'"):
        _ = facts.pemangku
    with pytest.raises(FormError, match="does not say that it uses 'pilkada-kalender'"):
        facts.judged("pilkada-kalender")


def test_a_form_that_gives_other_columns_is_a_mistake_of_ours(monkeypatch):
    rule = law.rule("pilkada-kalender")
    form = compiling._form(rule)
    monkeypatch.setattr(compiling, "_form", lambda _: lambda *given: form(*given).drop("ikut"))

    with pytest.raises(FormError, match="ikut None"):
        law.expression(rule, compiling.unbound_tables(rule), YEAR_END)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_on_the_first_day_of_an_era_the_law_stands_as_on_any_other_day_of_it(rule):
    first = rule.versions[0].period.start
    for years in range(15):
        for month, day in ((1, 1), (8, 30), (8, 31), (12, 31)):
            asked = date(first.year + years, month, day)
            if asked < first:
                continue
            era = compiling.era_of(rule, asked)
            assert first <= era <= asked
            assert rule.version_on(era) is rule.version_on(asked)
            for clause in rule.transitional.values():
                assert (era in clause.period) is (asked in clause.period)


def test_one_plan_serves_all_days_between_two_changes_of_the_law():
    rule = law.rule(ABSENCE)

    days = (date(2021, 8, 30), date(2021, 8, 31), date(2022, 1, 1), date(2026, 12, 31))
    plans = [compiling.duckdb_sql(rule, day, narrowed=False) for day in days]
    undated = [plan.replace(day.isoformat(), "…") for day, plan in zip(days, plans, strict=True)]

    assert undated[0] != undated[1] != undated[2]
    assert undated[2] == undated[3]
    assert compiling._ANY_DAY_SQL not in "".join(plans)


def test_several_rules_judged_side_by_side_say_what_each_says_alone():
    rules = [law.rule(name) for name in (ABSENCE, "bup-pns", "plt-jabatan-batas")]
    read = sorted({name for rule in rules for name in rule.reads} - {"kalender"})
    given = {name: law.table_from_rows(law.fact_table(name), []) for name in read}
    given |= {"pegawai": law.table_from_rows(law.fact_table("pegawai"), [employee(7)])}

    together = list(law.judge_each(rules, given, as_of=YEAR_END))

    for rule, beside in zip(rules, together, strict=True):
        read = {name: given[name] for name in rule.reads if name in given}
        assert beside.rule is rule
        assert beside.table.equals(law.judge(rule, read, as_of=YEAR_END).table)
    assert [len(each) for each in together] == [1, 1, 0]


def test_the_outcomes_alone_are_those_of_the_judgements():
    given = tables(
        ABSENCE,
        {
            "pegawai": [employee(2), employee(1)],
            "presensi": absences(1, WEEK),
            "presensi_cakupan": [loaded_since()],
            "pemeriksaan_disiplin_cakupan": [loaded_since()],
        },
    )

    told = law.outcomes(ABSENCE, given, as_of=YEAR_END)

    whole = law.judge(ABSENCE, given, as_of=YEAR_END).table
    assert told.column_names == ["subject_id", "outcome", "breach"]
    assert told.equals(whole.select(told.column_names))
    with pytest.raises(law.BeforeFirstVersionError):
        law.outcomes(ABSENCE, given, as_of=date(2010, 6, 5))
