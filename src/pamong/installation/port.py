"""Whether a port on this machine is free."""

import errno
import socket

from pamong.installation.errors import InstallationError

LOOPBACK = "127.0.0.1"


class PortError(InstallationError):
    """The site cannot listen on the port."""

    def __init__(self, port: int, reason: str) -> None:
        self.port = port
        super().__init__(
            f"Port {port} {reason}. Pilih port lain, misalnya: --port {_another(port)}"
        )


def demand_free(port: int) -> None:
    """Refuse a port that cannot be listened on.

    gunicorn with ``--reuse-port`` would share a taken port in silence, or say so in a stack trace.

    Raises:
        PortError: the port is taken, or not ours to take.
    """
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((LOOPBACK, port))
        except OSError as error:
            raise PortError(port, _reason(error)) from error


def _reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "sudah dipakai program lain di komputer ini"
    if error.errno == errno.EACCES:
        return "hanya boleh dipakai oleh root"
    return f"tidak dapat dipakai ({error.strerror})"


def _another(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8001
