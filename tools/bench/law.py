"""What judging costs: one case, one person after a save, and five rules over five million people.

Run with ``python -m bench.law people FILE ROUNDS`` for the last; the others run inside the house
(``bench.inside``).
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

PEOPLE = 5_000_000
DAY = date(2025, 12, 31)
MAKE = """
COPY (
    SELECT i AS orang_id,
           CASE WHEN i % 97 = 0 THEN NULL ELSE DATE '1955-01-01' + (i * 7919 % 18000)::INT END
               AS lahir_on,
           ['pelaksana', 'jpt', 'ahli_utama'][1 + (i % 3)::INT] AS jenis,
           CASE WHEN i % 89 = 0 THEN NULL ELSE i * 31 % 60 END AS absen,
           CASE WHEN i % 83 = 0 THEN NULL ELSE DATE '2019-01-01' + (i * 13 % 2500)::INT END
               AS melamar_on,
           CASE WHEN i % 79 = 0 THEN NULL ELSE i * 17 % 45 END AS jam,
           CASE WHEN i % 73 = 0 THEN NULL ELSE DATE '2025-01-01' + (i * 11 % 364)::INT END
               AS plt_mulai
    FROM range({people}) t(i)
) TO '{path}' (FORMAT parquet)
"""


def make_people(path: Path, people: int = PEOPLE) -> None:
    """Write made-up people, the same each time."""
    import duckdb

    with duckdb.connect(":memory:") as connection:
        connection.execute(MAKE.format(people=people, path=path))


def five_rules(path: Path, rounds: int) -> dict[str, float]:
    """Return the seconds in which the engine judges five rules, the quickest of some rounds.

    ``seconds`` is for everything that a judgement says, ``outcomes`` for those alone.
    """
    import pyarrow.parquet as pq

    from pamong import law

    # Another content package, and other tables of facts, take the place of the law's own.
    import_module("pamong.law.library").CONTENT = "bench.five"
    tables = Path(__file__).parent / "five" / "tables.toml"
    import_module("pamong.law.fact_table")._FILE = tables  # noqa: SLF001

    orang = pq.read_table(path)

    def run(judge: Callable[..., Any]) -> None:
        for rule in law.rules().values():
            judge(rule, {"orang": orang}, as_of=DAY)

    told = {}
    for name, judge in (("seconds", law.judge), ("outcomes", law.outcomes)):
        run(judge)  # plans the rules
        told[name] = min(_seconds(lambda by=judge: run(by)) for _ in range(rounds))
    return told


def cases_warm() -> dict[str, float]:
    """Return the milliseconds in which one case is judged, by rule: the median of a few."""
    from pamong.law import Kind, rules
    from pamong.law.checking import judge_facts_of

    told = {}
    for rule in rules().values():
        if rule.kind is Kind.PROVISION:
            continue
        case = next(case for case in rule.cases if "outcome" in case.expect)
        judge_facts_of(rule, case)
        rounds = [_seconds(lambda r=rule, c=case: judge_facts_of(r, c)) for _ in range(5)]
        told[rule.id] = statistics.median(rounds) * 1000
    return told


def _seconds(run: Callable[[], Any]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def main(arguments: Iterable[str]) -> None:
    """Measure one thing and print it as JSON."""
    what, path, rounds = arguments
    if what != "people":
        sys.exit(f"bench.law: {what}?")
    print(json.dumps(five_rules(Path(path), int(rounds))))


if __name__ == "__main__":
    main(sys.argv[1:])
