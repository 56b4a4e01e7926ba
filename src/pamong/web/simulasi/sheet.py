"""The figures of a rule as a form: what each is, what it is now, and what it may become."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext

from pamong import law
from pamong.law import ChangeError, Figure, Rule, Version
from pamong.law.fact_table import ColumnType
from pamong.web.aturan.figures import label_of_figure, of_words, told_value
from pamong.web.aturan.names import Told, words_of
from pamong.web.simulasi.question import NEW, Question


@dataclass(slots=True)
class Field:
    """One figure with the field for its new value; ``options`` where it is one of some words.

    ``basis`` are its own articles, where they are not simply those of the version.
    """

    figure: Figure
    name: str
    of: Told
    now: str
    basis: str
    typed: str
    options: tuple[tuple[str, str], ...]
    problem: str = ""

    @property
    def is_number(self) -> bool:
        """Whether a whole number is asked for."""
        return self.figure.type is ColumnType.INT64


@dataclass(slots=True)
class FieldGroup:
    """The figures that are of one kind, such as the ages of all posts."""

    key: str
    label: Told
    unit: str
    fields: list[Field] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether something was filled in here."""
        return any(each.typed or each.problem for each in self.fields)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole form; ``problems`` are those of addresses that are no field of it."""

    groups: list[FieldGroup]
    problems: list[str]
    also: tuple[str, ...]
    """Changes that mean several figures at once: they come from the address, not from a field."""


def sheet_of(
    rule: Rule, version: Version, question: Question, error: ChangeError | None, *, day: date
) -> Sheet:
    """Return the figures in force on a day, with what was asked and what is wrong with it."""
    typed = {change.address: change.value for change in question.changes}
    wrong = {problem.place: problem.message for problem in error.problems} if error else {}
    groups: dict[str, FieldGroup] = {}
    addresses = set()
    for figure in law.figures(rule, day):
        addresses.add(figure.address)
        group = groups.setdefault(
            figure.name,
            FieldGroup(
                f"angka-{len(groups) + 1}",
                label_of_figure(figure),
                figure.words.unit.label if figure.words.unit else "",
            ),
        )
        group.fields.append(
            Field(
                figure=figure,
                name=f"{NEW}{figure.address}",
                of=of_words(rule, figure),
                now=told_value(figure.value),
                basis="" if figure.basis == version.basis else figure.basis,
                typed=typed.get(figure.address, ""),
                options=tuple(_options(figure)),
                problem=wrong.get(figure.address, ""),
            )
        )
    return Sheet(
        groups=list(groups.values()),
        problems=[f"{place}: {told}" for place, told in wrong.items() if place not in addresses],
        also=tuple(
            str(change)
            for change in question.changes
            if change.address not in addresses and change.address not in wrong
        ),
    )


def _options(figure: Figure) -> Iterable[tuple[str, str]]:
    if figure.type is ColumnType.BOOLEAN:
        yield from (("", gettext("tetap")), ("ya", gettext("ya")), ("tidak", gettext("tidak")))
    elif figure.choices:
        yield "", gettext("tetap")
        yield from ((choice, words_of(choice)) for choice in figure.choices)
