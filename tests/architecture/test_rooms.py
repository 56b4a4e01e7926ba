"""Who may import whom: the contracts of pyproject.toml hold."""

import pytest
from importlinter.cli import lint_imports
from tests.architecture.tree import ROOT


def test_imports_point_downwards_only(monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.chdir(ROOT)

    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert not broken, capsys.readouterr().out
