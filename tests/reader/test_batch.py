"""Many documents by several processes: in order, and one that ends its process fails alone."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import psutil

from pamong.reader import batch
from pamong.reader.batch import Settings, read_each
from pamong.reader.collection import Item

SETTINGS = Settings(None, not_after=date(2026, 11, 23))
APEL = b"Bupati Contoh memimpin apel pagi di halaman kantor, Senin (6/1/2025), diikuti camat."


def ends_its_process(item, settings):
    if item.stem == "mati":
        os.kill(os.getpid(), signal.SIGKILL)
    return batch_read_item(item, settings)


batch_read_item = batch.read_item


def test_documents_come_back_in_their_order():
    items = [Item(f"{number}.txt", APEL) for number in range(20)]

    outcomes = list(read_each(items, SETTINGS, processes=2))

    assert [outcome.item.name for outcome in outcomes] == [item.name for item in items]
    assert {outcome.draft.forum_kind for outcome in outcomes} == {"apel"}


def test_no_more_is_taken_up_than_a_few_ahead():
    taken = []

    def many():
        for number in range(60):
            taken.append(number)
            yield Item(f"{number}.txt", APEL)

    reading = read_each(many(), SETTINGS, processes=2)
    next(reading)

    assert len(taken) < 20
    reading.close()


def test_a_document_that_ends_its_process_fails_alone(monkeypatch):
    monkeypatch.setattr(batch, "read_item", ends_its_process)
    items = [Item(name, APEL) for name in ("a.txt", "b.txt", "mati.txt", "c.txt", "d.txt")]

    outcomes = list(read_each(items, SETTINGS, processes=2))

    assert [outcome.item.stem for outcome in outcomes] == ["a", "b", "mati", "c", "d"]
    assert [outcome.sentence.partition(":")[0] for outcome in outcomes if not outcome.draft] == [
        "mati.txt"
    ]


def test_what_is_wrong_with_a_document_is_its_sentence():
    (outcome,) = read_each([Item("a.txt", problem="rusak.")], SETTINGS, processes=1)

    assert (outcome.draft, outcome.sentence) == (None, "a.txt: rusak.")


def test_no_process_is_left_behind_where_the_one_that_asked_was_ended(tmp_path):
    code = (
        "import os, signal, multiprocessing\n"
        "from datetime import date\n"
        "from pamong.reader.batch import Settings, read_each\n"
        "from pamong.reader.collection import Item\n"
        "if __name__ == '__main__':\n"
        "    items = (Item(f'{n}.txt', b'Bupati Contoh memimpin apel.') for n in range(99))\n"
        "    next(reading := read_each(items, Settings(None, date(2026, 1, 1)), processes=2))\n"
        "    print(*(one.pid for one in multiprocessing.active_children()), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    script = tmp_path / "baca.py"
    script.write_text(code, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, check=False
    )
    children = [int(pid) for pid in ended.stdout.split()]

    assert len(children) == 2
    assert _are_gone(children)


def _are_gone(pids, seconds=10):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def _runs(pid):
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
