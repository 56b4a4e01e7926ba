"""``pamong move-to``: from the embedded database to a PostgreSQL server, once and whole."""

import os
from typing import Annotated

import typer

from pamong.cli.house import DataDir, House, open_house
from pamong.cli.steps import say
from pamong.installation.backup.errors import NothingToBackUpError
from pamong.installation.database import Database
from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder


class AlreadyOnAServerError(InstallationError):
    """DATABASE_URL names a server, so there is nothing to move."""

    def __init__(self) -> None:
        super().__init__(
            "DATABASE_URL sudah menunjuk ke sebuah server, sedangkan yang dipindahkan ialah basis "
            "data tertanam. Hapus DATABASE_URL dari lingkungan, lalu jalankan lagi."
        )


def move_to(
    *,
    address: Annotated[
        str,
        typer.Argument(
            help="Alamat basis data kosong di server: postgresql://PENGGUNA@SERVER:5432/NAMA. "
            "Kata sandi lebih aman di PGPASSWORD atau ~/.pgpass daripada di alamat.",
            metavar="ALAMAT",
        ),
    ],
    data_dir: DataDir = None,
) -> None:
    """Pindahkan semua data dari basis data tertanam ke server PostgreSQL (versi 15 atau lebih)."""
    from pamong.installation import moving

    if "DATABASE_URL" in os.environ:
        raise AlreadyOnAServerError
    folder = DataFolder.resolve(data_dir)
    if not folder.holds_data:
        raise NothingToBackUpError(str(folder.path))
    target = Database.at(address)
    password = os.environ.get("PGPASSWORD")  # opening the house clears what is for other servers
    moving.demand_room_for_all(target)
    house = open_house(data_dir)
    if password is not None:
        os.environ["PGPASSWORD"] = password
    with house.alone():
        _carry(house, target)
    print(
        f"Semua data ada di {target.place}, dan setiap tabel telah dibandingkan.\n"
        "Jalankan Pamong dengan server itu:\n"
        f"  DATABASE_URL='{moving.address_without_password(target)}' pamong serve\n"
        f"Data di {folder.path} tidak diubah; folder itu kini hanya untuk kunci, catatan dan "
        "cadangan. Hapus basis data lamanya sesudah Anda yakin."
    )


def _carry(house: House, target: Database) -> None:
    from pamong.cli.backup import stamp_of
    from pamong.cli.migrate import migrate_database
    from pamong.installation import moving
    from pamong.installation.backup.archive import read_manifest
    from pamong.installation.backup.automatic import BEFORE_MOVING, keep_aside

    migrate_database(house)
    say("Mencadangkan data")
    stamp = stamp_of(house)
    backup = keep_aside(house.database, house.folder, why=BEFORE_MOVING, stamp=stamp, report=say)
    say(f"Cadangan: {backup}")
    manifest = read_manifest(backup, ours=stamp.pamong)
    moving.move(house.database, target, backup=backup, manifest=manifest, report=say)
    moving.close_behind(house.folder, target)
