"""Tidies a migration that ``makemigrations`` wrote: new tables in one step, triggers in another.

    .venv/bin/python -m django makemigrations forums -n forum_series
    .venv/bin/python tools/migration.py src/pamong/apps/forums/migrations/0002_forum_series.py

Each operation renders the models of the whole project; a migration with many of them spends most
of its time there (core/migration_operations.py).
"""

import ast
import subprocess
import sys
from pathlib import Path
from typing import cast

IMPORT = "from pamong.apps.core.migration_operations import {}\n"
ADD_TRIGGER = "pgtrigger.migrations.AddTrigger"
REMOVE_TRIGGER = "pgtrigger.migrations.RemoveTrigger"
CREATE_MODEL = "migrations.CreateModel"
CHANGES = {
    "migrations.AddField",
    "migrations.AlterField",
    "migrations.AddConstraint",
    "migrations.RemoveConstraint",
    REMOVE_TRIGGER,
}
MANY = 3
"""From so many changes of tables on they are carried out together."""
PARTS = {"migrations.AddField", "migrations.AddIndex", "migrations.AddConstraint"}


def tidied(source: str) -> str:
    """Return the migration with its new tables gathered first and its triggers last."""
    steps = _operations(ast.parse(source))
    creating = _creating(steps)
    adding = [step for step in steps if ast.unparse(step.func) == ADD_TRIGGER]
    if not creating and not adding:
        return source
    text = {id(step): ast.get_source_segment(source, step) or "" for step in steps}
    others = [step for step in steps if step not in creating and step not in adding]
    if all(ast.unparse(step.func) == REMOVE_TRIGGER for step in others):
        added = {_trigger(step) for step in adding}
        others = [step for step in others if _trigger(step) not in added]  # it is put in its place
    gathered = [text[id(step)] for step in others]
    changes = len(others) >= MANY and {ast.unparse(step.func) for step in others} <= CHANGES
    if changes:
        gathered = [f"ChangeTogether(operations=[{', '.join(gathered)}])"]
    if creating:
        parts = ",\n".join(text[id(step)] for step in creating)
        gathered.insert(0, f"CreateTogether(operations=[{parts}])")
    if adding:
        pairs = ",\n".join(
            f"({ast.unparse(_argument(step, 'model_name'))}, "
            f"{ast.get_source_segment(source, _argument(step, 'trigger'))})"
            for step in adding
        )
        gathered.append(f"AddTriggers(triggers=[{pairs}])")
    used = [
        *(["AddTriggers"] if adding else []),
        *(["ChangeTogether"] if changes else []),
        *(["CreateTogether"] if creating else []),
    ]
    return _rewritten(source, ",\n".join(gathered), used)


def _trigger(step: ast.Call) -> tuple[str, str]:
    """Return whose trigger a step is about, and the trigger's name."""
    trigger = _argument(step, "trigger") if ast.unparse(step.func) == ADD_TRIGGER else step
    name = _argument(cast("ast.Call", trigger), "name")
    return ast.literal_eval(_argument(step, "model_name")), ast.literal_eval(name)


def _creating(steps: list[ast.Call]) -> list[ast.Call]:
    """Return what creates models and completes them; nothing where it is one model alone."""
    creating = [step for step in steps if ast.unparse(step.func) == CREATE_MODEL]
    names = {ast.literal_eval(_argument(step, "name")).lower() for step in creating}
    parts = [
        step
        for step in steps
        if ast.unparse(step.func) in PARTS
        and ast.literal_eval(_argument(step, "model_name")) in names
    ]
    together = [step for step in steps if step in creating or step in parts]
    return together if len(together) > 1 else []


def _rewritten(source: str, operations: str, used: list[str]) -> str:
    whole = _operations_list(ast.parse(source))
    segment = ast.get_source_segment(source, whole) or ""
    imports = source.index("import ")
    named = IMPORT.format(", ".join(used))
    result = (source[:imports] + named + source[imports:]).replace(segment, f"[{operations}]")
    still_used = "pgtrigger.migrations." in operations
    return result if still_used else result.replace("import pgtrigger.migrations\n", "")


def _operations(tree: ast.Module) -> list[ast.Call]:
    return [step for step in _operations_list(tree).elts if isinstance(step, ast.Call)]


def _operations_list(tree: ast.Module) -> ast.List:
    return next(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "operations"
        and isinstance(node.value, ast.List)
    )


def _argument(step: ast.Call, name: str) -> ast.expr:
    return next(keyword.value for keyword in step.keywords if keyword.arg == name)


def main(path: Path) -> None:
    """Rewrite one migration in place."""
    path.write_text(tidied(path.read_text("utf-8")), "utf-8")
    for command in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, str(path)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
