import os
import signal
import subprocess
import sys
import threading
import time

import psutil
import pytest

from pamong.installation import processes
from pamong.installation.processes import Program, ProgramEndedError, run_together

SLEEPS = Program("Pekerja", ["/bin/sleep", "60"])


def run(*programs, is_ready=lambda: True, when_ready=lambda: None):
    run_together(programs, environ=os.environ, is_ready=is_ready, when_ready=when_ready)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_all_and_returns(number):
    before = signal.getsignal(number)

    run(SLEEPS, SLEEPS, when_ready=lambda: signal.raise_signal(number))

    assert signal.getsignal(number) == before


def test_one_that_ends_by_itself_ends_the_others(tmp_path):
    ends = Program("Situs", ["/bin/sh", "-c", "exit 7"])

    with pytest.raises(ProgramEndedError, match=r"Situs berhenti sendiri \(kode 7\)"):
        run(SLEEPS, ends)


def test_the_address_is_announced_once_and_not_before_it_answers():
    answers = iter([False, False, True, True, True])
    announced = []

    def announce():
        announced.append(True)
        threading.Timer(3 * processes.PAUSE, os.kill, [os.getpid(), signal.SIGTERM]).start()

    run(SLEEPS, is_ready=lambda: next(answers), when_ready=announce)

    assert announced == [True]
    assert next(answers) is True


def test_a_program_that_does_not_listen_is_ended_all_the_same(monkeypatch):
    monkeypatch.setattr(processes, "PATIENCE", 0.2)
    stubborn = Program("Situs", [sys.executable, "-c", STUBBORN])
    began = time.monotonic()

    run(stubborn, when_ready=lambda: (time.sleep(0.5), signal.raise_signal(signal.SIGTERM)))

    assert time.monotonic() - began < 10


STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"


def test_a_program_that_cannot_be_started_leaves_none_behind():
    with pytest.raises(FileNotFoundError):
        run(SLEEPS, Program("Situs", ["/tidak/ada"]))

    children = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "sleep 60" not in children.stdout


SUPERVISOR = """
import os
from pamong.installation.processes import Program, run_together
program = Program("Situs", ["/bin/sh", "-c", "echo $$; exec sleep 60"])
run_together([program], environ=os.environ, is_ready=lambda: False, when_ready=print)
"""


def test_a_killed_supervisor_leaves_no_program_behind():
    command = [sys.executable, "-c", SUPERVISOR]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as supervisor:
        child = int(supervisor.stdout.readline())
        supervisor.kill()

    deadline = time.monotonic() + 10
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < deadline, "the program goes on"
        time.sleep(0.05)
