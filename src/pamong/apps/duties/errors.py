"""Why a step in the life of a duty is refused: what, where, and what to do about it."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pamong.apps.duties.life import State, StepKind
from pamong.kernel.day import format_day

if TYPE_CHECKING:
    from pamong.apps.duties.models import DutyStep


class DutyNotFoundError(LookupError):
    """There is no such duty."""

    def __init__(self) -> None:
        super().__init__(_("Tindak lanjut ini tidak ada. Cari dari daftar tindak lanjut."))


class DutyMovedError(Exception):
    """Somebody else acted after the user last saw the duty; ``last`` is what he did."""

    def __init__(self, last: "DutyStep") -> None:
        self.last = last
        super().__init__(
            _(
                "Sementara itu %(actor)s sudah bertindak: %(what)s pada %(day)s. Keadaan terbaru "
                "ada di halaman ini; lihat dahulu, lalu ulangi kalau masih perlu."
            )
            % {
                "actor": last.actor,
                "what": last.get_kind_display(),
                "day": format_day(last.day),
            }
        )


class StepNotOpenError(Exception):
    """The step does not fit the state of the duty."""

    def __init__(self, kind: StepKind, state: State) -> None:
        super().__init__(
            _(
                'Tindak lanjut ini berkeadaan "%(state)s", jadi langkah "%(step)s" tidak dapat '
                "dicatat. Lihat langkah yang terbuka di halamannya."
            )
            % {"state": state.label, "step": kind.label}
        )


class SamePersonError(Exception):
    """Whoever worked on a duty may not also check it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Anda sendiri yang menerima, mendelegasikan, atau melaporkan tindak lanjut ini. "
                "Yang memeriksa harus orang lain dari pihak pemberi."
            )
        )


class NoteMissingError(Exception):
    """A step that needs a reason, or a checking note, was given none."""

    def __init__(self, kind: StepKind) -> None:
        checking = kind in {StepKind.CLOSED, StepKind.EVALUATED}
        super().__init__(
            _("Catatan pemeriksaan belum diisi. Tulis apa yang diperiksa dan hasilnya.")
            if checking
            else _("Alasan belum diisi. Tulis alasannya dalam satu kalimat.")
        )


class DelegateMissingError(Exception):
    """Something was delegated to nobody."""

    def __init__(self) -> None:
        super().__init__(
            _("Belum disebut kepada siapa didelegasikan. Tulis jabatan atau nama orangnya.")
        )


class EvidenceMissingError(Exception):
    """A report has neither a text nor a file nor an address."""

    def __init__(self) -> None:
        super().__init__(
            _("Laporan belum berisi apa pun. Tulis hasilnya, atau lampirkan berkas atau alamat.")
        )


class ProlongationError(ValueError):
    """The term asked for is not later than the one that stands, or is past already."""

    def __init__(self, asked: date, due_on: date, day: date) -> None:
        super().__init__(
            _("Tenggat baru %(asked)s harus sesudah %(latest)s. Pilih hari yang lebih kemudian.")
            % {"asked": format_day(asked), "latest": format_day(max(due_on, day))}
        )
