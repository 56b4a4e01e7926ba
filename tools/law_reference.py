"""The pages of docs/reference/law, written from the content: an index, and a page a rule."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from pamong.law import Kind, Rule, fact_table, register, rules
from pamong.law.fact_table import Column
from pamong.law.rule import Case, Outcome, Transitional, ValueList, Version

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "src" / "pamong" / "regulations"

INDEX_HEAD = """\
# The law

What Pamong knows of the law, a page an entry; `tools/reference.py` writes them from
`src/pamong/regulations`. `pamong law show ID` tells the same on the command line, *Aturan* on the
site. What the confidences mean stands in [Sources](../../explanation/sources.md), how an entry is
made in [The law engine](../../explanation/law.md).

{numbers} A rule counts when, on its own cases, it gives at least two different outcomes and one
"cannot be judged"; what only states a principle is a provision.
"""
KINDS = {
    Kind.RULE: "runs over tables of facts",
    Kind.STEP: "judges one case",
    Kind.PROVISION: "provision: judges nothing",
}


def law_pages() -> dict[str, str]:
    """Return every page by its place below docs/reference."""
    pages = {"law/README.md": index()}
    return pages | {f"law/{rule.id}.md": page_of(rule) for rule in rules().values()}


def index() -> str:
    """Return the index: how much there is, every entry by its field, doubts, regulations."""
    counts = Counter(rule.kind for rule in rules().values())
    judging = counts[Kind.RULE] + counts[Kind.STEP]
    numbers = (
        f"**{judging} rules** ({counts[Kind.RULE]} over tables of facts, {counts[Kind.STEP]} over "
        f"one case) and **{counts[Kind.PROVISION]} provisions**, tried by "
        f"{sum(len(rule.cases) for rule in rules().values())} cases."
    )
    by_field = sorted(rules().values(), key=lambda rule: (rule.path.parent.name, rule.id))
    head = ["rule", "about", "kind", "since", "cases"]
    fields = [
        f"## {field}\n\n{table(head, map(_line, entries))}\n"
        for field, entries in groupby(by_field, key=lambda rule: rule.path.parent.name)
    ]
    return "\n".join([INDEX_HEAD.format(numbers=numbers), *fields, _doubts(), _regulations()])


def _line(rule: Rule) -> list[object]:
    return [
        f"[{rule.id}]({rule.id}.md)",
        rule.title_en,
        KINDS[rule.kind],
        rule.versions[0].period.start,
        len(rule.cases) or "–",
    ]


def page_of(rule: Rule) -> str:
    """Return the page of one entry."""
    about = " It is about officials: no demonstration runs it over real ones."
    parts = [
        f"# {rule.id}\n\n{rule.title_en}. *{rule.title}.*\n",
        rule.summary_en.strip() + (about if rule.about_officials else "") + "\n",
        _reading(rule),
        "## Versions\n",
        *(_version(version) for version in rule.versions),
        *(_clause(clause) for clause in rule.transitional.values()),
        *(_list(values) for values in rule.lists.values()),
    ]
    if rule.outcomes:
        parts += ["## Outcomes\n", *map(_outcome, rule.outcomes.values())]
    if rule.cases:
        head = ["case", "as of", "expected"]
        rows = [[case.name, case.as_of, _expected(case)] for case in rule.cases]
        parts.append(f"## Cases\n\n{table(head, rows)}\n")
    doubts = [text for place, text in _marks() if place == rule.path]
    if doubts:
        parts.append("## Interpretations\n\n" + "".join(f"- {text}\n" for text in doubts))
    return "\n".join(parts)


def _reading(rule: Rule) -> str:
    chosen = rule.chosen_on or rule.chosen_by.value.replace("_", " ")
    if rule.case_table is not None:
        rows = [_column(column) for column in rule.case_table.told]
        return (
            f"Judges one case; the version is chosen by *{chosen}*. What is left out is not known."
            f"\n\n{table(['input', 'type', 'means'], rows)}\n"
        )
    if rule.kind is Kind.PROVISION:
        return "Judges nothing.\n"
    tables = [[f"`{name}`", fact_table(name).meaning_en] for name in rule.reads]
    uses = f" Uses {', '.join(f'[{used}]({used}.md)' for used in rule.uses)}." if rule.uses else ""
    return (
        f"Judges each *{rule.subject}*; the version is chosen by *{chosen}*.{uses}\n\n"
        f"{table(['reads', 'which are'], tables)}\n"
    )


def _column(column: Column) -> list[object]:
    choices = f" ({', '.join(column.one_of)})" if column.one_of else ""
    return [f"`{column.name}`", column.type.value, f"{column.meaning_en}{choices}"]


def _version(version: Version) -> str:
    told = [
        f"### {version.id}: {_period(version)}\n",
        f"{version.basis}. Confidence: {version.confidence.value}"
        + (f" ({version.seen_in})" if version.seen_in else "")
        + f"; checked {version.checked_on}.\n",
    ]
    if version.note:
        told.append(f"*{version.note}*\n")
    return "\n".join([*told, *_figures(version.values)])


def _clause(clause: Transitional) -> str:
    basis = "; ".join(map(str, clause.sources))
    told = f"### Transitional: {clause.id}, {_period(clause)}\n\n*{clause.says}* ({basis}.)\n"
    return "\n".join([told, *_figures(clause.values)])


def _period(part: Version | Transitional) -> str:
    last = part.period.last_day
    return f"{part.period.start} to {last}" if last else f"from {part.period.start}"


def _figures(values: Mapping[str, Any]) -> Iterator[str]:
    if values:
        yield table(["figure", "value"], [[f"`{name}`", _told(v)] for name, v in values.items()])
        yield ""


def _told(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_told(each) for each in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_told(each)}" for name, each in value.items())
    return str(value)


def _list(values: ValueList) -> str:
    names = list(values.columns)
    rows = [["" if row[name] is None else row[name] for name in names] for row in values.rows]
    return f"### List `{values.name}`\n\n*{values.meaning}*\n\n{table(names, rows)}\n"


def _outcome(outcome: Outcome) -> str:
    verdict = outcome.verdict.value.replace("_", " ")
    told = [f"**`{outcome.id}`** ({verdict}): {outcome.label_en or outcome.label}."]
    told += [*(outcome.meaning_en or outcome.meaning)]
    told += [f"*{step}*" for step in outcome.to_do]
    if outcome.discretion:
        told.append(f"*{outcome.discretion}*")
    return "\\\n".join(told) + "\n"


def _expected(case: Case) -> str:
    return "; ".join(
        f"{name} = {value if isinstance(value, str | date) else json.dumps(value, default=str)}"
        for name, value in case.expect.items()
    )


def _doubts() -> str:
    found = "\n".join(f"- `{path.relative_to(CONTENT.parent)}`: {text}" for path, text in _marks())
    return f"""\
## Interpretations

Marked `TAFSIR` where they stand; each waits for somebody who knows.

{found or "None."}
"""


def _marks() -> Iterator[tuple[Path, str]]:
    """Yield every mark with its file; a mark ends with its block of comment lines."""
    for path in sorted([*CONTENT.rglob("*.toml"), *(CONTENT.parent / "law").rglob("*.py")]):
        for block in re.findall(r"# TAFSIR: ((?:.*\n)(?:# .*\n)*)", path.read_text("utf-8")):
            yield path, " ".join(line.strip("# ") for line in block.splitlines())


def _regulations() -> str:
    rows = [
        [
            one.short,
            one.title,
            one.promulgated_on or "–",
            one.in_force_from or "–",
            one.ends_before or "–",
            _touches(one.amends, one.replaces),
            one.status,
            one.confidence,
            f"`{one.text_sha256[:16]}…`" if one.text_sha256 else "–",
        ]
        for one in register().regulations.values()
    ]
    head = ["regulation", "about", "promulgated", "in force", "ends before", "amends, replaces"]
    head += ["status", "confidence", "SHA-256 of the text read"]
    return f"## Regulations cited\n\n{table(head, rows)}\n"


def _touches(amends: Iterable[str], replaces: Iterable[str]) -> str:
    told = [*(f"amends {each}" for each in amends), *(f"replaces {each}" for each in replaces)]
    return "; ".join(told) or "–"


def table(head: list[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a table of Markdown."""
    cells = [[str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ["---"] * len(head), *cells])
