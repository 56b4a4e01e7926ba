"""Keeping the papers of a pegawai: what each is, its file, and who may open it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import PaperKind, Pegawai, PegawaiDocument


class PaperNotFoundError(LookupError):
    """The pegawai has no such paper."""

    def __init__(self) -> None:
        super().__init__(_("Dokumen ini tidak ada pada pegawai ini."))


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper as somebody describes it; ``shows`` is the class of what it tells."""

    kind: PaperKind
    number: str = ""
    dated_on: date | None = None
    issued_by: str = ""
    title: str = ""
    shows: FieldClass = FieldClass.OPEN
    file: NewFile | None = None


def keep_paper(
    *, pegawai: Pegawai, new: NewPaper, day: date, actor: Actor, reason: str
) -> PegawaiDocument:
    """Keep a paper of a pegawai, with its file where there is one.

    Raises:
        FileRefusedError: the file is empty, too large, or of no kind that is kept here.
        RefusedError: it has neither a number nor a file.
    """
    with act("kepegawaian.keep_paper", actor=actor, reason=reason), refusals():
        owner = pegawai.pemda.instansi
        told = {"day": day, "actor": actor, "reason": reason}
        file = keep_file(file=new.file, owner=owner, **told) if new.file else None  # type: ignore[arg-type]  # the three of every act
        return PegawaiDocument.objects.create(
            pegawai=pegawai,
            kind=new.kind,
            number=new.number,
            dated_on=new.dated_on,
            issued_by=new.issued_by,
            title=new.title,
            shows=new.shows,
            file=file,
        )


def find_paper(pegawai: Pegawai, public_id: UUID) -> PegawaiDocument:
    """Return one paper of a pegawai with its file.

    Raises:
        PaperNotFoundError: the pegawai has no such paper.
    """
    rows = PegawaiDocument.objects.filter(pegawai=pegawai, public_id=public_id)
    found = rows.select_related("file").first()
    if found is None:
        raise PaperNotFoundError
    return found


def papers_of(pegawai: Pegawai, *, day: date) -> list[PegawaiDocument]:
    """Return the papers of a pegawai that are not dated after ``day``, the latest first."""
    known = Q(dated_on=None) | Q(dated_on__lte=day)
    rows = PegawaiDocument.objects.filter(known, pegawai=pegawai)
    return list(rows.order_by("-dated_on", "-pk"))
