from pathlib import Path

import pytest
from tests.docs.markdown import ROOT, anchors, links, name, pages, paths, shown

INDEX = ROOT / "docs" / "index.md"


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_link_leads_somewhere(page):
    broken = [
        target
        for target in links(page)
        if not target.startswith(("https://", "http://")) and not _is_there(page, target)
    ]

    assert broken == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_every_file_that_a_page_names_is_there(page):
    named = sorted(paths(page) - shown(page))

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_page_of_the_documentation_stands_in_its_index():
    listed = {(INDEX.parent / target.split("#")[0]).resolve() for target in links(INDEX)}
    law = INDEX.parent / "reference" / "law"  # its own index lists every page of it
    listed |= {(law / target.split("#")[0]).resolve() for target in links(law / "README.md")}
    pages_of_docs = {page for page in pages() if page.is_relative_to(INDEX.parent)} - {INDEX}

    assert sorted(name(page) for page in pages_of_docs - listed) == []


def _is_there(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    return there.exists() and (not anchor or anchor in anchors(there))
