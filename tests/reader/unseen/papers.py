"""The unseen documents as they arrive: text, pages, PDF and DOCX, with the label of each.

As a module, it writes them and ``labels.jsonl`` into a folder, for the tools that count touches.
"""

import json
import sys
import tomllib
from functools import cache
from pathlib import Path

from tests.support.pdf import pages_of, pdf
from tests.support.word import word

from pamong.reader.source import SourceText, load

FOLDER = Path(__file__).parent


def labels() -> dict[str, dict]:
    """Return the labels by the stem of the document."""
    return tomllib.loads((FOLDER / "labels.toml").read_text(encoding="utf-8"))


def files() -> dict[str, Path]:
    """Return the files by the same stems."""
    return {path.name.partition(".")[0]: path for path in sorted((FOLDER / "texts").iterdir())}


def document_of(stem: str) -> tuple[str, bytes]:
    """Return the name and content of a document; x.docx.txt and x.pdf.txt are set first."""
    path = files()[stem]
    text = path.read_text(encoding="utf-8")
    if path.name.endswith(".docx.txt"):
        return f"{stem}.docx", word(text.split("\n"))
    if path.name.endswith(".pdf.txt"):
        return f"{stem}.pdf", pdf(pages_of(text))
    return path.name, path.read_bytes()


@cache
def source_of(stem: str) -> SourceText:
    """Return the text of a document as the reader takes it in."""
    name, content = document_of(stem)
    return load(content, name)


def draft_label(stem: str, label: dict) -> dict:
    """Return a label in the form of a draft."""

    def rows(field: str, *names: str) -> list[dict]:
        parts = (row.split(" | ") for row in label.get(field, []))
        return [
            {name: None if value == "-" else value for name, value in zip(names, row, strict=True)}
            for row in parts
        ]

    behalf = label.get("on_behalf_of")
    date = label.get("date")
    region = label.get("region")
    return {
        "id": stem,
        "is_forum": label.get("is_forum", True),
        "forum_kind": label.get("kind"),
        "date": date and date.isoformat(),
        "region": region,
        "region_kind": region and region.split()[0].lower(),
        "speakers": rows("speakers", "name", "office", "capacity"),
        "on_behalf_of": behalf
        and dict(zip(("reader", "principal"), behalf.split(" | "), strict=True)),
        "quotes": rows("quotes", "first_five_words", "speaker"),
        "directives": rows("directives", "by", "to", "topic", "gist"),
        "periods": rows("periods", "what", "start", "end"),
        "numbers": [
            dict(zip(("value", "unit"), row.split(" ", 1), strict=True))
            for row in label.get("numbers", [])
        ],
        "topics": label.get("topics", []),
        "organisations": label.get("organisations", []),
        "boilerplate_lines": label["furniture"],
    }


def write(folder: Path) -> None:
    """Write every document as it would arrive, and the labels, one JSON object a line."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for stem, label in labels().items():
        name, content = document_of(stem)
        (folder / name).write_bytes(content)
        lines.append(json.dumps(draft_label(stem, label), ensure_ascii=False))
    (folder / "labels.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
