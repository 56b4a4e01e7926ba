"""Judging data of every size: Parquet in a folder, by groups of governments, on an engine.

``open_lake`` looks a folder through, ``audit_lake`` judges it on DuckDB in the process or on Spark
and writes what should be seen. A made-up lake says itself what is to be found in it (``planted``).
"""

from __future__ import annotations

from pamong.law.lake.auditing import Progress, audit_lake
from pamong.law.lake.engine import Engine, EngineError
from pamong.law.lake.folder import Lake, LakeError, open_lake, read_tables_of
from pamong.law.lake.planted import Compared, compare_planted, planted_day

__all__ = [
    "Compared",
    "Engine",
    "EngineError",
    "Lake",
    "LakeError",
    "Progress",
    "audit_lake",
    "compare_planted",
    "open_lake",
    "planted_day",
    "read_tables_of",
]
