"""What of two records cannot both be so: told beforehand, in groups, each for a person to decide.

Which rows shut each other out is read from the constraints of the tables, so that it is what the
database would refuse. Two definitive posts on one day are no mistake of the database's, but one of
the record's: they are asked about too, and may both stay.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import F, Q, UniqueConstraint

from pamong.apps.core.ranges import Days, One
from pamong.apps.kepegawaian.models import Penugasan, RiwayatJabatan
from pamong.apps.penggabungan.references import Reference, Row

Values = Mapping[str, Any]
ShutsOut = Callable[[Values, Values], bool]
OF_ORIGIN = frozenset(
    {"id", "source", "kode_asal", "lainnya", "decree_id", "document_id", "public_id"}
)
"""Columns in which two rows may differ and still say the same."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Rows of one table, of either record, of which those of one record only can be so.

    ``may_both`` where nothing but the sense of it speaks against both.
    """

    reference: Reference
    of_stays: tuple[Row, ...]
    of_away: tuple[Row, ...]
    may_both: bool = False

    @property
    def key(self) -> str:
        """What a form calls it."""
        return f"{self.reference.key}-{min(row.pk for row in self.of_away)}"

    @property
    def says_the_same(self) -> bool:
        """Whether both records tell the same, so that there is nothing to decide."""
        mine, others = ([_told(row) for row in rows] for rows in (self.of_stays, self.of_away))
        return all(each in mine for each in others) and all(each in others for each in mine)


def clashes(found: Mapping[Reference, Sequence[Row]], *, stays: Values) -> list[Clash]:
    """Return what cannot both be so; ``stays`` says by column which owner each reference keeps."""
    told: list[Clash] = []
    for reference, rows in found.items():
        mine = [row for row in rows if row.owner == stays[reference.key]]
        others = [row for row in rows if row.owner != stays[reference.key]]
        if mine and others:
            told += _of_a_table(reference, mine, others)
    return told


def _of_a_table(reference: Reference, mine: list[Row], others: list[Row]) -> Iterator[Clash]:
    hard = shuts_out_of(reference)
    soft = _BESIDE.get(reference.model)

    def is_hard(one: Row, other: Row) -> bool:
        return any(each(one.values, other.values) for each in hard)

    def is_soft(one: Row, other: Row) -> bool:
        return soft is not None and soft(one.values, other.values)

    linked = [
        (one, other)
        for one in mine
        for other in others
        if is_hard(one, other) or is_soft(one, other)
    ]
    for group in _groups(linked):
        own = tuple(row for row in mine if row.pk in group)
        away = tuple(row for row in others if row.pk in group)
        may_both = not any(is_hard(one, other) for one in own for other in away)
        yield Clash(reference, own, away, may_both)


def _groups(linked: Iterable[tuple[Row, Row]]) -> list[set[int]]:
    """Return the rows that hang together, by number."""
    groups: list[set[int]] = []
    for one, other in linked:
        touched = [each for each in groups if one.pk in each or other.pk in each]
        groups = [each for each in groups if each not in touched]
        groups.append(set().union({one.pk, other.pk}, *touched))
    return sorted(groups, key=min)


@cache
def shuts_out_of(reference: Reference) -> tuple[ShutsOut, ...]:
    """Return what the constraints of a table shut out between two rows of one owner."""
    found: list[ShutsOut] = []
    for rule in reference.model._meta.constraints:  # noqa: SLF001  Django's documented Options
        if isinstance(rule, UniqueConstraint) and reference.field in rule.fields:
            found.append(_unique(reference, rule))
        elif isinstance(rule, ExclusionConstraint):
            keys = _keys(rule)
            if reference.field in keys:
                found.append(_exclusion(reference, keys - {reference.field}, rule.condition))
    return tuple(found)


def _unique(reference: Reference, rule: UniqueConstraint) -> ShutsOut:
    columns = [_column(reference, each) for each in rule.fields if each != reference.field]
    nulls_differ = rule.nulls_distinct is not False

    def same(one: Values, other: Values) -> bool:
        if not (_holds(rule.condition, one) and _holds(rule.condition, other)):
            return False
        pairs = [(one[column], other[column]) for column in columns]
        if nulls_differ and any(value is None for value, _ in pairs):
            return False
        return all(value == told for value, told in pairs)

    return same


def _exclusion(reference: Reference, keys: set[str], condition: Q | None) -> ShutsOut:
    columns = [_column(reference, each) for each in keys]

    def both(one: Values, other: Values) -> bool:
        if not (_holds(condition, one) and _holds(condition, other)):
            return False
        return all(one[each] == other[each] for each in columns) and _overlap(one, other)

    return both


def _keys(rule: ExclusionConstraint) -> set[str]:
    """Return the fields that have to be equal; none where it is not about days."""
    parts = [part for part, _operator in rule.expressions]
    if not any(isinstance(part, Days) for part in parts):
        return set()
    return {
        str(source.name)  # type: ignore[attr-defined]  # the stubs do not know it
        for part in parts
        if isinstance(part, One)
        for source in part.get_source_expressions()[:1]
        if isinstance(source, F)
    }


def _column(reference: Reference, field: str) -> str:
    found = reference.model._meta.get_field(field)  # noqa: SLF001  Django's documented Options
    return str(getattr(found, "attname", field))


def _holds(condition: Q | None, values: Values) -> bool:
    """Tell whether a condition holds of a row: equalities, denied or joined.

    Raises:
        NotImplementedError: the condition asks anything else; a test asks all of them.
    """
    if condition is None:
        return True
    told = []
    for child in condition.children:
        if isinstance(child, Q):
            told.append(_holds(child, values))
        elif isinstance(child, tuple) and child[0] in values:
            told.append(values[child[0]] == child[1])
        else:
            raise NotImplementedError(str(condition))
    result = any(told) if condition.connector == Q.OR else all(told)
    return not result if condition.negated else result


def _overlap(one: Values, other: Values) -> bool:
    (start, end), (begin, stop) = _days(one), _days(other)
    return start < stop and begin < end


def _days(values: Values) -> tuple[str, str]:
    """Return the days of a row as ISO texts, which sort as days do."""
    start, end = values["starts_on"], values["ends_before"]
    return start or date.min.isoformat(), end or date.max.isoformat()


def _two_posts(one: Values, other: Values) -> bool:
    definitive = {one["capacity"], other["capacity"]} == {Penugasan.DEFINITIF.value}
    return definitive and _overlap(one, other)


_BESIDE: dict[type, ShutsOut] = {RiwayatJabatan: _two_posts}


def _told(row: Row) -> dict[str, Any]:
    left_out = {*OF_ORIGIN, row.reference.column}
    return {column: value for column, value in row.values.items() if column not in left_out}
