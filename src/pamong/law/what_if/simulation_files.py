"""A simulation as files: whom it touches, what it comes to, and its chart."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from pamong.kernel.language import say
from pamong.law.results import AuditFolderError
from pamong.law.what_if.bars import draw_file
from pamong.law.what_if.figure_text import show_figure
from pamong.law.what_if.simulating import Simulation

TOUCHED, SUMMARY, CHART = "tersentuh", "ringkasan.json", "grafik.svg"


def chart_title(shown: str) -> str:
    """Say what a chart shows."""
    return {
        "due_on": say("Jatuhnya tenggat menurut tahun"),
        "since": say("Hari mulainya menurut tahun"),
        "breaches": say("Temuan pada setiap hari yang dinilai"),
    }[shown]


def write_simulation(simulation: Simulation, out: Path) -> None:
    """Write ``tersentuh.csv`` and ``.parquet``, ``ringkasan.json`` and ``grafik.svg`` to a folder.

    It appears whole at the end.

    Raises:
        AuditFolderError: ``out`` holds something already.
    """
    if out.exists() and any(out.iterdir()):
        raise AuditFolderError(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as place:
        aside = Path(place) / "hasil"
        aside.mkdir()
        pq.write_table(simulation.touched, aside / f"{TOUCHED}.parquet")
        pa.csv.write_csv(simulation.touched, aside / f"{TOUCHED}.csv")
        told = json.dumps(summary(simulation), ensure_ascii=False, indent=2, default=str)
        (aside / SUMMARY).write_text(told + "\n", encoding="utf-8")
        (aside / CHART).write_text(_chart(simulation), encoding="utf-8")
        if out.exists():
            out.rmdir()
        aside.replace(out)


def summary(simulation: Simulation) -> dict[str, Any]:
    """Return what a simulation comes to as plain data; the tables are as ``Simulation`` says."""
    tables = ("by_day", "by_outcome", "by_unit", "by_grade", "by_year")
    return {
        "rule": simulation.rule.id,
        "days": [day.isoformat() for day in simulation.days],
        "figures": [
            {
                "address": figure.address,
                "before": show_figure(figure.value),
                "after": show_figure(value),
            }
            for figure, value in simulation.figures
        ],
        "judged": simulation.judged,
        "touched": simulation.subjects,
        "moved": simulation.moved,
        "graded_by": simulation.graded_by,
        **{name: getattr(simulation, name).to_pylist() for name in tables},
    }


def _chart(simulation: Simulation) -> str:
    shown, pairs = simulation.chart()
    return draw_file(
        pairs, title=chart_title(shown), before=say("hukum yang berlaku"), after=say("angka baru")
    )
