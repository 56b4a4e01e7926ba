"""``pamong law audit``: what every rule says of everybody, in files or in a lake of any size."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.law.arguments import AsOf, day_told, rule_named
from pamong.cli.law.planted import tell_planted
from pamong.cli.steps import say

if TYPE_CHECKING:  # what judges is loaded when the command runs
    from collections.abc import Callable

    from pamong.law import Audited, Rule
    from pamong.law.lake import Engine, Progress

_ENGINES = ("duckdb", "spark")


def audit(  # noqa: PLR0913, PLR0917  each is an option of the command
    as_of: AsOf,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="MAP", help="Map hasil; kosong atau belum ada."),
    ],
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "--facts",
            metavar="BERKAS",
            help="Berkas fakta, atau map berisi berkas; boleh beberapa.",
        ),
    ] = None,
    lake: Annotated[
        Path | None,
        typer.Option(
            "--lake",
            metavar="MAP",
            help="Himpunan data: map berisi berkas Parquet per tabel, berapa pun besarnya.",
        ),
    ] = None,
    rule_id: Annotated[
        list[str] | None,
        typer.Option("--rule", metavar="ATURAN", help="Hanya aturan ini; boleh beberapa."),
    ] = None,
    engine: Annotated[
        str, typer.Option("--engine", metavar="MESIN", help="duckdb atau spark (bagi --lake).")
    ] = "duckdb",
    master: Annotated[
        str,
        typer.Option(
            "--master", metavar="ALAMAT", help="Alamat Spark, seperti spark://HOST:7077."
        ),
    ] = "local[*]",
    setting: Annotated[
        list[str] | None,
        typer.Option("--conf", metavar="NAMA=NILAI", help="Setelan Spark; boleh beberapa."),
    ] = None,
    patience: Annotated[
        int,
        typer.Option(
            "--patience", metavar="DETIK", help="Berapa lama menunggu pekerja Spark yang hilang."
        ),
    ] = 60,
    memory: Annotated[
        str, typer.Option("--memory", metavar="UKURAN", help="Memori bagi DuckDB, seperti 3GB.")
    ] = "3GB",
    every_row: Annotated[
        bool,
        typer.Option("--all", help="Tulis juga subjek yang hasilnya sesuai (bagi --lake)."),
    ] = False,
) -> None:
    """Nilai semua subjek menurut setiap aturan, dan tulis hasilnya sebagai Parquet per aturan.

    Dari himpunan data (--lake) yang ditulis ialah subjek yang hasilnya bukan "sesuai";
    ringkasannya menghitung semua. Himpunan rekaan (pamong synth) dibandingkan dengan skenario di
    dalamnya.

    Kode keluar: 0 dinilai; 1 hasilnya lain daripada skenario; 2 cara memanggilnya salah; 3 data
    tidak dapat dibaca, mesin tidak menyelesaikannya, atau map hasil sudah berisi.
    """
    from pamong import law

    if (lake is None) == (not files):
        raise typer.BadParameter("beri salah satu: --facts atau --lake.", param_hint="--facts")
    if engine not in _ENGINES:
        raise typer.BadParameter(f"pilih {' atau '.join(_ENGINES)}.", param_hint="--engine")
    day = day_told(as_of, "--as-of")
    chosen = _rules(rule_id)
    if lake is None:
        told = law.audit(
            chosen,
            law.read_tables(files or []),
            as_of=day,
            out=out,
            report=lambda rule: say(f"Menilai menurut {rule.id}"),
        )
        _print(told, out)
        return
    chosen_engine = (
        _on_spark(master, setting or [], patience)
        if engine == "spark"
        else _on_duckdb(out, memory)
    )
    told = _audit_lake(chosen, lake, chosen_engine, day, out, every_row)
    judged = [each.rule.id for each in told]
    if not tell_planted(lake, out, judged, day, asked=rule_id):
        raise typer.Exit(1)


def _rules(names: list[str] | None) -> "list[Rule]":
    from pamong import law

    over_tables = law.rules_of(law.Kind.RULE)
    for name in names or ():
        if rule_named(name).kind is not law.Kind.RULE:
            raise typer.BadParameter(f"{name} tidak menilai tabel fakta.", param_hint="--rule")
    return [over_tables[name] for name in names or over_tables]


def _on_duckdb(out: Path, memory: str) -> "Engine":
    from pamong.law.lake.on_duckdb import MemoryTextError, OnDuckDB

    try:
        return OnDuckDB(spill=out.parent / f".{out.name}-singgah", memory=memory)
    except MemoryTextError as error:
        raise typer.BadParameter(str(error), param_hint="--memory") from error


def _on_spark(master: str, settings: list[str], patience: int) -> "Engine":
    from pamong.law.lake.on_spark import OnSpark

    told: dict[str, str] = {}
    for one in settings:
        name, equals, value = one.partition("=")
        if not equals:
            raise typer.BadParameter(f'"{one}" harus NAMA=NILAI.', param_hint="--conf")
        told[name.strip()] = value.strip()
    return OnSpark(master, told, patience=patience)


def _audit_lake(
    rules: "list[Rule]", folder: Path, engine: "Engine", day: date, out: Path, every_row: bool
) -> "list[Audited]":
    from pamong.law.lake import audit_lake, open_lake

    lake = open_lake(folder)
    pegawai, groups = lake.rows("pegawai"), len(lake.groups)
    say(f"Himpunan data {folder}: {pegawai} pegawai dalam {groups} kelompok")
    with _bar() as report:
        told = audit_lake(
            rules, lake, engine, as_of=day, out=out, every_row=every_row, report=report
        )
    _print(told, out, timed=True)
    return told


@contextmanager
def _bar() -> "Iterator[Callable[[Progress], None]]":
    """Show how far it is: a bar on a terminal, else a line for each rule of the first groups."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    if not console.is_terminal:
        seen: set[str] = set()

        def tell(progress: "Progress") -> None:
            if progress.about not in seen:
                seen.add(progress.about)
                say(progress.about)

        yield tell
        return
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn())
    with Bar(*columns, TextColumn("{task.description}"), console=console) as bar:
        task = bar.add_task("", total=None)

        def move(progress: "Progress") -> None:
            bar.update(
                task, completed=progress.done, total=progress.steps, description=progress.about
            )

        yield move


def _print(told: "list[Audited]", out: Path, *, timed: bool = False) -> None:
    for each in told:
        took = f" ({each.milliseconds / 1000:.1f} s)" if timed else ""
        print(
            f"{each.rule.id}: {each.judged} {each.rule.subject}, {each.breaches} temuan, "
            f"{each.not_judged} belum dapat dinilai{took}"
        )
    if told:
        print(f"Hasil {len(told)} aturan ditulis ke {out}.")
    else:
        print("Tidak ada subjek yang dapat dinilai dalam data itu; lihat: pamong law facts ATURAN")
