"""Why a file of tables cannot be read: one error each; its text says what, and what to do."""

from __future__ import annotations

from pamong.kernel.language import say
from pamong.kernel.number import format_number


class TableFileError(Exception):
    """A file cannot be read as tables; the message says why and what to do."""

    def __init__(self, filename: str, sentence: str) -> None:
        self.filename = filename
        self.sentence = sentence
        super().__init__(f"{filename}: {sentence}")


class ExaminationLostError(RuntimeError):
    """The process that examined the files was ended from outside before it had told everything."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Pembacaan berkas terhenti di tengah jalan, biasanya karena memori mesin habis. "
                "Tidak ada yang hilang: jalankan lagi, bila perlu dengan berkas lebih sedikit."
            )
        )


class EmptyTableFileError(TableFileError):
    """The file has no bytes, or no sheet with a filled cell."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename, say("berkas ini kosong. Pilih berkas yang berisi judul kolom dan baris.")
        )


class AbsentTableFileError(TableFileError):
    """There is no such file, or it may not be read."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say("berkas ini tidak ada atau tidak boleh dibaca. Periksa nama dan izinnya."),
        )


class LockedTableFileError(TableFileError):
    """The file asks for a password."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "berkas ini memakai kata sandi. Buka di Excel, hapus kata sandinya (Berkas > "
                "Info > Proteksi), simpan, lalu unggah lagi."
            ),
        )


class MacroTableFileError(TableFileError):
    """The workbook carries a program."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "berkas ini memuat makro, dan makro tidak diterima. Simpan sebagai Buku Kerja "
                "Excel (.xlsx), lalu unggah lagi."
            ),
        )


class TooLargeTableFileError(TableFileError):
    """The file has more than is read; ``limit`` names the bound."""

    def __init__(self, filename: str, limit: str) -> None:
        self.limit = limit
        super().__init__(
            filename,
            say(
                "berkas ini melebihi %(limit)s. Bagi menjadi beberapa berkas, misalnya per OPD.",
                limit=limit,
            ),
        )


class BrokenTableFileError(TableFileError):
    """The file says that it is a workbook, and is damaged."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "berkas ini rusak atau terpotong. Buka di Excel dan simpan lagi, atau unduh ulang "
                "dari sumbernya."
            ),
        )


class SwollenTableFileError(TableFileError):
    """The archive unpacks to far more than it says, or than a workbook can hold."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "isi berkas ini membengkak jauh melebihi ukurannya, jadi tidak dibuka. Salin "
                "datanya ke buku kerja baru, lalu unggah yang baru itu."
            ),
        )


class WebPageTableFileError(TableFileError):
    """A web page that was saved with the name of a workbook."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "berkas ini halaman web yang diberi nama berkas Excel. Buka di Excel, simpan "
                "sebagai Buku Kerja Excel (.xlsx), lalu unggah lagi."
            ),
        )


class OtherFormTableFileError(TableFileError):
    """The file is of a form that holds no tables that are read."""

    def __init__(self, filename: str, form: str) -> None:
        self.form = form
        super().__init__(
            filename,
            say(
                "berkas ini %(form)s, bukan tabel. Yang dibaca: .xlsx, .xls, .ods, dan .csv.",
                form=form,
            ),
        )


class WrongNameTableFileError(TableFileError):
    """The name promises a workbook and the file is text."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "nama berkas ini berakhir seperti buku kerja, tetapi isinya teks. Ganti "
                "akhirannya menjadi .csv bila memang teks, atau simpan ulang dari Excel."
            ),
        )


class OpenQuoteTableFileError(TableFileError):
    """A quote is opened and never closed, so that rows stand within one cell."""

    def __init__(self, filename: str, row: int) -> None:
        self.row = row
        super().__init__(
            filename,
            say(
                'tanda kutip (") di baris %(row)s dibuka dan tidak ditutup, jadi baris sesudahnya '
                "terbaca sebagai isi satu sel. Hapus tanda kutip itu, lalu unggah lagi.",
                row=format_number(row),
            ),
        )


class UndecodableTableFileError(TableFileError):
    """The letters of a text file cannot be told."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename,
            say(
                "huruf-huruf berkas ini tidak dapat dikenali. Simpan sebagai CSV UTF-8, lalu "
                "unggah lagi."
            ),
        )
