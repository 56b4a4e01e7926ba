"""The made-up export: clean it has no doubt, and every planted mistake is named at its place."""

from collections import Counter

import pytest
from tests.exchange.conftest import Examined

from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.kinds import KINDS
from pamong.exchange.record import DoubtfulRow
from pamong.exchange.sample import AS_OF, MISTAKES, PLANTERS, write_sample

STANDPOINT = Standpoint(AS_OF, takes_specimens=True)
PEOPLE = 300


def examined(sample):
    return Examined(Examination(sample.files, STANDPOINT))


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_clean_export_has_no_doubt_at_all(tmp_path, form):
    sample = write_sample(tmp_path, PEOPLE, mistakes=0, form=form)

    found = examined(sample)

    assert found.doubts == []
    assert len(found.records) == sample.rows == 34 + PEOPLE * 11
    assert all(report.layout == report.file.partition(".")[0] for report in found.reports)


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_two_hundred_mistakes_of_thirty_kinds_are_each_named_at_their_place(tmp_path, form):
    sample = write_sample(tmp_path, PEOPLE, form=form)

    found = examined(sample)

    wanted = Counter(sample.mistakes)
    assert wanted.total() == MISTAKES == 200
    assert len({code for code, _ in wanted}) == 30
    assert Counter((doubt.code, doubt.place) for doubt in found.doubts) == wanted


def test_every_kind_that_can_be_planted_is_found(tmp_path):
    sample = write_sample(tmp_path, PEOPLE, mistakes=2 * len(PLANTERS), kinds=len(PLANTERS))

    found = examined(sample)

    assert len(PLANTERS) >= 45
    assert set(PLANTERS) <= set(KINDS)
    assert Counter((d.code, d.place) for d in found.doubts) == Counter(sample.mistakes)


def test_records_and_doubtful_rows_add_up_to_the_rows(tmp_path):
    sample = write_sample(tmp_path, PEOPLE)

    found = examined(sample)

    assert sum(report.rows for report in found.reports) == len(found.rows) == sample.rows
    doubted = {(d.place.file, d.place.row) for d in found.doubts}
    assert sum(report.doubtful for report in found.reports) == len(doubted)


def test_nobody_in_it_is_taken_for_a_real_person(tmp_path):
    sample = write_sample(tmp_path, 3, mistakes=0)

    found = Examined(Examination(sample.files, Standpoint(AS_OF)))

    assert set(found.codes) == {"nomor-rekaan"}
    rows = [row.record for row in found.rows if isinstance(row, DoubtfulRow)]
    mains = [record for record in rows if record.kind == "pegawai"]
    assert len(mains) == 3
    assert all(str(record.values["nama"]).endswith("(rekaan)") for record in mains)


def test_the_files_can_come_in_any_order(tmp_path):
    sample = write_sample(tmp_path, PEOPLE)

    turned = Examined(Examination(tuple(reversed(sample.files)), STANDPOINT))

    assert Counter((d.code, d.place) for d in turned.doubts) == Counter(sample.mistakes)
