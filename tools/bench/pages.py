"""Every page of the URL conf, found by following links, opened and measured inside the process.

A page without arguments is opened by its address; of one with arguments, the first that a link
of another page leads to, in the made-up government first. So a new page is measured by itself, and
one that was not reached is told, not passed over.
"""

import re
import statistics
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import takewhile
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

HREF = re.compile(r'(?:href|action|hx-get|hx-post)="(/[^"#?]*)')
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
NO_PAGES = ("operations:", "api:", "kalender:read", "ekspor:fetch")
"""What programs ask for by a token or a secret, and files that lie ready for a week."""
NOT_REACHED, REFUSED = "not reached", "answers"
ONLY_WHERE = {
    **dict.fromkeys(("masuk-sso", "masuk-sso-kembali", "akun:link"), "a regional SSO is set"),
    **dict.fromkeys(
        ("mfa_deactivate_totp", "mfa_view_recovery_codes"), "a second factor was chosen"
    ),
    **dict.fromkeys(
        ("dokumen:original", "tindak_lanjut:evidence", "fasilitas:paper"), "a file was added"
    ),
    "account_inactive": "an account is closed",
    **dict.fromkeys(
        ("simulasi:who", "simulasi:download"), "a figure of the law is another (see below)"
    ),
}
"""Pages that are not there in a demonstration, and where they are."""
WARM = 2
MOST_PAGES = 400
MOST_TRIES = 4
FOUND, MOVED, ONLY_POST = 200, (301, 302), 405


@dataclass
class Page:
    """What one page costs; all empty where no link leads to it."""

    name: str
    route: str
    address: str = ""
    account: str = ""
    remark: str = ""
    queries: int | None = None
    bytes: int | None = None
    milliseconds: float | None = None


def measure(clients: dict[str, Client], start: list[str], rounds: int) -> list[dict[str, Any]]:
    """Return every page of the URL conf, measured as the first account that may open it."""
    reached = {account: crawl(client, start) for account, client in clients.items()}
    pages = [known for known in routes() if not known[0].startswith(NO_PAGES)]
    return [asdict(one(clients, Page(*known), reached, rounds)) for known in pages]


def routes(
    resolver: URLResolver | None = None, before: str = "", space: str = ""
) -> Iterator[Any]:
    """Yield the name and route of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", f"/{route}"
        else:
            inner = f"{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, route, inner)


def crawl(client: Client, start: list[str]) -> dict[str, str]:
    """Return an address of each page found, by its name: one that answers, where there is one."""
    plain = [route for _, route in routes() if "<" not in route]
    waiting, opened = deque([*start, *plain]), set()
    reached: dict[str, str] = {}
    answers: set[str] = set()
    tried: Counter[str] = Counter()
    while waiting and len(opened) < MOST_PAGES:
        address = waiting.popleft()
        name = name_of(address)
        known = name in answers or tried[str(name)] == MOST_TRIES
        if name is None or address in opened or (known and address not in start):
            continue
        opened.add(address)
        tried[name] += 1
        answer = client.get(address)
        if answer.status_code == FOUND and name not in answers:
            answers.add(name)
            reached[name] = address
        reached.setdefault(name, address)
        if answer.status_code in MOVED:
            waiting.append(re.sub(r"[#?].*", "", answer["Location"]))
        elif answer.status_code == FOUND and "html" in answer["Content-Type"]:
            waiting += HREF.findall(answer.content.decode())
    return reached | filled_in(reached)


def filled_in(reached: dict[str, str]) -> dict[str, str]:
    """Return the pages that no link leads to, at the arguments of the page whose route is nearest.

    What is only posted to stands in no link.
    """
    known = dict(routes())
    arguments = {name: resolve(address).kwargs for name, address in reached.items()}
    found = {}
    for name, route in routes():
        wanted = set(ARGUMENT.findall(route))
        fitting = [
            other for other, told in arguments.items() if other in known and wanted <= told.keys()
        ]
        if name in reached or not fitting:
            continue
        nearest = max(fitting, key=lambda other: alike(known[other], route))
        found[name] = fill(route, arguments[nearest])
    return found


def alike(one: str, other: str) -> int:
    """Count the parts in which two routes begin alike."""
    both = zip(one.split("/"), other.split("/"), strict=False)
    return sum(1 for _ in takewhile(lambda parts: parts[0] == parts[1], both))


def fill(route: str, arguments: dict[str, Any]) -> str:
    """Return the address of a route with its arguments."""
    return ARGUMENT.sub(lambda word: str(arguments[word[1]]), route)


def name_of(address: str) -> str | None:
    """Return the name of the page behind an address; None where there is none."""
    try:
        return resolve(address).view_name
    except Resolver404:
        return None


def one(
    clients: dict[str, Client], page: Page, reached: dict[str, dict[str, str]], rounds: int
) -> Page:
    """Measure one page: queries and bytes of one answer, the median time of many, once warm.

    A file to be kept is asked for once: somebody waits for it by the clock of his browser.
    """
    statuses = []
    for account, client in clients.items():
        address = reached[account].get(page.name)
        if address is None:
            continue
        page.address, page.account = address, account
        began = time.perf_counter()
        answer = client.get(address)
        if answer.has_header("Content-Disposition"):
            page.remark = f"a file, {time.perf_counter() - began:.1f} s"
            return page
        for _ in range(WARM - 1):
            answer = client.get(address)
        statuses.append(answer.status_code)
        if answer.status_code == FOUND:
            break
    if FOUND not in statuses:
        page.remark = remark(page.name, statuses)
        return page
    with counted() as count:
        answer = client.get(page.address)
    page.queries, page.bytes = count[0], len(answer.getvalue())
    page.milliseconds = statistics.median(timed(client, page.address) for _ in range(rounds))
    return page


def remark(name: str, statuses: list[int]) -> str:
    """Say why a page that was asked for as several accounts was not measured."""
    told = {**dict.fromkeys(MOVED, "leads on"), ONLY_POST: "POST only"}
    for status, words in told.items():
        if status in statuses:
            return words
    if name in ONLY_WHERE:
        return f"only where {ONLY_WHERE[name]}"
    return f"{REFUSED} {min(statuses)}" if statuses else NOT_REACHED


def timed(client: Client, address: str) -> float:
    """Return the milliseconds of one answer."""
    began = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - began) * 1000


@contextmanager
def counted() -> Iterator[list[int]]:
    """Count the queries of a block."""
    count = [0]

    def add(execute: Any, *told: Any) -> Any:
        count[0] += 1
        return execute(*told)

    with connection.execute_wrapper(add):
        yield count
