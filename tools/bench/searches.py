"""The search of a government and that of its list of people: whole pages, for words of all kinds.

``script/bench`` takes them into its page. The words are those of somebody on record, in the middle
of the record, so that none is found sooner because he stands first.
"""

import statistics
import time
from collections.abc import Iterator

from django.test import Client

from bench import limits

FOUND = 200


def measure_searches(client: Client, slug: str, rounds: int) -> dict[str, dict[str, float]]:
    """Return the median of each search, ms, by where and what is searched."""
    doors = {"search": f"/{slug}/cari/", "list of people": f"/{slug}/pegawai/"}
    return {
        where: {what: median(client, address, words, rounds) for what, words in asked(slug)}
        for where, address in doors.items()
    }


def asked(slug: str) -> Iterator[tuple[str, str]]:
    """Yield words by their kind."""
    from pamong.apps.kepegawaian.models import Pegawai

    people = Pegawai.objects.filter(pemda__slug=slug, kind="pns").order_by("id")
    one = people.select_related("person")[people.count() // 2]
    whole = one.person.nama.replace(" (rekaan)", "")
    part = whole.split()[0]
    number = one.person.identifiers.filter(kind="nip").values_list("value", flat=True)[0]
    yield "a part of a name", part
    yield "a whole name", whole
    yield "a name with a letter too few", whole[:2] + whole[3:]
    yield "a name with two letters changed round", whole[:1] + whole[2:0:-1] + whole[3:]
    yield "a NIP", number
    yield "the first six figures of a NIP", number[:6]
    yield "an office", "kepala dinas"
    yield "what nobody is called", "xqzwv"


def median(client: Client, address: str, words: str, rounds: int) -> float:
    """Open the page with its answer again and again; a number is posted, as the form does."""
    ask = client.post if words.isdecimal() else client.get
    took = []
    for _ in range(rounds + 1):
        began = time.perf_counter()
        answer = ask(address, {"cari": words})
        took.append((time.perf_counter() - began) * 1000)
        if answer.status_code != FOUND:
            message = f"{address} answers {answer.status_code} when asked for {words!r}"
            raise RuntimeError(message)
    return statistics.median(took[1:])


def search_limits(searches: dict[str, dict[str, float]]) -> Iterator[tuple[str, str, str, bool]]:
    """Yield what is limited, the limit, what was measured, and whether it is kept."""
    for where, told in searches.items():
        what, slowest = max(told.items(), key=lambda each: each[1])
        yield (
            f"a search, {where}",
            f"{limits.SEARCH_MS} ms",
            f"{slowest:.1f} ms ({what})",
            slowest <= limits.SEARCH_MS,
        )


def search_rows(
    small: dict[str, dict[str, float]], large: dict[str, dict[str, float]], baseline: float
) -> Iterator[list[str]]:
    """Yield the cells of one search a row."""
    for where, told in large.items():
        for what, took in told.items():
            first = small[where][what]
            times = (f"{each:.1f}" for each in (first, took))
            yield [what, where, *times, f"{took / first:.2f}", f"{took / baseline:.1f}"]
