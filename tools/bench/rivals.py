"""The five rules of ``bench.five`` on other engines, each in a process of its own; prints seconds.

    python -m bench.rivals ENGINE FILE.parquet DAY ROUNDS

``ENGINE`` is ``polars``, ``openfisca``, ``duckdb-outcomes`` (SQL by hand, one statement), which
give the outcomes of each person, or ``duckdb``, which gives all that Pamong's engine gives.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

RUNGS = (3, 4, 7, 11, 14, 17, 21, 25, 28, 46)
AGES = {"pelaksana": 58, "jpt": 60, "ahli_utama": 65}
YOUNGEST, OLDEST, HOURS, MONTHS = 20, 57, 20, 6

_WHEN_AGE = " ".join(
    f"WHEN '{kind}' THEN lahir_on + INTERVAL {age} YEAR" for kind, age in AGES.items()
)
_WHEN_RUNG = " ".join(
    f"WHEN absen >= {days} THEN 'jenjang_{number}'"
    for number, days in reversed(list(enumerate(RUNGS, 1)))
)
_NO = "CAST(NULL AS DATE)"
OPEN = "tidak_dapat_dinilai"
BY_HAND = {
    "uji-usia": (
        f"CAST(CASE jenis {_WHEN_AGE} END AS DATE)",
        f"CASE WHEN since IS NULL THEN '{OPEN}' WHEN since <= $day THEN 'lewat' ELSE 'belum' END",
        "since",
    ),
    "uji-absen": (
        _NO,
        f"CASE WHEN absen IS NULL THEN '{OPEN}' {_WHEN_RUNG} ELSE 'tidak_mencapai' END",
        _NO,
    ),
    "uji-pppk": (
        _NO,
        f"""CASE WHEN lahir_on IS NULL OR melamar_on IS NULL THEN '{OPEN}'
            WHEN lahir_on + INTERVAL {YOUNGEST} YEAR > melamar_on
            OR lahir_on + INTERVAL {OLDEST + 1} YEAR <= melamar_on THEN 'tidak_memenuhi'
            ELSE 'memenuhi' END""",
        "melamar_on",
    ),
    "uji-jam": (
        _NO,
        f"CASE WHEN jam IS NULL THEN '{OPEN}' WHEN jam >= {HOURS} THEN 'cukup' ELSE 'kurang' END",
        _NO,
    ),
    "uji-plt": (
        f"CAST(plt_mulai + INTERVAL {MONTHS} MONTH AS DATE)",
        f"""CASE WHEN since IS NULL THEN '{OPEN}' WHEN since <= $day THEN 'lewat'
            ELSE 'dalam_batas' END""",
        "since",
    ),
}
"""By rule: since, outcome, due_on."""
GOOD = ("belum", "tidak_mencapai", "memenuhi", "cukup", "dalam_batas")


def duckdb_sql(rule: str) -> str:
    """Return one rule by hand, with all columns that Pamong's engine gives."""
    since, outcome, due = BY_HAND[rule]
    good = ", ".join(f"'{each}'" for each in GOOD)
    return f"""
        SELECT orang_id AS subject_id, outcome, since, {due} AS due_on,
               CASE WHEN outcome = '{OPEN}' THEN NULL ELSE outcome NOT IN ({good}) END AS breach,
               CASE WHEN outcome = '{OPEN}' THEN ['fakta'] ELSE [] END AS missing,
               'uji-2020' AS version, 'secondary' AS confidence
        FROM (SELECT *, {outcome} AS outcome FROM (SELECT *, {since} AS since FROM orang))
    """  # noqa: S608  the pieces stand above


def run_duckdb(path: str, day: date) -> Callable[[], Any]:
    """Return a run of the five by hand, in two threads."""
    import duckdb
    import pyarrow.parquet as pq

    orang = pq.read_table(path)

    def run() -> None:
        for rule in BY_HAND:
            with duckdb.connect(":memory:") as connection:
                connection.register("orang", orang)
                sql = duckdb_sql(rule)
                connection.execute(sql, {"day": day} if "$day" in sql else None).to_arrow_table()

    return run


def run_outcomes(path: str, day: date) -> Callable[[], Any]:
    """Return a run of the five by hand in one statement, the outcomes only."""
    import duckdb
    import pyarrow.parquet as pq

    orang = pq.read_table(path)
    columns = ", ".join(
        f'{outcome.replace("since", since)} AS "{rule}"'
        for rule, (since, outcome, _due) in BY_HAND.items()
    )
    sql = f"SELECT orang_id, {columns} FROM orang"  # noqa: S608  the pieces stand above

    def run() -> None:
        with duckdb.connect(":memory:") as connection:
            connection.register("orang", orang)
            connection.execute(sql, {"day": day}).to_arrow_table()

    return run


def run_polars(path: str, day: date) -> Callable[[], Any]:
    """Return a run of the five on Polars."""
    import polars as pl

    people = pl.read_parquet(path)
    age = pl.col("jenis").replace_strict(AGES, default=None)
    reached = pl.col("lahir_on").dt.offset_by(pl.format("{}y", age))
    limit = pl.col("plt_mulai").dt.offset_by(f"{MONTHS}mo")
    ladder: Any = pl.when(pl.col("absen").is_null()).then(pl.lit(OPEN))
    for number, days in reversed(list(enumerate(RUNGS, 1))):
        ladder = ladder.when(pl.col("absen") >= days).then(pl.lit(f"jenjang_{number}"))
    young = pl.col("lahir_on").dt.offset_by(f"{YOUNGEST}y") > pl.col("melamar_on")
    old = pl.col("lahir_on").dt.offset_by(f"{OLDEST + 1}y") <= pl.col("melamar_on")

    def either(known: Any, bad: Any, word: str, good: str) -> Any:
        return (
            pl.when(known.is_null())
            .then(pl.lit(OPEN))
            .when(bad)
            .then(pl.lit(word))
            .otherwise(pl.lit(good))
        )

    lacking = pl.when(pl.col("melamar_on").is_null()).then(None).otherwise(pl.col("lahir_on"))

    def run() -> Any:
        return people.select(
            "orang_id",
            either(reached, reached <= day, "lewat", "belum").alias("usia"),
            ladder.otherwise(pl.lit("tidak_mencapai")).alias("absen"),
            either(lacking, young | old, "tidak_memenuhi", "memenuhi").alias("pppk"),
            either(pl.col("jam"), pl.col("jam") < HOURS, "kurang", "cukup").alias("jam"),
            either(limit, limit <= day, "lewat", "dalam_batas").alias("plt"),
        )

    return run


def run_openfisca(path: str, day: date) -> Callable[[], Any]:
    """Return a run of the five on OpenFisca-core."""
    from bench.on_openfisca import simulation

    return simulation(path, day)


ENGINES = {
    "duckdb": run_duckdb,
    "duckdb-outcomes": run_outcomes,
    "polars": run_polars,
    "openfisca": run_openfisca,
}


def main(engine: str, path: str, day: str, rounds: str) -> None:
    """Print the seconds of the quickest of some rounds, as JSON."""
    run = ENGINES[engine](path, date.fromisoformat(day))
    seconds = []
    for _ in range(int(rounds)):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    print(json.dumps({"seconds": min(seconds)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
