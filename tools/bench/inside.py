"""What is measured inside the process: pages and rules; printed as JSON.

Run with ``python -m bench.inside FOLDER ROUNDS`` on a folder that is loaded.
"""

import json
import logging
import statistics
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bench.furnished import furnish
from bench.furnished_acts import addresses
from bench.law import cases_warm
from pamong.cli.house import open_house

JUDGED_ON = date(2025, 12, 31)
BASELINE_ROWS = 10_000_000
FIRST_ACCOUNT = "bkd"
WHAT_IF = "bup-pns/?set=usia.administrator%3D59"
FOUND = 200
WARM_ROUNDS = 8


def main(folder: Path, rounds: int) -> None:
    """Print what pages and rules cost."""
    open_house(folder)
    logging.disable(logging.WARNING)  # that a page is only posted to is no news here
    told = {**pages(rounds), **rules(), **after_a_save(), "cases": cases_warm()}
    told["what_if"] = what_if()
    print(json.dumps(told))


def pages(rounds: int) -> dict[str, Any]:
    """Open every page as the accounts of the demonstration, the clerk of the BKD first; search."""
    from django.test import Client

    from bench.lists import measure_lists
    from bench.pages import measure
    from bench.searches import measure_searches
    from pamong.apps.accounts.models import User
    from pamong.apps.demonstration.scenario import scenario
    from pamong.apps.organisasi.models import Pemda
    from pamong.cli import demo_account

    demo_account.prepare(new_password=False)
    pemda = Pemda.objects.get(is_made_up=True)
    furnish(pemda, datetime.now(ZoneInfo(pemda.time_zone)).date())
    clients = {}
    for name in sorted((told.username for told in scenario().accounts), key=FIRST_ACCOUNT.__ne__):
        clients[name] = Client(SERVER_NAME="127.0.0.1")
        clients[name].force_login(User.objects.get(username=name))
    slug = pemda.slug
    start = [
        f"/{slug}/",
        f"/{slug}/temuan/",
        f"/{slug}/pejabat/",
        f"/{slug}/pegawai/",
        "/cetak/a4.css",
        *addresses(pemda),
    ]
    lists = measure_lists(clients[FIRST_ACCOUNT], slug, rounds)
    return {
        "pages": [*measure(clients, start, rounds), *lists],
        "searches": measure_searches(clients[FIRST_ACCOUNT], slug, rounds),
    }


def rules() -> dict[str, Any]:
    """Run all rules over all governments twice: the first run also compiles each rule."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.findings.services import rules_for, run_law
    from pamong.apps.organisasi.models import Pemda

    resident = list(Pemda.objects.filter(is_resident=True))

    def everything() -> float:
        began = time.perf_counter()
        for pemda in resident:
            run_law(pemda=pemda, days=[JUDGED_ON], actor=Actor("Pengukuran"), reason="mengukur")
        return time.perf_counter() - began

    first, second = everything(), everything()
    return {
        "rules": max(len(rules_for(pemda)) for pemda in resident),
        "governments": len(resident),
        "first_run": first,
        "second_run": second,
        "baseline_duckdb": duckdb_baseline(),
    }


def after_a_save() -> dict[str, Any]:
    """Judge one person by every rule that reads what a save touched, warm: the median of a few."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.core.jobs import Touched
    from pamong.apps.findings.services import rerun_law
    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.apps.organisasi.models import Pemda

    pemda = Pemda.objects.get(is_made_up=True)
    one = Pegawai.objects.filter(pemda=pemda, kind="pns").order_by("id")[100]
    told = {"actor": Actor("Pengukuran"), "reason": "mengukur"}
    rows = [Touched(name, "pegawai_id", (one.pk,)) for name in ("pegawai", "riwayat_jabatan")]
    rows.append(Touched("presensi", "pegawai_id", (one.pk,)))
    seconds = []
    for _ in range(WARM_ROUNDS):
        began = time.perf_counter()
        rerun_law(pemda=pemda, days=[JUDGED_ON], touched=rows, **told)
        seconds.append(time.perf_counter() - began)
    return {"after_a_save": statistics.median(seconds[1:]) * 1000}


def what_if() -> dict[str, float]:
    """Ask whom another age of retirement would touch, page by page: milliseconds of each."""
    from django.test import Client

    from pamong.apps.accounts.models import User
    from pamong.apps.organisasi.models import Pemda

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username="sekda"))
    base = f"/{Pemda.objects.get(is_made_up=True).slug}/simulasi/{WHAT_IF}"
    told = {}
    for name, address in (("first", base), ("again", base), ("who", base.replace("?", "siapa/?"))):
        began = time.perf_counter()
        answer = client.get(address)
        told[name] = (time.perf_counter() - began) * 1000
        if answer.status_code != FOUND:
            message = f"{address} answers {answer.status_code}"
            raise RuntimeError(message)
    return told


def duckdb_baseline() -> float:
    """Return the seconds in which DuckDB sums up ten million made-up rows, on this machine now."""
    import duckdb

    began = time.perf_counter()
    with duckdb.connect(":memory:") as connection:
        query = f"SELECT sum(i % 7) FROM range({BASELINE_ROWS}) t(i) GROUP BY i % 1000"  # noqa: S608
        connection.execute(query).fetchall()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
