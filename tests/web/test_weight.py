"""What a first visit loads: styles and scripts of a page, compressed as they are served."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders

BUDGET = 120_000
IMPORT = re.compile(rb'@import url\("([^"]+)"\)')
ASKED = re.compile(r'(?:src|href)="/static/([^"?]+\.(?:css|js))"')
SCRIPT = re.compile(rb'from "\./([^"]+)"')


def files_of(page: str) -> set[Path]:
    """The files that the page names, and the ones that those import."""
    waiting = [Path(finders.find(name)) for name in ASKED.findall(page)]
    found: set[Path] = set()
    while waiting:
        path = waiting.pop().resolve()
        if path in found:
            continue
        found.add(path)
        names = IMPORT.findall(path.read_bytes()) + SCRIPT.findall(path.read_bytes())
        waiting += [path.parent / name.decode() for name in names]
    return found


def test_the_first_visit_of_the_heaviest_page_stays_light(client, world):
    if finders.find("vendor/tabler.min.css") is None:
        pytest.skip("the assets of the pages were not fetched (script/setup)")
    page = client.get(world.pages()["tinjau"]).content.decode()
    weights = {path.name: len(brotli.compress(path.read_bytes())) for path in files_of(page)}

    assert {"app.css", "tabler.min.css", "review.js", "caret.js", "theme.js"} <= weights.keys()
    assert sum(weights.values()) <= BUDGET, weights
