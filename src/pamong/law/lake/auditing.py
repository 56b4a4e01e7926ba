"""Judges a whole lake by every rule, and keeps of it what somebody should see."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pamong.kernel.language import say
from pamong.law.lake.engine import Desk, Engine, concerned
from pamong.law.lake.folder import Lake, LakeError
from pamong.law.results import Audited, Tally, new_results, write_summary
from pamong.law.rule import Rule

_MILLION = 10**6


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an audit is: steps done of all, and what is at work."""

    done: int
    steps: int
    about: str


def audit_lake(
    rules: Iterable[Rule],
    lake: Lake,
    engine: Engine,
    *,
    as_of: date,
    out: Path,
    every_row: bool = False,
    report: Callable[[Progress], None] = lambda _: None,
) -> list[Audited]:
    """Judge everybody in a lake by each rule; write a folder of Parquet files for each to ``out``.

    Written are the subjects whose outcome is not *sesuai*, or all with ``every_row``; the summary
    counts everybody. Rules that begin after ``as_of``, and those whose subjects the lake does not
    have, are passed over. ``out`` appears whole at the end: an audit that is stopped, or whose
    engine gives up, leaves nothing.

    Raises:
        AuditFolderError: ``out`` holds something already.
        EngineError: the engine could not be started or gave up.
        LakeError: a table holds what would be judged wrongly in silence (``inspecting``).
    """
    chosen = concerned(rules, lake, as_of)
    batches = engine.batches(lake)
    course = _Course(len(batches) * (len(chosen) + 1), report)
    tallies = {rule.id: Tally() for rule in chosen}
    nanoseconds = dict.fromkeys(tallies, 0)
    with new_results(out) as folder:
        for rule in chosen:
            (folder / rule.id).mkdir()
        for groups in batches:
            # What fails here must fail inside, where the engine can tell why.
            with engine.lay_out(lake, groups) as desk:
                _look_through(lake, desk, chosen, course)
                for rule in chosen:
                    course.step(say("Menilai menurut %(rule)s", rule=rule.id))
                    start = time.perf_counter_ns()
                    tally = desk.judge(rule, as_of, folder / rule.id, every_row=every_row)
                    tallies[rule.id].update(tally)
                    nanoseconds[rule.id] += time.perf_counter_ns() - start
        course.step(say("Selesai"))
        told = [
            Audited(rule, tallies[rule.id], nanoseconds[rule.id] // _MILLION) for rule in chosen
        ]
        about = {"engine": engine.name, "every_row": every_row, "lake": lake.stamps}
        write_summary(folder, told, as_of, about)
    return told


@dataclass(slots=True)
class _Course:
    """Tells of each step as it begins."""

    steps: int
    report: Callable[[Progress], None]
    done: int = 0

    def step(self, about: str) -> None:
        self.report(Progress(self.done, self.steps, about))
        self.done += 1


def _look_through(lake: Lake, desk: Desk, rules: list[Rule], course: _Course) -> None:
    course.step(say("Memeriksa isi tabel"))
    if problems := desk.inspect(rules):
        raise LakeError(lake.folder, problems)
