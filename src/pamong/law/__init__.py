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
from pamong.law.figure import Figure
from pamong.law.library import UnknownRuleError, register, rule, rules, rules_of
from pamong.law.rule import BeforeFirstVersionError, Kind, Rule, Version
from pamong.law.what_if.figures import figures

if TYPE_CHECKING:
    from pamong.law.auditing import audit
    from pamong.law.checking import Checked, check
    from pamong.law.comparing import Changed, compare
    from pamong.law.compiling import expression
    from pamong.law.fact_files import FactsFileError, read_case, read_facts, read_tables
    from pamong.law.judgement import FrozenJudgement, Judgement
    from pamong.law.judging import Judgements, NotJudgedError, judge, judge_each, outcomes, prepare
    from pamong.law.reasons import LawChange, Reasons, law_changes
    from pamong.law.reference import kalender_table
    from pamong.law.results import Audited, AuditFolderError
    from pamong.law.stepping import CaseError, NotACaseError, judge_case
    from pamong.law.tables import FactsError, table_from_rows
    from pamong.law.what_if.changing import Change, ChangeError, changed
    from pamong.law.what_if.simulating import CannotSimulateError, Simulation, YearsError, simulate

_HEAVY = {
    "AuditFolderError": "results",
    "Audited": "results",
    "CannotSimulateError": "what_if.simulating",
    "CaseError": "stepping",
    "Change": "what_if.changing",
    "ChangeError": "what_if.changing",
    "Changed": "comparing",
    "Checked": "checking",
    "FactsError": "tables",
    "FactsFileError": "fact_files",
    "FrozenJudgement": "judgement",
    "Judgement": "judgement",
    "Judgements": "judging",
    "LawChange": "reasons",
    "NotACaseError": "stepping",
    "NotJudgedError": "judging",
    "Reasons": "reasons",
    "Simulation": "what_if.simulating",
    "YearsError": "what_if.simulating",
    "audit": "auditing",
    "changed": "what_if.changing",
    "check": "checking",
    "compare": "comparing",
    "expression": "compiling",
    "judge": "judging",
    "judge_case": "stepping",
    "judge_each": "judging",
    "kalender_table": "reference",
    "law_changes": "reasons",
    "outcomes": "judging",
    "prepare": "judging",
    "read_case": "fact_files",
    "read_facts": "fact_files",
    "read_tables": "fact_files",
    "simulate": "what_if.simulating",
    "table_from_rows": "tables",
}

__all__ = [
    "AuditFolderError",
    "Audited",
    "BeforeFirstVersionError",
    "CannotSimulateError",
    "CaseError",
    "Change",
    "ChangeError",
    "Changed",
    "Checked",
    "ContentError",
    "FactTable",
    "FactsError",
    "FactsFileError",
    "Figure",
    "FrozenJudgement",
    "Judgement",
    "Judgements",
    "Kind",
    "LawChange",
    "NotACaseError",
    "NotJudgedError",
    "Problem",
    "Reasons",
    "Rule",
    "Simulation",
    "UnknownRuleError",
    "UnknownTableError",
    "Version",
    "YearsError",
    "audit",
    "changed",
    "check",
    "compare",
    "expression",
    "fact_table",
    "fact_tables",
    "figures",
    "judge",
    "judge_case",
    "judge_each",
    "kalender_table",
    "law_changes",
    "outcomes",
    "prepare",
    "read_case",
    "read_facts",
    "read_tables",
    "register",
    "rule",
    "rules",
    "rules_of",
    "simulate",
    "table_from_rows",
]


def __getattr__(name: str) -> Any:
    if name not in _HEAVY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HEAVY[name]}"), name)
