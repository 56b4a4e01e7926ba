"""Moving in: an export from its upload to its undoing, and eight at once on the list of people."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench import limits
from bench.folder import ROOT, environment

BASELINE = "upload"
"""The step that all others are told beside: the same bytes, only kept."""
MOVING = """\
A made-up export (`pamong exchange sample`) of {people:,} people with ten rows of history each,
{rows:,} rows with 200 mistakes, as workbooks. The list is that of people, asked for by {clients}
clients at once, each on a connection of its own, from the site as it is served.
"""
NEWCOMER = """\
Somebody new to it goes from an Excel file of {people:,} people, twenty of them past the age of
retirement, to the first finding: in Debian's Chromium, on the site as it is served, {touches}
fields and clicks as the tutorial says them, {looks} seconds of looking before each. By the clock
**{seconds:.0f} s**, {waited:.0f} s of it waiting for Pamong.
"""
MOVING_HEADS = ("step", "s by the clock", "s here", "s of PostgreSQL", "MiB at most", "× upload")
CROWD_HEADS = ("ASN", "requests a second", "median, ms", "95th percentile, ms", "errors")


@dataclass(frozen=True)
class Moved:
    """What each step of an import took, by its name: clock, own, server (s) and memory (MiB)."""

    people: int
    rows: int
    steps: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Walked:
    """How long somebody new took from a file to the first finding, s; ``looks`` before a touch."""

    people: int
    seconds: float
    touches: int
    looks: float

    @property
    def waited(self) -> float:
        """Seconds that were not spent looking."""
        return self.seconds - self.touches * self.looks

    def told(self) -> str:
        """Return the paragraph of the page."""
        return NEWCOMER.format(**asdict(self), waited=self.waited)


def measure_newcomer(data: Path) -> Walked:
    """Have somebody new bring his list into a loaded folder."""
    return Walked(**told_by("bench.newcomer", str(data), data=data))


def measure_import(people: int) -> Moved:
    """Bring in an export of so many people in a process and on a server of their own."""
    return Moved(**told_by("bench.impor", str(people)))


def measure_crowd(data: Path) -> dict[str, float]:
    """Have the list of a loaded folder asked for by many at once; whether it is kept is told."""
    return told_by("bench.crowd", str(data), data=data)


def told_by(module: str, word: str, *, data: Path | None = None) -> dict[str, Any]:
    """Run a measurement in a process of its own; return what its last line tells."""
    told = subprocess.run(
        [sys.executable, "-m", module, word],
        env=environment(data) | {"PYTHONPATH": f"{ROOT / 'tools'}:{ROOT / 'src'}"},
        stdout=subprocess.PIPE,
        check=False,
        text=True,
    )
    if not told.stdout:
        sys.exit(f"bench: {module} ended with {told.returncode}")
    found: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return found


def moving_limits(
    moved: Moved, crowd: Mapping[str, float], newcomer: Walked
) -> Iterator[tuple[str, str, str, bool]]:
    """Yield what is limited, the limit, what was measured, and whether it is kept."""
    for step, seconds in (
        ("preview", limits.PREVIEW_SECONDS),
        ("commit", limits.COMMIT_SECONDS),
    ):
        clock = moved.steps[step]["clock"]
        what = f"import of {moved.people:,} people with their histories, {step}"
        yield what, f"{seconds} s", f"{clock:.1f} s", clock <= seconds
    most = max(moved.steps[step]["mib"] for step in (BASELINE, "preview", "commit"))
    yield (
        "memory of an import, until it is on record",
        f"{limits.IMPORT_MIB:,} MiB",
        f"{most:,.0f} MiB",
        most <= limits.IMPORT_MIB,
    )
    yield (
        f"list of people, {limits.CROWD_CLIENTS} clients at once, requests a second",
        f"at least {limits.CROWD_REQUESTS}",
        f"{crowd['a_second']:.1f}, {crowd['errors']:.0f} errors",
        crowd["a_second"] >= limits.CROWD_REQUESTS and not crowd["errors"],
    )
    yield (
        "the slowest twentieth of these",
        f"{limits.CROWD_P95_MS} ms",
        f"{crowd['p95_ms']:.0f} ms",
        crowd["p95_ms"] <= limits.CROWD_P95_MS,
    )
    yield (
        f"an Excel file of {newcomer.people:,} people to the first finding, by a newcomer",
        f"{limits.NEWCOMER_SECONDS} s",
        f"{newcomer.seconds:.0f} s",
        newcomer.seconds <= limits.NEWCOMER_SECONDS,
    )


def moving_rows(moved: Moved) -> Iterator[list[str]]:
    """Yield the cells of one step a row."""
    least = moved.steps[BASELINE]["clock"]
    for name, took in moved.steps.items():
        seconds = (f"{took[each]:.1f}" for each in ("clock", "own", "server"))
        yield [name, *seconds, f"{took['mib']:,.0f}", f"{took['clock'] / least:.0f}"]


def crowd_rows(crowds: Mapping[int, Mapping[str, Any]]) -> Iterator[list[str]]:
    """Yield the cells of the crowd on each size a row."""
    for asn, told in crowds.items():
        figures = (f"{told[each]:.0f}" for each in ("median_ms", "p95_ms", "errors"))
        yield [f"{asn:,}", f"{told['a_second']:.1f}", *figures]
