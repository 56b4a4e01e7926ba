"""Why an export is refused, each in a sentence."""

from django.utils.translation import gettext as _


class ExportNotFoundError(LookupError):
    """There is no such export, or it is somebody else's."""

    def __init__(self) -> None:
        super().__init__(_("Ekspor ini tidak ada, atau bukan Anda yang memintanya."))


class ExportGoneError(LookupError):
    """The file of an export is not there: not yet, or no longer."""

    def __init__(self, step: str) -> None:
        super().__init__(_("Berkas ekspor ini tidak ada: %s. Minta lagi bila perlu.") % step)


class NobodyToExportError(ValueError):
    """Nobody is within what was asked for."""

    def __init__(self) -> None:
        super().__init__(
            _("Tidak ada pegawai yang cocok dan boleh Anda lihat nomornya. Longgarkan cakupannya.")
        )


class NumbersUnknownError(ValueError):
    """Some numbers of a list are of nobody who works here on the day."""

    def __init__(self, places: list[int]) -> None:
        self.places = places
        shown = ", ".join(str(place) for place in places[:10])
        more = "…" if len(places) > 10 else ""
        super().__init__(
            _("Nomor pada baris %s tidak dikenal pada tanggal itu. Perbaiki atau hapus barisnya.")
            % f"{shown}{more}"
        )
