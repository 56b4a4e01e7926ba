"""Why a draft cannot be changed, confirmed or set aside."""

from collections.abc import Sequence


class DraftNotFoundError(LookupError):
    """There is no such draft."""

    def __init__(self) -> None:
        super().__init__("Draf ini tidak ada. Cari dari daftar dokumen.")


class DraftDecidedError(Exception):
    """The draft was confirmed or set aside already."""

    def __init__(self, status: str) -> None:
        super().__init__(f"Draf ini sudah {status}; ia tidak dapat diubah lagi.")


class NothingToUndoError(Exception):
    """Nobody changed the draft yet."""

    def __init__(self) -> None:
        super().__init__("Belum ada perubahan yang dapat dibatalkan.")


class ConfirmationRefusedError(Exception):
    """The draft cannot become records yet; ``problems`` says all that is missing."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))
