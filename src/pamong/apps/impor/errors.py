"""Why an import is refused, each in a sentence."""

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
