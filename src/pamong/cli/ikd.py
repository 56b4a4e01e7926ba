"""``pamong ikd``: the 27 indicators of data quality of a government, by indicator and by OPD."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, open_house

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pamong.apps.kualitas.listing import Quality


def ikd(
    government: Annotated[
        str,
        typer.Option(
            "--government",
            "-g",
            help='Pemerintah daerah: "Provinsi Jambi", "Kab. Jember", …',
            metavar="NAMA",
        ),
    ],
    by_opd: Annotated[
        bool, typer.Option("--opd", help="Sebutkan juga nilai tiap OPD, yang terendah dulu.")
    ] = False,
    as_kept: Annotated[
        bool,
        typer.Option(
            "--as-kept", help="Jangan hitung sekarang; tunjukkan hitungan terakhir yang tersimpan."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak JSON, satu objek.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Kualitas data pegawai menurut 27 indikator (IKD) SIASN, dihitung untuk hari ini.

    Yang belum dapat dinilai disebut dengan sebabnya, dan tidak pernah dihitung baik.

    Kode keluar: 0 terjawab, 1 belum pernah dihitung, 2 pemerintah daerah tidak dikenal.
    """
    open_house(data_dir)
    from pamong.apps.kualitas.counting import CountedLaterError, count_quality
    from pamong.apps.kualitas.listing import counted_on, quality_on
    from pamong.apps.organisasi import selectors
    from pamong.kernel.day import format_day_long

    try:
        pemda = selectors.find_resident(government)
    except selectors.PemdaNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--government") from error
    today = datetime.now(ZoneInfo(pemda.time_zone)).date()
    try:
        if not as_kept:
            count_quality(pemda=pemda, day=today)
    except CountedLaterError as error:
        print(error)
        raise typer.Exit(1) from error
    as_of = counted_on(pemda, day=today)
    if as_of is None:
        print("Kualitas data belum pernah dihitung. Jalankan tanpa --as-kept.")
        raise typer.Exit(1)
    told = quality_on(pemda, as_of=as_of)
    if as_json:
        print(json.dumps(told.to_json(), ensure_ascii=False, indent=1))
        return
    print(f"{pemda.nama}, {format_day_long(as_of)}: {told.people} pegawai, nilai {told.index}")
    for line in (*_indicators(told), *(_opds(told) if by_opd else ())):
        print(line)


def _indicators(told: "Quality") -> "Iterator[str]":
    for each in told.indicators:
        share = "–" if each.share is None else f"{each.share}"
        yield f"{each.indicator.code:7}{share:>7}{each.broken:>8}  {each.indicator.title}"
        if each.why_untold:
            yield f"{'':22}  belum dapat dinilai: {each.why_untold}"


def _opds(told: "Quality") -> "Iterator[str]":
    yield ""
    for each in told.opds:
        yield f"{each.index or '–':>7}{each.people:>8}  {each.nama or 'tanpa OPD'}"
