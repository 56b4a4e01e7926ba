"""``pamong law check``: is the law in order."""

from pathlib import Path
from typing import Annotated

import typer


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
