"""The page of measurements: every address stands in it, and a limit not kept is said."""

import sys
from argparse import Namespace

import pytest
from django.urls import get_resolver
from tests.support.people import ROOT
from tests.web.test_pages import patterns

sys.path.insert(0, str(ROOT / "tools"))
from bench import lakes, limits, moving, pages, report, tables
from bench.folder import Timing


def page(name="beranda:government", **costs):
    usual = {"queries": 5, "bytes": 20_000, "milliseconds": 20.0, "remark": ""}
    return {"name": name, "route": "/", "address": "/", **usual, **costs}


ROBOTS = page("robots", queries=0, bytes=26, milliseconds=1.0)


def measured(asn, *opened, seconds=1.0, load=30.0):
    return tables.Measured(
        asn=asn,
        load=Timing(load, load, {"Memuat 546 pemerintah daerah": 1.0}),
        starts={"python -c pass": 0.02, "pamong --help": 0.3},
        second_start={"start": 2.0, "site_and_worker": 3e8, "database": 1e8, "first_visit": 9e4},
        inside={
            "pages": [ROBOTS, *opened],
            "rules": 11,
            "governments": 4,
            "first_run": 4.0,
            "second_run": seconds,
            "baseline_duckdb": 0.2,
            "searches": {"search": {"a NIP": 12.0}, "list of people": {"a NIP": 14.0}},
            "cases": {"plt-jabatan-batas": 12.0},
            "after_a_save": 80.0,
            "what_if": {"first": 2_000.0, "again": 900.0, "who": 800.0},
        },
        crowd=CROWD,
    )


CROWD = {"a_second": 30.0, "median_ms": 200.0, "p95_ms": 400.0, "errors": 0, "clients": 8}
STEP = {"clock": 2.0, "own": 1.0, "server": 1.0, "mib": 300.0}


def moved(**changed):
    """Return an import that keeps its limits, but for the steps that are told."""
    steps = dict.fromkeys(("upload", "preview", "commit", "undo"), STEP)
    return moving.Moved(60_000, 660_000, steps | changed)


ENGINES = {
    "pamong": 1.2,
    "duckdb": 1.0,
    "pamong-outcomes": 0.6,
    "duckdb-outcomes": 0.5,
    "polars": 0.5,
    "openfisca": 3.0,
}


def lake(asn, seconds, *, mebibytes=500, next_day=None):
    """Return a lake whose audit took so long."""

    def run(each):
        printed = (
            f"bup-pns: {asn} pegawai, 0 temuan, 0 belum dapat dinilai ({each:.1f} s)\nHasil\n"
        )
        return lakes.Run(each, mebibytes * 1024, printed)

    after = None if next_day is None else run(next_day)
    return lakes.Lake(asn, asn * 25, run(1.0), run(seconds), baseline=0.5, next_day=after)


LAKES = (
    lake(60_000, 9.0, next_day=4.0),
    lake(50_000, 8.0),
    lake(500_000, 15.0),
    lake(5_600_000, 90.0),
)


def written(small, large, middle=None, engines=ENGINES, of_lakes=LAKES, of_import=None, walk=67.0):
    asked = Namespace(rounds=3, people=1000)
    walked = moving.Walked(people=8_000, seconds=walk, touches=11, looks=5)
    apart = report.Apart(engines, list(of_lakes), of_import or moved(), walked)
    sizes = (small, middle or measured(20_000, page()), large)
    return report.write(sizes, apart, when="2026-11-25", asked=asked)


def test_every_address_of_the_site_is_among_the_pages_that_are_measured():
    names = {name.rpartition(":")[2] for name, _ in pages.routes()}

    assert names == {name for name, _ in patterns(get_resolver())}


def test_what_keeps_every_limit_is_said_to():
    _, checks = written(measured(2000, page()), measured(60_000, page()))

    assert [check.what for check in checks if not check.is_kept] == []


@pytest.mark.parametrize(
    ("costs", "what"),
    [
        ({"queries": limits.QUERIES + 1}, "queries of a page"),
        ({"bytes": limits.HTML_BYTES + 1}, "bytes of HTML before compression"),
        ({"milliseconds": limits.SERVER_MS + 0.1}, "server time, median"),
    ],
)
def test_a_page_over_a_limit_is_named(costs, what):
    both = measured(2000, page(**costs)), measured(60_000, page(**costs))

    told, checks = written(*both)

    (broken,) = [check for check in checks if not check.is_kept]
    assert broken.what == what
    assert "beranda:government" in broken.measured
    assert "**not kept**" in told


def test_a_page_that_grows_with_the_size_is_named():
    small, large = page(milliseconds=20.0), page(milliseconds=50.0)

    _, checks = written(measured(2000, small), measured(60_000, large))

    assert [check.what for check in checks if not check.is_kept] == ["time grows with the size by"]


def test_a_page_that_was_not_reached_is_told_and_not_passed_over():
    lost = page(queries=None, bytes=None, milliseconds=None, remark=pages.NOT_REACHED)

    told, checks = written(measured(2000, lost), measured(60_000, lost))

    assert "pages that were reached" in {check.what for check in checks if not check.is_kept}
    assert pages.NOT_REACHED in told


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"seconds": 2.1}, "all rules over all governments"),
        ({"load": 61.0}, "loading the demonstration from nothing"),
    ],
)
def test_a_slow_system_does_not_keep_its_limits(changed, what):
    slow = measured(20_000, page(), **changed)

    _, checks = written(measured(2000, page()), measured(60_000, page()), slow)

    assert [check.what for check in checks if not check.is_kept] == [what]


def test_a_search_over_its_limit_is_named():
    large = measured(60_000, page())
    small = measured(2000, page())
    for each in (small, large):
        each.inside["searches"]["search"]["a whole name"] = 50.1

    _, checks = written(small, large)

    (slow,) = [check for check in checks if not check.is_kept]
    assert (slow.what, slow.measured) == ("a search, search", "50.1 ms (a whole name)")


def test_a_newcomer_who_waits_too_long_is_told_of():
    both = measured(2000, page()), measured(60_000, page())

    told, checks = written(*both, walk=181.0)

    (slow,) = [check for check in checks if not check.is_kept]
    assert slow.measured == "181 s"
    assert "By the clock\n**181 s**, 126 s of it waiting" in told


@pytest.mark.parametrize(
    ("engines", "told"),
    [
        (ENGINES | {"pamong": 1.6}, "× 1.60"),
        (ENGINES | {"pamong-outcomes": 0.8}, "× 1.60"),
        (ENGINES | dict.fromkeys(("duckdb", "polars", "openfisca")), "not measured"),
    ],
)
def test_an_engine_that_is_slow_or_was_not_measured_is_said(engines, told):
    _, checks = written(measured(2000, page()), measured(60_000, page()), engines=engines)

    (missed,) = [check for check in checks if not check.is_kept]
    assert missed.measured == told


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"cases": {"bup-pns": 25.1}}, "one case judged, warm"),
        ({"after_a_save": 151.0}, "all rules of one person that read a table touched by a save"),
    ],
)
def test_a_slow_judgement_does_not_keep_its_limit(changed, what):
    large = measured(60_000, page())
    large.inside |= changed

    _, checks = written(measured(2000, page()), large)

    assert [check.what for check in checks if not check.is_kept] == [what]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (
            {"preview": STEP | {"clock": 60.1}},
            "import of 60,000 people with their histories, preview",
        ),
        (
            {"commit": STEP | {"clock": 90.1}},
            "import of 60,000 people with their histories, commit",
        ),
        ({"commit": STEP | {"mib": 1_537.0}}, "memory of an import, until it is on record"),
    ],
)
def test_an_import_over_a_limit_is_named(changed, what):
    told, checks = written(
        measured(2000, page()), measured(60_000, page()), of_import=moved(**changed)
    )

    assert [check.what for check in checks if not check.is_kept] == [what]
    assert "| undo | 2.0 | 1.0 | 1.0 | 300 | 1 |" in told


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"a_second": 24.9}, "list of people, 8 clients at once, requests a second"),
        ({"errors": 1}, "list of people, 8 clients at once, requests a second"),
        ({"p95_ms": 601.0}, "the slowest twentieth of these"),
    ],
)
def test_a_crowd_that_waits_too_long_is_named(changed, what):
    large = measured(60_000, page())
    large.crowd = CROWD | changed

    _, checks = written(measured(2000, page()), large)

    assert [check.what for check in checks if not check.is_kept] == [what]


def test_an_import_is_measured_from_its_upload_to_its_undoing():
    told = moving.measure_import(30)

    assert list(told.steps) == ["upload", "preview", "commit", "preview of the same again", "undo"]
    assert told.rows > 300
    assert all(step["clock"] > 0 and step["mib"] > 0 for step in told.steps.values())


def test_an_address_is_filled_with_the_arguments_of_its_screen():
    route = "/dokumen/<uuid:public_id>/tinjau/"

    assert pages.fill(route, {"public_id": "1-2"}) == "/dokumen/1-2/tinjau/"


def test_what_is_only_posted_to_is_asked_for_where_the_nearest_page_stands():
    account, opening = (f"0000000{n}-0000-0000-0000-000000000000" for n in (1, 2))
    reached = {
        "akun:opening": f"/kabupaten-contoh-rekaan/akun/bersama/{opening}/",
        "akun:show": f"/kabupaten-contoh-rekaan/akun/{account}/",
    }

    found = pages.filled_in(reached)

    assert found["akun:opening-close"].endswith(f"/akun/bersama/{opening}/tutup/")
    assert found["akun:close"].endswith(f"/akun/{account}/tutup/")


@pytest.mark.parametrize(
    ("name", "statuses", "told", "is_lost"),
    [
        ("dokumen:take", [403, 302], "leads on", False),
        ("keluar", [405, 405], "POST only", False),
        ("masuk-sso", [404], "only where a regional SSO is set", False),
        ("pegawai:show", [404, 403], "answers 403", True),
        ("pegawai:show", [], "not reached", True),
    ],
)
def test_a_page_that_was_not_measured_is_told_with_the_reason(name, statuses, told, is_lost):
    remark = pages.remark(name, statuses)
    lost = page(name, queries=None, bytes=None, milliseconds=None, remark=remark)

    page_, checks = written(measured(2000, page()), measured(60_000, page(), lost))

    assert remark == told
    assert told in page_
    assert [check.is_kept for check in checks if "reached" in check.what] == [not is_lost]


@pytest.mark.parametrize(
    ("of_lakes", "what"),
    [
        ((lake(60_000, 31.0, next_day=4.0), *LAKES[1:]), "all rules over a province"),
        (
            (lake(60_000, 9.0, next_day=6.0), *LAKES[1:]),
            "all rules over a province after one day's changes",
        ),
        (
            (LAKES[0], lake(50_000, 8.0), lake(500_000, 17.0), lake(5_600_000, 121.0)),
            "all rules over the country",
        ),
        ((*LAKES[:3], lake(5_600_000, 90.0, mebibytes=7_000)), "memory for the country"),
        (
            (*LAKES[:2], lake(500_000, 10.0), LAKES[3]),
            "time for each further ASN, from 500,000 on beside from 50,000 on",
        ),
    ],
)
def test_a_lake_over_a_limit_is_named(of_lakes, what):
    page_, checks = written(measured(2000, page()), measured(60_000, page()), of_lakes=of_lakes)

    assert [check.what for check in checks if not check.is_kept] == [what]
    assert "| `bup-pns` |" in page_


def test_a_lake_is_measured_from_the_command_to_its_rules(monkeypatch):
    monkeypatch.setattr(lakes, "SMALLER", (500, 700))

    province, small, _, country = lakes.measure_lakes(country=1_000, province=400)

    assert province.next_day.by_rule.keys() == province.audit.by_rule.keys()
    assert {"bup-pns", "jam-kerja-kumulatif"} <= province.audit.by_rule.keys()
    assert (small.asn, country.asn) == (500, 1_000)
    assert country.rows > small.rows
    assert country.baseline > 0
