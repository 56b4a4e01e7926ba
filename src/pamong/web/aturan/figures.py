"""The figures of a rule with their addresses, in the words of the page."""

from dataclasses import dataclass
from datetime import date

from pamong import law
from pamong.apps.findings.what_if import posts_named
from pamong.kernel.day import format_day
from pamong.law import Figure, Rule
from pamong.law.figure import FigureValue, FigureWords
from pamong.web.aturan.names import Told, is_english, label_of, words_of, yes_or_no
from pamong.web.templatetags.pamong import amount

_AMOUNTS_FROM = 10_000
"""Smaller numbers may be years, and in 2024 there is no stop."""


@dataclass(frozen=True, slots=True)
class AddressedFigure:
    """One figure that may be changed in a simulation, and the address that names it."""

    address: str
    label: Told
    of: Told
    value: str
    unit: str


def addressed(rule: Rule, day: date) -> list[AddressedFigure]:
    """Return the figures of a rule on a day; none before its first version, and of procedures."""
    if rule.kind is not law.Kind.RULE or day < rule.versions[0].period.start:
        return []
    return [
        AddressedFigure(
            figure.address,
            label_of_figure(figure),
            of_words(rule, figure),
            told_value(figure.value),
            figure.words.unit.label if figure.words.unit else "",
        )
        for figure in law.figures(rule, day)
    ]


def label_of_figure(figure: Figure) -> Told:
    """Say what a figure is, in the language of the page where the rule says it so."""
    return label_of_key(figure.name, figure.words)


def label_of_key(name: str, words: FigureWords) -> Told:
    """Say what the key of a figure means; the unit that ends it is told behind the number."""
    if words.label_en and is_english():
        return Told(words.label_en, "en")
    unit = f"_{words.unit.value}" if words.unit else ""
    return Told(words.label or words_of(name.removesuffix(unit)))


def counted(value: int, words: FigureWords) -> str:
    """Write a number with its unit; a percentage in hundredths is left as it is kept."""
    told = told_value(value)
    if words.unit is None or value > words.unit.most:
        return told
    return f"{told} {words.unit.label}"


def of_words(rule: Rule, figure: Figure) -> Told:
    """Say which one a figure is among its sisters; empty where it has none."""
    told = [_word(rule, part) for words in figure.of for part in words.split(", ")]
    language = "en" if told and all(each.language == "en" for each in told) else "id"
    return Told(", ".join(each.words for each in told), language)


def told_value(value: FigureValue) -> str:
    """Write a figure as people read it."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, int):
        return amount(value) if value >= _AMOUNTS_FROM else str(value)
    return words_of(value)


def _word(rule: Rule, code: str) -> Told:
    if code in rule.outcomes:
        return label_of(rule.outcomes[code])
    return Told(posts_named().get(code) or words_of(code))
