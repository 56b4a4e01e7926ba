"""``pamong backup``: all records in one file, while people go on working."""

import os
from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.house import DataDir, House, connect, version
from pamong.cli.steps import say, this_moment
from pamong.installation.backup.errors import NothingToBackUpError
from pamong.installation.backup.making import Stamp, make_backup
from pamong.installation.folder import DataFolder

PREFIX = "pamong"


def backup(
    *,
    file: Annotated[
        Path,
        typer.Argument(
            help="Berkas cadangan. Bila sebuah folder, namanya dibuat dari hari dan jam.",
            metavar="BERKAS",
            show_default=False,
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Timpa berkas yang sudah ada dengan nama itu.")
    ] = False,
    keep: Annotated[
        int | None,
        typer.Option(
            help="Bila BERKAS sebuah folder: simpan sekian cadangan terbaru, hapus yang lama.",
            min=1,
            metavar="ANGKA",
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Simpan semua data ke satu berkas cadangan; Pamong boleh tetap berjalan."""
    from pamong.installation.backup.automatic import dated, keep_last, remember
    from pamong.installation.backup.progress import megabytes

    is_folder = file.is_dir()
    if keep is not None and not is_folder:
        raise typer.BadParameter("BERKAS harus sebuah folder yang ada", param_hint="--keep")
    _demand_records(DataFolder.resolve(data_dir))
    house = connect(data_dir)
    stamp = stamp_of(house)
    path = (file / dated(PREFIX, stamp.made_at) if is_folder else file).absolute()
    manifest = make_backup(house.database, path, stamp=stamp, force=force, report=say)
    remember(house.folder, path, manifest)
    print(
        f"Cadangan tersimpan: {path} ({megabytes(path.stat().st_size)}, "
        f"{manifest.rows} baris).\nSimpan salinannya di komputer lain; berkas ini memuat data "
        "pribadi dan hanya dapat dibaca oleh Anda."
    )
    if keep is not None:
        for old in keep_last(file, PREFIX, keep):
            say(f"Dihapus: {old}")


def stamp_of(house: House) -> Stamp:
    """Return what a backup made now says of its making."""
    return Stamp(pamong=version(), made_at=this_moment(), is_demonstration=house.is_demonstration)


def _demand_records(folder: DataFolder) -> None:
    """Refuse a folder without a database: a mistyped path must not make one."""
    if "DATABASE_URL" not in os.environ and not folder.holds_data:
        raise NothingToBackUpError(str(folder.path))
