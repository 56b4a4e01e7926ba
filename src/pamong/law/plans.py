"""Plans of rules that outlive a process: writing the SQL of a rule costs more than running it.

A file holds the plans of one state of the law and of the libraries that write SQL; another state
has another file, and the older ones are removed. It is a cache: whatever is wrong with it, plans
are written anew. Since what stands in it is run, only a folder of ours, closed to others, is used.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import stat
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

_NAME = "rencana-{}.jsonl"
_WRITERS = ("ibis-framework", "sqlglot", "duckdb")


class KeptPlans:
    """The plans in a folder, which is made with mode 0700 when the first is added."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME.format(_state_of_the_law())
        self._plans: dict[tuple[str, str, bool], str] = {}
        self._read_to = 0

    def find(self, rule_id: str, era: date, *, narrowed: bool) -> str | None:
        """Return the plan of a rule for an era, if this process or one beside it kept it."""
        key = rule_id, era.isoformat(), narrowed
        if key not in self._plans:
            self._read_on()
        return self._plans.get(key)

    def add(self, rule_id: str, era: date, *, narrowed: bool, sql: str) -> None:
        """Keep a plan; where that cannot be written, for this process alone."""
        self._plans[rule_id, era.isoformat(), narrowed] = sql
        line = json.dumps([rule_id, era.isoformat(), narrowed, sql]) + "\n"
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_ours(self._path.parent):
                return
            for older in self._path.parent.glob(_NAME.format("*")):
                if older != self._path:
                    older.unlink(missing_ok=True)
            # One write at the end of the file: processes beside this one add their lines as well.
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(descriptor, "ab", buffering=0) as file:
                file.write(line.encode("utf-8"))

    def _read_on(self) -> None:
        """Read the lines that were added since the last look."""
        try:
            if not (_is_ours(self._path.parent) and _is_ours(self._path)):
                return
            with self._path.open("rb") as file:
                file.seek(self._read_to)
                lines = file.read()
        except OSError:
            return
        whole = lines[: lines.rfind(b"\n") + 1]  # the last may still be on its way
        self._read_to += len(whole)
        for line in whole.splitlines():
            with suppress(ValueError):  # a line that was cut short
                rule_id, era, narrowed, sql = json.loads(line)
                self._plans[rule_id, era, narrowed] = sql


_folder: Path | None = None


def keep_plans_in(folder: Path) -> None:
    """From now on, look for plans in a folder and keep there what is written anew."""
    global _folder  # noqa: PLW0603  said once, where a process begins
    _folder = folder


def kept_plans() -> KeptPlans | None:
    """Return the plans of earlier processes; ``None`` where nobody said where they lie."""
    return None if _folder is None else _opened(_folder)


@cache
def _opened(folder: Path) -> KeptPlans:
    return KeptPlans(folder)


def _is_ours(path: Path) -> bool:
    """Tell whether nobody else can have written here."""
    status = path.stat()
    others = stat.S_IWGRP | stat.S_IWOTH
    return status.st_uid == os.geteuid() and not status.st_mode & others


@cache
def _state_of_the_law() -> str:
    """Return a name that changes with the law, the engine, and the libraries that write SQL."""
    state = hashlib.sha256()
    for name in _WRITERS:
        state.update(f"{name} {importlib.metadata.version(name)}\n".encode())
    root = Path(__file__).parents[1]
    for room in ("law", "regulations"):
        for path in sorted(root.joinpath(room).rglob("*")):
            if path.suffix in {".toml", ".py"}:
                state.update(f"{path.relative_to(root)}\n".encode())
                state.update(path.read_bytes())
    return state.hexdigest()[:16]
