"""Telling how far a long copy is, without a line for every moment."""

import time
from collections.abc import Callable

Report = Callable[[str], None]
PAUSE = 3.0  # seconds between two lines
MEGA = 1_000_000


def meter(words: str, report: Report) -> Callable[[int], None]:
    """Return what is to be told the bytes done so far; it speaks every few seconds."""
    began = last = time.monotonic()

    def tick(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= PAUSE:
            last = now
            report(f"{done // MEGA} MB {words} dalam {now - began:.0f} detik")

    return tick


def megabytes(size: int) -> str:
    """Write a size as people read it."""
    if size < MEGA:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / MEGA:.1f}".replace(".", ",") + " MB"
