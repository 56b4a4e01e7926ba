"""What people see when a command fails: one sentence, an exit code, and no stack trace."""

import os
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path

from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder

DEBUG_VARIABLE = "PAMONG_DEBUG"


class ExitCode(IntEnum):
    """How a command ends; docs/reference/commands.md lists the same."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    REFUSED = 3
    MACHINE = 4
    INTERRUPTED = 130


def report(error: Exception) -> ExitCode:
    """Tell the person on standard error; keep the details of an unexpected error in a file."""
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    if isinstance(error, InstallationError):
        return _say(str(error), ExitCode.MACHINE)
    if speaks(error):
        return _say(str(error), ExitCode.REFUSED)
    known = _of_the_database(error)
    if known:
        return _say(known, ExitCode.MACHINE)
    return _say(_unexpected(error), ExitCode.UNEXPECTED)


def _say(sentence: str, code: ExitCode) -> ExitCode:
    print(f"pamong: {sentence}", file=sys.stderr)
    return code


def speaks(error: Exception) -> bool:
    """Tell our own errors: they are named …Error, and their text is a sentence for people."""
    kind = type(error)
    return kind.__module__.startswith("pamong.") and kind.__name__.endswith("Error")


def _of_the_database(error: Exception) -> str | None:
    """Find the three states of a database that a person can mend, by PostgreSQL's own codes."""
    code = getattr(error.__cause__, "sqlstate", None)
    if code in {"42P01", "42703"}:  # undefined table, undefined column
        return "Basis data belum disiapkan untuk Pamong versi ini. Jalankan: pamong migrate"
    if code == "53100":  # disk full
        return "Disk basis data penuh. Kosongkan ruang, lalu jalankan lagi; tidak ada yang hilang."
    if type(error).__name__ == "OperationalError":
        return f"Basis data tidak dapat dihubungi: {str(error).strip().splitlines()[0]}"
    return None


def _unexpected(error: Exception) -> str:
    details = "".join(traceback.format_exception(error))
    now = datetime.now(UTC)
    name = f"galat-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    for folder in (DataFolder.resolve().logs, Path(tempfile.gettempdir())):
        try:
            _write(folder / name, f"{now.isoformat()} {' '.join(sys.argv)}\n\n{details}")
        except OSError:
            continue
        return f"Terjadi galat yang tidak terduga. Rinciannya: {folder / name}"
    return f"Terjadi galat yang tidak terduga: {error!r}"


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
