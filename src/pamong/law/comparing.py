"""What a rule says of the same facts on two days: for whom it changes, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from pamong.law.judgement import Judgement
from pamong.law.judging import Judgements, judge
from pamong.law.rule import Rule

#: What makes two judgements of one subject differ; days counted on the way there do not.
_COMPARED = ("outcome", "breach", "since", "due_on", "missing", "version", "confidence")


@dataclass(frozen=True, slots=True)
class Changed:
    """One subject of whom the rule says something else; ``None`` where it gives no row."""

    subject_id: int
    before: Judgement | None
    after: Judgement | None


def compare(
    rule: Rule, tables: Mapping[str, pa.Table], before: date, after: date
) -> Iterator[Changed]:
    """Yield every subject of whom a rule says something else on the later day, by its number.

    On a day before the first version the rule says nothing of anybody.

    Raises: as ``judge`` does, but for such a day.
    """
    first, then = (_judged(rule, tables, day) for day in (before, after))
    earlier, later = _by_subject(first), _by_subject(then)
    for subject in sorted(earlier.keys() | later.keys()):
        if earlier.get(subject) != later.get(subject):
            yield Changed(subject, _of(first, earlier, subject), _of(then, later, subject))


def _judged(rule: Rule, tables: Mapping[str, pa.Table], day: date) -> Judgements | None:
    if day < rule.versions[0].period.start:
        return None
    return judge(rule, tables, as_of=day)


def _by_subject(judged: Judgements | None) -> dict[int, tuple[object, ...]]:
    if judged is None:
        return {}
    columns = [judged.table[name].to_pylist() for name in ("subject_id", *_COMPARED)]
    return {
        row[0]: tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row[1:])
        for row in zip(*columns, strict=True)
    }


def _of(judged: Judgements | None, known: Mapping[int, object], subject: int) -> Judgement | None:
    return judged.of(subject) if judged is not None and subject in known else None
