"""``pamong migrate``: bring the database to the form of this version, after a backup."""

from typing import Annotated

import typer

from pamong.cli.house import DataDir, House, open_house
from pamong.cli.steps import say
from pamong.installation.errors import InstallationError


class NewerDatabaseError(InstallationError):
    """A newer Pamong has worked with this database; an older one could spoil it."""

    def __init__(self, place: str, example: str) -> None:
        super().__init__(
            f"Basis data {place} dibuat oleh Pamong yang lebih baru, atau yang belum dirilis "
            f"(antara lain {example}). Mutakhirkan Pamong, atau pulihkan cadangan yang lebih tua."
        )


def migrate(
    *,
    backup: Annotated[
        bool,
        typer.Option(
            "--backup/--no-backup", help="Buat cadangan dahulu bila data yang ada akan diubah."
        ),
    ] = True,
    data_dir: DataDir = None,
) -> None:
    """Siapkan atau mutakhirkan basis data untuk Pamong versi ini."""
    house = open_house(data_dir)
    migrate_database(house, backup=backup)
    print("Basis data siap dipakai.")


def migrate_database(house: House, *, backup: bool = True) -> None:
    """Apply what is not applied yet, after a backup where records are there to be changed.

    Raises:
        NewerDatabaseError: a newer Pamong was here.
        BackupError: no backup could be made, so nothing was changed.
    """
    applied = _applied(house)
    unknown = applied - known_migrations()
    if unknown:
        raise NewerDatabaseError(house.database.place, ".".join(min(unknown)))
    if not _plan():
        return
    if backup and applied:
        _keep_aside(house)
    apply_migrations()
    if applied:
        _count_anew()


def apply_migrations() -> None:
    """Apply what is not applied yet; the house must be open."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)


def known_migrations() -> frozenset[tuple[str, str]]:
    """Return every migration that this version brings or has brought under another name."""
    from django.db.migrations.loader import MigrationLoader

    found = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    replaced = {(app, name) for one in found.values() for app, name in one.replaces}
    return frozenset(found) | replaced


def needed_migrations() -> frozenset[tuple[str, str]]:
    """Return every migration that a database of this version has applied."""
    from django.db.migrations.loader import MigrationLoader

    return frozenset(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)


def _applied(house: House) -> frozenset[tuple[str, str]]:
    from contextlib import closing

    from pamong.installation.backup import content

    with closing(house.database.connect()) as connection:
        return content.migrations(connection)


def _plan() -> list[object]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return list(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _count_anew() -> None:
    """Let the planner know new columns: one without statistics is taken to be mostly filled.

    PostgreSQL counts by itself only where somebody writes.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _keep_aside(house: House) -> None:
    from pamong.cli.backup import stamp_of
    from pamong.installation.backup.automatic import (
        BEFORE_MIGRATING,
        KEPT,
        keep_aside,
        keep_last,
    )

    say("Mencadangkan data sebelum tabelnya dimutakhirkan")
    stamp = stamp_of(house)
    path = keep_aside(house.database, house.folder, why=BEFORE_MIGRATING, stamp=stamp, report=say)
    say(f"Cadangan: {path}. Bila perlu kembali: pamong restore --replace {path}")
    keep_last(house.folder.backups, BEFORE_MIGRATING, KEPT)
