"""``pamong ekspor``: the registry of a government as files in the layouts of SIASN."""

import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, open_house
from pamong.cli.steps import this_moment

if TYPE_CHECKING:  # models are loaded when the command runs
    from pamong.apps.impor.export_acts import NewExport
    from pamong.apps.impor.exporting import Exported
    from pamong.apps.organisasi.models import Pemda

SECOND_MAIN = "siasn-data-utama"


def ekspor(  # noqa: PLR0913, PLR0917  the options of a command
    government: Annotated[
        str, typer.Option("--government", "-g", help="Pemerintah daerah.", metavar="NAMA")
    ],
    reason: Annotated[
        str, typer.Option("--reason", help="Untuk apa; dicatat.", metavar="KALIMAT")
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder tujuan.", metavar="FOLDER")
    ] = Path(),
    layouts: Annotated[
        list[str] | None,
        typer.Option(
            "--layout",
            "-l",
            help="Tata letak, boleh lebih dari satu, misalnya siasn-rw-golongan. Tanpa ini semua.",
            metavar="NAMA",
            show_default=False,
        ),
    ] = None,
    form: Annotated[str, typer.Option("--form", help="xlsx atau csv.")] = "xlsx",
    opd: Annotated[
        str | None, typer.Option("--opd", help="Hanya OPD ini.", metavar="NAMA")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Keadaan per hari ini.", metavar="HARI")
    ] = None,
    numbers: Annotated[
        Path | None,
        typer.Option("--numbers", help="Berkas teks: satu NIP sebaris.", metavar="BERKAS"),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Tulis catatan pegawai sebagai berkas bertata letak SIASN; dicatat siapa, kapan, untuk apa.

    Berkas yang dimasukkan kembali ke pemerintah daerah yang sama tidak mengubah apa pun. Yang
    menjalankan perintah ini memegang mesinnya, jadi tidak ada kolom yang tertutup baginya.

    Kode keluar: 0 ditulis, 2 pemerintah daerah, OPD, hari, atau tata letak tidak dikenal, 3 tidak
    ada yang cocok.
    """
    open_house(data_dir)
    from pamong.apps.impor.export_acts import NewExport
    from pamong.apps.impor.export_errors import NobodyToExportError, NumbersUnknownError
    from pamong.apps.impor.exporting import LayoutsError, exportable
    from pamong.apps.impor.exporting_scope import Scope, ids_of_numbers
    from pamong.cli.account import named_government

    if form not in ("xlsx", "csv"):
        raise typer.BadParameter("pilih xlsx atau csv", param_hint="--form")
    if not out.is_dir():
        raise typer.BadParameter(f"{out} bukan folder.", param_hint="--out")
    pemda = named_government(government)
    day = _day(as_of, pemda)
    wanted = tuple(layouts or [name for name in exportable() if name != SECOND_MAIN])
    found = None if opd is None else _named_opd(pemda, opd, day)
    try:
        ids = None
        if numbers is not None:
            lines = [line.strip() for line in numbers.read_text("utf-8").splitlines()]
            ids = ids_of_numbers(pemda, [line for line in lines if line], day=day)
        about = opd or ("semua pegawai" if ids is None else f"daftar {len(ids)} nomor")
        scope = Scope(found, ids=ids)
        made = _write(NewExport(pemda, scope, day, wanted, form, about), reason, out)
    except LayoutsError as error:
        raise typer.BadParameter(str(error), param_hint="--layout") from error
    except (NobodyToExportError, NumbersUnknownError) as error:
        print(error)
        raise typer.Exit(3) from error
    print(made.path)
    for line in made.notes:
        print(line)


def _write(new: "NewExport", reason: str, out: Path) -> "Exported":
    """Write the file beside its place, and put it there once it is whole."""
    from pamong.apps.core.audit import Actor
    from pamong.apps.impor.export_acts import begin_export, was_sent, write_export

    at, actor = this_moment(), Actor("Baris perintah")
    row = begin_export(new=new, access=None, at=at, actor=actor, reason=reason)
    with tempfile.TemporaryDirectory(dir=out) as folder:
        made = write_export(row, Path(folder), access=None, at=at)
        was_sent(row, made)
        made.path = made.path.replace(out / made.path.name)
    return made


def _day(as_of: str | None, pemda: "Pemda") -> date:
    from pamong.kernel.day import DayTextError, parse_day

    if as_of is None:
        return datetime.now(ZoneInfo(pemda.time_zone)).date()
    try:
        return parse_day(as_of)
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error


def _named_opd(pemda: "Pemda", nama: str, day: date) -> int:
    from pamong.apps.kepegawaian.places import opds_on

    opds = opds_on(pemda, day=day)
    wanted = nama.strip().casefold()
    found = [key for key, each in opds if each.casefold() == wanted]
    if len(found) != 1:
        known = "; ".join(each for _key, each in opds[:20])
        raise typer.BadParameter(
            f"{nama} tidak ada pada tanggal itu. Yang ada: {known}", param_hint="--opd"
        )
    return found[0]
