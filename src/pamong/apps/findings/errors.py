"""What is refused about findings, in words: what, where, what to do."""

from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.organisasi.models import Pemda
from pamong.kernel.day import format_day


class FindingNotFoundError(LookupError):
    """There is no such finding."""

    def __init__(self) -> None:
        super().__init__(_("Temuan ini tidak ada. Cari dari daftar temuan."))


class NotAllowedError(Exception):
    """Somebody may not take note of a finding of this government."""

    def __init__(self, pemda: Pemda) -> None:
        super().__init__(
            _(
                "Anda tidak dapat menandai temuan %(pemda)s. Dalam peraga hanya temuan "
                "pemerintah daerah rekaan yang dapat ditandai."
            )
            % {"pemda": pemda}
        )


class NotStandingError(Exception):
    """The law does not find it on that day, so there is nothing to take note of."""

    def __init__(self, day: date) -> None:
        super().__init__(
            _(
                "Temuan ini tidak berlaku pada %(day)s, jadi tidak ada yang ditandai. Muat "
                "ulang halamannya."
            )
            % {"day": format_day(day)}
        )


class AlreadyAcknowledgedError(Exception):
    """Somebody has taken note of it already."""

    def __init__(self, by: str, until: date) -> None:
        self.by, self.until = by, until
        super().__init__(
            _(
                "Temuan ini sudah ditandai diketahui oleh %(by)s dan dilihat lagi pada "
                "%(until)s. Batalkan tanda itu dulu bila alasannya berubah."
            )
            % {"by": by, "until": format_day(until)}
        )


class NotAcknowledgedError(Exception):
    """Nobody has taken note of it, so there is nothing to take back."""

    def __init__(self) -> None:
        super().__init__(_("Temuan ini belum ditandai diketahui, jadi tidak ada yang dibatalkan."))


class LookAgainError(ValueError):
    """The day on which it is to be looked at again is past, or too far away."""

    def __init__(self, earliest: date, latest: date) -> None:
        super().__init__(
            _("Tanggal dilihat lagi harus antara %(earliest)s dan %(latest)s.")
            % {"earliest": format_day(earliest), "latest": format_day(latest)}
        )
