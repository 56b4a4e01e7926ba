"""What the linters cannot see of the house style."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from tests.architecture.tree import SOURCE, modules, name_of, parsed

Node = TypeVar("Node", bound=ast.AST)

LARGEST_MODULE = 500
SERVICES = [
    pytest.param(path, id=name_of(path))
    for path in modules("apps")
    if path.name in {"services.py", "confirming.py", "governments.py", "by_decree.py"}
]


def places(found: Iterable[tuple[Path, ast.AST]]) -> list[str]:
    return [f"{name_of(path)}:{node.lineno}" for path, node in found]


def nodes(paths: Iterable[Path], kind: type[Node]) -> Iterator[tuple[Path, Node]]:
    for path in paths:
        for node in ast.walk(parsed(path)):
            if isinstance(node, kind):
                yield path, node


def test_a_module_is_no_longer_than_one_can_hold_in_mind():
    sizes = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in modules()}

    assert {name: lines for name, lines in sizes.items() if lines > LARGEST_MODULE} == {}


def test_a_module_says_what_it_holds():
    assert [name_of(path) for path in modules() if not ast.get_docstring(parsed(path))] == []


def test_only_the_command_line_prints():
    elsewhere = [path for path in modules() if not path.is_relative_to(SOURCE / "cli")]
    prints = [
        (path, node)
        for path, node in nodes(elsewhere, ast.Call)
        if getattr(node.func, "id", "") == "print"
    ]

    assert places(prints) == []


def test_money_days_and_shares_of_the_law_are_never_floats():
    exact = modules("kernel", "law", "regulations")
    floats = [
        *((path, node) for path, node in nodes(exact, ast.Constant) if type(node.value) is float),
        *((path, node) for path, node in nodes(exact, ast.Name) if node.id == "float"),
        *(
            (path, node)
            for path, node in nodes(exact, ast.BinOp)
            if isinstance(node.op, ast.Div)
            and isinstance(node.right, ast.Constant)
            and isinstance(node.right.value, int)
        ),
    ]

    assert places(floats) == []


def test_a_model_keeps_to_its_own_row():
    """No save() that does more, no order that nobody asked for."""
    models = [path for path in modules("apps") if "models" in (path.stem, path.parent.name)]
    offences = [
        *(
            (path, node)
            for path, node in nodes(models, ast.FunctionDef)
            if node.name in {"save", "delete", "clean"}
        ),
        *(
            (path, node)
            for path, node in nodes(models, ast.Assign)
            if getattr(node.targets[0], "id", "") == "ordering"
        ),
    ]

    assert len(models) > 10
    assert places(offences) == []


def test_nothing_happens_behind_the_back_of_an_act():
    """No signals: an act is one function that can be read from top to bottom."""
    signals = [
        (path, node)
        for path, node in nodes(modules(), ast.ImportFrom)
        if node.module in {"django.dispatch", "django.db.models.signals"}
    ]

    assert places(signals) == []


@pytest.mark.parametrize("path", SERVICES)
def test_an_act_takes_its_arguments_by_name_and_says_who_acts(path):
    for node in parsed(path).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        opens_an_act = any(
            isinstance(part, ast.Call) and getattr(part.func, "id", "") == "act"
            for part in ast.walk(node)
        )
        if opens_an_act:
            named = {argument.arg for argument in node.args.kwonlyargs}
            assert not node.args.args, f"{node.name} takes arguments by place"
            assert "actor" in named, f"{node.name} does not say who acts"


@pytest.mark.parametrize("path", SERVICES)
def test_an_act_is_named_after_its_app_and_function(path):
    """What stands in the history can be found in the source."""
    app = path.relative_to(SOURCE / "apps").parts[0]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "act":
            assert isinstance(node.args[0], ast.Constant)
            assert str(node.args[0].value).startswith(f"{app}.")
