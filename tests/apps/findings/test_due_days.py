"""When what the law counts falls due is kept by each run, for the latest day alone."""

from datetime import date

import pytest
from tests.support import units

from pamong import law
from pamong.apps.findings.due_days import KEPT, PENSION, DueDays
from pamong.apps.findings.models import DueDay
from pamong.apps.findings.running import run_rule, run_rules
from pamong.apps.kepegawaian.models import Pegawai, RiwayatJabatan

DAY = date(2026, 11, 26)
RULE = law.rules()[PENSION]


def pns(opd, nama: str, *, born: date) -> Pegawai:
    pegawai = units.place(units.employ(opd, nama), opd)
    pegawai.born_on = born
    pegawai.save()
    RiwayatJabatan.objects.create(
        pegawai=pegawai,
        kind="pelaksana",
        nama="Pengadministrasi Umum",
        starts_on=units.FIRST,
        source="SK rekaan",
    )
    return pegawai


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar):
    return pns(pasar, "Ani Rekawati", born=date(1970, 3, 10))


def kept() -> dict[str, tuple[date, date]]:
    rows = DueDay.objects.filter(rule_id=PENSION).select_related("pegawai__person")
    return {row.pegawai.person.nama: (row.due_on, row.as_of) for row in rows}


def test_a_run_keeps_whose_pension_begins_when_and_by_which_article(contoh, ani):
    run_rules([RULE], contoh, [DAY])

    row = DueDay.objects.get(pegawai=ani)
    assert (row.due_on, row.outcome) == (date(2028, 4, 1), "belum_mencapai")
    assert row.told["bup"] == 58
    assert "Pasal 55" in row.told["pasal"]


def test_of_several_days_the_latest_is_kept(contoh, ani):
    run_rules([RULE], contoh, [DAY, date(2024, 1, 1)])

    assert kept() == {ani.person.nama: (date(2028, 4, 1), DAY)}


def test_a_run_for_an_earlier_day_changes_nothing(contoh, ani):
    run_rules([RULE], contoh, [DAY])
    Pegawai.objects.filter(pk=ani.pk).update(born_on=date(1971, 3, 10))

    run_rule(RULE, contoh, [date(2024, 1, 1)])

    assert kept() == {ani.person.nama: (date(2028, 4, 1), DAY)}


def test_a_save_counts_again_whom_it_touched_and_nobody_else(contoh, pasar, ani):
    budi = pns(pasar, "Budi Contohadi", born=date(1970, 3, 10))
    run_rules([RULE], contoh, [DAY])
    Pegawai.objects.filter(pk__in=[ani.pk, budi.pk]).update(born_on=date(1971, 3, 10))

    run_rule(RULE, contoh, [DAY], subjects=frozenset({ani.pk}))

    assert kept()[ani.person.nama][0] == date(2029, 4, 1)
    assert kept()[budi.person.nama][0] == date(2028, 4, 1)


def test_who_is_no_longer_judged_is_no_longer_kept(contoh, ani):
    run_rules([RULE], contoh, [DAY])
    Pegawai.objects.filter(pk=ani.pk).update(born_on=None)

    run_rules([RULE], contoh, [DAY])

    assert kept() == {}


def test_years_and_rows_hold_the_people_asked_for_alone(contoh, pasar, ani):
    budi = pns(pasar, "Budi Contohadi", born=date(1980, 1, 1))
    run_rules([RULE], contoh, [DAY])

    every = DueDays(contoh, PENSION, Pegawai.objects.all())
    some = DueDays(contoh, PENSION, Pegawai.objects.filter(pk=budi.pk))

    assert every.by_year() == [(2028, 1), (2038, 1)]
    assert some.by_year() == [(2038, 1)]
    assert [row.pegawai_id for row in every.rows(year=None, start=0, size=9)] == [ani.pk, budi.pk]
    assert [row.pegawai_id for row in every.rows(year=2038, start=0, size=9)] == [budi.pk]
    assert every.counted_on() == DAY


def test_where_the_law_never_ran_it_says_so(contoh):
    assert DueDays(contoh, PENSION, Pegawai.objects.all()).counted_on() is None


@pytest.mark.parametrize("rule_id", KEPT)
def test_what_is_kept_besides_are_steps_of_the_rule_and_its_subject_is_a_pegawai(rule_id):
    rule = law.rules()[rule_id]

    assert set(KEPT[rule_id]) <= {step.name for step in rule.steps}
    assert rule.subject == "pegawai"
