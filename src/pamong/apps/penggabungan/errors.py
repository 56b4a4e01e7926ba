"""Why records cannot be merged, kept apart, or taken apart again."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


class PairNotFoundError(LookupError):
    """There is no such pair in this government, or one of the two was merged since."""

    def __init__(self) -> None:
        super().__init__(
            _("Pasangan ini tidak ada, atau salah satunya sudah digabung. Buka kembali daftarnya.")
        )


class MergingNotFoundError(LookupError):
    """There is no such merging in this government."""

    def __init__(self) -> None:
        super().__init__(_("Penggabungan ini tidak ada di pemerintah daerah ini."))


class OwnRecordError(Exception):
    """One of the two is whoever acts."""

    def __init__(self) -> None:
        super().__init__(
            _("Salah satunya catatan Anda sendiri. Mintalah rekan Anda memutuskannya.")
        )


class UndecidedError(Exception):
    """Some of what differs was not decided."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = list(titles)
        super().__init__(
            _("Belum dipilih mana yang berlaku untuk: %s. Pilih dulu, lalu ulangi.")
            % "; ".join(self.titles)
        )


class MergedAlreadyError(Exception):
    """One of the two leads to another record already."""

    def __init__(self) -> None:
        super().__init__(_("Salah satu catatan ini sudah digabung. Muat ulang halamannya."))


class KeptApartError(Exception):
    """It stands decided that the two are not one person."""

    def __init__(self, by: str, reason: str) -> None:
        super().__init__(
            _(
                "%(by)s memutuskan keduanya bukan orang yang sama: %(reason)s. Tarik dulu"
                " keputusan itu."
            )
            % {"by": by, "reason": reason.rstrip(".")}
        )


class UndoneAlreadyError(Exception):
    """The merging was taken back before."""

    def __init__(self) -> None:
        super().__init__(_("Penggabungan ini sudah dibatalkan."))


class LaterMergingError(Exception):
    """The record that stayed was itself merged since, or another was merged into it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Sesudah ini catatan yang tetap digabung lagi dengan catatan lain. Batalkan dulu"
                " penggabungan yang lebih baru itu."
            )
        )


class NotDecidedError(Exception):
    """Nobody has said that the two are two people, or it was taken back."""

    def __init__(self) -> None:
        super().__init__(_("Keputusan ini tidak ada lagi. Muat ulang halamannya."))
