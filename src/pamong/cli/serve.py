"""``pamong serve``: the site and its worker on 127.0.0.1, together until Ctrl-C."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.house import DataDir, open_house
from pamong.installation.errors import InstallationError
from pamong.installation.port import LOOPBACK, demand_free
from pamong.installation.processes import Program, run_together

Port = Annotated[
    int, typer.Option(help="Port situs di komputer ini.", min=1, max=65535, metavar="ANGKA")
]
DEFAULT_PORT = 8000
# Isolated: neither the folder that the command was called in nor PYTHON… variables reach them.
PYTHON = (sys.executable, "-I", "-m")


class NoStaticFilesError(InstallationError):
    """The styles and scripts of the pages were not collected."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"Berkas statis belum ada di {folder}. Jalankan: script/setup")


def serve(port: Port = DEFAULT_PORT, data_dir: DataDir = None) -> None:
    """Jalankan situs dan pekerja latar di komputer ini."""
    from pamong.cli.migrate import migrate_database

    demand_free(port)
    migrate_database(open_house(data_dir))
    run_site(port, announce=lambda: _welcome(port))


def run_site(port: int, *, announce: Callable[[], None]) -> None:
    """Run site and worker until somebody stops them; the house must be open.

    ``announce`` is called once, when the site takes connections.

    Raises:
        NoStaticFilesError: set-up was not run.
        PortError: somebody else took the port meanwhile.
        ProgramEndedError: one of the two ended by itself.
    """
    _demand_static_files()
    demand_free(port)
    run_together(
        [Program("Situs", _site(port)), Program("Pekerja latar", _worker())],
        environ=os.environ,
        is_ready=lambda: _answers(port),
        when_ready=announce,
    )


def address(port: int) -> str:
    """Return what to type into a browser."""
    return f"http://{LOOPBACK}:{port}/"


def _welcome(port: int) -> None:
    print(f"Situs: {address(port)} (Ctrl-C untuk berhenti)", flush=True)


def _demand_static_files() -> None:
    from django.conf import settings

    if not Path(settings.STATIC_ROOT, "staticfiles.json").is_file():
        raise NoStaticFilesError(settings.STATIC_ROOT)


def _site(port: int) -> list[str]:
    # --reuse-port: else one worker keeps all kept-alive connections. --no-control-socket: gunicorn
    # would open one in the home, shared by all instances. docs/adr/0033.
    return [
        *(*PYTHON, "gunicorn", "pamong.config.wsgi:application"),
        *("--bind", f"{LOOPBACK}:{port}", "--workers", "2", "--threads", "4"),
        *("--reuse-port", "--no-control-socket", "--log-level", "warning"),
    ]


def _worker() -> list[str]:
    return [*PYTHON, "pamong.cli.worker"]


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        tried.settimeout(0.5)
        return tried.connect_ex((LOOPBACK, port)) == 0
