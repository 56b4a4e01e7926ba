"""The posts that one pegawai acts in on a day, each with its end and what the law says of it."""

from dataclasses import dataclass
from datetime import date

from pamong import law
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.models.jabatan import Penugasan, RiwayatJabatan
from pamong.apps.organisasi.models import JabatanHolding
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.capacity import Capacity

LIMIT = "plt-jabatan-batas"
HELD = frozenset({Penugasan.DEFINITIF, Penugasan.TUGAS_TAMBAHAN})


@dataclass(frozen=True, slots=True)
class ActingTerm:
    """One post acted in; ``last_day`` is empty where no end is on record."""

    capacity: str
    post: str
    starts_on: date
    last_day: date | None
    is_plt: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """How long a Plt acts at first, and altogether, in months, by which articles."""

    first: int
    altogether: int
    rule: law.Rule
    version: law.Version


def acting_terms(pegawai: Pegawai, *, day: date) -> list[ActingTerm]:
    """Return the posts that ``pegawai`` acts in on ``day``, the first begun first.

    They come from the record, and from the offices of the government; one in both is told once.
    """
    entries = RiwayatJabatan.objects.on(day).filter(pegawai=pegawai).exclude(capacity__in=HELD)
    holdings = JabatanHolding.objects.on(day).filter(
        person=pegawai.person_id, pemda=pegawai.pemda_id
    )
    told = [
        ActingTerm(
            str(row.get_capacity_display()),
            row.nama,
            row.starts_on,
            row.period.last_day,
            row.capacity == Penugasan.PLT,
        )
        for row in entries
    ]
    known = {(term.post.casefold(), term.starts_on) for term in told}
    others = holdings.exclude(capacity=Capacity.DEFINITIF).select_related("jabatan__pemda")
    for row in others:
        title = office_title(row.jabatan, row.jabatan.pemda)
        if (title.casefold(), row.starts_on) not in known:
            capacity = Capacity(row.capacity)
            term = (capacity.label, title, row.starts_on, row.period.last_day)
            told.append(ActingTerm(*term, is_plt=capacity is Capacity.PLT))
    return sorted(told, key=lambda term: (term.starts_on, term.post))


def limit_of_plt(*, day: date) -> Limit | None:
    """Return how long somebody may act as Plt by the law of ``day``; none before the first."""
    rule = law.rule(LIMIT)
    if day < rule.versions[0].period.start:
        return None
    version = rule.version_on(day)
    values = version.values
    return Limit(values["bulan_pertama"], values["bulan_seluruhnya"], rule, version)
