"""Whoever writes what the law reads has the law look again: none forgets."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from tests.architecture.tree import modules, name_of, parsed

from pamong.apps.findings.gathering import sources

WRITES = {
    "abulk_create",
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "update",
    "update_or_create",
}
TABLES = {
    table
    for source in sources().values()
    for table in re.findall(r"(?:FROM|JOIN)\s+(\w+)", source.sql)
}
FACTS = {model.__name__ for model in apps.get_models() if model._meta.db_table in TABLES}
NOT_YET_JUDGED = "a government is judged for the first time once it is resident"
SPARED = {
    "organisasi/governments.py:load_governments": NOT_YET_JUDGED,
    "organisasi/governments.py:create_made_up_government": NOT_YET_JUDGED,
    "organisasi/governments.py:make_resident": "the first whole run comes within the hour",
    "organisasi/governments.py:_join_provinces": NOT_YET_JUDGED,
    "organisasi/governments.py:establish_typical_structure": "follows make_resident",
    "core/services.py:register_decree": "nothing rests on a decree that was just recorded",
}
"""Writers that ask for no run, and why none is needed."""


def functions() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in modules("apps"):
        if "models" in (path.stem, path.parent.name):
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef):
                yield path, node


def names_in(node: ast.AST) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def typed(function: ast.FunctionDef) -> dict[str, set[str]]:
    """Of which types the arguments and local names of a function are, as far as it says."""
    known = {
        argument.arg: names_in(argument.annotation)
        for argument in (*function.args.args, *function.args.kwonlyargs)
        if argument.annotation
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name in names_in(target):
                    known.setdefault(name, set()).update(names_in(node.value))
    return known


def writes(function: ast.FunctionDef) -> set[str]:
    """Which models of facts a function writes."""
    known = typed(function)
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in WRITES:
                written = names_in(node.func.value)
                found |= written | {each for name in written for each in known.get(name, ())}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            told = re.findall(r"(?:INSERT INTO|UPDATE|DELETE FROM|COPY)\s+(\w+)", node.value)
            found |= {
                model.__name__ for model in apps.get_models() if model._meta.db_table in told
            }
    return found & FACTS


def calls(function: ast.FunctionDef) -> set[str]:
    return {
        node.func.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def place(path: Path, function: ast.FunctionDef) -> str:
    return f"{path.parent.name}/{path.name}:{function.name}"


WRITERS = {place(path, node): node for path, node in functions() if writes(node)}
CALLERS = list(functions())


def is_looked_at_again(name: str, seen: frozenset[str] = frozenset()) -> bool:
    """Tell whether a writer says what it touched, or whoever calls it in its module does."""
    function = WRITERS.get(name) or next(
        node for path, node in CALLERS if place(path, node) == name
    )
    if "facts_changed" in calls(function):
        return True
    callers = [
        place(path, node)
        for path, node in CALLERS
        if function.name in calls(node)
        and name.partition(":")[0] == place(path, node).partition(":")[0]
    ]
    return bool(callers) and all(
        caller not in seen and is_looked_at_again(caller, seen | {name}) for caller in callers
    )


@pytest.mark.parametrize("name", sorted(WRITERS.keys() - SPARED.keys()))
def test_whoever_writes_facts_has_the_law_look_again(name):
    assert is_looked_at_again(name), (
        f"{name} writes {', '.join(sorted(writes(WRITERS[name])))}, which the law reads, and does "
        "not say so: call facts_changed(…) of core/jobs.py in its act"
    )


def test_the_writers_are_seen():
    assert {
        "organisasi/services.py:record_tenure",
        "organisasi/services.py:end_tenure",
        "organisasi/services.py:record_leave",
        "organisasi/by_decree.py:put_under",
        "presensi/services.py:record_absences",
        "presensi/services.py:record_coverage",
        "kepegawaian/services.py:employ",
    } <= WRITERS.keys()


def test_every_exception_still_writes():
    assert SPARED.keys() <= WRITERS.keys()


def test_every_fact_table_that_is_touched_is_one_of_the_law():
    touched = {
        node.args[1].value
        for path in modules("apps")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "facts_changed"
        and isinstance(node.args[1], ast.Constant)
    }

    assert touched
    assert touched <= sources().keys(), f"see {name_of(Path(__file__))}"
