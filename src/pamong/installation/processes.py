"""Several programs run as one: they start together, and when one ends the others are ended."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pamong.installation.errors import InstallationError

PATIENCE = 15.0  # seconds between a polite and an impolite end
PAUSE = 0.2  # seconds
PR_SET_PDEATHSIG = 1  # of <sys/prctl.h>


class ProgramEndedError(InstallationError):
    """One of the programs ended by itself, so the rest was ended too."""

    def __init__(self, name: str, code: int) -> None:
        self.code = code
        super().__init__(
            f"{name} berhenti sendiri (kode {code}), jadi semuanya dihentikan. "
            "Penyebabnya ada pada baris-baris di atas; setelah diperbaiki, jalankan lagi."
        )


@dataclass(frozen=True, slots=True)
class Program:
    """One program to run, under a name that people understand."""

    name: str
    command: Sequence[str]


def run_together(
    programs: Sequence[Program],
    *,
    environ: Mapping[str, str],
    is_ready: Callable[[], bool],
    when_ready: Callable[[], None],
) -> None:
    """Run all until SIGINT, SIGTERM or SIGHUP; then end all and return.

    ``is_ready`` is asked again and again; ``when_ready`` is called once, when it has said yes.

    Raises:
        ProgramEndedError: one of them ended by itself.
    """
    stopping = _Stopping()
    children: list[tuple[Program, subprocess.Popen[bytes]]] = []
    try:
        children.extend((program, _start(program, environ)) for program in programs)
        ready = False
        while not stopping.asked:
            _demand_all_run(children)
            if not ready and is_ready():
                ready = True
                when_ready()
            time.sleep(PAUSE)
    finally:
        _end([child for _, child in children])
        stopping.forget()


def _start(program: Program, environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        program.command,
        env=environ,
        # A session of its own: Ctrl-C reaches us alone, and we end the children in order.
        start_new_session=True,
        preexec_fn=_end_with_parent,  # noqa: PLW1509  no thread of ours runs here
    )


def _end_with_parent() -> None:
    """In a new child: ask Linux for SIGTERM when the parent is gone, even by ``kill -9``."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _demand_all_run(children: Sequence[tuple[Program, subprocess.Popen[bytes]]]) -> None:
    for program, child in children:
        if child.poll() is not None:
            raise ProgramEndedError(program.name, child.returncode)


class _Stopping:
    """Remembers that somebody asked to stop, instead of raising in the middle of something."""

    def __init__(self) -> None:
        self.asked = False
        self._before = {
            number: signal.signal(number, self._remember)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        }

    def _remember(self, *_: object) -> None:
        self.asked = True

    def forget(self) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    until = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
