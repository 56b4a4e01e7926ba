"""How far a reading of many documents is, on standard error: one line that changes, or a few."""

import sys
import time

_EVERY = 0.2  # seconds between two looks of a line that changes
_EVERY_PLAIN = 15.0  # seconds between two lines where none can change
_CLEAR = "\r\033[K"


class ReadingProgress:
    """Counts documents and tells; sentences of failures go between its lines."""

    def __init__(self, expected: int | None, *, is_shown: bool) -> None:
        self._expected, self._is_shown = expected, is_shown
        self._changes = sys.stderr.isatty()
        self._began = self._told = time.monotonic()
        self.read = self.failed = 0

    def succeeded(self) -> None:
        """Count a document that was read."""
        self.read += 1
        self._tell()

    def fail(self, sentence: str) -> None:
        """Count a document that was not read, and say why."""
        self.failed += 1
        self._clear()
        print(f"pamong: {sentence}", file=sys.stderr)
        self._tell()

    def finish(self, *, done_before: int, passed_over: int) -> None:
        """Say what came of all."""
        if not self._is_shown:
            return
        self._clear()
        parts = [f"{self.read} dokumen dibaca", f"{self.failed} gagal"]
        parts += [f"{done_before} sudah dibaca sebelumnya"] * bool(done_before)
        parts += [f"{passed_over} berkas gambar, gaya, atau skrip dilewati"] * bool(passed_over)
        print(f"pamong: {', '.join(parts)}.", file=sys.stderr)

    def _tell(self) -> None:
        now = time.monotonic()
        wait = _EVERY if self._changes else _EVERY_PLAIN
        if not self._is_shown or now - self._told < wait:
            return
        self._told = now
        line = self._line(now - self._began)
        if self._changes:
            print(f"{_CLEAR}{line}", end="", file=sys.stderr, flush=True)
        else:
            print(f"pamong: {line}", file=sys.stderr)

    def _line(self, seconds: float) -> str:
        done = self.read + self.failed
        rate = done / max(seconds, 0.001)
        of = f" dari {self._expected}" if self._expected is not None else ""
        left = ""
        if self._expected is not None and self._expected > done:
            left = f", kira-kira {(self._expected - done) / max(rate, 0.001):.0f} detik lagi"
        return f"{done}{of} dokumen, {self.failed} gagal, {rate:.0f} per detik{left}"

    def _clear(self) -> None:
        if self._is_shown and self._changes:
            print(_CLEAR, end="", file=sys.stderr, flush=True)
