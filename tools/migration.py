"""Tidies a migration that ``makemigrations`` wrote: its triggers in one step, then formatted.

    .venv/bin/python -m django makemigrations forums -n forum_series
    .venv/bin/python tools/migration.py src/pamong/apps/forums/migrations/0002_forum_series.py

Each ``AddTrigger`` renders the models of the whole project; a migration with many of them spends
most of its time there (core/migration_operations.py).
"""

import ast
import subprocess
import sys
from pathlib import Path

IMPORT = "from pamong.apps.core.migration_operations import AddTriggers\n"
WORD = "pgtrigger.migrations.AddTrigger"


def tidied(source: str) -> str:
    """Return the migration with all its ``AddTrigger`` gathered behind its other operations."""
    steps = _operations(ast.parse(source))
    adding = [step for step in steps if ast.unparse(step.func) == WORD]
    if not adding:
        return source
    pairs = ",\n".join(
        f"({ast.unparse(_argument(step, 'model_name'))}, "
        f"{ast.get_source_segment(source, _argument(step, 'trigger'))})"
        for step in adding
    )
    kept = [ast.get_source_segment(source, step) for step in steps if step not in adding]
    gathered = ",\n".join([*filter(None, kept), f"AddTriggers(triggers=[{pairs}])"])
    whole = _operations_list(ast.parse(source))
    segment = ast.get_source_segment(source, whole) or ""
    imports = source.index("import ")
    result = (source[:imports] + IMPORT + source[imports:]).replace(segment, f"[{gathered}]")
    still_used = "pgtrigger.migrations." in gathered
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
