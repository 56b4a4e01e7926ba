"""Many documents read by several processes, in their order, with bounded memory.

A document that ends its process (refused memory, a fault in a library) is found by reading those
that were under way one at a time; only that one fails.
"""

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from pamong.kernel.language import say
from pamong.reader.collection import Item
from pamong.reader.draft import Draft
from pamong.reader.reading import read
from pamong.reader.source import MAX_BYTES, load
from pamong.reader.unreadable import UnreadableDocumentError

_AHEAD = 4  # documents that wait for each process


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all documents: the day of appearance, if given, and today."""

    published_on: date | None
    not_after: date


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document with its draft, or with the sentence that says why there is none."""

    item: Item
    draft: Draft | None
    sentence: str = ""


def read_item(item: Item, settings: Settings) -> Outcome:
    """Read one document; whatever is wrong with it becomes its sentence."""
    bare = Item(item.name)  # the bytes need not travel back
    if item.problem:
        return Outcome(bare, None, f"{item.name}: {item.problem}")
    try:
        source = load(_bytes_of(item), item.name)
    except UnreadableDocumentError as error:
        return Outcome(bare, None, str(error))
    except OSError as error:
        return Outcome(bare, None, f"{item.name}: {_reason(error)}")
    draft = read(
        source.text,
        title=source.title,
        published_on=settings.published_on or source.published_on,
        not_after=settings.not_after,
        noticed=source.warnings,
    )
    return Outcome(bare, draft)


def read_each(items: Iterable[Item], settings: Settings, *, processes: int) -> Iterator[Outcome]:
    """Yield what came of each document, in their order."""
    if processes <= 1:
        yield from (read_item(item, settings) for item in items)
        return
    waiting = iter(items)
    while True:
        under_way: deque[tuple[Item, Future[Outcome]]] = deque()
        with _pool(processes) as pool:
            try:
                yield from _through(pool, waiting, under_way, settings, processes)
            except BrokenProcessPool:
                left = [item for item, _ in under_way]
            else:
                return
        for item in left:
            yield _alone(item, settings)


def _through(
    pool: ProcessPoolExecutor,
    waiting: Iterator[Item],
    under_way: deque[tuple[Item, "Future[Outcome]"]],
    settings: Settings,
    processes: int,
) -> Iterator[Outcome]:
    """Hand items to a pool, only so many ahead, and yield outcomes; what fails stays under way."""
    try:
        while True:
            for item in islice(waiting, processes * _AHEAD - len(under_way)):
                # Kept before it is handed over: the pool may break at that very moment.
                under_way.append((item, Future()))
                under_way[-1] = (item, pool.submit(read_item, item, settings))
            if not under_way:
                return
            outcome = under_way[0][1].result()
            under_way.popleft()
            yield outcome
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(item: Item, settings: Settings) -> Outcome:
    with _pool(1) as pool:
        try:
            return pool.submit(read_item, item, settings).result()
        except BrokenProcessPool:
            sentence = say(
                "pembacaan dokumen ini terhenti di tengah jalan. Salin naskahnya sebagai teks, "
                "lalu coba lagi."
            )
            return Outcome(Item(item.name), None, f"{item.name}: {sentence}")


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, so that a process starts without what its parent had open.
    return ProcessPoolExecutor(
        processes, mp_context=multiprocessing.get_context("spawn"), initializer=_settle
    )


def _settle() -> None:
    """Leave Ctrl-C to the parent, which tells people once; end where the parent was ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)


def _bytes_of(item: Item) -> bytes:
    if item.data is not None:
        return item.data
    with Path(item.name).open("rb") as file:
        # One byte more than is read tells that there is too much, without filling the memory.
        return file.read(MAX_BYTES + 1)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return say("berkas ini tidak ada. Periksa namanya.")
    if isinstance(error, PermissionError):
        return say("Anda tidak berhak membaca berkas ini.")
    return say("berkas ini tidak dapat dibuka (%(fault)s).", fault=error.strerror or "")
