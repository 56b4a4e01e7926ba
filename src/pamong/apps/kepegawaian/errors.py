"""Why an entry of a record is refused, each in a sentence."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class EntryNotFoundError(LookupError):
    """The section of that pegawai has no such entry."""

    def __init__(self) -> None:
        super().__init__(_("Catatan ini tidak ada, atau sudah dicabut. Muat ulang halamannya."))


class UnknownColumnError(LookupError):
    """A section has no such column, or not one that people fill in."""


class ColumnValueError(ValueError):
    """A value does not fit its column; ``column`` names it for the form."""

    def __init__(self, column: str, label: "StrOrPromise", why: str) -> None:
        self.column = column
        super().__init__(_("%(label)s: %(why)s") % {"label": label, "why": why})


class ElsewhereError(ValueError):
    """An entry would point to what is another government's or another pegawai's."""

    def __init__(self, column: str, label: "StrOrPromise") -> None:
        self.column = column
        super().__init__(
            _("%s itu milik pemerintah daerah atau pegawai lain. Pilih yang milik pegawai ini.")
            % label
        )


class CodeTakenError(ValueError):
    """A row of another system is already the entry of somebody else in this government."""

    def __init__(self, code: str) -> None:
        super().__init__(
            _(
                "Kode asal %s sudah menjadi catatan pegawai lain di pemerintah daerah ini. Periksa"
                " apakah keduanya orang yang sama."
            )
            % code
        )


class NothingChangesError(ValueError):
    """A correction says what is on record already."""

    def __init__(self) -> None:
        super().__init__(_("Tidak ada yang berubah. Ubah isinya, atau tutup tanpa menyimpan."))


class EntryMovedError(Exception):
    """An entry was changed after whoever acts on it had read it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Catatan ini diubah orang lain sesudah Anda membacanya. Baca lagi, lalu ulangi"
                " kalau masih perlu."
            )
        )


class NotASpecimenError(ValueError):
    """A number that may be a real person's would be given to somebody made up."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Pemerintah daerah ini rekaan, jadi nomornya harus nomor contoh yang tidak dapat"
                " dimiliki orang: angka ke-15 ditulis 0."
            )
        )
