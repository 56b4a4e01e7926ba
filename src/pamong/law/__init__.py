"""The law as rules that run: loads them, says what facts they read, and judges by them.

``pamong.law`` needs no Django and no database. The names below are the whole public interface;
what starts Ibis and DuckDB is imported when it is first asked for, so that listing rules is quick.

>>> from pamong import law
>>> law.rule("disiplin-absen-kumulatif").subject
'pegawai'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from pamong.law.content import ContentError, Problem
from pamong.law.fact_table import FactTable, UnknownTableError, fact_table, fact_tables
from pamong.law.library import UnknownRuleError, register, rule, rules
from pamong.law.rule import BeforeFirstVersionError, Rule, Version

if TYPE_CHECKING:
    from pamong.law.compiling import expression
    from pamong.law.fact_files import FactsFileError, read_facts
    from pamong.law.judgement import FrozenJudgement, Judgement
    from pamong.law.judging import Judgements, NotJudgedError, judge, judge_each
    from pamong.law.reference import kalender_table
    from pamong.law.stepping import CaseError, NotACaseError, judge_case
    from pamong.law.tables import FactsError, table_from_rows

_HEAVY = {
    "CaseError": "stepping",
    "FactsError": "tables",
    "FactsFileError": "fact_files",
    "FrozenJudgement": "judgement",
    "Judgement": "judgement",
    "Judgements": "judging",
    "NotACaseError": "stepping",
    "NotJudgedError": "judging",
    "expression": "compiling",
    "judge": "judging",
    "judge_case": "stepping",
    "judge_each": "judging",
    "kalender_table": "reference",
    "read_facts": "fact_files",
    "table_from_rows": "tables",
}

__all__ = [
    "BeforeFirstVersionError",
    "CaseError",
    "ContentError",
    "FactTable",
    "FactsError",
    "FactsFileError",
    "FrozenJudgement",
    "Judgement",
    "Judgements",
    "NotACaseError",
    "NotJudgedError",
    "Problem",
    "Rule",
    "UnknownRuleError",
    "UnknownTableError",
    "Version",
    "expression",
    "fact_table",
    "fact_tables",
    "judge",
    "judge_case",
    "judge_each",
    "kalender_table",
    "read_facts",
    "register",
    "rule",
    "rules",
    "table_from_rows",
]


def __getattr__(name: str) -> Any:
    if name not in _HEAVY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HEAVY[name]}"), name)
