"""Example files of facts, taken from a case of the rule, so that they are known to work."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pamong.law.rule import Case, Kind, Rule


class ExampleFormatError(ValueError):
    """An example is written as TOML or as JSON only."""

    def __init__(self, path: Path) -> None:
        super().__init__(f'"{path.name}" harus berakhiran .toml atau .json.')


def example_case(rule: Rule) -> Case:
    """Return the case that shows most: the first that finds a breach, else the first judged."""
    judged = [case for case in rule.cases if "outcome" in case.expect]
    return next((case for case in judged if case.expect.get("breach") is True), judged[0])


def write_example(rule: Rule, path: Path) -> Case:
    """Write the facts of ``example_case`` to a file and return the case.

    Raises:
        ExampleFormatError: the file is to be neither TOML nor JSON.
    """
    case = example_case(rule)
    if path.suffix == ".toml":
        text = _toml(rule, case)
    elif path.suffix == ".json":
        told = case.facts[rule.subject][0] if rule.kind is Kind.STEP else case.facts
        text = json.dumps(told, default=str, indent=2, ensure_ascii=False) + "\n"
    else:
        raise ExampleFormatError(path)
    path.write_text(text, encoding="utf-8")
    return case


def _toml(rule: Rule, case: Case) -> str:
    lines = [f"# {rule.title}", f"# pamong law judge {rule.id} --facts … --as-of {case.as_of}", ""]
    if rule.kind is Kind.STEP:
        told = case.facts[rule.subject][0].items()
        return "\n".join([*lines, *(f"{name} = {_value(value)}" for name, value in told), ""])
    for name in rule.reads:
        if name in case.facts:
            rows = "".join(f"  {_inline(row)},\n" for row in case.facts[name])
            lines.append(f"{name} = [\n{rows}]")
    return "\n".join(lines) + "\n"


def _inline(row: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name} = {_value(value)}" for name, value in row.items()) + "}"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
