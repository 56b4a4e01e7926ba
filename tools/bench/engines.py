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
BY_HAND = "duckdb"
RIVALS = (BY_HAND, "polars", "openfisca")


def measure_engines(people: int, rounds: int) -> dict[str, float | None]:
    """Return the seconds of each engine; ``None`` where it could not be fetched."""
    with tempfile.TemporaryDirectory(prefix="pamong-bench-") as place:
        path = Path(place) / "orang.parquet"
        make_people(path, people)
        own = [sys.executable, "-m", "bench.law", "people", str(path), str(rounds)]
        told: dict[str, float | None] = {"pamong": _seconds(own)}
        elsewhere = _environment(Path(place) / "venv")
        for engine in RIVALS:
            # SQL by hand runs on the same DuckDB as Pamong, so that only the SQL differs.
            python = sys.executable if engine == BY_HAND else elsewhere
            call = [python, "-m", "bench.rivals", engine, str(path), DAY.isoformat(), str(rounds)]
            told[engine] = None if python is None else _seconds(list(map(str, call)))
        return told


def _seconds(call: list[str]) -> float:
    done = subprocess.run(
        call, env=os.environ | {"PYTHONPATH": str(TOOLS)}, stdout=subprocess.PIPE, check=True
    )
    return float(json.loads(done.stdout)["seconds"])


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
