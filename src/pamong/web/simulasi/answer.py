"""What a change of the law comes to, as its page tells it: a sentence, tables, bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from pamong.apps.findings.what_if import opd_named, posts_named
from pamong.law import Rule
from pamong.law.what_if.bars import Pair, draw_bars
from pamong.law.what_if.simulating import Simulation
from pamong.law.what_if.simulation_files import chart_title
from pamong.web.aturan.figures import label_of_figure, of_words, told_value
from pamong.web.aturan.names import Told, in_page_language, label_of, subject_label, words_of
from pamong.web.templatetags.pamong import amount


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that is another one."""

    label: Told
    of: Told
    before: str
    after: str
    unit: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A drawing, and the table behind it."""

    title: str
    drawing: SafeString
    every: list[Pair]


@dataclass(frozen=True, slots=True)
class OnDay:
    """What both laws find on one day."""

    day: date
    touched: int
    breaches: tuple[int, int]
    not_judged: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Move:
    """Who comes from one outcome to another, on each day; the same one where only days move."""

    before: Told
    after: Told
    is_same: bool
    numbers: list[tuple[date, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a unit or a rank are touched, and the share of those judged in percent."""

    label: str
    touched: int
    judged: int

    @property
    def width(self) -> str:
        """The share as the width of a bar."""
        return f"{100 * self.touched / self.judged if self.judged else 0:.1f}%"

    @property
    def share(self) -> str:
        """The share in whole percent; a small one is not told as none."""
        percent = round(100 * self.touched / self.judged) if self.judged else 0
        return f"{percent} %" if percent or not self.touched else "< 1 %"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that the page shows of a simulation."""

    subject: str
    touched: int
    judged: int
    moved: int
    days: tuple[date, ...]
    changed: list[Changed]
    bars: Bars
    by_day: list[OnDay]
    moves: list[Move]
    units: list[Part]
    grades: list[Part]
    graded_by: str

    @property
    def last_day(self) -> date:
        """The last day that was judged."""
        return self.days[-1]

    @property
    def only_days(self) -> int:
        """How many keep their outcome while a day moves."""
        return self.touched - self.moved


def answer_of(simulation: Simulation) -> Answer:
    """Return a simulation as its page tells it."""
    rule = simulation.rule
    return Answer(
        subject=subject_label(rule.subject),
        touched=simulation.subjects,
        judged=simulation.judged,
        moved=simulation.moved,
        days=simulation.days,
        changed=[
            Changed(
                label_of_figure(figure),
                of_words(rule, figure),
                told_value(figure.value),
                told_value(value),
                figure.words.unit.label if figure.words.unit else "",
            )
            for figure, value in simulation.figures
        ],
        bars=_bars(simulation),
        by_day=_by_day(simulation),
        moves=_moves(simulation),
        units=_units(simulation),
        grades=_grades(simulation),
        graded_by=_graded_by(simulation.graded_by),
    )


def outcome_told(rule: Rule, outcome: str | None) -> Told:
    """Name an outcome; without one the rule does not concern the subject."""
    if outcome is None:
        return in_page_language(gettext("tidak tersangkut"))
    return label_of(rule.outcomes[outcome])


def _bars(simulation: Simulation) -> Bars:
    shown, pairs = simulation.chart()
    title = chart_title(shown)
    every = pairs if shown == "breaches" else simulation.years(shown)
    drawing = draw_bars(pairs, title=title, write=amount)
    return Bars(
        title=title,
        drawing=mark_safe(drawing),  # noqa: S308  numbers, years and our own title, escaped
        every=every,
    )


def _by_day(simulation: Simulation) -> list[OnDay]:
    touched = dict.fromkeys(simulation.days, 0)
    for row in simulation.by_outcome.to_pylist():
        touched[row["day"]] += row["subjects"]
    return [
        OnDay(
            row["day"],
            touched[row["day"]],
            (row["breaches_before"], row["breaches_after"]),
            (row["not_judged_before"], row["not_judged_after"]),
        )
        for row in simulation.by_day.to_pylist()
    ]


def _moves(simulation: Simulation) -> list[Move]:
    counts: dict[tuple[str | None, str | None], dict[date, int]] = {}
    for row in simulation.by_outcome.to_pylist():
        way = row["outcome_before"], row["outcome_after"]
        counts.setdefault(way, {})[row["day"]] = row["subjects"]
    rule = simulation.rule
    ways = sorted(counts, key=lambda way: (way[0] == way[1], -sum(counts[way].values())))
    return [
        Move(
            outcome_told(rule, before),
            outcome_told(rule, after),
            before == after,
            [(day, counts[before, after].get(day, 0)) for day in simulation.days],
        )
        for before, after in ways
    ]


def _units(simulation: Simulation) -> list[Part]:
    rows = simulation.by_unit.to_pylist()
    names = opd_named([row["unit_id"] for row in rows])
    if not names:
        return []
    return _parts(rows, "unit_id", names, gettext("Tanpa OPD"))


def _grades(simulation: Simulation) -> list[Part]:
    names = {grade: words_of(grade) for grade in simulation.by_grade["grade"].to_pylist() if grade}
    if simulation.graded_by == "riwayat_jabatan.jenis":
        names |= {code: label for code, label in posts_named().items() if code in names}
    rows = simulation.by_grade.to_pylist() if simulation.graded_by else []
    return _parts(rows, "grade", names, gettext("belum tercatat"))


def _parts(
    rows: Sequence[Mapping[str, Any]], key: str, names: Mapping[Any, str], without: str
) -> list[Part]:
    """Return the parts in which somebody is touched, the most first."""
    return [
        Part(names.get(row[key], without), row["touched"], row["judged"])
        for row in rows
        if row["touched"]
    ]


def _graded_by(column: str) -> str:
    return {
        "riwayat_pangkat.golongan": gettext("Menurut golongan ruang"),
        "riwayat_jabatan.jenis": gettext("Menurut jenis dan jenjang jabatan"),
        "pemda.level": gettext("Menurut tingkat pemerintahan"),
        "pemangku.capacity": gettext("Menurut kedudukan"),
        "pegawai.status": gettext("Menurut status kepegawaian"),
    }.get(column, gettext("Menurut jenis"))
