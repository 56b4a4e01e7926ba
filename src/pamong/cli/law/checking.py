"""``pamong law check`` and ``audit``: is the law in order, and what does it say of everybody."""

from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.law.arguments import AsOf, day_told, rule_named
from pamong.cli.steps import say


def check(
    texts: Annotated[
        Path | None,
        typer.Option(
            "--texts",
            metavar="MAP",
            help="Map berisi naskah yang dibaca; SHA-256-nya dibandingkan dengan register.",
        ),
    ] = None,
) -> None:
    """Periksa hukum seluruhnya: celah dan tumpang tindih versi, sumber, dan setiap kasus.

    Kode keluar: 0 tidak ada masalah, 1 ada masalah; semuanya dicetak.
    """
    from pamong import law

    checked = law.check(texts=texts)
    for problem in checked.problems:
        print(problem)
    print(
        f"{checked.rules} aturan dan ketentuan, {checked.versions} versi, {checked.cases} kasus, "
        f"{checked.regulations} peraturan: "
        + (f"{len(checked.problems)} masalah." if checked.problems else "tidak ada masalah.")
    )
    if checked.problems:
        raise typer.Exit(1)


def audit(
    files: Annotated[
        list[Path],
        typer.Option(
            "--facts",
            metavar="BERKAS",
            help="Berkas fakta, atau map berisi berkas; boleh beberapa.",
        ),
    ],
    as_of: AsOf,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="MAP", help="Map hasil; kosong atau belum ada."),
    ],
    rule_id: Annotated[
        list[str] | None,
        typer.Option("--rule", metavar="ATURAN", help="Hanya aturan ini; boleh beberapa."),
    ] = None,
) -> None:
    """Nilai semua subjek menurut setiap aturan, dan tulis hasilnya satu berkas Parquet per aturan.

    Kode keluar: 0 dinilai; 2 cara memanggilnya salah; 3 fakta tidak dapat dibaca, atau map hasil
    sudah berisi.
    """
    from pamong import law

    day = day_told(as_of, "--as-of")
    over_tables = law.rules_of(law.Kind.RULE)
    for name in rule_id or ():
        if rule_named(name).kind is not law.Kind.RULE:
            raise typer.BadParameter(f"{name} tidak menilai tabel fakta.", param_hint="--rule")
    chosen = [over_tables[name] for name in rule_id or over_tables]
    told = law.audit(
        chosen,
        law.read_tables(files),
        as_of=day,
        out=out,
        report=lambda rule: say(f"Menilai menurut {rule.id}"),
    )
    for each in told:
        print(
            f"{each.rule.id}: {each.judged} {each.rule.subject}, {each.breaches} temuan, "
            f"{each.not_judged} belum dapat dinilai"
        )
    if told:
        print(f"Hasil {len(told)} aturan ditulis ke {out}.")
    else:
        print(
            "Tidak ada subjek yang dapat dinilai dalam berkas itu; lihat: pamong law facts ATURAN"
        )
