"""A door to a server that wants TLS, for PostgreSQL's programs: the wheel's are built without it.

They connect to a socket in a closed folder of ours; from there the bytes go on encrypted. What
psycopg's own connection was asked to verify is verified here too.
"""

import contextlib
import select
import socket
import ssl
import struct
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from pamong.installation.socket_folder import SOCKET

# The message with which a client of PostgreSQL asks for TLS.
SSL_REQUEST = struct.pack("!ii", 8, 80877103)
AUTHENTICATION = b"R"
SASL = struct.pack("!i", 10)
BOUND_TO_TLS = b"SCRAM-SHA-256-PLUS\0"
CHUNK = 256 * 1024
PATIENCE = 15.0  # seconds to reach the server


@contextlib.contextmanager
def tls_door(parameters: Mapping[str, str], *, host: str, port: int) -> Iterator[Path]:
    """Give the folder of a socket that leads to ``host`` through TLS, one connection at a time.

    ``parameters`` are libpq's of the connection that worked: ``sslmode``, ``sslrootcert``, ….
    """
    context = tls_context(parameters)
    name = parameters.get("host") or host
    with (
        tempfile.TemporaryDirectory(prefix="pamong-") as folder,
        socket.socket(socket.AF_UNIX) as listening,
    ):
        listening.bind(f"{folder}/{SOCKET}")
        listening.listen()
        thread = threading.Thread(
            target=_serve, args=(listening, context, name, (host, port)), daemon=True
        )
        thread.start()
        try:
            yield Path(folder)
        finally:
            listening.shutdown(socket.SHUT_RDWR)  # wakes whoever waits for a connection
            thread.join()


def tls_context(parameters: Mapping[str, str]) -> ssl.SSLContext:
    """Ask of the server's certificate what libpq was told to ask."""
    root = parameters.get("sslrootcert", "")
    mode = parameters.get("sslmode", "prefer")
    file = None if root in {"", "system"} else root
    context = ssl.create_default_context(cafile=file)
    context.check_hostname = mode == "verify-full" or root == "system"
    if not context.check_hostname and mode != "verify-ca":
        context.verify_mode = ssl.CERT_NONE
    certificate, key = parameters.get("sslcert"), parameters.get("sslkey")
    if certificate and Path(certificate).is_file():
        context.load_cert_chain(certificate, key, parameters.get("sslpassword"))
    return context


def _serve(
    listening: socket.socket, context: ssl.SSLContext, name: str, server: tuple[str, int]
) -> None:
    """Take connections until the socket is shut; of a failed one the program itself speaks."""
    with contextlib.suppress(OSError):
        while True:
            near, _ = listening.accept()
            with near, contextlib.suppress(OSError), _reach(context, name, server) as far:
                _forward(near, far)


def _reach(context: ssl.SSLContext, name: str, server: tuple[str, int]) -> ssl.SSLSocket:
    plain = socket.create_connection(server, timeout=PATIENCE)
    try:
        plain.sendall(SSL_REQUEST)
        plain.recv(1)  # it was granted to psycopg a moment ago; a "no" fails as a handshake
        return context.wrap_socket(plain, server_hostname=name)
    except BaseException:
        plain.close()
        raise


def _forward(near: socket.socket, far: ssl.SSLSocket) -> None:
    """Carry bytes both ways until one side ends.

    One thread, because a TLS connection is not to be read and written by two at once.
    """
    far.sendall(near.recv(CHUNK))  # who wants in, where to: one small message
    near.sendall(without_channel_binding(_message(far)))
    while True:
        ready = [far] if far.pending() else select.select([near, far], [], [])[0]
        for side in ready:
            chunk = near.recv(CHUNK) if side is near else _decrypted(far)
            if chunk == b"":
                return
            if chunk:
                far.settimeout(None)
                (far if side is near else near).sendall(chunk)


def without_channel_binding(message: bytes) -> bytes:
    """Take the way of signing in that is tied to TLS off the server's offer.

    libpq refuses that offer on a connection that it does not know to be encrypted. The password is
    proven by SCRAM all the same.
    """
    kind, content = message[:1], message[5:]
    if kind != AUTHENTICATION or not content.startswith(SASL):
        return message
    content = content.replace(BOUND_TO_TLS, b"", 1)
    return kind + struct.pack("!i", len(content) + 4) + content


def _message(far: ssl.SSLSocket) -> bytes:
    """Read one message of the server: its kind, its length, its content."""
    head = _exactly(far, 5)
    return head + _exactly(far, struct.unpack("!i", head[1:])[0] - 4)


def _exactly(far: ssl.SSLSocket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        chunk = far.recv(size - len(found))
        if not chunk:
            raise ConnectionResetError("the server ended the connection")
        found += chunk
    return found


def _decrypted(far: ssl.SSLSocket) -> bytes | None:
    """Read what is there; None for a record that carries none of the server's words."""
    far.settimeout(0)
    try:
        return far.recv(CHUNK)
    except ssl.SSLWantReadError:
        return None
