"""The page that is written: tables of what was measured, each limit with what became of it."""

import os
import platform
from argparse import Namespace
from collections.abc import Iterable, Iterator
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
from bench.pages import NOT_REACHED
from bench.searches import search_limits, search_rows

HEAD = """\
# Performance

What Pamong costs at {small} and at {large} made-up ASN of Kabupaten Contoh (rekaan).
`script/bench` writes this page; run it on your own machine, since only ratios travel. Measured
{when} on {machine}, with a load of {load:.1f} beside it.
Where the load is above the number of cores, times by the clock are too long; the processor's are
not.

Each figure has a baseline of the same run. Pages are opened inside the process (Django's test
client, signed in as the first account of the demonstration that may open them), {rounds} times for
the median; their baseline is `robots.txt`, which asks the database next to nothing.
"""

LAKES = """\
Made-up data (`pamong synth`, seed 1) judged by every rule over tables (`pamong law audit --lake`),
from the start of the command to its end. The first lake is a province with every working day of a
year; the others are 546 governments with absences. The baseline reads every cell of the same files
once with DuckDB. The working day after adds its attendance for everybody and is judged as of that
day; the plans of the rules are kept from the first run.
"""


@dataclass
class Measured:
    """Everything measured at one size."""

    asn: int
    load: Any
    second_start: dict[str, float]
    starts: dict[str, float]
    inside: dict[str, Any]
    crowd: dict[str, float]


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
    small: Measured, large: Measured, apart: Apart, *, when: str, asked: Namespace
) -> tuple[str, list[Check]]:
    """Return the page, and every limit with what became of it."""
    pages = list(paired(small, large))
    checks = [*page_checks(pages), *system_checks(large), *law_checks(large, apart.engines)]
    searches = [each.inside["searches"] for each in (small, large)]
    checks += [Check(*told) for told in search_limits(searches[1])]
    checks += [Check(*told) for told in lake_limits(apart.lakes)]
    checks += [Check(*told) for told in moving_limits(apart.moved, large.crowd, apart.newcomer)]
    parts = [
        HEAD.format(
            small=thousands(small.asn),
            large=thousands(large.asn),
            when=when,
            machine=machine(),
            load=os.getloadavg()[0],
            rounds=asked.rounds,
        ),
        "## Limits\n",
        table(
            ("limit", "allowed", f"at {thousands(large.asn)} ASN", ""),
            ((each.what, each.limit, each.measured, kept(each)) for each in checks),
        ),
        "## Pages\n",
        page_table(pages, small, large),
        "## Searches\n",
        search_table(searches, pages, small, large),
        "## Loading the demonstration\n",
        load_table(small, large),
        "## Starts\n",
        start_table(small, large),
        "## Rules\n",
        rule_table(small, large),
        "## One case, one person\n",
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
        table(CROWD_HEADS, crowd_rows({each.asn: each.crowd for each in (small, large)})),
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
    lost = [page["name"] for _, page in pages if page["remark"] == NOT_REACHED]
    told = ", ".join(f"`{name}`" for name in lost) or "every page"
    yield Check("pages that were reached", "all", told, not lost)


def is_flat(first: dict[str, Any], then: dict[str, Any]) -> bool:
    """Tell whether a page takes as long at both sizes, noise apart."""
    more = then["milliseconds"] - first["milliseconds"]
    return more <= limits.NOISE_MS or then["milliseconds"] <= limits.GROWTH * first["milliseconds"]


def system_checks(large: Measured) -> Iterator[Check]:
    """Yield the limits of the whole system."""
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
    seconds = large.inside["second_run"]
    yield Check(
        "all rules over all governments",
        f"{limits.RULES_SECONDS} s",
        f"{seconds:.2f} s",
        seconds <= limits.RULES_SECONDS,
    )
    yield Check(
        "loading the demonstration from nothing",
        f"{limits.LOAD_SECONDS} s",
        f"{large.load.wall:.0f} s by the clock, {large.load.processor:.0f} s of the processor",
        large.load.wall <= limits.LOAD_SECONDS,
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


def page_table(pages: list[Any], small: Measured, large: Measured) -> str:
    """Return what each page costs at both sizes, and beside the baseline."""
    baseline = baseline_of(pages)
    heads = [
        f"{what} {thousands(each.asn)}"
        for what in ("queries", "bytes", "ms")
        for each in (small, large)
    ]
    rows = (
        (f"`{then['name']}`", *costs(first, then, baseline))
        if then["queries"] is not None
        else (f"`{then['name']}`", *["–"] * 6, then["remark"], "")
        for first, then in pages
    )
    return table(("page", *heads, "larger / smaller", "× `robots`"), rows)


def baseline_of(pages: list[Any]) -> float:
    """Return what the page costs beside which others are told, ms."""
    told = next(page for _, page in pages if page["name"] == "robots")
    return float(told["milliseconds"])


def search_table(searches: list[Any], pages: list[Any], small: Measured, large: Measured) -> str:
    """Return what the search of a government and that of its list cost, whole pages."""
    sizes = (f"ms {thousands(each.asn)}" for each in (small, large))
    heads = ("searched for", "where", *sizes, "larger / smaller", "× `robots`")
    return table(heads, search_rows(*searches, baseline=baseline_of(pages)))


def costs(first: dict[str, Any], then: dict[str, Any], baseline: float) -> Iterator[str]:
    """Yield the cells of one page."""
    for key in ("queries", "bytes"):
        yield from (thousands(each[key]) for each in (first, then))
    yield from (f"{each['milliseconds']:.1f}" for each in (first, then))
    yield f"{then['milliseconds'] / first['milliseconds']:.2f}"
    yield f"{then['milliseconds'] / baseline:.1f}"


def load_table(small: Measured, large: Measured) -> str:
    """Return how long each step of a first load took; a kind of step is summed up."""
    steps: dict[str, list[float]] = {}
    for place, each in enumerate((small, large)):
        for step, seconds in each.load.steps.items():
            steps.setdefault(kind_of(step), [0.0, 0.0])[place] += seconds
    rows = [(step, f"{first:.1f}", f"{then:.1f}") for step, (first, then) in steps.items()]
    for label, attribute in (("whole, by the clock", "wall"), ("whole, processor", "processor")):
        whole = [getattr(each.load, attribute) for each in (small, large)]
        rows.append((f"**{label}**", *(f"**{seconds:.1f}**" for seconds in whole)))
    return table(("step", *(f"s at {thousands(each.asn)}" for each in (small, large))), rows)


def kind_of(step: str) -> str:
    """Return a step without what tells it from others of its kind."""
    for start in ("Membaca dokumen", "Menjalankan aturan", "Menyalakan basis data", "Siap"):
        if step.startswith(start):
            return {"Siap": "Siap (tabel dicetak)"}.get(start, start)
    return "Mengisi: ASN dan riwayatnya" if "ASN rekaan" in step else step


def start_table(small: Measured, large: Measured) -> str:
    """Return how long each command takes to start and end."""
    baseline = large.starts["python -c pass"]
    again = "`script/demo`, second start, until it answers"
    seconds = {
        f"`{command}`": (small.starts[command], large.starts[command]) for command in large.starts
    } | {again: (small.second_start["start"], large.second_start["start"])}
    rows = (
        (command, *(f"{each:.2f}" for each in both), f"{both[1] / baseline:.0f}")
        for command, both in seconds.items()
    )
    heads = (f"s at {thousands(each.asn)}" for each in (small, large))
    return table(("command", *heads, "× `python -c pass`"), rows)


def rule_table(small: Measured, large: Measured) -> str:
    """Return how long all rules take, with what they find written down."""
    what = f"{large.inside['rules']} rules over {large.inside['governments']} governments"
    baseline = [each.inside["baseline_duckdb"] for each in (small, large)]
    rows = [
        (
            f"{what}, {label}",
            *(f"{each.inside[key]:.2f}" for each in (small, large)),
            f"{large.inside[key] / baseline[1]:.1f}",
        )
        for key, label in (
            ("first_run", "first run of a process, compiling each rule"),
            ("second_run", "again"),
        )
    ]
    rows.append(
        ("baseline: DuckDB sums up ten million rows", *(f"{each:.2f}" for each in baseline), "1.0")
    )
    heads = (f"s at {thousands(each.asn)}" for each in (small, large))
    return table(("run", *heads, "× baseline"), rows)


def case_table(small: Measured, large: Measured) -> str:
    """Return how long judging one case takes: the middle and the slowest rule; and a save."""
    both = [sorted(each.inside["cases"].values()) for each in (small, large)]
    rows = [
        ("one case, the rule in the middle", *(f"{one[len(one) // 2]:.2f}" for one in both)),
        ("one case, the slowest rule", *(f"{one[-1]:.1f}" for one in both)),
        (
            "one person after a save, all rules concerned",
            *(f"{each.inside['after_a_save']:.0f}" for each in (small, large)),
        ),
    ]
    return table(("judged", *(f"ms at {thousands(each.asn)}" for each in (small, large))), rows)


def engine_table(engines: dict[str, float | None], people: int) -> str:
    """Return the five made-up rules of tools/bench/five on each engine."""
    baseline = engines[OUTCOMES_BY_HAND]
    names = {
        OWN: "Pamong: outcome, days, breach, what is missing, version, confidence",
        BY_HAND: "the same DuckDB: the same columns in SQL by hand",
        OWN_OUTCOMES: "Pamong, `law.outcomes`: outcome and breach",
        OUTCOMES_BY_HAND: "baseline: the same DuckDB, the outcomes in one SQL by hand",
        "polars": "Polars: the outcomes",
        "openfisca": "OpenFisca-core 46: the outcomes",
    }
    order = (OWN, BY_HAND, OWN_OUTCOMES, OUTCOMES_BY_HAND, "polars", "openfisca")
    rows = (
        (names[name], "–", "–")
        if seconds is None or baseline is None
        else (names[name], f"{seconds:.2f}", f"{seconds / baseline:.2f}")
        for name in order
        for seconds in [engines[name]]
    )
    head = f"five rules over {thousands(people)} people, from Arrow in memory"
    return table((head, "s", "× baseline"), rows)


def memory_table(small: Measured, large: Measured) -> str:
    """Return the memory of each part, shared memory counted once (PSS)."""
    rows = [
        (label, *(megabytes(each.second_start[key]) for each in (small, large)))
        for label, key in (("site and worker", "site_and_worker"), ("PostgreSQL", "database"))
    ]
    return table(("part", *(thousands(each.asn) for each in (small, large))), rows)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table; every column but the first is aligned to the right."""
    heads = list(heads)
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def kept(check: Check) -> str:
    """Return what became of a limit."""
    return "kept" if check.is_kept else "**not kept**"


def thousands(number: float) -> str:
    """Return a number with commas."""
    return f"{number:,.0f}"


def megabytes(number: float) -> str:
    """Return bytes as MiB."""
    return f"{number / 1024**2:,.0f} MiB"


def machine() -> str:
    """Return what the machine is, without its name."""
    return f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}"
