"""The page that is written: tables of what was measured, each limit with what became of it."""

import os
import platform
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench import limits
from bench.engines import BY_HAND, OUTCOMES_BY_HAND, OWN, OWN_OUTCOMES
from bench.lakes import LAKE_HEADS, Lake, lake_limits, lake_rows, rule_rows
from bench.moving import (
    CROWD_HEADS,
    MOVING,
    MOVING_HEADS,
    Moved,
    Walked,
    crowd_rows,
    moving_limits,
    moving_rows,
)
from bench.pages import NOT_REACHED, REFUSED
from bench.searches import search_limits
from bench.tables import (
    Measured,
    case_table,
    engine_table,
    load_table,
    megabytes,
    memory_table,
    page_table,
    rule_table,
    search_table,
    start_table,
    table,
    thousands,
)

HEAD = """\
# Performance

What Pamong costs at {sizes} made-up ASN of Kabupaten Contoh (rekaan).
`script/bench` writes this page; run it on your own machine, since only ratios travel. Measured
{when} on {machine}, with a load of {load:.1f} beside it.
Where the load is above the number of cores, times by the clock are too long; the processor's are
not.

Each figure has a baseline of the same run. Pages are opened inside the process (Django's test
client, signed in as the first account of the demonstration that may open them), {rounds} times for
the median; their baseline is `robots.txt`, which asks the database next to nothing.
"""

LIMITS = """\
Pages, searches, memory and the eight clients at {large} ASN, loading and the rules at {middle}.
"""

LAKES = """\
Made-up data (`pamong synth`, seed 1) judged by every rule over tables (`pamong law audit --lake`),
from the start of the command to its end. The first lake is a province with every working day of a
year; the others are 546 governments with absences. The baseline reads every cell of the same files
once with DuckDB. The working day after adds its attendance for everybody and is judged as of that
day; the plans of the rules are kept from the first run.
"""


@dataclass
class Apart:
    """What is measured once, at sizes of its own."""

    engines: dict[str, float | None]
    lakes: list[Lake]
    moved: Moved
    newcomer: Walked


@dataclass
class Check:
    """One limit: what it is about, what it allows, what was measured."""

    what: str
    limit: str
    measured: str
    is_kept: bool


def write(
    sizes: Sequence[Measured], apart: Apart, *, when: str, asked: Namespace
) -> tuple[str, list[Check]]:
    """Return the page, and every limit with what became of it.

    Of three sizes, pages are told of the smallest and the largest, and loading and the rules have
    their limits at the one between.
    """
    small, middle, large = sizes
    pages = list(paired(small, large))
    checks = [*page_checks(pages), *rest_checks(large), *loading_checks(middle)]
    checks += law_checks(large, apart.engines)
    searches = [each.inside["searches"] for each in (small, large)]
    checks += [Check(*told) for told in search_limits(searches[1])]
    checks += [Check(*told) for told in lake_limits(apart.lakes)]
    checks += [Check(*told) for told in moving_limits(apart.moved, large.crowd, apart.newcomer)]
    parts = [
        HEAD.format(
            sizes=", ".join(thousands(each.asn) for each in sizes),
            when=when,
            machine=machine(),
            load=os.getloadavg()[0],
            rounds=asked.rounds,
        ),
        "## Limits\n",
        LIMITS.format(middle=thousands(middle.asn), large=thousands(large.asn)),
        table(
            ("limit", "allowed", "measured", ""),
            ((each.what, each.limit, each.measured, kept(each)) for each in checks),
        ),
        "## Pages\n",
        page_table(pages, small, large),
        "## Searches\n",
        search_table(searches, pages, small, large),
        "## Loading the demonstration\n",
        load_table(sizes),
        "## Starts\n",
        start_table(small, large),
        "## Rules\n",
        rule_table(sizes),
        "## One case, one person, another law\n",
        case_table(small, large),
        "## Five rules over many people\n",
        engine_table(apart.engines, asked.people),
        "## Lakes: a province, the country\n",
        LAKES,
        table(LAKE_HEADS, lake_rows(apart.lakes)),
        table(
            ("rule, s", *(f"{thousands(lake.asn)} ASN" for lake in apart.lakes)),
            rule_rows(apart.lakes),
        ),
        "## Moving in, and many at once\n",
        MOVING.format(
            people=apart.moved.people, rows=apart.moved.rows, clients=limits.CROWD_CLIENTS
        ),
        table(MOVING_HEADS, moving_rows(apart.moved)),
        table(CROWD_HEADS, crowd_rows({each.asn: each.crowd for each in sizes})),
        apart.newcomer.told(),
        "## Memory at rest\n",
        memory_table(small, large),
    ]
    return "\n".join(parts), checks


def paired(small: Measured, large: Measured) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield each page at both sizes."""
    first = {page["name"]: page for page in small.inside["pages"]}
    for page in large.inside["pages"]:
        yield first.get(page["name"], page), page


def page_checks(pages: list[Any]) -> Iterator[Check]:
    """Yield the limits of a page, each for the page that comes nearest to it."""
    opened = [(first, then) for first, then in pages if then["queries"] is not None]
    for key, label, limit, unit in (
        ("queries", "queries of a page", limits.QUERIES, ""),
        ("bytes", "bytes of HTML before compression", limits.HTML_BYTES, ""),
        ("milliseconds", "server time, median", limits.SERVER_MS, " ms"),
    ):
        over = [then["name"] for _, then in opened if then[key] > limit]
        worst = max((then for _, then in opened), key=lambda page: page[key])
        told = f"{thousands(round(worst[key]))}{unit} (`{worst['name']}`)"
        more = f"; over: {', '.join(f'`{name}`' for name in over)}" if len(over) > 1 else ""
        yield Check(label, f"{thousands(limit)}{unit}", told + more, not over)
    grown = [then["name"] for first, then in opened if not is_flat(first, then)]
    told = ", ".join(f"`{name}`" for name in grown) or "all flat"
    yield Check("time grows with the size by", f"× {limits.GROWTH}", told, not grown)
    lost = [page["name"] for _, page in pages if page["remark"].startswith((NOT_REACHED, REFUSED))]
    told = ", ".join(f"`{name}`" for name in lost) or "every page"
    yield Check("pages that were reached", "all", told, not lost)


def is_flat(first: dict[str, Any], then: dict[str, Any]) -> bool:
    """Tell whether a page takes as long at both sizes, noise apart."""
    more = then["milliseconds"] - first["milliseconds"]
    return more <= limits.NOISE_MS or then["milliseconds"] <= limits.GROWTH * first["milliseconds"]


def rest_checks(large: Measured) -> Iterator[Check]:
    """Yield the limits of a first visit, and of the system at rest."""
    weight = large.second_start["first_visit"]
    yield Check(
        "styles and scripts of a first visit, compressed",
        f"{thousands(limits.FIRST_VISIT_BYTES)} bytes",
        f"{thousands(weight)} bytes",
        weight <= limits.FIRST_VISIT_BYTES,
    )
    rest = large.second_start["site_and_worker"] + large.second_start["database"]
    yield Check(
        "memory at rest", megabytes(limits.REST_BYTES), megabytes(rest), rest <= limits.REST_BYTES
    )


def loading_checks(middle: Measured) -> Iterator[Check]:
    """Yield the limits of a first load, and of all rules over it."""
    seconds = middle.inside["second_run"]
    yield Check(
        "all rules over all governments",
        f"{limits.RULES_SECONDS} s",
        f"{seconds:.2f} s",
        seconds <= limits.RULES_SECONDS,
    )
    yield Check(
        "loading the demonstration from nothing",
        f"{limits.LOAD_SECONDS} s",
        f"{middle.load.wall:.0f} s by the clock, {middle.load.processor:.0f} s of the processor",
        middle.load.wall <= limits.LOAD_SECONDS,
    )


def law_checks(large: Measured, engines: dict[str, float | None]) -> Iterator[Check]:
    """Yield the limits of judging: one case, one person after a save, and beside SQL by hand."""
    slowest, milliseconds = max(large.inside["cases"].items(), key=lambda told: told[1])
    yield Check(
        "one case judged, warm",
        f"{limits.CASE_MS} ms",
        f"{milliseconds:.1f} ms (`{slowest}`)",
        milliseconds <= limits.CASE_MS,
    )
    saved = large.inside["after_a_save"]
    yield Check(
        "all rules of one person that read a table touched by a save",
        f"{limits.SAVE_MS} ms",
        f"{saved:.0f} ms",
        saved <= limits.SAVE_MS,
    )
    for what, ours, theirs in (
        ("all columns", OWN, BY_HAND),
        ("outcomes", OWN_OUTCOMES, OUTCOMES_BY_HAND),
    ):
        own, by_hand = engines[ours], engines[theirs]
        ratio = None if own is None or by_hand is None else own / by_hand
        yield Check(
            f"five rules, {what}, beside DuckDB SQL by hand",
            f"× {limits.ENGINE_RATIO}",
            "not measured" if ratio is None else f"× {ratio:.2f}",
            ratio is not None and ratio <= limits.ENGINE_RATIO,
        )


def kept(check: Check) -> str:
    """Return what became of a limit."""
    return "kept" if check.is_kept else "**not kept**"


def machine() -> str:
    """Return what the machine is, without its name."""
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
