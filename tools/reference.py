"""Write the pages of docs/reference that follow from the code; with ``--check``, only compare."""

import sys
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import typer
import typer.core
from api_reference import page as api
from exchange_reference import page as exchange
from law_reference import law_pages, table

from pamong.cli.main import app
from pamong.kernel.glossary import Term, terms

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"

GLOSSARY_HEAD = """\
# Glossary

The words that stay Indonesian in code, pages and documentation: what they mean, where the law says
so, and what they are easily taken for. "praktik" means that the field uses the word and no
regulation that we read defines it. `tools/reference.py` writes this page from
`src/pamong/kernel/data/glossary.toml`, which the help tips of the pages read too; change it there.
"""

COMMANDS_HEAD = """\
# Commands

`pamong COMMAND --help` explains each in Indonesian; in a checkout: `.venv/bin/pamong`.
`tools/reference.py` writes this page from the commands themselves, whose words are quoted.

Before every command stand `--data-dir FOLDER`, `--debug` (details of a failure) and `--version`;
`--data-dir` may also stand behind it.
"""

# What each is for, for readers of English; a command without its line is refused.
COMMANDS = {
    "demo": "loads the demonstration and serves it, or prints its table; `script/demo` calls it",
    "begin": "opens the first government of an installation and the first account",
    "account": "opens the first administrator, gives a way in back, lists who may sign in",
    "token": "lets another system in by the API, lists who was let in, takes it back",
    "serve": "runs site and worker on 127.0.0.1, after a backup where tables must change",
    "migrate": "brings the database to the form that this version needs, after a backup",
    "who": "who held which office of a government on a day, and on what basis",
    "read": "reads documents and prints drafts",
    "corrections": "writes what clerks corrected as cases without names, and replays such cases",
    "exchange": "checks files of SIASN and of one's own before they are taken in; makes some up",
    "ekspor": "writes the registry of a government as files in the layouts of SIASN",
    "impor": "brings files of SIASN or of one's own into the records, and takes them back",
    "law": "lists, shows and judges rules, and prints the facts that they read",
    "synth": "makes up data of any size, with breaches and near misses planted in them",
    "backup": "puts all records into one file, while people go on working",
    "restore": "brings the records of a backup back, whole or not at all",
    "doctor": "looks whether the installation is well, and says what to do where it is not",
    "move-to": "carries all records from the embedded database to a PostgreSQL server",
}

COMMANDS_TAIL = """\
## Scripts

| script | does |
| --- | --- |
| `script/setup` | makes `.venv`, fetches the files of the pages, collects static files; `--dev` for building and testing |
| `script/demo` | sets up, then `pamong demo` |
| `script/test`, `script/lint`, `script/lock` | see [Run the tests](../how-to/run-the-tests.md) |

## Exit codes

| code | meaning |
| --- | --- |
| 0 | done |
| 1 | an unexpected error; its details are in the file that the message names. Of `pamong doctor`: something is wrong |
| 2 | the command line was not understood |
| 3 | refused: what was asked cannot be done with these data |
| 4 | something about the machine: folder, disk, port, database, Python |
| 130 | Ctrl-C before the work was done |
| 143 | ended by SIGTERM |

`script/test` and `script/lint` end with 1 when a check fails.
"""  # noqa: E501  rows of a table


def commands() -> str:
    """Return the whole page: a table of all, then the words and options of each."""
    found = typer.main.get_command(app).commands
    rows = [[f"`pamong {name}`", COMMANDS[name]] for name in found]
    parts = [part for name, command in found.items() for part in usage(f"pamong {name}", command)]
    return "\n".join([COMMANDS_HEAD, table(["command", "does"], rows), "", *parts, COMMANDS_TAIL])


def usage(call: str, command: typer.core.TyperCommand) -> Iterator[str]:
    """Yield the section of a command, and of each command below it."""
    if isinstance(command, typer.core.TyperGroup):
        for name, below in command.commands.items():
            yield from usage(f"{call} {name}", below)
        return
    places = " ".join(word.metavar or word.name for word in command.params if is_word(word))
    rows = [
        [f"`{' '.join((*option.opts, *option.secondary_opts))}`", one_line(option.help)]
        for option in command.params
        if not is_word(option) and option.name != "data_dir"
    ]
    words = one_line((command.help or "").split("\n\n", 1)[0])
    options = f"\n{table(['option', 'means'], rows)}\n" if rows else ""
    yield f"## {call}\n\n`{f'{call} [PILIHAN] {places}'.strip()}`: {words}\n{options}"


def is_word(param: typer.core.TyperOption | typer.core.TyperArgument) -> bool:
    """Tell a word of its own from an option."""
    return param.param_type_name == "argument"


def one_line(text: str | None) -> str:
    """Write a help text for a cell of a table."""
    return " ".join((text or "").split()).replace("|", "\\|")


def glossary() -> str:
    """Return the whole page, one section for each first letter."""
    sections = [
        f"## {letter}\n\n" + "\n".join(entry(term) for term in group)
        for letter, group in groupby(terms(), key=lambda term: term.term[0].upper())
    ]
    return "\n".join([GLOSSARY_HEAD, *sections])


def entry(term: Term) -> str:
    """Return one term: its other forms, both meanings, its source, its confusions."""
    also = f" ({', '.join(term.also)})" if term.also else ""
    confused = (
        f" Not to be confused with: {term.not_to_confuse_with}."
        if term.not_to_confuse_with
        else ""
    )
    return (
        f"**{term.term}**{also}: {term.meaning_en}{confused}\\\n"
        f"*{term.meaning_id}* ({term.source})\n"
    )


PAGES: dict[str, Callable[[], str]] = {
    "api.md": api,
    "commands.md": commands,
    "exchange.md": exchange,
    "glossary.md": glossary,
}


def pages() -> Iterator[tuple[str, str]]:
    """Yield every page with its place below docs/reference."""
    yield from ((name, page()) for name, page in PAGES.items())
    yield from law_pages().items()


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` end with 1 where one is not up to date."""
    ending = 0
    for name, text in pages():
        path = FOLDER / name
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.is_file() or path.read_text(encoding="utf-8") != text:
            print(f"{name} is not up to date. Run: .venv/bin/python tools/reference.py")
            ending = 1
    return ending


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
