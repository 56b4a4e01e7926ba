"""A stand-in for a language model: a server on the loopback address that answers as it is told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answering = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """One request that came in."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class StandIn:
    """The server, what it was asked, and how it answers the next request."""

    address: str
    answering: Answering
    asked: list[Asked] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def setting(self, **more) -> dict:
        return {"address": self.address, "key": "rahasia", "name": "uji", "seconds": 10, **more}


@contextmanager
def stand_in() -> Iterator[StandIn]:
    """Run the server for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            told = Asked(self.path, dict(self.headers), self.rfile.read(length))
            here.asked.append(told)
            here.answering(self)

        def do_GET(self) -> None:
            here.asked.append(Asked(self.path, dict(self.headers), b""))
            here.answering(self)

        def log_message(self, *_parts: object) -> None:
            """Keep the output of the tests clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    here = StandIn(f"http://127.0.0.1:{server.server_address[1]}/v1", proposing([]))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield here
    finally:
        here.stop.set()
        server.shutdown()
        thread.join()
        server.server_close()


def proposing(rows: list) -> Answering:
    """Answer with proposals in the form that was asked for."""
    return saying(json.dumps({"proposals": rows}))


def saying(words: object) -> Answering:
    """Answer with ``words`` as the message of the model."""
    told = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    return sending(json.dumps(told).encode())


def sending(body: bytes, status: int = 200, **headers: str) -> Answering:
    """Answer with any body and status."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer
