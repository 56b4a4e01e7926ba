"""Write docs/reference/glossary.md from the kernel's glossary; with ``--check``, only compare."""

import sys
from itertools import groupby
from pathlib import Path

from pamong.kernel.glossary import Term, terms

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "glossary.md"

HEAD = """\
# Glossary

The words that stay Indonesian in code, pages and documentation: what they mean, where the law says
so, and what they are easily taken for. "praktik" means that the field uses the word and no
regulation that we read defines it. `tools/glossary.py` writes this page from
`src/pamong/kernel/data/glossary.toml`, which the help tips of the pages read too; change it there.
"""


def page() -> str:
    """Return the whole page, one section for each first letter."""
    sections = [
        f"## {letter}\n\n" + "\n".join(entry(term) for term in group)
        for letter, group in groupby(terms(), key=lambda term: term.term[0].upper())
    ]
    return "\n".join([HEAD, *sections])


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


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` end with 1 where it is not up to date."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"{PAGE.name} is not up to date. Run: .venv/bin/python tools/glossary.py")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
