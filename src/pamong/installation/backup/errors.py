"""Why a backup is not made, or not restored: each is one sentence, and nothing was changed."""

from pathlib import Path


class BackupError(Exception):
    """A backup cannot be made, or a file cannot be restored."""


class NothingToBackUpError(BackupError):
    """There are no records yet."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Belum ada data Pamong di {place}. Periksa --data-dir atau DATABASE_URL."
        )


class BackupExistsError(BackupError):
    """A file of that name is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Berkas {path} sudah ada. Pilih nama lain, atau timpa berkas itu dengan --force."
        )


class BackupNotWrittenError(BackupError):
    """The file cannot be written; whatever had that name before is still there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Cadangan {path} tidak dapat ditulis: {reason}. "
            "Tidak ada yang berubah; perbaiki penyebabnya lalu jalankan lagi."
        )


class NotABackupError(BackupError):
    """The file is something else, or cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Berkas {path} bukan cadangan Pamong yang utuh: {reason}. "
            "Pakai berkas yang dibuat dengan: pamong backup"
        )


class DamagedBackupError(BackupError):
    """The file was a backup once, and has been cut off or changed since."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Cadangan {path} rusak: {reason}. Salin berkas itu sekali lagi dari tempat asalnya, "
            "atau pakai cadangan yang lain. Tidak ada yang berubah."
        )


class NewerBackupError(BackupError):
    """The file was made by a Pamong that knows more than this one."""

    def __init__(self, path: Path, *, made_by: str, ours: str) -> None:
        super().__init__(
            f"Cadangan {path} dibuat oleh Pamong yang lebih baru ({made_by}); yang terpasang di "
            f"sini {ours}. Mutakhirkan Pamong, lalu pulihkan lagi."
        )


class HoldsDataError(BackupError):
    """The target has records that a restore would replace."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Di {place} sudah ada data. Tambahkan --replace untuk menggantinya; data yang lama "
            "lebih dahulu disimpan sebagai cadangan."
        )


class NotRestoredError(BackupError):
    """The restore was given up, and the database is as it was."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Pemulihan dibatalkan, basis data tetap seperti sebelumnya. Sebabnya: {reason}"
        )


class DumpFailedError(BackupError):
    """``pg_dump`` gave up."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Isi basis data tidak dapat disalin: {reason}. "
            "Tidak ada yang berubah; perbaiki penyebabnya lalu jalankan lagi."
        )
