"""Examining in a process of its own tells what examining here tells."""

import multiprocessing
import os
import signal

import pytest

from pamong.exchange import apart
from pamong.exchange.apart import examined
from pamong.exchange.errors import ExaminationLostError
from pamong.exchange.examining import Examination
from pamong.exchange.fields import Standpoint
from pamong.exchange.record import record_of
from pamong.exchange.sample import AS_OF, write_sample

STANDPOINT = Standpoint(AS_OF, takes_specimens=True)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    return write_sample(tmp_path_factory.mktemp("ekspor"), 400, mistakes=40, form="xlsx").files


@pytest.fixture
def always_apart(monkeypatch):
    monkeypatch.setattr(apart, "WORTH_A_PROCESS", 0)


def examine(paths, standpoint=STANDPOINT):
    with examined(Examination(tuple(paths), standpoint)) as told:
        rows = list(told.rows())
        return rows, list(told.across()), told.reports


def test_rows_doubts_and_reports_are_the_same_from_another_process(files, tmp_path, monkeypatch):
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04 rusak")
    paths = [*files, broken]
    here = examine(paths)
    monkeypatch.setattr(apart, "WORTH_A_PROCESS", 0)

    rows, across, reports = examine(paths)

    assert (rows, across, reports) == here
    assert [row.place for row in rows] == [row.place for row in here[0]]
    assert [record_of(row).letters for row in rows] == [record_of(row).letters for row in here[0]]
    assert across
    assert reports[-1].problem


def test_what_goes_wrong_there_is_raised_here(files, always_apart):
    with pytest.raises(AttributeError):
        examine(files, Standpoint(None))


def test_a_process_that_was_ended_is_told_and_not_taken_for_the_end_of_the_files(
    files, always_apart
):
    with examined(Examination(tuple(files), STANDPOINT)) as told:
        rows = told.rows()
        next(rows)
        (process,) = multiprocessing.active_children()
        os.kill(process.pid, signal.SIGKILL)

        with pytest.raises(ExaminationLostError, match="jalankan lagi"):
            list(told.rows())


def test_no_process_is_left_by_whoever_stops_in_the_middle(files, always_apart):
    with examined(Examination(tuple(files), STANDPOINT)) as told:
        next(told.rows())

    assert multiprocessing.active_children() == []


def test_small_files_are_examined_here(files):
    with examined(Examination(tuple(files), STANDPOINT)) as told:
        assert isinstance(told, Examination)
        assert multiprocessing.active_children() == []
