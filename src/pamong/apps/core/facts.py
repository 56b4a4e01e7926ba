"""How an app hands its rows to the law: one SELECT a fact table, in the columns of the law.

Each app that the law reads has a ``facts.py`` with ``SOURCES``; the law's own declaration
(:mod:`pamong.law.fact_table`) says what the columns mean and which may be empty.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactSource:
    """One fact table as a SELECT, narrowed to the governments ``%(pemda)s`` (an array of ids).

    Where ``is_of_a_day`` the SELECT reads ``%(day)s`` too: its rows say what was so on that day,
    and are read again for every day that is judged.
    """

    table: str
    sql: str
    is_of_a_day: bool = False

    def narrowed_by(self, column: str) -> str:
        """Return the SELECT of those rows alone whose ``column`` is among ``%(keys)s``.

        PostgreSQL carries the condition into the SELECT, down to the index of the column behind
        it, so that saving one record re-reads one record and no source needs a second SELECT.
        """
        return f"SELECT told.* FROM ({self.sql}) AS told WHERE told.{column} = ANY(%(keys)s)"  # noqa: S608  both are ours
