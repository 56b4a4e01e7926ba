"""``pamong begin``: the first government of an installation, and the first account in it."""

import secrets
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, House, open_house
from pamong.installation.errors import InstallationError


class DemonstrationFolderError(InstallationError):
    """A demonstration stays one: no government of its own begins in its folder."""

    def __init__(self, house: House) -> None:
        super().__init__(
            f"Folder data {house.folder.path} berisi data peraga. Pilih folder lain dengan "
            "--data-dir, atau server lain dengan DATABASE_URL."
        )


def begin(
    government: Annotated[
        str,
        typer.Option("--government", "-g", help="Pemerintah daerah yang mulai dikelola di sini."),
    ],
    username: Annotated[
        str, typer.Option(help="Nama pengguna akun operator yang pertama.", metavar="NAMA")
    ] = "operator",
    *,
    typical_structure: Annotated[
        bool,
        typer.Option(
            "--typical-structure",
            help="Isi dulu dengan susunan OPD yang lazim untuk tingkatnya, ditandai sebagai itu.",
        ),
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Buka pemerintah daerah yang pertama beserta akun operatornya; kata sandi dicetak sekali.

    Boleh diulang: yang sudah ada dibiarkan, dan pemerintah daerah lain dapat ditambahkan.
    """
    house = open_house(data_dir)
    if house.is_demonstration:
        raise DemonstrationFolderError(house)

    from pamong.apps.accounts.models import Role
    from pamong.apps.accounts.services import Scope, ensure_role, ensure_user
    from pamong.apps.core.audit import Actor
    from pamong.apps.organisasi.opening import UnknownGovernmentError, open_government
    from pamong.cli.migrate import migrate_database

    migrate_database(house)
    actor, reason = Actor("Pemasangan"), "memulai pemasangan"
    try:
        pemda = open_government(
            name=government, typical_structure=typical_structure, actor=actor, reason=reason
        )
    except UnknownGovernmentError as error:
        raise typer.BadParameter(str(error), param_hint="--government") from error
    password = secrets.token_urlsafe(12)
    is_new = ensure_user(username=username, nama="Operator", password=password, actor=actor)
    ensure_role(
        username=username,
        role=Role.OPERATOR,
        scope=Scope(),
        since=datetime.now(ZoneInfo(pemda.time_zone)).date(),
        actor=actor,
        reason=reason,
    )
    print(f"{pemda.nama} dikelola di sini.")
    if is_new:
        print(f"Akun {username}, kata sandi: {password} (hanya ditampilkan sekali ini)")
    else:
        print(f"Akun {username} sudah ada; kata sandinya tidak diubah.")
