"""A province and the country: made up, audited, audited again after one day's changes."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench import limits

PAMONG = Path(sys.executable).with_name("pamong")
DAY = date(2026, 10, 30)
NEXT_DAY = DAY + timedelta(days=3)  # 30 October 2026 is a Friday
PROVINCE = 60_000
COUNTRY = 5_600_000
SMALLER = (50_000, 500_000)
SEED = "1"
_RULE = re.compile(r"^(?P<rule>[\w-]+): .*\((?P<seconds>[\d.]+) s\)$")
_MEBI = 1024


@dataclass
class Run:
    """One command: its time by the clock, the most memory it held, and what it printed."""

    seconds: float
    memory_kib: int
    printed: str

    @property
    def by_rule(self) -> dict[str, float]:
        """Seconds by rule, as ``law audit`` prints them."""
        found = (_RULE.match(line) for line in self.printed.splitlines())
        return {each["rule"]: float(each["seconds"]) for each in found if each}


@dataclass
class Lake:
    """A made-up lake of one size and what was measured of it."""

    asn: int
    rows: int
    synth: Run
    audit: Run
    baseline: float
    """Seconds in which DuckDB reads every cell of the same files once."""
    next_day: Run | None = None


def measure_lakes(country: int = COUNTRY, province: int = PROVINCE) -> list[Lake]:
    """Return the province first, then the country's sizes, the smallest first."""
    sizes = [*(size for size in SMALLER if size < country), country]
    with tempfile.TemporaryDirectory(prefix="pamong-lakes-") as place:
        folder = Path(place)
        lakes = [_measure(folder, province, "--pemda", "1", "--kehadiran")]
        return lakes + [_measure(folder, size) for size in sizes]


def _measure(place: Path, asn: int, *options: str) -> Lake:
    lake, cache = place / f"{asn}", place / f"cache-{asn}"
    synth = _run("synth", "--asn", f"{asn}", "--seed", SEED, "--out", f"{lake}", *options)
    told = Lake(
        asn=asn,
        rows=sum(json.loads((lake / "himpunan.json").read_text("utf-8"))["tabel"].values()),
        synth=synth,
        audit=_audit(lake, place / f"hasil-{asn}", DAY, cache),
        baseline=min(_read_all(lake) for _ in range(2)),
    )
    if "--kehadiran" in options:
        _one_more_day(lake)
        told.next_day = _audit(lake, place / f"esok-{asn}", NEXT_DAY, cache)
    return told


def _audit(lake: Path, out: Path, day: date, cache: Path) -> Run:
    call = ("law", "audit", "--lake", f"{lake}", "--as-of", f"{day}", "--out", f"{out}")
    # An audit that does not find what was planted ends with another code, and so does this.
    return _run(*call, environment={"XDG_CACHE_HOME": f"{cache}"})


def _run(*words: str, environment: dict[str, str] | None = None) -> Run:
    began = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(
            [PAMONG, *words], stdout=printed, env=os.environ | (environment or {})
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"pamong {' '.join(words)}: {process.returncode}")
        printed.seek(0)
        return Run(seconds, usage.ru_maxrss, printed.read())


def _read_all(lake: Path) -> float:
    """Read every cell of every table once, as the yardstick of the machine."""
    import duckdb

    began = time.perf_counter()
    with duckdb.connect(":memory:") as connection:
        for table in sorted(path for path in lake.iterdir() if path.is_dir()):
            files = f"read_parquet('{table}/**/*.parquet', hive_partitioning=false)"
            names = [row[0] for row in connection.execute(f"DESCRIBE FROM {files}").fetchall()]
            cells = ", ".join(f'max("{name}")' for name in names)
            connection.execute(f"SELECT {cells} FROM {files}").fetchall()  # noqa: S608
    return time.perf_counter() - began


_ONE_DAY = {
    "kehadiran": """
        SELECT pegawai_id, {day} AS hari, pegawai_id % 50 <> 0 AS hadir,
               0::BIGINT AS terlambat_menit, 0::BIGINT AS pulang_cepat_menit,
               pegawai_id % 50 = 0 AS alasan_sah
        FROM {people}""",
    "presensi": """
        SELECT pegawai_id, {day} AS hari, true AS alasan_sah
        FROM {people} WHERE pegawai_id % 50 = 0""",
    "pengembangan_kompetensi": """
        SELECT 9000000000 + pegawai_id AS pengembangan_id, pegawai_id, 'seminar' AS jenis,
               2::BIGINT AS jp, {day} AS selesai_on
        FROM {people} WHERE pegawai_id % 200 = 0""",
}


def _one_more_day(lake: Path) -> None:
    """Add what one working day brings: attendance of everybody, absences and training of some."""
    import duckdb

    people = f"read_parquet('{lake}/pegawai/*/*.parquet', hive_partitioning=false)"
    with duckdb.connect(":memory:") as connection:
        for table, select in _ONE_DAY.items():
            rows = select.format(day=f"DATE '{NEXT_DAY}'", people=people)
            target = lake / table / "kelompok=0001" / f"{NEXT_DAY}.parquet"
            connection.execute(f"COPY ({rows}) TO '{target}' (FORMAT parquet)")


def lake_limits(lakes: list[Lake]) -> Iterator[tuple[str, str, str, bool]]:
    """Yield each limit: what, allowed, measured, whether it is kept."""
    province, country = lakes[0], lakes[-1]
    for what, run, seconds, mebibytes in (
        ("a province", province.audit, limits.PROVINCE_SECONDS, limits.PROVINCE_MIB),
        ("a province after one day's changes", province.next_day, limits.NEXT_DAY_SECONDS, None),
        ("the country", country.audit, limits.COUNTRY_SECONDS, limits.COUNTRY_MIB),
    ):
        if run is None:
            continue
        yield (
            f"all rules over {what}",
            f"{seconds} s",
            f"{run.seconds:.1f} s",
            run.seconds <= seconds,
        )
        if mebibytes is not None:
            used = run.memory_kib / _MEBI
            yield (
                f"memory for {what}",
                f"{mebibytes:,} MiB",
                f"{used:,.0f} MiB",
                used <= mebibytes,
            )
    *_, first, middle, last = lakes
    growth = _each(middle, last) / _each(first, middle)
    yield (
        f"time for each further ASN, from {middle.asn:,} on beside from {first.asn:,} on",
        f"× {limits.LINEAR}",
        f"× {growth:.2f}",
        growth <= limits.LINEAR,
    )


def _each(smaller: Lake, larger: Lake) -> float:
    """Return the seconds for each ASN that one lake has more than another.

    What a start costs whatever the size, which would hide a growth, is in neither.
    """
    return (larger.audit.seconds - smaller.audit.seconds) / (larger.asn - smaller.asn)


def lake_rows(lakes: list[Lake]) -> Iterator[list[str]]:
    """Yield the cells of one lake a row."""
    for lake in lakes:
        runs = (
            [("", lake.audit)]
            if lake.next_day is None
            else [
                (", with every day of attendance", lake.audit),
                (", the working day after", lake.next_day),
            ]
        )
        for label, run in runs:
            yield [
                f"{lake.asn:,} ASN{label}",
                f"{lake.rows / 1e6:,.1f}",
                f"{lake.synth.seconds:.0f}",
                f"{run.seconds:.1f}",
                f"{run.memory_kib / _MEBI:,.0f}",
                f"{lake.baseline:.2f}",
                f"{run.seconds / lake.baseline:.1f}",
            ]


LAKE_HEADS = (
    "lake",
    "million rows",
    "made up, s",
    "audited, s",
    "MiB",
    "read once, s",
    "× read once",
)


def rule_rows(lakes: list[Lake]) -> Iterator[list[str]]:
    """Yield the seconds of each rule at each size, the dearest over the country first."""
    country = lakes[-1].audit.by_rule
    for rule in sorted(country, key=lambda rule: -country[rule]):
        yield [f"`{rule}`", *(f"{lake.audit.by_rule.get(rule, 0):.1f}" for lake in lakes)]
