"""Takes documents through the running site as a clerk does, reviewed or typed, and says how long.

    .venv/bin/python tools/clerk.py WAY ADDRESS FOLDER --government SLUG [--user NAME] < PASSWORD

WAY is ``review`` (upload, correct the draft to the label, confirm) or ``typing`` (put the same
forum down by hand). FOLDER holds the documents and ``labels.jsonl``, as written by
``python -m tests.reader.unseen.papers FOLDER``. Each way needs an installation of its own, opened
by ``pamong begin``: what is in it afterwards are records. Everything is really done, by Chromium;
the seconds of a person are those of ``keystrokes.py``, those of program and browser are measured.

Both ways read the document once. The review also reads the draft, and the page before confirming.
It corrects all that ``touches.py`` counts as a record, and the mentions of speakers by their
office; what a directive asks is picked in the text beside it. Typing leaves out what its forms
have no field for (topics, periods, who stands for whom), and takes the shortest title that tells
enough. "With copying" is how long it takes where long words that stand in the document are copied
from it in another window instead of typed, what a directive asks too.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from clerk_review import review
from clerk_typing import put_down
from keystrokes import Tally, total
from playwright.sync_api import sync_playwright

from pamong.reader.source import load

CHROMIUM = "/usr/bin/chromium"
Row = Mapping[str, Any]


def main(arguments: Sequence[str]) -> None:
    """Print a line a document, and the sum."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("way", choices=("review", "typing"))
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--government", required=True)
    parser.add_argument("--user", default="operator")
    parser.add_argument("--only", default="", help="documents whose name begins so")
    asked = parser.parse_args(arguments)
    password = sys.stdin.readline().strip()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
        page.goto(f"{asked.address}/masuk/")
        page.fill("#id_username", asked.user)
        page.fill("#id_password", password)
        page.press("#id_password", "Enter")
        page.wait_for_url(lambda address: "/masuk/" not in address)
        tallies = {}
        for path, label in documents(asked.folder, asked.only):
            text = load(path.read_bytes(), path.name).text
            tally = Tally()
            if asked.way == "review":
                review(page, tally, asked.address, path, label, text)
            else:
                put_down(page, tally, f"{asked.address}/{asked.government}", label, text)
            tallies[path.name] = tally
            sys.stdout.write(line(path.stem, tally))
        browser.close()
    sys.stdout.write(line(f"{len(tallies)} documents", total(list(tallies.values()))))


def documents(folder: Path, beginning: str) -> Iterator[tuple[Path, Row]]:
    """Yield each labelled document of a folder with its label."""
    files = {path.stem: path for path in folder.iterdir()}
    for text in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(text)
        if label["id"].startswith(beginning):
            yield files[label["id"]], label


def line(name: str, tally: Tally) -> str:
    """Return a row of the table."""
    return (
        f"{name:<24} {tally.fields:>4} fields {tally.clicks:>4} clicks {tally.keys:>6} keys "
        f"{tally.loads:>4} loads {tally.reading:>6.0f} s read {tally.acting:>6.0f} s act "
        f"{tally.waited:>6.1f} s wait {tally.seconds:>7.0f} s, "
        f"with copying {tally.seconds - tally.saved:.0f} s\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
