"""How the command line tells what a change of the law comes to: in tables and bars of text."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pamong.kernel.number import format_number
from pamong.law.what_if.bars import Pair

if TYPE_CHECKING:
    from pamong.law import Figure, Rule, Simulation

_MOST_ROWS = 20
"""More units or ranks than these are summed up."""
_WIDEST = 40


def describe_figures(rule: "Rule", day: date) -> Iterator[str]:
    """Yield the figures that a rule rests on, on a day, each with its address and articles."""
    from pamong import law
    from pamong.kernel.day import format_day

    found = law.figures(rule, day)
    yield f"{rule.id}: angka yang berlaku pada {format_day(day)}"
    for figure in found:
        yield f"  {figure.address} = {shown(figure, figure.value)}"
        yield f"      {told(figure)}; {figure.basis}"
    if not found:
        yield "  Aturan ini tidak punya angka yang dapat diubah pada hari itu."


def tell_simulation(simulation: "Simulation") -> Iterator[str]:
    """Yield whom a change touches: the figures, the sentence, the tables and the bars."""
    from pamong.kernel.day import format_day
    from pamong.law.what_if.simulation_files import chart_title

    subject, first, last = simulation.rule.subject, simulation.days[0], simulation.days[-1]
    until = "" if first == last else f" sampai dengan {format_day(last)}"
    yield f"{simulation.rule.id}, {format_day(first)}{until}"
    for figure, value in simulation.figures:
        yield f"  {figure.address}: {shown(figure, figure.value)} → {shown(figure, value)}"
    touched, moved = simulation.subjects, simulation.moved
    yield (
        f"\nTersentuh {format_number(touched)} dari {format_number(simulation.judged)} {subject}: "
        f"{format_number(moved)} berubah hasilnya, {format_number(touched - moved)} hanya harinya."
    )
    if not touched:
        return
    yield from _by_day(simulation)
    what, pairs = simulation.chart()
    yield f"\n{chart_title(what)} (atas: hukum yang berlaku, bawah: angka baru)"
    yield from _bars(pairs)
    yield from _moves(simulation)
    units = simulation.by_unit.to_pylist()
    if any(row["unit_id"] is not None for row in units):  # a government has none
        yield from _groups("unit kerja", units, "unit_id", "tanpa unit")
    if simulation.graded_by:
        rows = simulation.by_grade.to_pylist()
        yield from _groups(simulation.graded_by, rows, "grade", "belum tercatat")


def told(figure: "Figure") -> str:
    """Say what a figure is."""
    of = ", ".join(word.replace("_", " ") for word in figure.of)
    name = figure.words.label or figure.name.replace("_", " ")
    return f"{name} ({of})" if of else name


def shown(figure: "Figure", value: Any) -> str:
    """Write the value of a figure with its unit."""
    from pamong.law.what_if.figure_text import show_figure

    text = show_figure(value)
    return f"{text} {figure.words.unit.label}" if figure.words.unit else text


def _by_day(simulation: "Simulation") -> Iterator[str]:
    touched = {row["day"]: 0 for row in simulation.by_day.to_pylist()}
    for row in simulation.by_outcome.to_pylist():
        touched[row["day"]] += row["subjects"]
    head = ("hari", "tersentuh", "temuan", "menjadi", "belum dinilai", "menjadi")
    rows = [
        (
            row["day"].isoformat(),
            *map(
                format_number,
                (
                    touched[row["day"]],
                    row["breaches_before"],
                    row["breaches_after"],
                    row["not_judged_before"],
                    row["not_judged_after"],
                ),
            ),
        )
        for row in simulation.by_day.to_pylist()
    ]
    yield "\nMenurut hari yang dinilai"
    yield from _table(head, rows)


def _moves(simulation: "Simulation") -> Iterator[str]:
    outcomes = simulation.rule.outcomes
    yield "\nPerpindahan hasil"
    rows = []
    for row in simulation.by_outcome.to_pylist():
        names = (row["outcome_before"], row["outcome_after"])
        before, after = (outcomes[name].label if name else "tidak tersangkut" for name in names)
        moved = "harinya bergeser" if before == after else f"→ {after}"
        rows.append((row["day"].isoformat(), format_number(row["subjects"]), f"{before} {moved}"))
    yield from _table(("hari", "jumlah", "hasil"), rows)


def _groups(title: str, rows: Sequence[dict[str, Any]], key: str, without: str) -> Iterator[str]:
    yield f"\nMenurut {title}"
    told_rows = [
        (
            without if row[key] is None else str(row[key]),
            format_number(row["touched"]),
            format_number(row["judged"]),
        )
        for row in rows[:_MOST_ROWS]
    ]
    yield from _table(("", "tersentuh", "dinilai"), told_rows)
    rest = rows[_MOST_ROWS:]
    if rest:
        touched = sum(row["touched"] for row in rest)
        yield f"  … dan {len(rest)} lagi dengan {format_number(touched)} yang tersentuh"


def _bars(pairs: Sequence[Pair]) -> Iterator[str]:
    most = max(max(pair.before, pair.after) for pair in pairs) or 1
    wide = max(len(pair.label) for pair in pairs)
    for pair in pairs:
        for label, mark, number in ((pair.label, "░", pair.before), ("", "█", pair.after)):
            bar = mark * round(_WIDEST * number / most)
            yield f"  {label:<{wide}}  {bar} {format_number(number)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table: words to the left, numbers and what stands over them to the right."""
    rows = list(rows)
    wide = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    is_number = [all(row[place][:1].isdecimal() for row in rows) for place in range(len(head))]
    is_number[0] = False
    for row in [head, *rows]:
        cells = (
            f"{cell:>{wide[place]}}" if is_number[place] else f"{cell:<{wide[place]}}"
            for place, cell in enumerate(row)
        )
        yield "  " + "  ".join(cells).rstrip()
