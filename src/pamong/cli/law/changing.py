"""``pamong law diff``: what changes between two days, in the law and for whom."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.law.arguments import FactFiles, day_told, rule_named

if TYPE_CHECKING:
    from datetime import date

    import pyarrow as pa

    from pamong.law import Changed, Judgement, LawChange, Rule

#: More subjects than these are counted instead of told one by one.
_TOLD = 50


def diff(
    before: Annotated[str, typer.Argument(metavar="HARI", help="Hari yang pertama.")],
    after: Annotated[str, typer.Argument(metavar="HARI", help="Hari yang kemudian.")],
    rule_id: Annotated[
        str | None,
        typer.Option("--rule", metavar="ATURAN", help="Hanya aturan ini."),
    ] = None,
    files: FactFiles = None,
) -> None:
    """Tampilkan yang berubah di antara dua hari: hukumnya, dan dengan --facts bagi siapa.

    Perubahan pada hari kedua ikut dihitung, pada hari pertama tidak.

    Kode keluar: 0 ditampilkan, 2 cara memanggilnya salah, 3 fakta tidak dapat dibaca.
    """
    from pamong import law

    first, then = day_told(before, "HARI"), day_told(after, "HARI")
    if then <= first:
        raise typer.BadParameter("hari kedua harus lebih kemudian.", param_hint="HARI")
    rules = law.rules() if rule_id is None else {rule_id: rule_named(rule_id)}
    changes = law.law_changes(rules, first, then)
    if not changes:
        print("Hukumnya tidak berubah di antara kedua hari itu.")
    for change in changes:
        print("\n".join(_tell_change(change)))
    if files:
        tables = law.read_tables(files)
        for rule in rules.values():
            if rule.kind is law.Kind.RULE and rule.subject in tables:
                own = {name: table for name, table in tables.items() if name in rule.reads}
                print("\n".join(_tell_rule(rule, own, first, then)))


def _tell_change(change: "LawChange") -> Iterator[str]:
    from pamong.kernel.day import format_day

    yield f"{format_day(change.on)}  {change.rule.id}: {change.rule.title}"
    if change.clause is not None:
        begins = change.clause.period.start == change.on
        yield f"  ketentuan peralihan {'mulai' if begins else 'berakhir'}: {change.clause.says}"
    elif change.after is None:
        yield "  tidak ada lagi versi yang berlaku"
    else:
        yield f"  sebelumnya {change.before.basis if change.before else 'belum tercatat'}"
        yield f"  sesudahnya {change.after.basis}"
        yield from (f"  {figure}" for figure in change.figures)


def _tell_rule(
    rule: "Rule", tables: "dict[str, pa.Table]", before: "date", after: "date"
) -> Iterator[str]:
    from pamong import law
    from pamong.law.fact_files import completed

    changed = list(law.compare(rule, completed(rule, tables), before, after))
    if changed:
        yield f"{rule.id}: berubah bagi {len(changed)} {rule.subject}"
        yield from (f"  {rule.subject} {_one(each)}" for each in changed[:_TOLD])
    if len(changed) > _TOLD:
        yield f"  … dan {len(changed) - _TOLD} lagi"


def _one(changed: "Changed") -> str:
    return f"{changed.subject_id}: {_short(changed.before)} → {_short(changed.after)}"


def _short(judgement: "Judgement | None") -> str:
    if judgement is None:
        return "tidak tersangkut"
    return f"{judgement.outcome.label} [{judgement.verdict.label}]"
