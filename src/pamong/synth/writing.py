"""Writes the files of a lake. The same rows become the same bytes, wherever they are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pamong.law.fact_table import FactTable
from pamong.law.tables import arrow_schema

ROW_GROUP = 128 * 1024
FILE = "data.parquet"


def write_table(folder: Path, kelompok: int, table: FactTable, parts: Iterable[pa.Table]) -> int:
    """Write the rows of one table of one kelompok, and return how many there are.

    Where there are none, no file is written.
    """
    place = folder / table.name / f"kelompok={kelompok:04d}"
    writer: pq.ParquetWriter | None = None
    rows = 0
    for part in parts:
        if not part.num_rows:
            continue
        if writer is None:
            place.mkdir(parents=True, exist_ok=True)
            writer = _open(place / FILE, part.schema, table)
        writer.write_table(part, row_group_size=ROW_GROUP)
        rows += part.num_rows
    if writer is not None:
        writer.close()
    return rows


def write_rows(file: Path, rows: pa.Table) -> None:
    """Write a small table as one file."""
    pq.write_table(rows, file, compression="zstd")


def _open(file: Path, schema: pa.Schema, table: FactTable) -> pq.ParquetWriter:
    texts = [field.name for field in arrow_schema(table) if pa.types.is_string(field.type)]
    # Without the Arrow schema in the file, a dictionary of words is read as plain text.
    return pq.ParquetWriter(
        file, schema, compression="zstd", use_dictionary=texts, store_schema=False
    )
