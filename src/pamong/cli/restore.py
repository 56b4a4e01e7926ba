"""``pamong restore``: the records of a backup, whole, or the database as it was."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.house import DataDir, House, open_house, version
from pamong.cli.steps import say
from pamong.installation.backup.errors import (
    BackupError,
    HoldsDataError,
    NewerBackupError,
    NotRestoredError,
)
from pamong.installation.backup.manifest import Manifest
from pamong.installation.folder import MEBI, DataFolder

# Tables, their indexes, and the log of one large transaction; measured, docs/adr/0052.
ROOM_FOR_EACH_BYTE = 2.5
ROOM_FOR_A_RESTORE = 256  # MiB


class DemonstrationOverRecordsError(BackupError):
    """The demonstration never takes the place of a government's records."""

    def __init__(self) -> None:
        super().__init__(
            "Cadangan itu berisi data peraga, sedangkan yang ada di sini data pemerintah daerah. "
            "Pilih folder atau basis data lain untuk data peraga."
        )


def restore(
    *,
    file: Annotated[
        Path,
        typer.Argument(help="Berkas yang dibuat dengan pamong backup.", metavar="BERKAS"),
    ],
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="Ganti data yang ada; data itu disimpan dahulu sebagai cadangan."
        ),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Pulihkan semua data dari berkas cadangan; Pamong yang memakainya harus berhenti dahulu."""
    from pamong.installation.backup.archive import demand_unchanged, read_manifest

    path = file.absolute()
    manifest = read_manifest(path, ours=version())
    say(f"Memeriksa {path}")
    demand_unchanged(path, manifest)
    house = open_house(data_dir)
    _demand_known(path, manifest)
    with house.alone():
        aside = _keep_aside(house, manifest, replace=replace)
        _put_in(house, path, manifest, aside=aside)
    print(_told(manifest, aside))


def _demand_known(path: Path, manifest: Manifest) -> None:
    from pamong.cli.migrate import known_migrations

    if manifest.unknown_to(known_migrations()):
        raise NewerBackupError(path, made_by=manifest.pamong, ours=version())


def _keep_aside(house: House, manifest: Manifest, *, replace: bool) -> Path | None:
    """Back up what a restore would replace; None where there is nothing."""
    from pamong.cli.backup import stamp_of
    from pamong.installation.backup.automatic import BEFORE_RESTORING, keep_aside
    from pamong.installation.backup.restoring import look_at

    if not look_at(house.database):
        return None
    if not replace:
        raise HoldsDataError(str(house.folder.path) if house.server else house.database.place)
    if manifest.is_demonstration and not house.is_demonstration:
        raise DemonstrationOverRecordsError
    say("Menyimpan data yang ada")
    return keep_aside(
        house.database,
        house.folder,
        why=BEFORE_RESTORING,
        stamp=stamp_of(house),
        report=say,
    )


def _put_in(house: House, path: Path, manifest: Manifest, *, aside: Path | None) -> None:
    from pamong.installation.backup.restoring import restore as put

    if house.server is not None:
        needed = int(manifest.database_size * ROOM_FOR_EACH_BYTE) // MEBI
        house.folder.demand_room(ROOM_FOR_A_RESTORE + needed)
    with _marked(house.folder, is_demonstration=manifest.is_demonstration):
        put(house.database, path, manifest, replace=aside is not None, report=say)
        _migrate_or_undo(house, aside)


@contextlib.contextmanager
def _marked(folder: DataFolder, *, is_demonstration: bool) -> Iterator[None]:
    """Mark the folder first, or take the mark away last: a power cut leaves no bare demonstration.

    A demonstration never replaces records, so a mark that is made here stood over nothing before.
    """
    before = folder.is_demonstration
    if is_demonstration:
        folder.mark_demonstration()
    try:
        yield
    except BaseException:
        if not before:
            folder.unmark_demonstration()
        raise
    if not is_demonstration:
        folder.unmark_demonstration()


def _migrate_or_undo(house: House, aside: Path | None) -> None:
    """Bring an older backup forward; where that fails, put back what was there."""
    from django.db import connections

    from pamong.cli.migrate import apply_migrations

    say("Memutakhirkan tabel bila cadangan itu lebih tua")
    try:
        apply_migrations()
    except Exception as error:
        connections.close_all()
        _undo(house, aside)
        raise NotRestoredError(
            f"cadangan itu tidak dapat dimutakhirkan ({str(error).strip().splitlines()[0]})."
        ) from error


def _undo(house: House, aside: Path | None) -> None:
    from pamong.installation.backup.archive import read_manifest
    from pamong.installation.backup.restoring import empty
    from pamong.installation.backup.restoring import restore as put

    if aside is None:
        empty(house.database)
    else:
        old = read_manifest(aside, ours=version())
        put(house.database, aside, old, replace=True, report=say)


def _told(manifest: Manifest, aside: Path | None) -> str:
    from pamong.kernel.day import format_day

    lines = [
        (
            f"Pulih: {manifest.rows} baris dalam {len(manifest.tables)} tabel, keadaan "
            f"{format_day(manifest.made_at.date())} pukul {manifest.made_at:%H.%M}."
        ),
        "Semua orang perlu masuk lagi.",
    ]
    if aside is not None:
        lines.append(f"Data yang diganti disimpan di {aside}")
    start = "pamong demo" if manifest.is_demonstration else "pamong serve"
    return "\n".join([*lines, f"Jalankan: {start}"])
