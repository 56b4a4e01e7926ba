"""Where duties come from, read in one place: directives and findings as plain values.

Nothing else of this app knows how a directive names its addressees or a finding its subject.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from pamong.apps.duties.models import Part, SourceKind
from pamong.apps.findings.models import Finding
from pamong.apps.forums.directive_scope import DirectiveScope, scope_of
from pamong.apps.forums.errors import DirectiveNotFoundError
from pamong.apps.forums.models import DirectiveGiver
from pamong.apps.forums.selectors import get_directive
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day


class SourceNotFoundError(LookupError):
    """There is no such directive or finding."""

    def __init__(self) -> None:
        super().__init__(
            _("Arahan atau temuan ini tidak ada. Cari dari daftar arahan atau daftar temuan.")
        )


@dataclass(frozen=True, slots=True)
class Owing:
    """An OPD that a source addresses, and the part that it has."""

    opd: Opd
    part: Part = Part.LEAD


@dataclass(frozen=True, slots=True)
class Source:
    """What a duty is made from: its words as they are now, and whom it addresses.

    ``kabupaten`` are those below that it names; to them it is a recommendation. ``due_on`` is the
    term that the source itself names, where it names one.
    """

    kind: SourceKind
    public_id: UUID
    pemda: Pemda
    day: date
    gist: str
    words: str
    citation: str
    giver: str
    topic: str
    owing: tuple[Owing, ...]
    kabupaten: tuple[Pemda, ...] = ()
    due_on: date | None = None

    @property
    def hash(self) -> str:
        """What the copied words hash to."""
        return hash_of(
            self.kind, self.public_id, self.gist, self.words, self.citation, self.giver, self.day
        )


def hash_of(*told: object) -> str:
    """Return the hash of the words that a duty copies from its source."""
    return hashlib.sha256(json.dumps([str(each) for each in told]).encode()).hexdigest()


def directive_source(public_id: UUID) -> Source:
    """Return a directive as the source of duties.

    It addresses the OPDs that stood on the day on which it was given. Where one of them leads, the
    others support it.

    Raises:
        SourceNotFoundError: there is none.
    """
    try:
        row = get_directive(public_id)
    except DirectiveNotFoundError as error:
        raise SourceNotFoundError from error
    scope = scope_of(row, day=row.day)
    return Source(
        kind=SourceKind.DIRECTIVE,
        public_id=row.public_id,
        pemda=row.pemda,
        day=row.day,
        gist=row.gist,
        words=row.words,
        citation=_("Menurut %(source)s (%(day)s)")
        % {"source": scope.source, "day": format_day(row.day)},
        giver="; ".join(_giver(giver, row.pemda) for giver in row.givers.all())[:400],
        topic=row.topic,
        owing=tuple(_owing(opd, scope) for opd in scope.opds),
        kabupaten=scope.daerah,
        due_on=row.due_on,
    )


def finding_source(public_id: UUID) -> Source:
    """Return a finding as the source of duties; it addresses the OPD of its subject.

    Raises:
        SourceNotFoundError: there is none.
    """
    row = (
        Finding.objects.select_related("pemda__provinsi", "run")
        .filter(public_id=public_id)
        .first()
    )
    standing = (
        row.standings.filter(superseded_by=None)
        .select_related("opd")
        .order_by("-starts_on", "-id")
        .first()
        if row
        else None
    )
    if row is None or standing is None:
        raise SourceNotFoundError
    judgement, opd = standing.judgement, standing.opd
    return Source(
        kind=SourceKind.FINDING,
        public_id=row.public_id,
        pemda=row.pemda,
        day=row.since or row.run.as_of,
        gist=f"{judgement['title']}: {row.subject_label}"[:500],
        words=" ".join(judgement["to_do"]),
        citation=str(judgement["basis"])[:300],
        giver="",
        topic="",
        owing=(Owing(opd),) if opd else (),
    )


def _owing(opd: Opd, scope: DirectiveScope) -> Owing:
    leads = scope.lead is None or scope.lead == opd
    return Owing(opd, Part.LEAD if leads else Part.SUPPORTING)


def _giver(giver: DirectiveGiver, pemda: Pemda) -> str:
    """Name a giver with the office and capacity of that day."""
    if giver.jabatan is None:
        return giver.person.shown_name
    acting = giver.capacity and Capacity(giver.capacity).is_acting
    capacity = f"{Capacity(giver.capacity).label} " if acting else ""
    return f"{giver.person.shown_name}, {capacity}{office_title(giver.jabatan, pemda)}"
