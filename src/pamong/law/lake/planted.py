"""Compares what an audit found with what was planted in a made-up lake.

``skenario.parquet`` beside the tables of a made-up lake says of some subjects what is right:
``scenario``, ``rule``, ``subject_id``, ``expected`` (``temuan``: a breach; ``bukan``: none;
``tidak_dapat_dinilai``: cannot be judged) and ``because``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pamong.kernel.language import say
from pamong.law.content import Problem
from pamong.law.lake.folder import MANIFEST, PLANTED, LakeError
from pamong.law.running import OFFLINE

_TOLD = {True: "temuan", False: "bukan", None: "tidak_dapat_dinilai"}
_NAMES = ("scenario", "rule", "subject_id", "expected", "because")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A planted subject of which the audit says something else."""

    scenario: str
    rule: str
    subject_id: int
    expected: str
    found: str
    because: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How many planted subjects were looked at, where the audit differs, what else it found."""

    planted: int
    mismatches: tuple[Mismatch, ...]
    besides: dict[str, int]
    """Findings about subjects that nothing was planted for, by rule."""
    not_judged: dict[str, int]
    """Planted subjects of rules that did not judge at all, by rule."""

    @property
    def agrees(self) -> bool:
        """Whether all that was planted was found, no near miss, and nothing besides."""
        return not (self.mismatches or self.besides or self.not_judged)


def planted_day(folder: Path) -> date | None:
    """Return the day for which a lake says what is right; ``None`` where it says nothing.

    Raises:
        LakeError: ``himpunan.json`` cannot be read.
    """
    if not (folder / PLANTED).is_file():
        return None
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        return date.fromisoformat(told["as_of"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        sentence = say("tidak menyebut hari skenarionya (as_of).")
        raise LakeError(folder, [Problem(MANIFEST, sentence)]) from error


def compare_planted(
    folder: Path, results: Path, judged: Iterable[str], *, asked: Iterable[str] | None = None
) -> Compared:
    """Compare the results of an audit for ``planted_day`` with what a lake says of itself.

    ``judged`` are the rules that gave results. With ``asked``, what was planted for other rules is
    left out; without, a rule that was planted for and did not judge is a difference.
    """
    rules = list(judged)
    planted = pq.read_table(folder / PLANTED, columns=list(_NAMES))
    if asked is not None:
        planted = planted.filter(pc.is_in(planted["rule"], pa.array(asked, pa.string())))
    idle = planted.filter(pc.invert(pc.is_in(planted["rule"], pa.array(rules, pa.string()))))
    with duckdb.connect(":memory:", config=OFFLINE) as connection:
        connection.register("planted", planted)
        mismatches: list[Mismatch] = []
        besides: dict[str, int] = {}
        for rule in rules:
            connection.read_parquet(str(results / rule / "*.parquet")).create_view("found")
            rows = connection.execute(_DIFFERENT, [rule]).fetchall()
            mismatches += [
                Mismatch(scenario, rule, subject, expected, _TOLD[found], because)
                for scenario, subject, expected, found, because in rows
                if _TOLD[found] != expected
            ]
            more = connection.execute(_BESIDES, [rule]).fetchone()
            if more and more[0]:
                besides[rule] = more[0]
            connection.execute("DROP VIEW found")
    return Compared(
        planted.num_rows, tuple(mismatches), besides, dict(Counter(idle["rule"].to_pylist()))
    )


# Who has no row is at peace: rows whose outcome is "sesuai" are not written.
_DIFFERENT = """
    SELECT planted.scenario, planted.subject_id, planted.expected,
           CASE WHEN found.subject_id IS NULL THEN false ELSE found.breach END, planted.because
    FROM planted LEFT JOIN found USING (subject_id)
    WHERE planted.rule = ?
    ORDER BY planted.scenario, planted.subject_id
"""
_BESIDES = """
    SELECT count(*) FROM found
    WHERE breach AND subject_id NOT IN (SELECT subject_id FROM planted WHERE rule = ?)
"""
