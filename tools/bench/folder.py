"""A temporary data folder, and the ``pamong`` command run in it and timed."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PAMONG = [sys.executable, "-I", "-m", "pamong.cli.main"]
STEP = "  · "
READY = "Ctrl-C untuk berhenti"
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Timing:
    """Seconds by the clock and by the processor, ours and the database's together."""

    wall: float
    processor: float
    steps: dict[str, float] = field(default_factory=dict)


@contextlib.contextmanager
def data_folder() -> Iterator[Path]:
    """Make a folder that the server's own user can pass through when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="pamong-bench-"))
    folder.chmod(0o711)
    try:
        yield folder / "data"
    finally:
        shutil.rmtree(folder)


def run(*words: str, data: Path | None = None) -> Timing:
    """Run a command of ``pamong`` to its end; its steps are timed as it tells them."""
    began, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        [*PAMONG, *words],
        env=environment(data),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    told: list[tuple[str, float]] = []
    said = ""
    for line in process.stderr or ():
        said += line
        if line.startswith(STEP):
            told.append((line.removeprefix(STEP).strip(), time.perf_counter()))
    if process.wait():
        sys.exit(f"bench: pamong {' '.join(words)} ended with {process.returncode}\n{said}")
    after, ended = os.times(), time.perf_counter()
    ends = [*[moment for _, moment in told[1:]], ended][: len(told)]
    steps = {step: end - moment for (step, moment), end in zip(told, ends, strict=True)}
    used = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return Timing(ended - began, used, steps)


@dataclass
class Site:
    """The demonstration while it is served."""

    process: subprocess.Popen[str]
    port: int
    seconds_to_answer: float

    @property
    def address(self) -> str:
        """The address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"


@contextlib.contextmanager
def served(data: Path) -> Iterator[Site]:
    """Serve a folder that is loaded, until the end of the block."""
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        port = once.getsockname()[1]
    began = time.perf_counter()
    process = subprocess.Popen(
        [*PAMONG, "demo", "--port", str(port)],
        env=environment(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    for line in process.stdout or ():
        if READY in line:
            break
    try:
        yield Site(process, port, time.perf_counter() - began)
    finally:
        process.terminate()
        process.wait(60)


def environment(data: Path | None) -> dict[str, str]:
    """Return an environment in which nothing of the caller's is set."""
    clean = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
    return clean if data is None else clean | {"PAMONG_DATA_DIR": str(data)}
