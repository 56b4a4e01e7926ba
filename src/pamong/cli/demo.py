"""``pamong demo``: the demonstration, loaded once and served, or printed as a table."""

import os
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, open_house
from pamong.cli.serve import DEFAULT_PORT, Port, address, run_site
from pamong.cli.steps import say
from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder
from pamong.installation.port import demand_free
from pamong.installation.reset import empty

OPENS_IN = ZoneInfo("Asia/Jakarta")


class RealDataError(InstallationError):
    """The demonstration does not mix with the data of a government."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Folder data {path} berisi data yang bukan data peraga. "
            "Pilih folder lain untuk peraga dengan --data-dir."
        )


class ResetOfServerError(InstallationError):
    """``--reset`` deletes folders of ours, never a database on a server."""

    def __init__(self) -> None:
        super().__init__(
            "--reset hanya untuk basis data tertanam, sedangkan DATABASE_URL menunjuk ke server. "
            "Kosongkan basis data itu sendiri, atau hapus DATABASE_URL dari lingkungan."
        )


def demo(
    *,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Layani situs, atau cetak tabel saja.")
    ] = True,
    port: Port = DEFAULT_PORT,
    data_dir: DataDir = None,
    reset: Annotated[
        bool, typer.Option("--reset", help="Hapus data peraga yang ada, lalu mulai dari awal.")
    ] = False,
    asn: Annotated[
        int | None,
        typer.Option(
            help="Berapa ASN rekaan yang dimuat; bawaannya 20000. Hanya pada awal pertama.",
            envvar="PAMONG_DEMO_ASN",
            min=200,
            max=200_000,
            metavar="ANGKA",
        ),
    ] = None,
    new_password: Annotated[
        bool, typer.Option("--new-password", help="Buat kata sandi baru untuk semua akun peraga.")
    ] = False,
) -> None:
    """Siapkan data peraga, lalu layani situsnya atau cetak siapa yang memegang jabatan."""
    if serve:
        demand_free(port)
    folder = _folder(data_dir, reset=reset)
    _load(folder, asn)

    from pamong.cli import demo_account, demo_table

    if not serve:
        demo_table.show()
        return
    account = demo_account.prepare(new_password=new_password)
    run_site(port, announce=lambda: _welcome(port, account, folder))


def _folder(data_dir: Path | None, *, reset: bool) -> DataFolder:
    folder = DataFolder.resolve(data_dir)
    folder.prepare()
    if folder.holds_data and not folder.is_demonstration:
        raise RealDataError(folder.path)
    if reset and "DATABASE_URL" in os.environ:
        raise ResetOfServerError
    if reset:
        say("Menghapus data peraga yang lama")
        empty(folder)
    with folder.saying_what_fails():
        folder.mark_demonstration()
    return folder


def _load(folder: DataFolder, asn: int | None) -> None:
    began = time.monotonic()
    say(f"Menyalakan basis data di {folder.path}")
    house = open_house(folder.path)

    from pamong.apps.demonstration import services
    from pamong.cli.migrate import migrate_database

    say("Menyiapkan tabel")
    migrate_database(house)
    services.load(day=datetime.now(OPENS_IN).date(), report=say, asn=asn or services.USUAL_ASN)
    say(f"Siap dalam {time.monotonic() - began:.0f} detik")


def _welcome(port: int, account: str, folder: DataFolder) -> None:
    site = address(port)
    print(
        f"""
Pamong siap di {site}
{account}
Tiga hal untuk dilihat:
  1. {site}
     Siapa memimpin Provinsi Jambi pada 1 Oktober 2020, atas dasar apa, dan apa yang belum
     tercatat. Ubah tanggalnya: seluruh situs mengikuti.
  2. {site}dokumen/
     Satu dokumen menunggu Anda tinjau: klik sebuah nilai, kata-kata asalnya menyala.
  3. {site}provinsi-jambi/pejabat/
     Garis waktu setiap jabatan beserta tabelnya.

Data disimpan di {folder.path}. Ctrl-C untuk berhenti.""",
        flush=True,
    )
