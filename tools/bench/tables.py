"""The tables of the page of measurements, and how figures are written in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.engines import BY_HAND, OUTCOMES_BY_HAND, OWN, OWN_OUTCOMES
from bench.searches import search_rows


@dataclass
class Measured:
    """Everything measured at one size."""

    asn: int
    load: Any
    second_start: dict[str, float]
    starts: dict[str, float]
    inside: dict[str, Any]
    crowd: dict[str, float]


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


def load_table(sizes: Sequence[Measured]) -> str:
    """Return how long each step of a first load took; a kind of step is summed up."""
    steps: dict[str, list[float]] = {}
    for place, each in enumerate(sizes):
        for step, seconds in each.load.steps.items():
            steps.setdefault(kind_of(step), [0.0] * len(sizes))[place] += seconds
    rows = [(step, *(f"{each:.1f}" for each in told)) for step, told in steps.items()]
    for label, attribute in (("whole, by the clock", "wall"), ("whole, processor", "processor")):
        whole = [getattr(each.load, attribute) for each in sizes]
        rows.append((f"**{label}**", *(f"**{seconds:.1f}**" for seconds in whole)))
    return table(("step", *(f"s at {thousands(each.asn)}" for each in sizes)), rows)


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


def rule_table(sizes: Sequence[Measured]) -> str:
    """Return how long all rules take, with what they find written down."""
    last = sizes[-1].inside
    what = f"{last['rules']} rules over {last['governments']} governments"
    baseline = [each.inside["baseline_duckdb"] for each in sizes]
    rows = [
        (
            f"{what}, {label}",
            *(f"{each.inside[key]:.2f}" for each in sizes),
            f"{last[key] / baseline[-1]:.1f}",
        )
        for key, label in (
            ("first_run", "first run of a process, compiling each rule"),
            ("second_run", "again"),
        )
    ]
    rows.append(
        ("baseline: DuckDB sums up ten million rows", *(f"{each:.2f}" for each in baseline), "1.0")
    )
    heads = (f"s at {thousands(each.asn)}" for each in sizes)
    return table(("run", *heads, "× baseline"), rows)


def case_table(small: Measured, large: Measured) -> str:
    """Return how long judging one case takes, a save, and a question of another law."""
    both = [sorted(each.inside["cases"].values()) for each in (small, large)]
    rows = [
        ("one case, the rule in the middle", *(f"{one[len(one) // 2]:.2f}" for one in both)),
        ("one case, the slowest rule", *(f"{one[-1]:.1f}" for one in both)),
        (
            "one person after a save, all rules concerned",
            *(f"{each.inside['after_a_save']:.0f}" for each in (small, large)),
        ),
    ]
    rows += [
        (label, *(f"{each.inside['what_if'][key]:.0f}" for each in (small, large)))
        for key, label in (
            ("first", "retirement at another age, asked for the first time"),
            ("again", "the same question again"),
            ("who", "whom it touches"),
        )
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


def thousands(number: float) -> str:
    """Return a number with commas."""
    return f"{number:,.0f}"


def megabytes(number: float) -> str:
    """Return bytes as MiB."""
    return f"{number / 1024**2:,.0f} MiB"
