"""How the command line tells a rule, a table of facts, and what a rule said."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pamong.law import FactTable, Judgement, Judgements, Rule, Version

#: More judgements than these are summed up instead of told one by one.
_TOLD = 20


def describe(rule: "Rule", chosen: "Version | None") -> Iterator[str]:
    """Yield what a rule says of itself; the version ``chosen`` is marked."""
    yield f"{rule.id}: {rule.title}"
    yield f"\n{rule.summary}"
    yield f"\nVersi (dipilih menurut {rule.chosen_by.label}):"
    for version in rule.versions:
        yield from _describe_version(version, is_chosen=version is chosen)
    for clause in rule.transitional.values():
        yield f"\nPeralihan {clause.id}: {clause.says}"
    if rule.case_table is not None:
        yield f"\nMasukan: {', '.join(each.name for each in rule.case_table.told)}"
    elif rule.reads:
        yield f"\nMembaca: {', '.join(rule.reads)} (lihat: pamong law facts {rule.id})"
    else:
        return
    yield "\nLangkah:"
    for step in rule.steps:
        yield f"  {step.name}: {step.label}{f' ({step.unit})' if step.unit else ''}"
    yield "\nHasil:"
    for outcome in rule.outcomes.values():
        yield f"  {outcome.id}: {outcome.label} [{outcome.verdict.label}]"


def _describe_version(version: "Version", *, is_chosen: bool) -> Iterator[str]:
    from pamong.kernel.day import format_day, format_period

    mark = "*" if is_chosen else "-"
    yield f"{mark} {format_period(version.period)}: {version.basis}"
    yield f"    {version.confidence.label}; diperiksa {format_day(version.checked_on)}"
    if version.note:
        yield f"    {version.note}"


def describe_table(table: "FactTable") -> Iterator[str]:
    """Yield a table of facts and its columns, or the inputs of one case."""
    yield f"{table.name}: {table.meaning}"
    for column in table.told:
        empty = "" if column.required else ", boleh kosong"
        choices = f" ({', '.join(column.one_of)})" if column.one_of else ""
        yield f"  {column.name} [{column.type.label}{empty}]: {column.meaning}{choices}"


def tell(judged: "Judgements") -> Iterable[str]:
    """Yield what a rule said: of a few one by one, of many in numbers."""
    if not len(judged):
        yield f"Tidak ada {judged.rule.subject} yang tersangkut aturan ini pada hari itu."
    elif len(judged) <= _TOLD:
        for judgement in judged:
            yield from tell_one(judgement)
    else:
        counts = Counter(judged.table["outcome"].to_pylist())
        yield f"{len(judged)} {judged.rule.subject} dinilai:"
        for name, outcome in judged.rule.outcomes.items():
            if counts[name]:
                yield f"  {counts[name]:>9}  {outcome.label} [{outcome.verdict.label}]"
        yield "Pakai --subject ID untuk satu subjek, atau --json untuk semuanya."


def tell_one(judgement: "Judgement") -> Iterator[str]:
    """Yield one judgement in sentences."""
    subject = f"{judgement.rule.subject} {judgement.subject_id}"
    yield f"{subject}: {judgement.outcome.label} [{judgement.verdict.label}]"
    for sentence in judgement.sentences:
        yield f"  {sentence}"
