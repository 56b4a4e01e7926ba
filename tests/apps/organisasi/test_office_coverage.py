"""Coverage: for which days a government's records of offices are complete, and who says so."""

from datetime import date

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.core.refusals import RefusedError
from pamong.apps.findings.gathering import gather
from pamong.apps.organisasi.coverage import (
    CoverageDaysError,
    CoverageNotFoundError,
    end_office_coverage,
    get_office_coverage,
    office_coverage,
    record_office_coverage,
)
from pamong.apps.organisasi.models import OfficeRecordsKind
from pamong.kernel.period import Period

ACT = {"actor": WARNI, "reason": REASON}


def cover(pemda, records=OfficeRecordsKind.PEMANGKU, *, since=date(2021, 1, 1), source="rekaan"):
    return record_office_coverage(
        pemda=pemda, records=records, period=Period(since), source=source, **ACT
    )


@pytest.mark.parametrize(
    ("records", "table"),
    [
        ("pemangku", "pemangku_cakupan"),
        ("cuti", "cuti_pejabat_cakupan"),
        ("fasilitas", "fasilitas_jabatan_cakupan"),
    ],
)
def test_the_law_is_told_what_is_complete_and_of_nothing_else(contoh, misal, records, table):
    cover(contoh, OfficeRecordsKind(records))
    cover(misal, OfficeRecordsKind(records))

    told = gather(["pemangku_cakupan", "cuti_pejabat_cakupan", "fasilitas_jabatan_cakupan"],
                  pemda_ids=[contoh.pk])  # fmt: skip

    assert {name: rows.num_rows for name, rows in told.items() if rows.num_rows} == {table: 1}
    (row,) = told[table].to_pylist()
    assert row == {
        "pemda_id": contoh.pk,
        "unit_id": None,
        "starts_on": date(2021, 1, 1),
        "ends_before": None,
        "sumber": "rekaan",
    }


def test_days_are_not_covered_twice(contoh):
    cover(contoh)

    with pytest.raises(RefusedError, match="sudah tercatat untuk sebagian hari itu"):
        cover(contoh, since=date(2022, 1, 1))
    assert cover(contoh, OfficeRecordsKind.CUTI).pk


def test_a_coverage_is_closed_and_another_may_follow(contoh):
    end_office_coverage(row=cover(contoh), last_day=date(2022, 12, 31), **ACT)

    assert cover(contoh, since=date(2023, 1, 1)).pk
    assert len(office_coverage(contoh, day=date(2022, 6, 1))) == 1
    assert len(office_coverage(contoh, day=date(2023, 1, 1))) == 2


def test_a_coverage_names_its_source(contoh):
    with pytest.raises(RefusedError, match="Sumbernya kosong"):
        cover(contoh, source=" ")


def test_a_coverage_does_not_end_before_it_begins(contoh):
    with pytest.raises(CoverageDaysError):
        end_office_coverage(row=cover(contoh), last_day=date(2020, 1, 1), **ACT)


def test_another_governments_coverage_is_not_there(contoh, misal):
    with pytest.raises(CoverageNotFoundError):
        get_office_coverage(misal, str(cover(contoh).public_id))
