"""The register of regulations, and the articles that rules cite from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pamong.kernel.language import mark, say
from pamong.law.content import ContentError, Cursor, nearest, open_file


class Confidence(StrEnum):
    """How sure a figure of the law is; ``UNCONFIRMED`` is shown but never decides alone."""

    CONFIRMED = "confirmed"  # read in the text of the regulation
    SECONDARY = "secondary"  # seen in a named secondary source only
    UNCONFIRMED = "unconfirmed"  # seen in no source: a hypothesis

    @property
    def label(self) -> str:
        """What people read."""
        return say(_CONFIDENCE_LABELS[self])


_CONFIDENCE_LABELS = {
    Confidence.CONFIRMED: mark("dibaca dalam teks peraturannya"),
    Confidence.SECONDARY: mark("dari sumber sekunder"),
    Confidence.UNCONFIRMED: mark("belum dikonfirmasi"),
}


class Status(StrEnum):
    """Whether a regulation applies still."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"
    DICABUT_SEBAGIAN = "dicabut_sebagian"


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation as the register records it; ``None`` stands for what was not seen."""

    short: str
    title: str
    promulgated_on: date | None
    in_force_from: date | None
    ends_before: date | None
    amends: tuple[str, ...]
    replaces: tuple[str, ...]
    status: Status
    confidence: Confidence
    text_file: str | None
    text_sha256: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a regulation: ``PP 94/2021 Pasal 9 ayat (2) huruf b``."""

    regulation: Regulation
    place: str

    def __str__(self) -> str:
        return f"{self.regulation.short} {self.place}".strip()


@dataclass(frozen=True, slots=True)
class Register:
    """Every regulation that a rule may cite, by its short name."""

    regulations: dict[str, Regulation]

    def find(self, text: str) -> Citation | None:
        """Read a citation that begins with the short name of a registered regulation."""
        for short, regulation in self.regulations.items():
            if text == short or text.startswith(f"{short} "):
                return Citation(regulation, text.removeprefix(short).strip())
        return None

    def read(self, cursor: Cursor, key: str = "source") -> tuple[Citation, ...]:
        """Read the citations at ``key`` of a rule's table and note those that are unregistered."""
        citations = []
        for text in cursor.texts(key):
            citation = self.find(text)
            if citation is None:
                hint = nearest(" ".join(text.split()[:2]), list(self.regulations))
                cursor.note(key, f'"{text}" tidak diawali peraturan dalam register.toml.{hint}')
            else:
                citations.append(citation)
        return tuple(citations)


def load_register(path: Path) -> Register:
    """Read ``register.toml``.

    Raises:
        ContentError: with every problem of the file.
    """
    cursor = open_file(path)
    rows = cursor.rows("regulation")
    cursor.close()
    regulations = {regulation.short: regulation for regulation in map(_read_regulation, rows)}
    if len(regulations) < len(rows):
        cursor.note("regulation", "satu nama pendek dipakai dua kali.")
    for row, regulation in zip(rows, regulations.values(), strict=False):
        _note_unknown(row, "amends", regulation.amends, regulations)
        _note_unknown(row, "replaces", regulation.replaces, regulations)
    if cursor.problems:
        raise ContentError(path, cursor.problems)
    return Register(regulations)


def _note_unknown(
    row: Cursor, key: str, names: Iterable[str], known: dict[str, Regulation]
) -> None:
    for name in names:
        if name not in known:
            row.note(key, f'"{name}" belum ada dalam register.')


def _read_regulation(row: Cursor) -> Regulation:
    regulation = Regulation(
        short=row.text("short"),
        title=row.text("title"),
        promulgated_on=row.optional_day("promulgated_on"),
        in_force_from=row.optional_day("in_force_from"),
        ends_before=row.optional_day("ends_before"),
        amends=row.optional_texts("amends"),
        replaces=row.optional_texts("replaces"),
        status=row.choice("status", Status),
        confidence=row.choice("confidence", Confidence),
        text_file=row.optional_text("text_file"),
        text_sha256=row.optional_text("text_sha256"),
        note=row.optional_text("note"),
    )
    row.close()
    if (regulation.text_file is None) is not (regulation.text_sha256 is None):
        row.note("text_sha256", "text_file dan text_sha256 diisi bersama.")
    return regulation
