"""Why a draft, a forum, a directive or a list cannot be found, changed or confirmed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


class ForumNotFoundError(LookupError):
    """There is no such forum."""

    def __init__(self) -> None:
        super().__init__(_("Forum ini tidak ada. Cari dari daftar forum."))


class SeriesNotFoundError(LookupError):
    """There is no such series of forums."""

    def __init__(self) -> None:
        super().__init__(_("Seri forum ini tidak ada. Cari dari daftar forum."))


class DirectiveNotFoundError(LookupError):
    """There is no such directive."""

    def __init__(self) -> None:
        super().__init__(_("Arahan ini tidak ada. Cari dari daftar arahan."))


class MatterNotFoundError(LookupError):
    """There is no such point of an agenda."""

    def __init__(self) -> None:
        super().__init__(_("Pokok agenda ini tidak ada. Buka dari halaman forumnya."))


class SheetNotFoundError(LookupError):
    """There is no such table of an OPD."""

    def __init__(self) -> None:
        super().__init__(_("Tabel isian ini tidak ada. Buka dari halaman arahannya."))


class AnswerNotFoundError(LookupError):
    """There is no such answer, or it has no file."""

    def __init__(self) -> None:
        super().__init__(_("Jawaban atau berkas ini tidak ada. Buka dari halaman arahannya."))


class DraftNotFoundError(LookupError):
    """There is no such draft."""

    def __init__(self) -> None:
        super().__init__(_("Draf ini tidak ada. Cari dari daftar dokumen."))


class DraftDecidedError(Exception):
    """The draft was confirmed or set aside already."""

    def __init__(self, status: str) -> None:
        super().__init__(
            _("Draf ini sudah %(status)s; ia tidak dapat diubah lagi.") % {"status": status}
        )


class NothingToUndoError(Exception):
    """Nobody changed the draft yet."""

    def __init__(self) -> None:
        super().__init__(_("Belum ada perubahan yang dapat dibatalkan."))


class ConfirmationRefusedError(Exception):
    """The draft cannot become records yet; ``problems`` says all that is missing."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))
