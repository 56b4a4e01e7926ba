import re
import shlex
from collections.abc import Iterator
from functools import cache

import pytest
import typer
from tests.docs.markdown import ROOT, commands, name, pages

from pamong.cli.main import app

CALLS = [(name(page), call) for page in pages() for call in commands(page)]
PLACEHOLDER = "…"


@pytest.mark.parametrize(("page", "call"), CALLS, ids=lambda value: value)
def test_a_call_in_the_documentation_names_what_there_is(page, call):
    first, *rest = [word for word in shlex.split(call) if word not in {PLACEHOLDER, "&&", "\\"}]

    if first == "pamong":
        unknown = list(unknown_to_the_command(rest))
    elif first == "python":
        unknown = [] if (ROOT / rest[0]).is_file() else rest[:1]
    else:
        unknown = list(unknown_to_the_script(first, rest))

    assert unknown == [], page


def unknown_to_the_command(words: list[str]) -> Iterator[str]:
    """Yield the subcommands and options that ``pamong`` does not have."""
    command = typer.main.get_command(app)
    options = options_of(command)
    for word in words:
        commands_below = getattr(command, "commands", {})
        if word.startswith("-"):
            if word.split("=")[0] not in options:
                yield word
        elif commands_below:
            if word not in commands_below:
                yield word
                return
            command = commands_below[word]
            options |= options_of(command)


def options_of(command) -> set[str]:
    return {option for row in command.params for option in (*row.opts, *row.secondary_opts)} | {
        "--help"
    }


def unknown_to_the_script(script: str, words: list[str]) -> Iterator[str]:
    """Yield the script, or its options, where they are not there."""
    path = ROOT / script
    if not path.is_file():
        yield script
        return
    for word in words:
        if word.startswith("--") and word not in options_in(script):
            yield word


@cache
def options_in(script: str) -> set[str]:
    """Return the options that the comment at the head of a script explains."""
    text = (ROOT / script).read_text(encoding="utf-8")
    head = text[: text.index("\n\n")] if "\n\n" in text else text
    return set(re.findall(r"--[a-z][a-z-]*", head)) | {"--help"}


def test_the_documentation_calls_something_at_all():
    assert any(call.startswith("pamong who") for _, call in CALLS)
    assert any(call.startswith("script/demo") for _, call in CALLS)
