"""``pamong impor``: brings data into the records from the shell, by the services of the pages."""

from pathlib import Path
from typing import Annotated

import typer

from pamong.cli.account import BY_HAND, machine, named_government, today_in
from pamong.cli.failures import ExitCode
from pamong.cli.house import DataDir, open_house
from pamong.cli.impor_reading import (
    COMPLETE,
    among,
    carried_on,
    complete_of,
    day_of,
    doubts_to,
    file_at,
    import_of,
    matching_of,
)
from pamong.cli.impor_telling import tell_import, tell_list, tell_outline, tell_undo
from pamong.cli.words import App

app = App(help="Impor: dari berkas SIASN atau lembar kerja ke catatan pegawai, dan kembali.")

Government = Annotated[
    str, typer.Option("--pemda", "--government", "-g", help="Pemerintah daerah.", metavar="NAMA")
]
Number = Annotated[
    str, typer.Argument(metavar="PENGENAL", help="Pengenal impor.", show_default=False)
]
Reason = Annotated[str, typer.Option(help="Alasan, untuk riwayat.", metavar="KALIMAT")]
Doubts = Annotated[
    Path | None,
    typer.Option("--doubts", help="Tulis keraguan ke buku kerja ini.", metavar="BERKAS.xlsx"),
]
FROM_THE_SHELL = "impor lewat baris perintah"


@app.command("preview")
def preview(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS…",
            help="Berkas .xlsx, .xls, .ods, .csv, atau .zip dari satu unduhan.",
            show_default=False,
        ),
    ],
    government: Government,
    reason: Reason = FROM_THE_SHELL,
    doubts: Doubts = None,
    data_dir: DataDir = None,
) -> None:
    """Baca berkas dan sandingkan dengan catatan; belum ada yang ditulis ke catatan.

    Kode keluar: 0 semua baris siap, 2 cara memanggilnya salah, 3 ada yang diragukan, belum
    dikenal, atau tidak dapat dibaca; pratinjaunya tetap tersimpan.
    """
    open_house(data_dir)
    from pamong.apps.impor.services import begin_import

    pemda = named_government(government)
    batch = begin_import(
        pemda=pemda,
        files=[file_at(path) for path in files],
        day=today_in(pemda),
        actor=machine(),
        reason=reason,
    )
    print(f"Impor {batch.public_id}")
    batch = carried_on(batch)
    doubts_to(batch, doubts)
    if not tell_import(batch):
        raise typer.Exit(ExitCode.REFUSED)


@app.command("show")
def show(number: Number, government: Government, data_dir: DataDir = None) -> None:
    """Sebutkan hitungan sebuah impor, keraguannya per jenis, dan tahapnya.

    Kode keluar: 0 tercetak, 2 pemerintah daerah tidak dikenal, 3 impor itu tidak ada.
    """
    open_house(data_dir)
    tell_import(import_of(number, government))


@app.command("doubts")
def write_doubts(
    number: Number,
    government: Government,
    out: Annotated[Path, typer.Option("--out", help="Buku kerja tujuan.", metavar="BERKAS.xlsx")],
    data_dir: DataDir = None,
) -> None:
    """Tulis keraguan ke buku kerja: baris aslinya, dengan sel yang diragukan ditandai.

    Kode keluar: 0 tertulis, 2 pemerintah daerah tidak dikenal, 3 impor itu tidak ada, atau baris
    bacaannya sudah dihapus.
    """
    open_house(data_dir)
    doubts_to(import_of(number, government), out)


@app.command("match")
def match(
    number: Number,
    government: Government,
    layout: Annotated[
        str, typer.Option(help="Tata letak; lihat pamong exchange layouts.", metavar="NAMA")
    ],
    columns: Annotated[
        list[str],
        typer.Option("--column", help="Judul di berkas dan kolomnya.", metavar="JUDUL=KOLOM"),
    ],
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Cocokkan kolom lembar yang belum dikenal, lalu baca lagi; padanannya dikenal lain kali.

    Kode keluar: 0 semua baris siap, 2 judul tidak ada, 3 kolom tidak ada, atau masih ada yang
    diragukan.
    """
    open_house(data_dir)
    from pamong.apps.impor.services import match_columns

    batch = import_of(number, government)
    match_columns(
        batch=batch,
        matching=matching_of(batch, layout, columns),
        actor=machine(),
        reason=reason,
    )
    if not tell_import(carried_on(batch)):
        raise typer.Exit(ExitCode.REFUSED)


@app.command("structure")
def structure(
    number: Number,
    government: Government,
    title: Annotated[str, typer.Option(help="Tentang apa rancangannya.", metavar="KALIMAT")],
    day: Annotated[
        str, typer.Option("--day", help="Sejak kapan susunannya berlaku.", metavar="HARI")
    ],
    *,
    only_plan: Annotated[
        bool, typer.Option("--plan", help="Sebutkan isinya saja, jangan buat rancangannya.")
    ] = False,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Jadikan baris OPD dan unit rancangan penataan; dijalankan di halaman Susunan.

    Kode keluar: 0 dibuat atau disebutkan, 2 harinya tidak dikenal, 3 tidak ada yang baru, sudah
    pernah menjadi rancangan, atau tidak dapat berlaku pada hari itu.
    """
    open_house(data_dir)
    from pamong.apps.impor.unit_drafting import draft_structure, outline_of

    batch, since = import_of(number, government), day_of(day, "--day")
    tell_outline(outline_of(batch))
    if only_plan:
        return
    plan = draft_structure(batch=batch, title=title, day=since, actor=machine(), reason=reason)
    print(f"Rancangan: /{batch.pemda.slug}/susunan/penataan/{plan.public_id}/")


@app.command("accept")
def accept(  # noqa: PLR0913  one option each
    number: Number,
    government: Government,
    leave: Annotated[
        list[str] | None,
        typer.Option("--leave", help="Bagian yang tidak diterima.", metavar="BAGIAN"),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option("--take", help="Jenis keraguan yang diterima apa adanya.", metavar="KODE"),
    ] = None,
    complete: Annotated[
        list[str] | None,
        typer.Option(COMPLETE, help="Riwayat yang lengkap dalam berkas.", metavar="RIWAYAT=HARI"),
    ] = None,
    *,
    only_new: Annotated[
        bool, typer.Option("--only-new", help="Jangan ubah catatan yang sudah ada.")
    ] = False,
    is_sure: Annotated[
        bool, typer.Option("--sure", help="Baris yang menyebut instansi lain memang milik sini.")
    ] = False,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Terima pratinjau, seluruhnya atau sebagian, dan tulis sebagai satu tindakan.

    Kode keluar: 0 tertulis, 2 isiannya tidak dikenal, 3 ditolak; catatan tetap seperti semula.
    """
    open_house(data_dir)
    from pamong.apps.impor import services
    from pamong.apps.impor.choosing import Choice
    from pamong.apps.impor.kinds import ALL

    batch = import_of(number, government)
    choice = Choice(
        sections_left=among(leave or [], list(batch.counts), "--leave"),
        states_left=[1] if only_new else [],
        codes_taken=among(take or [], list(ALL), "--take"),
    )
    services.accept(
        batch=batch,
        choice=choice,
        complete=[complete_of(text, batch) for text in complete or []],
        is_sure=is_sure,
        actor=machine(),
        reason=reason,
    )
    batch = carried_on(batch)
    tell_import(batch)
    if not batch.is_written:
        raise typer.Exit(ExitCode.REFUSED)


@app.command("leave")
def leave(
    number: Number, government: Government, reason: Reason = BY_HAND, data_dir: DataDir = None
) -> None:
    """Jangan masukkan sebuah impor; ia tetap ada di daftar.

    Kode keluar: 0 ditinggalkan, 3 sudah dimasukkan, atau masih dibaca.
    """
    open_house(data_dir)
    from pamong.apps.impor.services import leave_import

    batch = import_of(number, government)
    leave_import(batch=batch, actor=machine(), reason=reason)
    print(f"Impor {batch.public_id} tidak dimasukkan.")


@app.command("undo")
def undo(
    number: Number,
    government: Government,
    *,
    only_plan: Annotated[
        bool, typer.Option("--plan", help="Sebutkan akibatnya saja, jangan jalankan.")
    ] = False,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Ambil kembali seluruh yang ditulis sebuah impor; yang diubah sesudahnya tetap.

    Kode keluar: 0 dibatalkan atau disebutkan, 3 impor itu belum dimasukkan atau sudah dibatalkan.
    """
    open_house(data_dir)
    from pamong.apps.impor.services import undo_import

    batch = import_of(number, government)
    tell_undo(batch)
    if only_plan:
        return
    undo_import(batch=batch, actor=machine(), reason=reason)
    batch = carried_on(batch)
    tell_import(batch)
    if batch.is_written:
        raise typer.Exit(ExitCode.REFUSED)


@app.command("list")
def list_imports(government: Government, data_dir: DataDir = None) -> None:
    """Daftar impor sebuah pemerintah daerah, yang terbaru di atas: pengenal, hari, tahap, baris.

    Kode keluar: 0 tercetak, 2 pemerintah daerah tidak dikenal.
    """
    open_house(data_dir)
    from pamong.apps.impor.selectors import imports_of

    tell_list(imports_of(named_government(government)))
