"""What it costs to check an export of 60,000 people with ten rows of histories each.

Run with ``PYTHONPATH=tools:src python -m bench.exchange [PEOPLE]``; it prints a table. Each way of
reading runs in a process of its own, so that the memory is its own. The baseline opens the same
files and looks at every cell, without understanding any.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PEOPLE = 60_000
MISTAKES = 200
MIB = 1024


def with_calamine(files: list[Path]) -> int:
    """Count the cells of workbooks."""
    from python_calamine import CalamineWorkbook

    return sum(
        len(row)
        for file in files
        for row in CalamineWorkbook.from_path(file).get_sheet_by_index(0).iter_rows()
    )


def with_openpyxl(files: list[Path]) -> int:
    """Count the cells of workbooks, as programs in Python mostly read them."""
    from openpyxl import load_workbook

    count = 0
    for file in files:
        book = load_workbook(file, read_only=True)
        count += sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    return count


def with_csv(files: list[Path]) -> int:
    """Count the cells of text files."""
    import csv

    count = 0
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            count += sum(len(row) for row in csv.reader(lines, delimiter=";"))
    return count


def examined(files: list[Path]) -> int:
    """Read every row into a record or doubts, and compare across the files; count the doubts."""
    from pamong.exchange.examining import Examination
    from pamong.exchange.fields import Standpoint
    from pamong.exchange.record import DoubtfulRow
    from pamong.exchange.sample import AS_OF

    examination = Examination(tuple(files), Standpoint(AS_OF, takes_specimens=True))
    doubts = sum(len(row.doubts) for row in examination.rows() if isinstance(row, DoubtfulRow))
    return doubts + sum(1 for _ in examination.across())


def written(files: list[Path]) -> int:
    """Read every record and write it in its layout again; count the records."""
    from pamong.exchange.examining import Examination
    from pamong.exchange.fields import Standpoint
    from pamong.exchange.layout import layout
    from pamong.exchange.record import DoubtfulRow
    from pamong.exchange.sample import AS_OF
    from pamong.exchange.writing import write_xlsx

    standpoint = Standpoint(AS_OF, takes_specimens=True)
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            rows = Examination((file,), standpoint).rows()
            records = (row.record if isinstance(row, DoubtfulRow) else row for row in rows)
            count += write_xlsx(Path(folder) / file.name, records, layout(file.stem))
    return count


WAYS: dict[str, Callable[[list[Path]], int]] = {
    "calamine": with_calamine,
    "openpyxl": with_openpyxl,
    "csv": with_csv,
    "examined": examined,
    "written": written,
}
ROWS = (
    ("xlsx", "calamine", "cells alone, calamine"),
    ("xlsx", "openpyxl", "cells alone, openpyxl read-only"),
    ("xlsx", "examined", "records and doubts, across files too"),
    ("xlsx", "written", "read and written again"),
    ("csv", "csv", "cells alone, csv of Python"),
    ("csv", "examined", "records and doubts, across files too"),
)


def main(people: int) -> None:
    """Make up an export in both forms, measure, and print the table."""
    from pamong.exchange.sample import write_sample

    with tempfile.TemporaryDirectory() as folder:
        files, rows = {}, 0
        for form in ("xlsx", "csv"):
            (Path(folder) / form).mkdir()
            made = write_sample(Path(folder) / form, people, mistakes=MISTAKES, form=form)
            files[form], rows = made.files, made.rows
        print(f"{people:,} people, {rows:,} rows, {MISTAKES} mistakes\n")
        print("| form | what | result | s by the clock | s of the processor | MiB | ratio |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
        base: dict[str, float] = {}
        for form, way, what in ROWS:
            told = measure(way, files[form])
            if told is None:
                print(f"| {form} | {what} | not installed | | | | |")
                continue
            base.setdefault(form, told["processor"])
            ratio = told["processor"] / base[form]
            print(
                f"| {form} | {what} | {told['result']:,} | {told['clock']:.1f} | "
                f"{told['processor']:.1f} | {told['memory']:.0f} | × {ratio:.1f} |",
                flush=True,
            )


def measure(way: str, files: tuple[Path, ...]) -> dict[str, float] | None:
    """Run one way in a process of its own; ``None`` where its library is not installed."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench.exchange", way, *map(str, files)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return json.loads(ran.stdout) if ran.stdout else None


def inside(way: str, files: list[Path]) -> None:
    """Measure one way, and print what it took."""
    began = time.perf_counter()
    try:
        result = WAYS[way](files)
    except ModuleNotFoundError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(
        json.dumps(
            {
                "result": result,
                "clock": time.perf_counter() - began,
                "processor": used.ru_utime + used.ru_stime,
                "memory": used.ru_maxrss / MIB,
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in WAYS:
        inside(sys.argv[1], [Path(name) for name in sys.argv[2:]])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
