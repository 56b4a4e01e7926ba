"""Jobs for the worker: rows of the same transaction, so an act that fails leaves none behind."""

from procrastinate.contrib.django import app

RUN_LAW = "findings.run_law"
"""Judge one government anew; named here because those who ask for it may not import findings."""


def defer(task: str, **arguments: int | str) -> None:
    """Ask the worker to run ``task`` once the open transaction is committed."""
    app.configure_task(task).defer(**arguments)
