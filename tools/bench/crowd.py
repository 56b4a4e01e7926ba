"""Many at once on the list of people: requests a second, and how long the slowest wait.

Run with ``python -m bench.crowd FOLDER`` on a folder that is loaded; it serves the folder, opens
the list by eight clients for some seconds, each on a connection of its own, and prints JSON.
"""

import argparse
import http.client
import json
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from bench import limits
from bench.folder import ROOT, environment, served

SIGNED_IN = """
import sys
from pathlib import Path
from pamong.cli.house import open_house
open_house(Path(sys.argv[1]))
from django.conf import settings
from django.test import Client
from pamong.apps.accounts.models import User
from pamong.apps.organisasi.models import Pemda
from pamong.cli import demo_account
demo_account.prepare(new_password=False)
client = Client()
client.force_login(User.objects.get(username="bkd"))
name = settings.SESSION_COOKIE_NAME
print(f"{name}={client.cookies[name].value}", Pemda.objects.get(is_made_up=True).slug)
"""
OK = 200


def main() -> int:
    """Measure, print, and tell whether the limits are kept."""
    reader = argparse.ArgumentParser(prog="python -m bench.crowd")
    reader.add_argument("folder", type=Path)
    reader.add_argument("--clients", type=int, default=limits.CROWD_CLIENTS)
    reader.add_argument("--seconds", type=float, default=20)
    asked = reader.parse_args()
    cookie, slug = sign_in(asked.folder)
    with served(asked.folder) as site:
        told = crowd(
            site.address,
            f"/{slug}/pegawai/",
            cookie,
            clients=asked.clients,
            seconds=asked.seconds,
        )
    print(json.dumps(told))
    is_kept = (
        told["a_second"] >= limits.CROWD_REQUESTS
        and told["p95_ms"] <= limits.CROWD_P95_MS
        and not told["errors"]
    )
    return 0 if is_kept else 1


def sign_in(folder: Path) -> tuple[str, str]:
    """Return the cookie of the clerk of the BKD, and the government to look at."""
    told = subprocess.run(
        [sys.executable, "-c", SIGNED_IN, str(folder)],
        env=environment(folder) | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    cookie, slug = told.stdout.split()[-2:]
    return cookie, slug


def crowd(
    address: str, path: str, cookie: str, *, clients: int, seconds: float
) -> dict[str, float]:
    """Open a page again and again by some clients at once; tell what they saw."""
    host = urlsplit(address).netloc
    took: list[float] = []
    errors: list[int | str] = []
    ends = time.perf_counter() + seconds

    def visit() -> None:
        connection = http.client.HTTPConnection(host, timeout=30)
        while time.perf_counter() < ends:
            began = time.perf_counter()
            try:
                connection.request("GET", path, headers={"Cookie": cookie})
                answer = connection.getresponse()
                answer.read()
            except OSError as error:
                errors.append(str(error))
                connection.close()
                continue
            took.append(time.perf_counter() - began)
            if answer.status != OK:
                errors.append(answer.status)

    threads = [threading.Thread(target=visit) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {
        "clients": clients,
        "requests": len(took),
        "a_second": len(took) / seconds,
        "median_ms": statistics.median(took) * 1000 if took else 0,
        "p95_ms": statistics.quantiles(took, n=20)[-1] * 1000 if len(took) > 1 else 0,
        "errors": len(errors),
    }


if __name__ == "__main__":
    sys.exit(main())
