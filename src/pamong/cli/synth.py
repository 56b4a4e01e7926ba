"""``pamong synth``: a lake of made-up facts, with breaches and near misses planted in it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pamong.synth import Lake


def synth(
    out: Annotated[
        Path,
        typer.Option(
            "--out", help="Folder tujuan; harus kosong atau belum ada.", metavar="FOLDER"
        ),
    ],
    asn: Annotated[int, typer.Option("--asn", help="Jumlah ASN, 1 sampai 20.000.000.")],
    seed: Annotated[
        int, typer.Option("--seed", help="Benih; yang sama menghasilkan data yang sama.")
    ] = 1,
    pemda: Annotated[
        int | None,
        typer.Option(
            "--pemda",
            help="Jumlah pemerintah daerah, sebanyak-banyaknya 546. Tanpa ini 546, atau kurang "
            "bila ASN-nya sedikit.",
            show_default=False,
        ),
    ] = None,
    as_of: Annotated[
        str, typer.Option("--as-of", help="Hari keadaan data.", metavar="HARI")
    ] = "2026-10-30",
    attendance: Annotated[
        bool,
        typer.Option("--kehadiran", help="Tulis juga setiap hari kerja dua belas bulan terakhir."),
    ] = False,
    scenarios: Annotated[
        Path | None,
        typer.Option(
            "--skenario", help="Berkas skenario pengganti yang dibawa Pamong.", metavar="BERKAS"
        ),
    ] = None,
) -> None:
    """Buat data rekaan sebesar yang diminta, dengan pelanggaran dan yang hampir melanggar.

    Folder berisi satu tabel Parquet untuk setiap tabel fakta, himpunan.json yang menerangkannya,
    dan skenario.parquet: apa yang harus dikatakan setiap aturan tentang siapa. Tidak ada orang
    atau daerah yang nyata di dalamnya. Folder muncul bila sudah utuh.
    """
    from pamong.kernel.day import DayTextError, parse_day
    from pamong.synth import Order, OrderError, make_lake

    if scenarios is not None and not scenarios.is_file():
        raise typer.BadParameter(f"{scenarios} tidak ada.", param_hint="--skenario")
    try:
        day = parse_day(as_of)
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error
    try:
        order = Order(
            asn=asn,
            seed=seed,
            as_of=day,
            pemda=pemda,
            with_attendance=attendance,
            scenarios=scenarios,
        )
    except OrderError as error:
        raise typer.BadParameter(str(error), param_hint=error.option) from error
    _report(make_lake(order, out, _tell), out)


def _tell(done: int, total: int) -> None:
    """Tell how far it is: on a terminal in one line that is written over, else only at the end."""
    from pamong.kernel.number import format_number

    line = f"  · {format_number(done)} dari {format_number(total)} ASN"
    if sys.stderr.isatty():
        print(f"\r{line}", end="" if done < total else "\n", file=sys.stderr, flush=True)
    elif done == total:
        print(line, file=sys.stderr, flush=True)


def _report(lake: "Lake", out: Path) -> None:
    from pamong.kernel.day import format_day
    from pamong.kernel.number import format_number
    from pamong.synth import AS_OF

    rows = format_number(sum(lake.rows.values()))
    print(
        f"{out}: {rows} baris dalam {len(lake.rows)} tabel, "
        f"{lake.order.governments} pemerintah daerah, {lake.planted} skenario."
    )
    if not lake.planted:
        print(
            f"Skenario bawaan berlaku pada {format_day(AS_OF)} saja, jadi untuk hari lain tidak "
            "ada yang ditanam; yang ada hanya latar yang menaati hukum."
        )
    elif lake.left_out:
        print(
            f"{len(lake.left_out)} skenario tidak ditanam karena tidak ada tempatnya; namanya ada "
            "di himpunan.json."
        )
