"""Sees to it that an audit on Spark ends when nobody is left to work for it.

Spark itself waits without end for workers that may come. Whoever asked is better told.
"""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pyspark import SparkContext

_EVERY = 1
_NANO = 10**9


class WorkerWatch:
    """Cancels what runs once there has been no executor for ``patience`` seconds."""

    def __init__(self, context: SparkContext, patience: int) -> None:
        self._context = context
        self._patience = patience
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.gave_up = False

    def __enter__(self) -> Self:
        """Begin to watch; a session in this process alone has no executors to lose."""
        if not str(self._context.master).startswith("local"):
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Watch no longer."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _watch(self) -> None:
        alone_since: int | None = None
        while not self._over.wait(_EVERY):
            if self._executors():
                alone_since = None
                continue
            alone_since = alone_since or time.monotonic_ns()
            if time.monotonic_ns() - alone_since > self._patience * _NANO:
                self.gave_up = True
                self._context.cancelAllJobs()

    def _executors(self) -> int:
        """Count those that work; the driver counts itself, and PySpark has no call for it."""
        known = self._context._jsc.sc().getExecutorMemoryStatus()  # noqa: SLF001
        return int(known.size()) - 1
