"""Why a file could not be read: one error each, whose text says what, where and what to do."""

from pamong.kernel.language import say


class UnreadableDocumentError(Exception):
    """A file holds no text that can be read; the message says why and what to do."""

    def __init__(self, filename: str, sentence: str) -> None:
        self.filename = filename
        super().__init__(f"{filename}: {sentence}")


class EmptyDocumentError(UnreadableDocumentError):
    """The file holds nothing, or nothing but spaces and marks."""

    def __init__(self, filename: str) -> None:
        super().__init__(
            filename, say("dokumen ini kosong. Tempelkan atau pilih naskah yang berisi.")
        )


class TooLargeDocumentError(UnreadableDocumentError):
    """The file has more bytes, pages or letters than are read; ``limit`` names the bound."""

    def __init__(self, filename: str, limit: str) -> None:
        self.limit = limit
        sentence = say(
            "dokumen ini lebih dari %(limit)s. Simpan bagian tentang satu acara saja.", limit=limit
        )
        super().__init__(filename, sentence)


class PictureDocumentError(UnreadableDocumentError):
    """The file is a picture."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = say(
            "berkas ini gambar (%(form)s), bukan teks. Ketik atau salin naskahnya.", form=form
        )
        super().__init__(filename, sentence)


class OtherFormatError(UnreadableDocumentError):
    """The file is a document of a form that is not read."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = say(
            "berkas %(form)s belum dapat dibaca. Buka berkasnya, lalu salin naskahnya "
            "sebagai teks atau simpan sebagai PDF, DOCX, TXT, atau HTML.",
            form=form,
        )
        super().__init__(filename, sentence)


class OldWordDocumentError(UnreadableDocumentError):
    """The file is a Word document of before 2007."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "berkas Word lama (DOC) belum dapat dibaca. Buka dengan Word atau LibreOffice, simpan "
            "sebagai DOCX, lalu masukkan lagi."
        )
        super().__init__(filename, sentence)


class TangledPageError(UnreadableDocumentError):
    """The parts of an HTML page lie in one another beyond any use."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "bagian-bagian halaman HTML ini bersarang terlalu dalam. Buka halamannya, lalu salin "
            "naskahnya sebagai teks."
        )
        super().__init__(filename, sentence)


class UnknownEncodingError(UnreadableDocumentError):
    """The bytes are no text in any encoding that is tried."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "huruf-huruf dalam berkas ini tidak dapat dikenali. Simpan ulang sebagai teks UTF-8."
        )
        super().__init__(filename, sentence)


class UnknownFontError(UnreadableDocumentError):
    """A PDF draws its letters without saying which letters they are."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "huruf-huruf PDF ini tidak dapat dikenali karena fonnya tidak menyebutkan hurufnya. "
            "Masukkan berkas DOCX-nya, atau salin naskahnya sebagai teks."
        )
        super().__init__(filename, sentence)


class MisnamedDocumentError(UnreadableDocumentError):
    """The name promises a PDF or a Word document, and the content is a text or a page."""

    def __init__(self, filename: str, ending: str, form: str) -> None:
        sentence = say(
            "nama berkas ini berakhiran %(ending)s, tetapi isinya %(form)s. Mungkin "
            "unduhannya gagal: unduh lagi dan periksa isinya, atau tempelkan naskahnya "
            "sebagai teks.",
            ending=ending,
            form=form,
        )
        super().__init__(filename, sentence)


class BrokenDocumentError(UnreadableDocumentError):
    """A PDF or DOCX cannot be opened; ``fault`` is what the library said, for developers."""

    def __init__(self, filename: str, form: str, fault: str = "") -> None:
        self.fault = fault
        sentence = say(
            "berkas %(form)s ini rusak atau terpotong. Unduh atau minta sekali lagi; kalau "
            "di komputer lain terbuka, simpan ulang dari sana.",
            form=form,
        )
        super().__init__(filename, sentence)


class PasswordDocumentError(UnreadableDocumentError):
    """The file opens only with a password."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "berkas ini dikunci dengan kata sandi. Buka dengan kata sandinya, simpan salinan "
            "tanpa kata sandi, lalu masukkan salinan itu."
        )
        super().__init__(filename, sentence)


class ScannedDocumentError(UnreadableDocumentError):
    """The pages are pictures without a layer of text."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = say(
            "berkas %(form)s ini hanya berisi gambar (hasil pindai), tanpa teks. Kenali "
            "dahulu hurufnya dengan OCR, atau ketik naskahnya.",
            form=form,
        )
        super().__init__(filename, sentence)


class MacroDocumentError(UnreadableDocumentError):
    """A Word document carries a program."""

    def __init__(self, filename: str) -> None:
        sentence = say(
            "berkas Word ini membawa makro, yaitu program. Simpan sebagai DOCX biasa (tanpa "
            "makro), lalu masukkan lagi."
        )
        super().__init__(filename, sentence)


class OutsideReferenceError(UnreadableDocumentError):
    """A Word document takes a part of itself from another address."""

    def __init__(self, filename: str, part: str) -> None:
        sentence = say(
            "berkas Word ini mengambil %(part)s dari alamat di luar berkas. Salin isinya "
            "ke dokumen baru, simpan sebagai DOCX, lalu masukkan lagi.",
            part=part,
        )
        super().__init__(filename, sentence)


class SwollenDocumentError(UnreadableDocumentError):
    """The content grows beyond what is kept in memory when it is unpacked."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = say(
            "isi berkas %(form)s ini mengembang melebihi batas ketika dibuka. Simpan ulang "
            "tanpa gambar dan lampiran, atau salin naskahnya sebagai teks.",
            form=form,
        )
        super().__init__(filename, sentence)


class TooSlowDocumentError(UnreadableDocumentError):
    """Reading took longer than it may."""

    def __init__(self, filename: str, seconds: int) -> None:
        sentence = say(
            "berkas ini terlalu rumit: sesudah %(seconds)s detik belum selesai dibaca. "
            "Simpan bagian tentang satu acara saja, atau salin naskahnya sebagai teks.",
            seconds=seconds,
        )
        super().__init__(filename, sentence)


class ReaderBusyError(UnreadableDocumentError):
    """Other documents are being read, as many as may at once."""

    def __init__(self, filename: str) -> None:
        sentence = say("dokumen lain sedang dibaca. Tunggu sebentar, lalu kirim lagi.")
        super().__init__(filename, sentence)
