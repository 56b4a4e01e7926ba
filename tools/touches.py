"""Counts the touches that a clerk needs to make a draft what its label says, document by document.

    .venv/bin/python tools/touches.py LABELS TEXT… [--fields] [--folds N]

LABELS is a file of JSON lines, one label a document, whose ``id`` is the stem of the text's name,
or ``seed-NNN`` for a text ``NNN_….txt``. A touch is a value that is put, or a row that is added or
removed, as the review page counts them. What a label does not say is not judged: the wording of a
gist, who attends, places, hours. Lines of page furniture cannot be touched there. A document that
is no forum is set aside: its one touch is made where the draft says otherwise.

With ``--folds N`` every N-th document is a fold and each fold has its median. The reader learns
nothing from a text, so there is nothing that a fold would have to be held out of: its medians say
how much the figure hangs on which texts are counted.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median
from typing import Any

from rapidfuzz import fuzz

from pamong.kernel.person_name import PersonNameError, sort_key
from pamong.reader import read
from pamong.reader.names import MADE_UP
from pamong.reader.source import load

NEARLY = 85  # of 100
GOAL = 6
BANDS = ((0, 3), (4, 6), (7, 9), (10, 999))  # touches, to show how they are spread
SINGLE = ("is_forum", "forum_kind", "date", "region", "region_kind")
PAIR = ("reader", "principal")
RECORDED = {*SINGLE, "on_behalf_of", "speakers", "periods", "directives", "quotes", "topics"}
"""Parts without which a record would be wrong; bodies and figures are told beside them."""

Row = Mapping[str, Any]
Likeness = Callable[[Any, Any], float]


def touches_of(label: Row, draft: Row) -> Iterator[str]:
    """Yield the field of each touch that leads from a draft to its label."""
    if not label["is_forum"]:
        yield from ["is_forum"] * bool(draft["is_forum"])
        return
    yield from (name for name in SINGLE if not same(label[name], draft[name]))
    wanted, found = label["on_behalf_of"] or {}, draft["on_behalf_of"] or {}
    for part, likeness in zip(PAIR, (name_likeness, wording), strict=True):
        if not alike(wanted.get(part), found.get(part), likeness):
            yield f"on_behalf_of/{part}"
    for rows, (pairing, parts) in ROWS.items():
        yield from _of_rows(rows, label[rows], draft[rows], pairing, parts)


def _of_rows(
    rows: str,
    wanted: Sequence[Any],
    found: Sequence[Any],
    pairing: Likeness,
    parts: Mapping[str, Likeness],
) -> Iterator[str]:
    """Yield what is added, removed, or changed in a row."""
    here = paired(wanted, found, pairing)
    yield from (f"{rows} +" for number in range(len(wanted)) if number not in here)
    yield from (f"{rows} -" for place in range(len(found)) if place not in here.values())
    for number, place in here.items():
        for part, likeness in parts.items():
            if not alike(wanted[number].get(part), found[place].get(part), likeness):
                yield f"{rows}/{part}"


def paired(wanted: Sequence[Any], found: Sequence[Any], pairing: Likeness) -> dict[int, int]:
    """Return which row that was found is meant by each that is wanted, best pairs first."""
    ranked = sorted(
        (
            (pairing(one, other), number, place)
            for number, one in enumerate(wanted)
            for place, other in enumerate(found)
        ),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    here: dict[int, int] = {}
    for likeness, number, place in ranked:
        if likeness >= NEARLY and number not in here and place not in here.values():
            here[number] = place
    return here


def alike(one: Any, other: Any, likeness: Likeness) -> bool:
    """Whether two values are the same to somebody who corrects; two empty ones are."""
    if not one or not other:
        return bool(one) == bool(other)
    return likeness(one, other) >= NEARLY


def same(one: Any, other: Any) -> bool:
    return str(one or "").casefold() == str(other or "").casefold()


def _exact(one: Any, other: Any) -> float:
    return 100.0 if same(one, other) else 0.0


def wording(one: Any, other: Any) -> float:
    return fuzz.token_set_ratio(_bare(one), _bare(other))


def name_likeness(one: Any, other: Any) -> float:
    return fuzz.token_sort_ratio(_key(one), _key(other))


def _key(name: Any) -> str:
    try:
        return sort_key(str(name or "").replace(MADE_UP, ""))
    except PersonNameError:
        return ""


def _bare(value: Any) -> str:
    return " ".join(str(value or "").casefold().split())


def _of_part(name: str, likeness: Likeness) -> Likeness:
    return lambda one, other: likeness(one.get(name), other.get(name))


def _of_periods(one: Row, other: Row) -> float:
    """Two periods are the same row where either day is the same."""
    days = [(one["start"], other["start"]), (one["end"], other["end"])]
    return 100.0 if any(first and first == second for first, second in days) else 0.0


def _of_directives(one: Row, other: Row) -> float:
    """Two directives are the same row by who asks and what for, in whatever words."""
    if not alike(one["by"], other["by"], name_likeness):
        return 0.0
    gists = fuzz.token_set_ratio(_bare(one["gist"]), _bare(other["gist"]))
    return max(gists, NEARLY) if one["topic"] == other["topic"] else gists


def _of_numbers(one: Row, other: Row) -> float:
    digits = ["".join(filter(str.isdigit, str(row["value"]))) for row in (one, other)]
    return 100.0 if digits[0] == digits[1] else 0.0


ROWS: Mapping[str, tuple[Likeness, Mapping[str, Likeness]]] = {
    "speakers": (_of_part("name", name_likeness), {"office": wording, "capacity": _exact}),
    "periods": (_of_periods, {"start": _exact, "end": _exact}),
    "directives": (_of_directives, {"to": wording, "topic": _exact}),
    "quotes": (_of_part("first_five_words", wording), {"speaker": name_likeness}),
    "topics": (_exact, {}),
    "organisations": (wording, {}),
    "numbers": (_of_numbers, {"unit": wording}),
}
"""How rows of each list are paired, and which of their parts are compared then."""


def main(arguments: Sequence[str]) -> None:
    """Print a line a document, the medians, and with ``--fields`` what is touched most."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("labels", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--fields", action="store_true")
    parser.add_argument("--folds", type=int, default=1)
    asked = parser.parse_args(arguments)
    made = dict(_counted(_labels(asked.labels), asked.texts))
    if not made:
        sys.exit("No text has a label.")
    _print(made, with_fields=asked.fields, folds=asked.folds)


def _labels(path: Path) -> dict[str, Row]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return {str(row["id"]): row for row in rows}


def _counted(labels: Mapping[str, Row], texts: Iterable[Path]) -> Iterator[tuple[str, list[str]]]:
    today = datetime.now(UTC).date()
    for path in texts:
        number, _mark, rest = path.stem.partition("_")
        label = labels.get(f"seed-{number}" if rest else path.stem)
        if label is None:
            continue
        source = load(path.read_bytes(), path.name)
        draft = read(source.text, published_on=source.published_on, not_after=today).to_json()
        yield path.stem, list(touches_of(label, draft))


def _print(made: Mapping[str, list[str]], *, with_fields: bool, folds: int) -> None:
    kept = {stem: [one for one in all_ if _part(one) in RECORDED] for stem, all_ in made.items()}
    for stem, fields in sorted(made.items()):
        sys.stdout.write(f"{stem:<10} {len(fields):>3} {len(kept[stem]):>3}\n")
    for label, counted in (("all fields", made), ("without bodies and figures", kept)):
        counts = [len(fields) for fields in counted.values()]
        few = sum(count <= GOAL for count in counts)
        sys.stdout.write(
            f"{len(counts)} documents, {label}: median {median(counts):g}, "
            f"mean {mean(counts):.1f}, most {max(counts)}, at most {GOAL} in {few}\n"
        )
        parts = [f"{median(counts[fold::folds]):g}" for fold in range(min(folds, len(counts)))]
        sys.stdout.write(f"  medians of the folds: {', '.join(parts)}\n" * (folds > 1))
        spread = [sum(low <= count <= high for count in counts) for low, high in BANDS]
        shares = (f"{low}-{high}: {n}" for (low, high), n in zip(BANDS, spread, strict=True))
        sys.stdout.write(f"  touches: {', '.join(shares)}\n")
    if with_fields:
        for field, count in Counter(one for all_ in made.values() for one in all_).most_common():
            sys.stdout.write(f"{count:>4} {field}\n")


def _part(touch: str) -> str:
    return touch.partition("/")[0].partition(" ")[0]


if __name__ == "__main__":
    main(sys.argv[1:])
