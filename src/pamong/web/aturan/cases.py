"""The cases of a rule as a jurist reads them: the day, the facts, the answer that must come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from pamong.kernel.day import format_day
from pamong.law import Rule
from pamong.web.aturan.names import Told, in_page_language, label_of, words_of, yes_or_no
from pamong.web.temuan.facts import FactsTable, tables_of


class CaseNotFoundError(LookupError):
    """A rule has no case of that number."""

    def __init__(self, rule: Rule, number: int) -> None:
        told = {"rule": rule.id, "number": number, "last": len(rule.cases)}
        super().__init__(
            gettext("Aturan %(rule)s tidak punya kasus nomor %(number)s; yang ada 1–%(last)s.")
            % told
        )


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case of the rule: the facts, the day, and the answer that must come out."""

    number: int
    name: str
    as_of: date
    expected: list[Told]
    source: str


def told_figure(rule: Rule, value: Any) -> str:
    """Write one figure of the law: a code as its words, a day as a day."""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, Mapping):
        return "; ".join(
            f"{words_of(name)} {told_figure(rule, each)}" for name, each in value.items()
        )
    if isinstance(value, list):
        return ", ".join(told_figure(rule, each) for each in value)
    text = "" if value is None else str(value)
    return label_of(rule.outcomes[text]).words if text in rule.outcomes else words_of(text)


@dataclass(frozen=True, slots=True)
class CaseOnItsPage:
    """One case with its facts, and the numbers of those before and after it."""

    case: ShownCase
    facts: list[FactsTable]
    before: int | None
    after: int | None


def case_of(rule: Rule, number: int) -> CaseOnItsPage:
    """Return one case of a rule, counted from 1.

    Raises:
        CaseNotFoundError: there is none of that number.
    """
    if not 1 <= number <= len(rule.cases):
        raise CaseNotFoundError(rule, number)
    return CaseOnItsPage(
        case=shown_case(rule, number),
        facts=tables_of(rule.cases[number - 1].facts),
        before=number - 1 or None,
        after=number + 1 if number < len(rule.cases) else None,
    )


def shown_case(rule: Rule, number: int) -> ShownCase:
    """Return a case as the page of its rule lists it, counted from 1."""
    case = rule.cases[number - 1]
    return ShownCase(
        number=number,
        name=case.name,
        as_of=case.as_of,
        expected=list(_expected(rule, case.expect)),
        source=case.source or "",
    )


def _expected(rule: Rule, expect: Mapping[str, Any]) -> Iterable[Told]:
    if expect.get("no_row"):
        yield in_page_language(gettext("Aturan ini tidak menyangkutnya."))
    if expect.get("refused"):
        yield in_page_language(gettext("Ditolak: hari itu sebelum versi pertama."))
    steps = {step.name: step for step in rule.steps}
    for name, value in expect.items():
        if name == "outcome":
            yield label_of(rule.outcomes[value])
        elif name in {"since", "due_on"} and value is not None:
            told = {"day": format_day(value)}
            sentence = (
                gettext("Sejak %(day)s.") if name == "since" else gettext("Tenggat %(day)s.")
            )
            yield in_page_language(sentence % told)
        elif name == "missing" and value:
            labels = [rule.missing[each].label if each in rule.missing else each for each in value]
            told = {"what": ", ".join(labels)}
            yield in_page_language(gettext("Belum tercatat: %(what)s.") % told)
        elif name in steps and value is not None:
            step = steps[name]
            shown_value = step.labels.get(str(value)) or told_figure(rule, value)
            yield Told(f"{step.label}: {shown_value}{f' {step.unit}' if step.unit else ''}.")
