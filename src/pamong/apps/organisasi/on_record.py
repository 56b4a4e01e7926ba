"""Of which offices something is on record by a day: found in the database, page by page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat
from django.db.models.lookups import IContains

from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.titles import LEADING, POLITICAL

HIGH = (*LEADING, JabatanKind.ASISTEN, JabatanKind.STAF_AHLI, JabatanKind.KEPALA_OPD)
"""Who leads a government and its OPDs: what a list shows first."""


@dataclass(frozen=True, slots=True)
class OfficesAsked:
    """Which offices are asked for: by kind, by a part of a name, or those who lead.

    Whoever asks for neither a kind nor a name sees those who lead, unless ``every_kind``.
    """

    kind: str = ""
    words: str = ""
    every_kind: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether only those who lead are shown."""
        return not (self.kind or self.words or self.every_kind)


def offices_on_record(pemda: Pemda, *, day: date, asked: OfficesAsked) -> QuerySet[Jabatan]:
    """Return the leading offices, and those of which something had begun by ``day``, by rank."""
    rows = Jabatan.objects.filter(_begun(day), pemda=pemda)
    if asked.is_narrow:
        rows = rows.filter(Q(kind__in=HIGH) | Q(eselon__startswith="II."))
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.words:
        rows = rows.filter(_named(asked.words, pemda, day))
    return rows.order_by("rank", "sort_key", "id")


def kinds_on_record(pemda: Pemda, *, day: date) -> list[tuple[str, str]]:
    """Return the kinds of office of which something had begun by ``day``, as value and label."""
    there = set(Jabatan.objects.filter(_begun(day), pemda=pemda).values_list("kind", flat=True))
    return [(kind.value, str(kind.label)) for kind in JabatanKind if kind in there]


def title_of(pemda: Pemda, nama: str = "nama", kind: str = "kind") -> Combinable:
    """Return the title of an office as :func:`office_title` makes it, for the database."""
    ending = Case(
        When(**{f"{kind}__in": POLITICAL}, then=Value(pemda.short_name)),
        default=Value(pemda.nama),
        output_field=TextField(),
    )
    return Concat(F(nama), Value(" "), ending, output_field=TextField())


def _begun(day: date) -> Q:
    return Q(kind__in=LEADING) | _told(day, Q())


def _named(words: str, pemda: Pemda, day: date) -> Q:
    return Q(IContains(title_of(pemda), words)) | _told(day, Q(person__nama__icontains=words))


def _told(day: date, of_whom: Q) -> Q:
    """Tell whether a tenure, an attestation or a leave of an office had begun by ``day``."""
    here = Q(jabatan=OuterRef("pk")) & of_whom
    return (
        Q(Exists(JabatanHolding.objects.filter(here, starts_on__lte=day)))
        | Q(Exists(Attestation.objects.filter(here, day__lte=day)))
        | Q(Exists(OfficeLeave.objects.filter(here, starts_on__lte=day)))
    )
