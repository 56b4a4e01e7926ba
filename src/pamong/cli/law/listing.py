"""``pamong law list``, ``show`` and ``facts``: what there is, and what a rule needs to know."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.law.arguments import RuleId, day_told, rule_named
from pamong.cli.law.describing import describe, describe_table


def list_rules(
    *,
    provisions: Annotated[
        bool,
        typer.Option("--provisions", help="Tampilkan ketentuan yang hanya menyatakan asas."),
    ] = False,
) -> None:
    """Tampilkan semua aturan, sejak kapan tercatat, dan berapa kasusnya."""
    from pamong import law
    from pamong.kernel.day import format_day

    counts = Counter(rule.kind for rule in law.rules().values())
    for rule in law.rules().values():
        if (rule.kind is law.Kind.PROVISION) is not provisions:
            continue
        since = format_day(rule.versions[0].period.start)
        cases = f"; {len(rule.cases)} kasus" if rule.cases else ""
        print(f"{rule.id}\n  {rule.title}")
        print(f"  {rule.kind.label}; sejak {since}; {len(rule.versions)} versi{cases}\n")
    judging = counts[law.Kind.RULE] + counts[law.Kind.STEP]
    print(
        f"{judging} aturan menilai: {counts[law.Kind.RULE]} atas tabel fakta, "
        f"{counts[law.Kind.STEP]} atas satu perkara. "
        f"{counts[law.Kind.PROVISION]} ketentuan tidak menilai (--provisions)."
    )


def show(
    rule_id: RuleId,
    day: Annotated[
        str | None,
        typer.Option("--day", metavar="HARI", help="Tunjukkan versi yang berlaku pada hari ini."),
    ] = None,
) -> None:
    """Tampilkan satu aturan: versi dan dasarnya, tabel yang dibaca, langkah, dan hasilnya.

    Kode keluar: 0 ditampilkan, 2 cara memanggilnya salah, 3 hari itu sebelum versi pertama.
    """
    rule = rule_named(rule_id)
    chosen = rule.version_on(day_told(day, "--day")) if day else None
    print("\n".join(describe(rule, chosen)))


def facts(
    rule_id: RuleId,
    example: Annotated[
        Path | None,
        typer.Option(
            "--example", metavar="BERKAS", help="Tulis contoh yang berjalan (.toml atau .json)."
        ),
    ] = None,
) -> None:
    """Tampilkan fakta yang dibaca aturan: tabel atau masukannya, kolom, jenis, dan artinya.

    Berkas .toml dan .json memuat beberapa tabel menurut namanya; .csv dan .parquet satu tabel,
    bernama seperti berkasnya. Perkara tunggal ditulis sebagai masukan menurut namanya.
    """
    from pamong.law import fact_table
    from pamong.law.examples import write_example

    rule = rule_named(rule_id)
    tables = [rule.case_table] if rule.case_table else [fact_table(name) for name in rule.reads]
    for table in tables:
        print("\n".join([*describe_table(table), ""]))
    if not tables:
        print("Ketentuan ini tidak menilai apa pun, jadi tidak membaca fakta.")
    elif example is not None:
        case = write_example(rule, example)
        print(f'Contoh ditulis dari kasus "{case.name}". Jalankan:')
        print(f"pamong law judge {rule.id} --facts {example} --as-of {case.as_of}")
