"""Which retirement age a post has under each version of the law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
from ibis import _

from pamong.law.expressions import Table, Value, holds, in_force, look_up, months_after
from pamong.law.rule import Rule, Transitional, Version

AGE = ("usia", "tertinggi", "syarat", "pasal")
LEVEL = "jenjang"
"""The condition of a post whose level is not recorded."""


def with_age(posts: Table, rule: Rule, version: Version) -> Table:
    """Add the age of each post, with what older law kept for those who held it then.

    ``tertinggi`` is the age that holds where the condition ``syarat`` is met, else the same age.
    """
    older = version.values.get("sebelumnya")
    if older is not None:
        before = with_age(posts, rule, rule.version(older))
        posts = before.rename({f"{name}_lama": name for name in AGE})
    aged = _with_plain_age(posts, version)
    for clause in version.values.get("peralihan", ()):
        aged = _with_kept_age(aged, rule.transitional[clause])
    return aged


def _with_plain_age(posts: Table, version: Version) -> Table:
    """Add the age that the version itself gives: by the group of a post, else by its level.

    Where the level is not recorded, it is the lowest of all levels, and ``tertinggi`` the highest.
    Source: UU 5/2014 Pasal 90; PP 21/2014 Pasal 2 ayat (2); PP 11/2017 Pasal 239 ayat (2).
    """
    special = list(enumerate(version.values["khusus"]))
    place = ibis.cases(
        *((_is_named(posts, row), number) for number, row in special),
        else_=ibis.null("int64"),
    )
    ages = version.values["usia"]

    def told(key: str, type_: str) -> Value:
        return look_up(_.baris, {number: row[key] for number, row in special if key in row}, type_)

    of_levels = [age for code, age in ages.items() if code not in version.values["pasal"]]
    lowest, highest = _ends(of_levels)
    unlevelled = _is_unlevelled(posts, special)
    named = posts.mutate(baris=place).mutate(
        usia=ibis.coalesce(
            told("usia", "int64"),
            look_up(_.kode, ages, "int64"),
            ibis.ifelse(unlevelled, lowest, None),
        ),
        lebih=ibis.ifelse(unlevelled, highest, told("tertinggi", "int64")),
        syarat=ibis.ifelse(unlevelled, LEVEL, told("syarat", "string")),
        pasal=ibis.coalesce(told("pasal", "string"), look_up(_.jenis, version.values["pasal"])),
    )
    return named.mutate(
        tertinggi=ibis.ifelse(holds(_.lebih > _.usia), _.lebih, _.usia),
        syarat=ibis.ifelse(holds(_.lebih > _.usia), _.syarat, None),
    ).drop("baris", "lebih")


def _ends(ages: Sequence[int]) -> tuple[Value, Value]:
    """Return the lowest and the highest age; nulls where the version has none."""
    if not ages:
        return ibis.null("int64"), ibis.null("int64")
    return ibis.literal(min(ages), "int64"), ibis.literal(max(ages), "int64")


def _is_unlevelled(posts: Table, special: Sequence[tuple[int, Mapping[str, Any]]]) -> Value:
    """Tell whether a functional post has no level on record and no group with ages of its own."""
    groups = {group for _number, row in special for group in row["kelompok"]}
    own = holds(posts.kelompok.isin(sorted(groups)))
    return (posts.jenis == "fungsional") & posts.jenjang.isnull() & ~own


def _is_named(posts: Table, row: Mapping[str, Any]) -> Value:
    """Tell whether a post is of one of the groups, and at one of the levels if it names some."""
    named = posts.kelompok.isin(row["kelompok"])
    return holds(named & posts.jenjang.isin(row["jenjang"]) if "jenjang" in row else named)


def _with_kept_age(posts: Table, clause: Transitional) -> Table:
    """Keep the older age for who held such a post, and was past an age, when the law changed.

    Source: PP 21/2014 Pasal 3 ayat (1); PP 11/2017 Pasal 354-355.
    """
    changed_on, values = clause.period.start, clause.values
    then = posts.kode.isin(values["jenjang"]) & in_force(posts, changed_on)
    if "berusia_di_atas" in values:
        then &= months_after(posts.lahir_on, values["berusia_di_atas"] * 12) < changed_on
        kept = {name: posts[f"{name}_lama"] for name in ("usia", "tertinggi", "syarat")}
    else:
        kept = {
            "usia": posts.usia,
            "tertinggi": ibis.literal(values["tertinggi"], "int64"),
            "syarat": ibis.literal(values["syarat"]),
        }
    kept["pasal"] = ibis.literal(values["pasal"])
    applies = posts.mutate(tetap=holds(then & (kept["tertinggi"] > posts.tertinggi)))
    return applies.mutate(
        **{name: ibis.ifelse(_.tetap, value, _[name]) for name, value in kept.items()}
    ).drop("tetap")
