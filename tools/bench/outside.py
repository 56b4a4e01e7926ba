"""What is measured from outside: starts, memory at rest, the weight of a first visit."""

import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import brotli
import psutil

from bench.folder import ROOT, run, served

LINKED = re.compile(r'(?:src|href)="(/static/[^"?]+\.(?:css|js))"')
IMPORTED = re.compile(rb'@import url\("([^"]+)"\)|from ?"([^"]+\.js)"')
SETTLES = 5
"""Seconds after which the site is at rest."""


def starts(data: Path) -> dict[str, float]:
    """Return the seconds that each command takes from its call to its end."""
    sample = str(ROOT / "samples" / "000.txt")
    asked = ("who", "-g", "Provinsi Jambi", "--as-of", "2020-10-01")
    return {
        "python -c pass": interpreter(),
        "pamong --help": run("--help").wall,
        "pamong read samples/000.txt": run("read", sample).wall,
        "pamong who -g … --as-of …": run(*asked, data=data).wall,
    }


def interpreter() -> float:
    """Return the seconds that the interpreter alone takes: the baseline of starts."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-I", "-c", "pass"], check=True)
    return time.perf_counter() - began


def at_rest(data: Path) -> dict[str, float]:
    """Serve once more; return the start, the memory of each part, the weight of a first visit."""
    with served(data) as site:
        weight = first_visit(site.address)
        time.sleep(SETTLES)
        tree = [psutil.Process(site.process.pid)]
        tree += tree[0].children(recursive=True)
        database = server_of(data)
        return {
            "start": site.seconds_to_answer,
            "site_and_worker": sum(proportional(one) for one in tree if one not in database),
            "database": sum(map(proportional, database)),
            "first_visit": weight,
        }


def server_of(data: Path) -> list[psutil.Process]:
    """Return PostgreSQL's processes on a folder."""
    for process in psutil.process_iter():
        try:
            if process.name() == "postgres" and str(data) in " ".join(process.cmdline()):
                return [process, *process.children(recursive=True)]
        except psutil.Error:
            continue
    return []


def proportional(process: psutil.Process) -> int:
    """Return the bytes of a process, each shared page divided by those who share it (PSS)."""
    try:
        told = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return int(re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)[1]) * 1024


def first_visit(address: str) -> int:
    """Return the bytes of styles and scripts that a first visit loads, as they are served."""
    page, _ = fetch(f"{address}/masuk/")
    waiting = [f"{address}{name}" for name in LINKED.findall(page.decode())]
    weights: dict[str, int] = {}
    while waiting:
        url = waiting.pop()
        if url not in weights:
            content, weights[url] = fetch(url)
            names = [(css or js).decode() for css, js in IMPORTED.findall(content)]
            waiting += [urljoin(url, name) for name in names]
    return sum(weights.values())


def fetch(url: str) -> tuple[bytes, int]:
    """Return what stands at an address, and how many bytes came over the wire."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "br"})  # noqa: S310  loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310  loopback
        body = answer.read()
        is_packed = answer.headers.get("Content-Encoding") == "br"
        return (brotli.decompress(body) if is_packed else body), len(body)
