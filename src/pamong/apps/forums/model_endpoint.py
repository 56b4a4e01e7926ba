"""The one call that leaves this installation: to the language model that the settings name.

Only the configured address is called: no redirect is followed and no proxy is used. The whole
answer must be there in time; a server that drips is cut off. Whatever goes wrong is one sentence.
"""

import http.client
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

PATH = "/chat/completions"
LARGEST_ANSWER = 1_000_000  # bytes


class ModelFailedError(Exception):
    """The language model gave no answer that can be used; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers; ``seconds`` is how long its whole answer may take."""

    address: str
    key: str
    name: str
    seconds: int

    @property
    def host(self) -> str:
        """The server, with its port where one is named."""
        return urlsplit(self.address).netloc


def find_endpoint() -> Endpoint | None:
    """Return the endpoint of the settings; ``None`` where none is set."""
    return Endpoint(**settings.PAMONG_MODEL) if settings.PAMONG_MODEL else None


def body_of(endpoint: Endpoint, messages: list[dict[str, str]]) -> str:
    """Return what is sent, as it is sent."""
    asked = {"model": endpoint.name, "messages": messages, "temperature": 0, "stream": False}
    return json.dumps(asked, ensure_ascii=False)


def ask(endpoint: Endpoint, body: str) -> str:
    """Send ``body``, and return the words of the answer.

    Raises:
        ModelFailedError: no answer in time, another status than 200, or no answer of that form.
    """
    try:
        with _in_time(endpoint) as connection:
            status, told = _exchange(connection, endpoint, body)
    except TimeoutError as error:
        raise ModelFailedError(
            _("Model bahasa tidak menjawab dalam %d detik. Draf tidak berubah; coba lagi nanti.")
            % endpoint.seconds
        ) from error
    except (OSError, http.client.HTTPException, ssl.SSLError) as error:
        raise ModelFailedError(
            _("Model bahasa di %s tidak dapat dihubungi. Draf tidak berubah; coba lagi nanti.")
            % endpoint.host
        ) from error
    if status != http.client.OK:
        raise ModelFailedError(
            _("Model bahasa menolak permintaan (kode %d). Draf tidak berubah; periksa setelannya.")
            % status
        )
    return _words_of(told)


@contextmanager
def _in_time(endpoint: Endpoint) -> Iterator[http.client.HTTPConnection]:
    """Open a connection that is cut off when its time is over.

    Raises:
        TimeoutError: it was cut off.
    """
    parts = urlsplit(endpoint.address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=endpoint.seconds)
    is_over = threading.Event()
    timer = None
    try:
        connection.connect()
        wire = connection.sock

        def cut() -> None:
            is_over.set()
            with suppress(OSError):  # the other side closed it first
                wire.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(endpoint.seconds, cut)
        timer.start()
        yield connection
    except (OSError, http.client.HTTPException) as error:
        if is_over.is_set():
            raise TimeoutError from error
        raise
    finally:
        if timer is not None:
            timer.cancel()
            timer.join()
        connection.close()
    if is_over.is_set():
        raise TimeoutError


def _exchange(
    connection: http.client.HTTPConnection, endpoint: Endpoint, body: str
) -> tuple[int, bytes]:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    path = urlsplit(endpoint.address).path + PATH
    connection.request("POST", path, body.encode(), headers)
    with connection.getresponse() as response:
        return response.status, response.read(LARGEST_ANSWER + 1)


def _words_of(told: bytes) -> str:
    """Return the words of an answer in the form of ``chat/completions``."""
    nonsense = ModelFailedError(
        _("Jawaban model bahasa tidak dapat dibaca. Draf tidak berubah; coba lagi nanti.")
    )
    if len(told) > LARGEST_ANSWER:
        raise nonsense
    try:
        words = json.loads(told)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise nonsense from error
    if not isinstance(words, str):
        raise nonsense
    return words
