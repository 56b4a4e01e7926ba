"""The project's Markdown pages, taken apart as far as the tests need it."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_PATH = re.compile(
    r"(script/\S+|(src|tests|docs|tools|samples|frontend|requirements)/\S*(/|\.\w+))"
)
_FILE = re.compile(r"`(src/pamong/\S+)`[^`]*?:\n\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)
_NOT_IN_A_SLUG = re.compile(r"[^\w\- ]")


def pages() -> list[Path]:
    """Return every page of ours, in order."""
    folders = [ROOT / "docs", ROOT / "samples", ROOT / "src"]
    found = [*ROOT.glob("*.md"), *(page for folder in folders for page in folder.rglob("*.md"))]
    return sorted(found)


def name(page: Path) -> str:
    """Return the page as the reader of a failed test wants to see it."""
    return page.relative_to(ROOT).as_posix()


def without_code(text: str) -> str:
    return _SPAN.sub("", _FENCE.sub("", text))


def links(page: Path) -> list[str]:
    """Return the targets of a page's links and pictures."""
    return _LINK.findall(without_code(page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as code hosts make them."""
    headings = _HEADING.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    return {
        _NOT_IN_A_SLUG.sub("", heading.lower()).strip().replace(" ", "-") for heading in headings
    }


def paths(page: Path) -> set[str]:
    """Return the files and folders of the checkout that a page names in code, patterns apart."""
    spans = _SPAN.findall(_FENCE.sub("", page.read_text(encoding="utf-8")))
    named = {span.split("::")[0] for span in spans if _PATH.fullmatch(span)}
    return {path for path in named if not re.search(r"[<*…]|NNNN", path)}


def shown(page: Path) -> set[str]:
    """Return the files of an example that a page shows in full, with their packages."""
    files = [Path(path) for path, _ in _FILE.findall(page.read_text(encoding="utf-8"))]
    return {path.as_posix() for file in files for path in (file, file.with_name("__init__.py"))}


def commands(page: Path) -> Iterator[str]:
    """Yield each line of code that calls the command, a script or a tool of ours."""
    text = page.read_text(encoding="utf-8")
    lines = [line for _, block in _FENCE.findall(text) for line in block.splitlines()]
    lines += _SPAN.findall(_FENCE.sub("", text))
    for line in lines:
        call = line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
        if re.match(r"(pamong [a-z-]|script/|python tools/)", call):
            yield call.split("  #")[0]


def write_files(page: Path, checkout: Path) -> list[str]:
    """Write the files that a page shows in full into a checkout; return their paths."""
    files = _FILE.findall(page.read_text(encoding="utf-8"))
    for path, text in files:
        target = checkout / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".py":
            (target.parent / "__init__.py").touch()
        target.write_text(text, encoding="utf-8")
    return [path for path, _ in files]
