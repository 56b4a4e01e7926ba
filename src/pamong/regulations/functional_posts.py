"""Functional posts whose age stands in an act of their own, told by the first words of a name."""

from __future__ import annotations

import ibis

from pamong.law.expressions import Value
from pamong.law.rule import ValueList


def group_of(name: Value, names: ValueList) -> Value:
    """Return the group of functional posts that a name belongs to, by its first whole words."""
    words = name.lower().strip() + " "
    return ibis.cases(
        *((words.startswith(f"{row['awalan']} "), row["kelompok"]) for row in names.rows),
        else_=ibis.null("string"),
    )
