"""What is refused about findings, in words: what, where, what to do."""

from datetime import date

from pamong.apps.organisasi.models import Pemda
from pamong.kernel.day import format_day


class FindingNotFoundError(LookupError):
    """There is no such finding."""

    def __init__(self) -> None:
        super().__init__("Temuan ini tidak ada. Cari dari daftar temuan.")


class NotAllowedError(Exception):
    """Somebody may not take note of a finding of this government."""

    def __init__(self, pemda: Pemda) -> None:
        super().__init__(
            f"Anda tidak dapat menandai temuan {pemda}. Dalam peraga hanya temuan pemerintah "
            "daerah rekaan yang dapat ditandai."
        )


class NotStandingError(Exception):
    """The law does not find it on that day, so there is nothing to take note of."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Temuan ini tidak berlaku pada {format_day(day)}, jadi tidak ada yang ditandai. Muat "
            "ulang halamannya."
        )


class AlreadyAcknowledgedError(Exception):
    """Somebody has taken note of it already."""

    def __init__(self, by: str, until: date) -> None:
        self.by, self.until = by, until
        super().__init__(
            f"Temuan ini sudah ditandai diketahui oleh {by} dan dilihat lagi pada "
            f"{format_day(until)}. Batalkan tanda itu dulu bila alasannya berubah."
        )


class NotAcknowledgedError(Exception):
    """Nobody has taken note of it, so there is nothing to take back."""

    def __init__(self) -> None:
        super().__init__("Temuan ini belum ditandai diketahui, jadi tidak ada yang dibatalkan.")


class LookAgainError(ValueError):
    """The day on which it is to be looked at again is past, or too far away."""

    def __init__(self, earliest: date, latest: date) -> None:
        super().__init__(
            f"Tanggal dilihat lagi harus antara {format_day(earliest)} dan {format_day(latest)}."
        )
