"""``pamong law``: the rules, the facts that they read, and what they say of facts from files."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.words import App

if TYPE_CHECKING:  # what judges is loaded when a command runs
    from datetime import date

    from pamong.law import FactTable, Judgement, Judgements, Rule, Version

#: More judgements than these are summed up instead of told one by one.
_TOLD = 20

app = App(help="Aturan hukum: daftarnya, isinya, fakta yang dibacanya, dan penilaiannya.")

RuleId = Annotated[
    str, typer.Argument(metavar="ATURAN", help="Pengenal aturan, seperti pilkada-kalender.")
]


@app.command("list")
def list_rules() -> None:
    """Tampilkan semua aturan, sejak kapan tercatat, dan berapa kasusnya."""
    from pamong import law
    from pamong.kernel.day import format_day

    for rule in law.rules().values():
        since = format_day(rule.versions[0].period.start)
        print(f"{rule.id}\n  {rule.title}")
        print(f"  sejak {since}; {len(rule.versions)} versi; {len(rule.cases)} kasus\n")


@app.command("show")
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
    rule = _rule(rule_id)
    chosen = rule.version_on(_day(day, "--day")) if day else None
    print("\n".join(_describe(rule, chosen)))


@app.command("facts")
def facts(
    rule_id: RuleId,
    example: Annotated[
        Path | None,
        typer.Option(
            "--example", metavar="BERKAS", help="Tulis contoh yang berjalan (.toml atau .json)."
        ),
    ] = None,
) -> None:
    """Tampilkan tabel fakta yang dibaca aturan: kolom, jenis, dan artinya.

    Berkas .toml dan .json memuat beberapa tabel menurut namanya; .csv dan .parquet satu tabel,
    bernama seperti berkasnya.
    """
    from pamong.law import fact_table
    from pamong.law.examples import write_example

    rule = _rule(rule_id)
    for name in rule.reads:
        print("\n".join([*_describe_table(fact_table(name)), ""]))
    if example is not None:
        case = write_example(rule, example)
        print(f'Contoh ditulis dari kasus "{case.name}". Jalankan:')
        print(f"pamong law judge {rule.id} --facts {example} --as-of {case.as_of}")


@app.command("judge")
def judge(
    rule_id: RuleId,
    files: Annotated[
        list[Path],
        typer.Option("--facts", metavar="BERKAS", help="Berkas fakta; boleh lebih dari satu."),
    ],
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="HARI", help="Hari yang dinilai: 2026-03-31.")
    ],
    subject: Annotated[
        list[int] | None,
        typer.Option("--subject", metavar="ID", help="Hanya subjek ini; boleh lebih dari satu."),
    ] = None,
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Cetak satu objek JSON per penilaian, satu per baris.")
    ] = False,
) -> None:
    """Nilai fakta dari berkas menurut satu aturan, tanpa basis data.

    Tabel yang tidak ada di berkas dianggap kosong: belum tercatat. Kalender hari kerja nasional
    dipakai bila tidak diberikan.

    Kode keluar: 0 dinilai, apa pun hasilnya; 2 cara memanggilnya salah; 3 fakta tidak dapat
    dibaca, atau hari itu sebelum versi pertama.
    """
    from pamong import law

    rule, day = _rule(rule_id), _day(as_of, "--as-of")
    judged = law.judge(rule, law.read_facts(rule, files), as_of=day, subjects=subject or None)
    if as_json:
        for judgement in judged:
            print(json.dumps(judgement.to_json(), ensure_ascii=False))
    else:
        print("\n".join(_tell(judged)))


def _rule(rule_id: str) -> "Rule":
    from pamong import law

    try:
        return law.rule(rule_id)
    except law.UnknownRuleError as error:
        raise typer.BadParameter(str(error), param_hint="ATURAN") from error


def _day(text: str, option: str) -> "date":
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text)
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def _describe(rule: "Rule", chosen: "Version | None") -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield f"\n{rule.summary}"
    yield f"\nVersi (dipilih menurut {rule.chosen_by.label}):"
    for version in rule.versions:
        yield from _describe_version(version, is_chosen=version is chosen)
    for clause in rule.transitional.values():
        yield f"\nPeralihan {clause.id}: {clause.says}"
    yield f"\nMembaca: {', '.join(rule.reads)} (lihat: pamong law facts {rule.id})"
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


def _describe_table(table: "FactTable") -> Iterator[str]:
    yield f"{table.name}: {table.meaning}"
    for column in table.columns:
        empty = "" if column.required else ", boleh kosong"
        choices = f" ({', '.join(column.one_of)})" if column.one_of else ""
        yield f"  {column.name} [{column.type.label}{empty}]: {column.meaning}{choices}"


def _tell(judged: "Judgements") -> Iterable[str]:
    if not len(judged):
        yield f"Tidak ada {judged.rule.subject} yang tersangkut aturan ini pada hari itu."
    elif len(judged) <= _TOLD:
        for judgement in judged:
            yield from _tell_one(judgement)
    else:
        counts = Counter(judged.table["outcome"].to_pylist())
        yield f"{len(judged)} {judged.rule.subject} dinilai:"
        for name, outcome in judged.rule.outcomes.items():
            if counts[name]:
                yield f"  {counts[name]:>9}  {outcome.label} [{outcome.verdict.label}]"
        yield "Pakai --subject ID untuk satu subjek, atau --json untuk semuanya."


def _tell_one(judgement: "Judgement") -> Iterator[str]:
    subject = f"{judgement.rule.subject} {judgement.subject_id}"
    yield f"{subject}: {judgement.outcome.label} [{judgement.verdict.label}]"
    for sentence in judgement.sentences:
        yield f"  {sentence}"
