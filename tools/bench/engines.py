"""The five rules on Pamong's engine and on others, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.folder import ROOT
from bench.law import DAY, make_people

TOOLS = ROOT / "tools"
LOCK = ROOT / "requirements" / "bench.txt"
BY_HAND, OUTCOMES_BY_HAND = "duckdb", "duckdb-outcomes"
OWN, OWN_OUTCOMES = "pamong", "pamong-outcomes"
RIVALS = (BY_HAND, OUTCOMES_BY_HAND, "polars", "openfisca")


def measure_engines(people: int, rounds: int) -> dict[str, float | None]:
    """Return the seconds of each engine; ``None`` where it could not be fetched."""
    with tempfile.TemporaryDirectory(prefix="pamong-bench-") as place:
        path = Path(place) / "orang.parquet"
        make_people(path, people)
        own = [sys.executable, "-m", "bench.law", "people", str(path), str(rounds)]
        measured = _measured(own)
        told: dict[str, float | None] = {
            OWN: measured["seconds"],
            OWN_OUTCOMES: measured["outcomes"],
        }
        elsewhere = _environment(Path(place) / "venv")
        for engine in RIVALS:
            # SQL by hand runs on the same DuckDB as Pamong, so that only the SQL differs.
            python = sys.executable if engine in {BY_HAND, OUTCOMES_BY_HAND} else elsewhere
            call = [python, "-m", "bench.rivals", engine, str(path), DAY.isoformat(), str(rounds)]
            told[engine] = None if python is None else _measured(list(map(str, call)))["seconds"]
        return told


def _measured(call: list[str]) -> dict[str, float]:
    done = subprocess.run(
        call, env=os.environ | {"PYTHONPATH": str(TOOLS)}, stdout=subprocess.PIPE, check=True
    )
    return dict(json.loads(done.stdout))


def _environment(folder: Path) -> Path | None:
    """Make an environment with the other engines; ``None`` where they cannot be fetched."""
    uv = [sys.executable, "-m", "uv", "--quiet"]
    python = folder / "bin" / "python"
    for call in (
        [*uv, "venv", "--python", sys.executable, str(folder)],
        [*uv, "pip", "install", "--python", str(python), "--require-hashes", "-r", str(LOCK)],
    ):
        environment = os.environ | {"UV_SYSTEM_CERTS": "1"}
        if subprocess.run(call, env=environment, check=False).returncode:
            return None
    return python
