"""``pamong doctor``: whether the installation is well, and what to do where it is not."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.failures import speaks
from pamong.cli.house import DataDir, House, open_house
from pamong.cli.steps import say, this_moment
from pamong.installation.database import Connection
from pamong.installation.folder import DataFolder
from pamong.installation.health.check import Check, State, Subject
from pamong.installation.place import checkout

WIDTH = max(len(state) for state in State)


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak JSON, satu daftar.")] = False,
    retry_jobs: Annotated[
        bool, typer.Option("--retry-jobs", help="Ulangi pekerjaan latar yang gagal.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Periksa pemasangan: mesin, folder data, basis data, riwayat, cadangan.

    Kode keluar: 0 tidak ada yang bermasalah, 1 ada yang bermasalah.
    """
    checks = list(_checks(DataFolder.resolve(data_dir), retry_jobs=retry_jobs))
    if as_json:
        print(json.dumps([check.to_json() for check in checks], ensure_ascii=False, indent=1))
    else:
        _print(checks)
    if any(check.state is State.BAD for check in checks):
        raise typer.Exit(1)


def _checks(folder: DataFolder, *, retry_jobs: bool) -> Iterator[Check]:
    from pamong.installation.health import machine
    from pamong.installation.health.backups import last_backup
    from pamong.installation.identity import server_user

    yield machine.python()
    yield machine.packages((checkout() or Path("/nonexistent")) / "requirements" / "base.txt")
    yield machine.data_folder(folder)
    yield machine.room(folder)
    on_a_server = "DATABASE_URL" in os.environ
    if not on_a_server and folder.path.is_dir():
        yield from machine.embedded_server(folder, server_user())
    subject = Subject("database", "Basis data")
    if not on_a_server and not folder.holds_data:
        yield subject.skipped("Belum ada data. Mulai dengan: pamong serve")
        return
    try:
        house = open_house(folder.path)
        connection = house.database.connect()
    except Exception as error:
        if not speaks(error):
            raise
        yield subject.bad(str(error), "Ikuti kalimat itu, lalu periksa lagi.")
        return
    yield _static_files()
    with contextlib.closing(connection):
        yield from _of_the_records(house, connection, retry_jobs=retry_jobs)
    yield last_backup(house.folder, this_moment(), is_demonstration=house.is_demonstration)


def _of_the_records(house: House, connection: Connection, *, retry_jobs: bool) -> Iterator[Check]:
    from pamong.cli.migrate import known_migrations, needed_migrations
    from pamong.installation.health import records

    yield records.server(connection)
    form = records.migrations(connection, known=known_migrations(), wanted=needed_migrations())
    yield form
    if form.state is State.BAD:  # the other questions are asked of today's tables
        return
    if retry_jobs:
        say(f"{records.retry_jobs(connection)} pekerjaan akan diulangi")
    yield records.triggers(connection, _declared_triggers())
    yield records.append_only(connection)
    embedded = house.server is not None
    yield from records.jobs(connection, embedded=embedded)
    yield records.clock(connection, this_moment())
    yield records.mixture(connection, is_demonstration=house.is_demonstration)
    yield records.size(connection, outgrows=embedded and not house.is_demonstration)


def _static_files() -> Check:
    from django.conf import settings

    subject = Subject("static", "Berkas halaman")
    if not Path(settings.STATIC_ROOT, "staticfiles.json").is_file():
        return subject.bad(f"Belum ada di {settings.STATIC_ROOT}.", "Jalankan: script/setup")
    return subject.good(f"Ada di {settings.STATIC_ROOT}.")


def _declared_triggers() -> set[tuple[str, str]]:
    import pgtrigger

    return {
        (model._meta.db_table, trigger.get_pgid(model))  # noqa: SLF001  Django's documented name
        for model, trigger in pgtrigger.registered()
    }


def _print(checks: list[Check]) -> None:
    widest = max(len(check.title) for check in checks)
    for check in checks:
        print(f"{check.state:{WIDTH}}  {check.title:{widest}}  {check.finding}")
        if check.advice:
            print(f"{'':{WIDTH + widest + 4}}→ {check.advice}")
