"""Ranges for exclusion constraints that need no extension of PostgreSQL."""

from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.fields.ranges import RangeOperators
from django.db.models import Func, Value


class One(Func):
    """A key as a range of one number: equality that GiST knows without ``btree_gist``."""

    function = "int8range"

    def __init__(self, key: str, **extra: Any) -> None:
        super().__init__(key, key, Value("[]"), **extra)


class OneText(Func):
    """A text as a range of one number, its hash: the same equality for texts."""

    function = "int8range"
    template = "%(function)s(hashtext(%(expressions)s), '[]')"
    arg_joiner = "), hashtext("

    def __init__(self, key: str, **extra: Any) -> None:
        super().__init__(key, key, **extra)


class Days(Func):
    """The days of a row, half-open, as PostgreSQL's own range."""

    function = "daterange"
    output_field = DateRangeField()


OVERLAPS = RangeOperators.OVERLAPS
DAYS = (Days("starts_on", "ends_before"), OVERLAPS)
