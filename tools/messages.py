"""Keeps the English catalogue in step with the source, and compiles it; needs no gettext.

    .venv/bin/python tools/messages.py            # take in new sentences, drop what is gone
    .venv/bin/python tools/messages.py --check    # fail where a sentence has no English
    .venv/bin/python tools/messages.py --compile  # what script/setup runs

A message is the Indonesian sentence itself. Templates are read by Django's own ``templatize``.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "pamong"
CATALOGUE = SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "say": None,
    "mark": None,
}
UNTOLD = re.compile(
    rb'"(?:Project-Id|Report-Msg|Last-Translator|Language-Team|POT-Cr|PO-Rev|Generated-By|MIME-V|Content-Tr)[^\n]*\n'
)
"""Lines of the head that say who and when; the history of the file says it better."""
HOLE = re.compile(r"%(?:\((\w+)\))?[-+ 0#]*[\d.]*[sdfr]")
Told = tuple[str, str | tuple[str, ...], str | None]
"""Where a message stands, the message (or singular and plural), and its context."""


def messages() -> Iterator[Told]:
    """Yield every message of the source, file by file."""
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        if "migrations" in path.parts or "vendor" in path.parts:
            continue
        yield from _in(path)


def _in(path: Path) -> Iterator[Told]:
    text = path.read_text("utf-8")
    code = _calls_in(text, path) if path.suffix == ".html" else text
    where = path.relative_to(ROOT).as_posix()
    found = extract_python(io.BytesIO(code.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, told, _comments in found:
        parts = told if isinstance(told, tuple) else (told,)
        words = [part for part in parts if isinstance(part, str)]
        context = words.pop(0) if "pgettext" in function else None
        if words and words[0]:
            plural = "ngettext" in function or "npgettext" in function
            yield where, tuple(words[:2]) if plural else words[0], context


def _calls_in(template: str, path: Path) -> str:
    """Return a template as calls of gettext; its indentation would be none of Python's."""
    code = templatize(template, origin=str(path))
    return "".join(line.lstrip() for line in code.splitlines(keepends=True))


def updated() -> Catalog:
    """Return the catalogue with what the source says now; English that is there stays."""
    known = catalogue()
    fresh = Catalog(locale="en", domain="django", charset="utf-8", fuzzy=False)
    for where, told, context in messages():
        key = told[0] if isinstance(told, tuple) else told
        here = fresh.get(key, context)
        places = [*(here.locations if here else []), (where, None)]
        old = known.get(key, context)
        english = old.string if old else ""
        if isinstance(told, tuple) and not isinstance(english, tuple):
            english = (english, "")
        fresh.add(told, english, locations=sorted(set(places), key=str), context=context)
    return fresh


def catalogue() -> Catalog:
    """Return the catalogue as it is kept."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def write(told: Catalog) -> None:
    """Keep a catalogue: by message, without lines and days, so that changes can be read."""
    told.header_comment = "# The pages of Pamong in English."
    out = io.BytesIO()
    write_po(out, told, width=98, sort_output=True, omit_header=False, include_lineno=False)
    kept = UNTOLD.sub(b"", out.getvalue())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(kept)


def problems() -> list[str]:
    """Say what is wrong: a sentence without English, an English one that lost a value."""
    known = catalogue()
    said = []
    for where, told, context in messages():
        key = told[0] if isinstance(told, tuple) else told
        entry = known.get(key, context)
        if entry is None or not all(_strings(entry.string)):
            said.append(f"{where}: no English for {key!r}")
        else:
            said += [
                f"{where}: the English of {key!r} has other values than the sentence"
                for english in _strings(entry.string)
                if _holes(english) - _holes(*([told] if isinstance(told, str) else told))
            ]
    return list(dict.fromkeys(said))


def _strings(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def _holes(*texts: str) -> set[str]:
    return {match[0] for text in texts for match in HOLE.finditer(text.replace("%%", ""))}


def compile_catalogue() -> None:
    """Write what Django reads."""
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue())


def main(arguments: list[str]) -> int:
    """Do what the command line asks."""
    if arguments == ["--compile"]:
        compile_catalogue()
        return 0
    settings.configure()
    if arguments == ["--check"]:
        found = problems()
        sys.stdout.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    write(updated())
    compile_catalogue()
    missing = len(problems())
    sys.stdout.write(f"{CATALOGUE.relative_to(ROOT)}: {missing} without English\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
