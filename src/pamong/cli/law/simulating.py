"""``pamong law simulate``: what if the law had other figures, for whom and from when."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.law.arguments import AsOf, FactFiles, RuleId, day_told, rule_named
from pamong.cli.law.what_if import describe_figures, tell_simulation

if TYPE_CHECKING:
    import pyarrow as pa

    from pamong.law import Change, ChangeError, Rule


def simulate(  # noqa: PLR0913  each is an option of the command
    rule_id: RuleId,
    as_of: AsOf,
    told: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="ALAMAT=NILAI",
            help="Angka baru, seperti usia.administrator=62; boleh beberapa.",
        ),
    ] = None,
    files: FactFiles = None,
    lake: Annotated[
        Path | None,
        typer.Option("--lake", metavar="MAP", help="Himpunan data, sebagai ganti --facts."),
    ] = None,
    years: Annotated[
        int, typer.Option("--years", min=0, max=15, help="Berapa tahun ke depan yang dilihat.")
    ] = 5,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="MAP", help="Tulis yang tersentuh, ringkasan, dan grafik ke map ini."
        ),
    ] = None,
    *,
    only_figures: Annotated[
        bool, typer.Option("--figures", help="Tampilkan saja angka yang dapat diubah.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak ringkasannya sebagai JSON.")] = (
        False
    ),
) -> None:
    """Bandingkan hukum yang berlaku dengan angka lain: siapa yang tersentuh, kapan, dan di mana.

    Dinilai pada hari itu dan pada hari yang sama tahun-tahun berikutnya, atas fakta yang sama.
    Pangkat dan unit kerja dibaca dari riwayat_pangkat, riwayat_jabatan dan pegawai bila ada.

    Kode keluar: 0 dihitung; 2 cara memanggilnya salah, atau angkanya tidak mungkin; 3 fakta tidak
    dapat dibaca, hari itu sebelum versi pertama, atau map hasil sudah berisi.
    """
    from pamong import law
    from pamong.law.fact_files import completed
    from pamong.law.what_if.simulation_files import summary, write_simulation

    rule, day = rule_named(rule_id), day_told(as_of, "--as-of")
    if rule.kind is not law.Kind.RULE:
        raise typer.BadParameter(f"{rule.id} tidak menilai tabel fakta.", param_hint="ATURAN")
    if only_figures:
        print("\n".join(describe_figures(rule, day)))
        return
    changes = _changes(rule, told)
    if (lake is None) == (not files):
        raise typer.BadParameter("beri salah satu: --facts atau --lake.", param_hint="--facts")
    tables = completed(rule, law.read_tables(files or []) if lake is None else _of(lake, rule))
    try:
        simulation = law.simulate(rule, changes, tables, as_of=day, years=years)
    except law.ChangeError as error:
        raise typer.BadParameter(_in_one_line(error), param_hint="--set") from error
    if out is not None:
        write_simulation(simulation, out)
    if as_json:
        print(json.dumps(summary(simulation), ensure_ascii=False, default=str))
        return
    print("\n".join(tell_simulation(simulation)))
    if out is not None:
        print(f"\nHasilnya ditulis ke {out}.")


def _of(folder: Path, rule: "Rule") -> "dict[str, pa.Table]":
    """Return what a rule reads of a lake, and what tells the rank and post of its subjects."""
    from pamong.law.lake import open_lake, read_tables_of

    return read_tables_of(open_lake(folder), {*rule.reads, "riwayat_pangkat", "riwayat_jabatan"})


def _changes(rule: "Rule", told: list[str] | None) -> "list[Change]":
    from pamong import law

    if not told:
        raise typer.BadParameter(
            f"beri satu angka baru atau lebih (lihat: pamong law simulate {rule.id} --figures).",
            param_hint="--set",
        )
    try:
        return [law.Change.parse(text) for text in told]
    except law.ChangeError as error:
        raise typer.BadParameter(_in_one_line(error), param_hint="--set") from error


def _in_one_line(error: "ChangeError") -> str:
    return "; ".join(map(str, error.problems))
