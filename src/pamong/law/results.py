"""The folder that an audit leaves: what each rule said, and a summary; whole, or not there."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pamong.kernel.language import say
from pamong.law.rule import Rule

SUMMARY = "ringkasan.json"


class AuditFolderError(ValueError):
    """The folder for the results holds something already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say(
                'Map "%(folder)s" sudah berisi; pilih map kosong atau yang belum ada.',
                folder=folder,
            )
        )


@dataclass(slots=True)
class Tally:
    """How many subjects have each outcome, and how many of them are breaches or not judged."""

    outcomes: Counter[str] = field(default_factory=Counter)
    breaches: int = 0
    not_judged: int = 0

    @property
    def judged(self) -> int:
        """How many subjects the rule gave a row for."""
        return self.outcomes.total()

    def add(self, outcome: str, breach: bool | None, number: int) -> None:  # noqa: FBT001
        """Count some rows."""
        self.outcomes[outcome] += number
        self.breaches += number if breach else 0
        self.not_judged += number if breach is None else 0

    def update(self, other: Tally) -> None:
        """Count what another one counted as well."""
        self.outcomes.update(other.outcomes)
        self.breaches += other.breaches
        self.not_judged += other.not_judged


@dataclass(frozen=True, slots=True)
class Audited:
    """What one rule said of everybody, and how long it took."""

    rule: Rule
    tally: Tally
    milliseconds: int = 0

    @property
    def judged(self) -> int:
        """How many subjects the rule gave a row for."""
        return self.tally.judged

    @property
    def breaches(self) -> int:
        """How many of them it found something about."""
        return self.tally.breaches

    @property
    def not_judged(self) -> int:
        """How many could not be judged."""
        return self.tally.not_judged


@contextmanager
def new_results(out: Path) -> Iterator[Path]:
    """Give a folder to write to; it becomes ``out`` at the end, or nothing where that fails.

    Raises:
        AuditFolderError: ``out`` holds something already.
    """
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise AuditFolderError(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-") as place:
        aside = Path(place) / "hasil"
        aside.mkdir()
        yield aside
        if out.exists():
            out.rmdir()
        aside.replace(out)


def write_summary(
    folder: Path, told: Iterable[Audited], as_of: date, about: Mapping[str, Any] | None = None
) -> None:
    """Write the numbers of each rule; ``about`` is what else is to be known of the run."""
    content = {
        "as_of": as_of.isoformat(),
        **(about or {}),
        "rules": [
            {
                "rule": each.rule.id,
                "version": each.rule.version_on(as_of).id,
                "judged": each.judged,
                "breaches": each.breaches,
                "not_judged": each.not_judged,
                "outcomes": dict(sorted(each.tally.outcomes.items())),
            }
            for each in told
        ],
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / SUMMARY).write_text(text, encoding="utf-8")
