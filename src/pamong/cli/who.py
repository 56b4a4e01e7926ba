"""``pamong who``: who holds which office of a government on a day, and on what basis."""

import json
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, open_house


def who(
    government: Annotated[
        str,
        typer.Option(
            "--government",
            "-g",
            help='Pemerintah daerah: "Provinsi Jambi", "Pemprov Jambi", "Kab. Jember", …',
            metavar="NAMA",
        ),
    ],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help="Hari yang ditanyakan: 2020-10-01, 1/10/2020 atau 1 Oktober 2020. Tanpa ini: "
            "hari ini, menurut jam pemerintah daerah itu.",
            metavar="HARI",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak JSON, satu daftar.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Siapa memangku jabatan apa pada suatu hari, dan berdasarkan apa.

    Kode keluar: 0 terjawab, 2 pemerintah daerah atau hari tidak dikenal.
    """
    from pamong.kernel.day import DayTextError, format_day_long, parse_day

    try:
        asked = parse_day(as_of) if as_of is not None else None
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error
    open_house(data_dir)
    from pamong.apps.organisasi import selectors
    from pamong.apps.organisasi.as_of import who as answers_for

    try:
        pemda = selectors.find_resident(government)
    except selectors.PemdaNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--government") from error
    day = asked or datetime.now(ZoneInfo(pemda.time_zone)).date()
    answers = answers_for(pemda, day=day)
    if as_json:
        print(json.dumps([answer.to_json() for answer in answers], ensure_ascii=False, indent=1))
        return
    print(f"{pemda.nama}, {format_day_long(day)}")
    for answer in answers:
        print()
        print(answer.describe())
