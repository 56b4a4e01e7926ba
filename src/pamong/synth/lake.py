"""Makes a whole lake: aside, kelompok by kelompok, and at its place only when it is whole.

Which process makes which kelompok changes nothing: each kelompok has its own source of chance.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pamong.synth.assumptions import assumptions
from pamong.synth.governments import Kelompok, plan_kelompok
from pamong.synth.making import Made, make_kelompok
from pamong.synth.order import AS_OF, Order
from pamong.synth.planting import Planting, plan_plantings
from pamong.synth.scenario import Scenario
from pamong.synth.scenario_file import OWN_FILE, load_scenarios
from pamong.synth.writing import write_rows

KIND, VERSION = "pamong-lake", 1
DESCRIPTION, EXPECTATIONS = "himpunan.json", "skenario.parquet"

Told = Callable[[int, int], None]
"""Is told how many people are made by now, and how many there will be."""

_EXPECTATION = pa.schema(
    [
        ("scenario", pa.string()),
        ("rule", pa.string()),
        ("subject_id", pa.int64()),
        ("expected", pa.string()),
        ("because", pa.string()),
        ("section", pa.string()),
    ]
)


class LakeFolderError(ValueError):
    """The folder cannot take a lake."""


class LakeProcessError(RuntimeError):
    """A process that made a part of the lake was ended from outside."""

    def __init__(self) -> None:
        super().__init__(
            "Salah satu proses terhenti dari luar, mungkin karena memori habis. Tidak ada yang "
            "ditinggalkan. Pakai --pemda yang lebih banyak agar tiap bagian lebih kecil."
        )


def _tell_nobody(_done: int, _total: int) -> None:
    """Be silent."""


@dataclass(frozen=True, slots=True)
class Lake:
    """What a lake holds: the rows of each table, and the scenarios that found their place."""

    order: Order
    rows: Mapping[str, int]
    planted: int
    left_out: Sequence[str]
    """The scenarios for which there was no place."""


def make_lake(
    order: Order, folder: Path, told: Told = _tell_nobody, *, processes: int = 2
) -> Lake:
    """Make a lake at ``folder``, which is absent or empty, and tell what it holds.

    Raises:
        LakeFolderError: something stands in the folder, or it cannot be written.
        LakeProcessError: a process was ended from outside.
        ContentError: the file of scenarios has mistakes.
    """
    _refuse_full(folder)
    scenarios = _scenarios(order)
    aside = _aside(folder)
    try:
        made = _make_all(order, scenarios, aside, told, processes)
        lake = _count(order, scenarios, made)
        _finish(aside, lake, made)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    except BrokenProcessPool as error:
        raise LakeProcessError from error
    except OSError as error:
        raise LakeFolderError(
            f"Data tidak dapat ditulis di {folder}: {error.strerror}. Tidak ada yang ditinggalkan."
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return lake


def _refuse_full(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise LakeFolderError(f"{folder} sudah berisi. Pilih folder yang kosong atau yang baru.")


def _aside(folder: Path) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise LakeFolderError(
            f"Folder {folder.parent} tidak dapat ditulis: {error.strerror}."
        ) from error
    aside.chmod(0o755)
    return aside


def _make_all(
    order: Order, scenarios: Sequence[Scenario], folder: Path, told: Told, processes: int
) -> list[Made]:
    kelompok = plan_kelompok(order)
    plan = plan_plantings(order, kelompok, scenarios)
    finished, made = 0, []
    for one, result in _run(order, kelompok, plan, folder, processes):
        finished += one.asn
        made.append(result)
        told(finished, order.asn)
    return sorted(made, key=lambda each: each.kelompok)


def _run(
    order: Order,
    kelompok: Sequence[Kelompok],
    plan: dict[int, list[Planting]],
    folder: Path,
    processes: int,
) -> Iterator[tuple[Kelompok, Made]]:
    workers = min(processes, len(kelompok), os.cpu_count() or 1)
    if workers == 1:
        for one in kelompok:
            yield one, make_kelompok(order, one, plan[one.number], folder)
        return
    # A forked child would inherit the threads of Arrow half-way; a new process has none.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting = {
            pool.submit(make_kelompok, order, one, plan[one.number], folder): one
            for one in kelompok
        }
        try:
            for done in as_completed(waiting):
                yield waiting[done], done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _scenarios(order: Order) -> list[Scenario]:
    """Return what is to be planted: nothing where our own scenarios hold on another day."""
    if order.scenarios is None and order.as_of != AS_OF:
        return []
    return [
        each.with_attendance() if order.with_attendance else each
        for each in load_scenarios(order.scenarios or OWN_FILE, order.as_of)
        if order.with_attendance or not each.needs_attendance
    ]


def _count(order: Order, scenarios: Sequence[Scenario], made: Sequence[Made]) -> Lake:
    rows: dict[str, int] = {}
    for each in made:
        for name, count in each.rows.items():
            rows[name] = rows.get(name, 0) + count
    planted = {told["scenario"] for each in made for told in each.expectations}
    left_out = [each.id for each in scenarios if each.id not in planted]
    found = {name: count for name, count in rows.items() if count}
    return Lake(order, found, len(planted), left_out)


def _description(lake: Lake) -> dict[str, Any]:
    return {
        "jenis": KIND,
        "versi": VERSION,
        "rekaan": True,
        "benih": lake.order.seed,
        "as_of": lake.order.as_of.isoformat(),
        "asn": lake.order.asn,
        "pemda": lake.order.governments,
        "tabel": dict(lake.rows),
        "skenario": lake.planted,
        "tidak_ditanam": list(lake.left_out),
        "anggapan": assumptions(lake.order),
    }


def _finish(folder: Path, lake: Lake, made: Sequence[Made]) -> None:
    rows = [told for each in made for told in each.expectations]
    write_rows(folder / EXPECTATIONS, pa.Table.from_pylist(rows, schema=_EXPECTATION))
    text = json.dumps(_description(lake), ensure_ascii=False, indent=2)
    (folder / DESCRIPTION).write_text(f"{text}\n", encoding="utf-8")
