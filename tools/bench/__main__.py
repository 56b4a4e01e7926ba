"""``script/bench``: load at three sizes, measure, print, write the page."""

import argparse
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.engines import measure_engines
from bench.folder import ROOT, data_folder, environment, run
from bench.lakes import COUNTRY, measure_lakes
from bench.law import PEOPLE
from bench.moving import Walked, measure_crowd, measure_import, measure_newcomer
from bench.outside import at_rest, starts
from bench.report import Apart, write
from bench.tables import Measured

MOVING = 60_000
"""People of the export that is brought in: the largest BKD."""
BESIDE = 600
"""ASN of the demonstration that somebody new has before him."""
PAGE = ROOT / "docs" / "reference" / "performance.md"


def main() -> int:
    """Measure and write; tell whether every limit is kept."""
    asked = arguments()
    sizes = [measure(int(size), asked.rounds) for size in asked.sizes.split(",")]
    when = f"{datetime.now(UTC):%Y-%m-%d}"
    say(f"judging {asked.people} people by five rules, on each engine")
    engines = measure_engines(asked.people, rounds=3)
    say(f"making up and judging lakes of up to {asked.country} ASN")
    lakes = measure_lakes(asked.country)
    say(f"bringing in an export of {asked.moving} people")
    moved = measure_import(asked.moving)
    say("having somebody new bring in a list")
    apart = Apart(engines, lakes, moved, walk())
    page, checks = write(sizes, apart, when=when, asked=asked)
    print(page)
    if asked.output != "-":
        Path(asked.output).write_text(page, "utf-8")
    return 0 if all(check.is_kept for check in checks) else 1


def arguments() -> argparse.Namespace:
    """Read the command line."""
    reader = argparse.ArgumentParser(prog="script/bench")
    reader.add_argument("--sizes", default="2000,20000,60000")
    reader.add_argument("--rounds", type=int, default=15)
    reader.add_argument("--people", type=int, default=PEOPLE)
    reader.add_argument("--country", type=int, default=COUNTRY)
    reader.add_argument("--moving", type=int, default=MOVING)
    reader.add_argument("--output", default=str(PAGE))
    return reader.parse_args()


def measure(asn: int, rounds: int) -> Measured:
    """Load a demonstration of ``asn`` people and measure everything of it."""
    with data_folder() as data:
        say(f"loading {asn} ASN")
        load = run("demo", "--no-serve", "--asn", str(asn), data=data)
        say("opening every page, running the rules")
        inside = subprocess.run(
            [sys.executable, "-m", "bench.inside", str(data), str(rounds)],
            env=environment(data) | {"PYTHONPATH": str(ROOT / "tools")},
            stdout=subprocess.PIPE,
            check=True,
        )
        say("opening the list of people by many at once")
        crowd = measure_crowd(data)
        say("starting, resting")
        return Measured(
            asn=asn,
            load=load,
            starts=starts(data),
            second_start=at_rest(data),
            inside=json.loads(inside.stdout.splitlines()[-1]),
            crowd=crowd,
        )


def walk() -> Walked:
    """Load a small demonstration, and have somebody new bring the list of a BKD into it."""
    with data_folder() as data:
        run("demo", "--no-serve", "--asn", str(BESIDE), data=data)
        return measure_newcomer(data)


def say(step: str) -> None:
    """Tell on the side what is being done."""
    print(f"  · {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
