"""Every list and chart of the BKD, measured one by one: the crawl opens one address of a kind.

``script/bench`` takes these pages into its table. On a machine that others use as well, run
``python -m bench.lists FOLDER [ROUNDS]`` with ``tools`` on the path: it tells beside the clock the
processor time of the page and of its database connection, and the load.
"""

import os
import statistics
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.db import connection
from django.test import Client

from bench.pages import FOUND, WARM, Page, counted, timed
from pamong.cli.house import open_house

ACCOUNT = "bkd"
MORE = {
    "nominatif": ("menurut=golongan", "menurut=jabatan", "menurut=pendidikan"),
    "bezetting": ("menurut=jabatan",),
}
"""Ways to ask for a list that cost otherwise than the first."""
LINE = (
    "{name:38} {queries:3} queries {kb:6.1f} kB {ms:7.1f} ms, processor {page:5.1f} + {db:5.1f} ms"
)


def addresses(slug: str) -> dict[str, str]:
    """Return the address of each list and chart, by its name in the table."""
    from pamong.web.daftar.charts import CHARTS
    from pamong.web.daftar.lists import LISTS

    base = f"/{slug}/daftar/"
    found = {f"daftar:show {key}": f"{base}{key}/" for key in LISTS}
    for key, ways in MORE.items():
        found |= {f"daftar:show {key} {way}": f"{base}{key}/?{way}" for way in ways}
    return found | {f"daftar:chart {key}": f"{base}bagan/{key}/" for key in CHARTS}


def measure_lists(client: Client, slug: str, rounds: int) -> list[dict[str, Any]]:
    """Return what each costs, as the table of pages has it."""
    return [
        asdict(one(client, Page(name, address, address, ACCOUNT), rounds))
        for name, address in addresses(slug).items()
    ]


def one(client: Client, page: Page, rounds: int) -> Page:
    """Measure one page."""
    for _ in range(WARM):
        answer = client.get(page.address)
    if answer.status_code != FOUND:
        page.remark = f"answers {answer.status_code}"
        return page
    with counted() as count:
        answer = client.get(page.address)
    page.queries, page.bytes = count[0], len(answer.getvalue())
    page.milliseconds = statistics.median(timed(client, page.address) for _ in range(rounds))
    return page


def main(folder: Path, rounds: int) -> None:
    """Print what each costs on a folder that is loaded."""
    open_house(folder)
    from pamong.apps.accounts.models import User
    from pamong.apps.organisasi.models import Pemda
    from pamong.cli import demo_account

    demo_account.prepare(new_password=False)
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(username=ACCOUNT))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    for name, address in addresses(Pemda.objects.get(is_made_up=True).slug).items():
        page = one(client, Page(name, address, address, ACCOUNT), 1)
        if page.remark:
            print(f"{name:38} {page.remark}")
            continue
        own, database = time.process_time(), ticks(backend)
        clock = [timed(client, address) for _ in range(rounds)]
        told = {
            "queries": page.queries,
            "kb": (page.bytes or 0) / 1000,
            "ms": statistics.median(clock),
            "page": (time.process_time() - own) * 1000 / rounds,
            "db": (ticks(backend) - database) * 1000 / os.sysconf("SC_CLK_TCK") / rounds,
        }
        print(LINE.format(name=name, **told))
    print("load", *(f"{each:.1f}" for each in os.getloadavg()))


def ticks(process: int) -> int:
    """Return the processor time of a process so far, in the ticks of the kernel."""
    told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(told[11]) + int(told[12])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20)
