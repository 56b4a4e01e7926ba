"""Why an import is refused, each in a sentence."""

from collections.abc import Mapping

from django.utils.translation import gettext as _


class ImportNotFoundError(LookupError):
    """There is no such import of that government."""

    def __init__(self) -> None:
        super().__init__(_("Impor ini tidak ada."))


class NoFilesError(ValueError):
    """Nothing was chosen."""

    def __init__(self) -> None:
        super().__init__(_("Belum ada berkas. Pilih satu berkas tabel atau lebih."))


class ImportFileError(ValueError):
    """A file cannot be taken; the message says which, why and what to do."""


class WrongStepError(ValueError):
    """An import is not at the step that the act needs."""

    def __init__(self, step: str) -> None:
        super().__init__(
            _("Impor ini %s, jadi langkah itu belum atau tidak lagi dapat dijalankan.") % step
        )


class NothingTakenError(ValueError):
    """Nothing of the preview is accepted."""

    def __init__(self) -> None:
        super().__init__(_("Tidak ada baris yang diterima. Pilih sekurangnya satu bagian."))


class PreviewIsOldError(Exception):
    """The record changed after the preview, so that it says something else by now."""

    def __init__(self) -> None:
        super().__init__(
            _("Catatan pegawai berubah sesudah pratinjau ini dibuat. Periksa hitungannya lagi.")
        )


class ChosenOtherwiseError(Exception):
    """What was chosen comes to something else than what was shown: in another tab, or by now."""

    def __init__(self) -> None:
        super().__init__(
            _("Pilihannya berubah sejak halaman ini dibuka, mungkin di tab lain. Periksa lagi.")
        )


class OtherGovernmentError(ValueError):
    """Rows of the files name another government."""

    def __init__(self, named: Mapping[str, int]) -> None:
        super().__init__(
            _(
                "%(rows)s baris menyebut instansi lain (%(names)s). Batalkan bila berkas ini "
                "bukan milik daerah ini; bila memang benar, nyatakan itu."
            )
            % {"rows": sum(named.values()), "names": ", ".join(list(named)[:3])}
        )


class StillRunningError(Exception):
    """A step waits for the worker, or is at work."""

    def __init__(self) -> None:
        super().__init__(_("Langkah ini masih berjalan atau menunggu giliran. Tunggu sebentar."))


class ClearedError(LookupError):
    """The rows that were read are deleted by now; the report is still there."""

    def __init__(self) -> None:
        super().__init__(
            _("Baris bacaan impor ini sudah dihapus menurut masa simpannya. Laporannya tetap ada.")
        )


class UnknownRiwayatError(ValueError):
    """Something is said to be complete that no import tells of, or from a day to come."""

    def __init__(self, riwayat: str) -> None:
        super().__init__(
            _("Riwayat %s tidak dapat dinyatakan lengkap sejak hari itu. Periksa harinya.")
            % riwayat
        )
