"""Scores by indicator and OPD, and the work list, as of a day that was counted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max, Q, QuerySet

from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kualitas.gathering import UNTOLD
from pamong.apps.kualitas.models import QualityGap, QualityScore
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.ikd import INDICATORS, Dimension, Indicator, Score

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MENDED_IN = {
    "COM-1": "kinerja",
    "COM-2": "jabatan",
    "COM-3": "pendidikan",
    "COM-4": "pengangkatan",
    "COM-5": "pendidikan",
    "COM-6": "kontak",
    "COM-7": "kontak",
    "TIM-1": "penempatan",
    "TIM-3": "pengangkatan",
    "TIM-4": "jabatan",
    "TIM-5": "kedudukan",
    "TIM-6": "kedudukan",
    "ACC-1": "pengangkatan",
    "ACC-3": "jabatan",
    "ACC-7": "perjanjian",
    "CON-2": "pengangkatan",
    "CON-3": "data-pribadi",
    "CON-4": "pengangkatan",
}
"""The section of a record where each is mended; the others at the head of the record."""


ORDER = ("code", "opd", "pk")
"""As the index has them, so that a page costs the same wherever it is."""
CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Counted:
    """One indicator over some people: of how many it could be told, and how many break it."""

    indicator: Indicator
    people: int
    judged: int
    broken: int

    @property
    def why_untold(self) -> "StrOrPromise":
        """Why it can be told of nobody, where that is so."""
        if self.judged:
            return ""
        return UNTOLD.get(self.indicator.code, "")

    @property
    def not_judged(self) -> int:
        """Of how many people the record cannot tell."""
        return self.people - self.judged

    @property
    def share(self) -> Decimal | None:
        """How many of a hundred of whom it could be told keep it; ``None``: it could of nobody."""
        if not self.judged:
            return None
        return (100 * (1 - Decimal(self.broken) / self.judged)).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True)
class OfOpd:
    """One OPD: how many people, its index, how many gaps."""

    opd_id: int | None
    nama: str
    people: int
    index: Decimal | None
    broken: int


@dataclass(frozen=True, slots=True)
class Quality:
    """The scores of one counted day over the OPDs asked for."""

    as_of: date
    people: int
    index: Decimal | None
    dimensions: dict[Dimension, Decimal | None]
    indicators: list[Counted]
    opds: list[OfOpd]

    def to_json(self) -> dict[str, Any]:
        """Return the scores as plain data; decimals are texts."""
        return {
            "as_of": self.as_of.isoformat(),
            "people": self.people,
            "index": _text(self.index),
            "indicators": [
                {
                    "code": each.indicator.code,
                    "judged": each.judged,
                    "broken": each.broken,
                    "share": _text(each.share),
                    "why_untold": str(each.why_untold),
                }
                for each in self.indicators
            ],
            "opds": [
                {
                    "opd": each.nama,
                    "people": each.people,
                    "index": _text(each.index),
                    "broken": each.broken,
                }
                for each in self.opds
            ],
        }


def _text(score: Decimal | None) -> str | None:
    return None if score is None else str(score)


def counted_on(pemda: Pemda, *, day: date) -> date | None:
    """Return the last day by ``day`` for which the indicators were counted."""
    rows = QualityScore.objects.filter(pemda=pemda, as_of__lte=day)
    found: date | None = rows.aggregate(last=Max("as_of"))["last"]
    return found


def quality_on(
    pemda: Pemda, *, as_of: date, opds: Sequence[int] | None = None, opd: int | None = None
) -> Quality:
    """Return the scores of a counted day, of some OPDs or all; ``opd`` narrows the indicators."""
    rows = QualityScore.objects.filter(pemda=pemda, as_of=as_of)
    if opds is not None:
        rows = rows.filter(opd__in=opds)
    by_opd: dict[tuple[int | None, str], Score] = defaultdict(Score)
    total = Score()
    for key, nama, code, people, judged, broken in rows.values_list(
        "opd", "opd__nama", "code", "people", "judged", "broken"
    ):
        scores = [by_opd[key, nama or ""]]
        if opd is None or opd == key:
            scores.append(total)
        for score in scores:
            score.judged[code] += judged
            score.broken[code] += broken
            # Each row of an OPD tells the same number of people: it is taken once.
            score.people += people if code == "COM-1" else 0
    told = [
        OfOpd(key, nama, score.people, score.index, sum(score.broken.values()))
        for (key, nama), score in by_opd.items()
    ]
    told.sort(key=lambda each: (each.index is None, each.index or 0, each.nama))
    return Quality(
        as_of,
        total.people,
        total.index,
        {each: total.of(each) for each in Dimension},
        [
            Counted(each, total.people, total.judged[code], total.broken[code])
            for code, each in INDICATORS.items()
        ],
        told,
    )


def gaps_on(
    pemda: Pemda, visible: Q | None, *, as_of: date, code: str = "", opd: int | None = None
) -> QuerySet[QualityGap]:
    """Return the work list of a counted day; ``visible`` is the condition for gaps.

    What is open after the last count is told by an index of its own.
    """
    is_last = counted_on(pemda, day=date.max) == as_of
    merged = Pegawai.with_merged.filter(pemda=pemda, merged_into__isnull=False).values("pk")
    every = (
        QualityGap.objects.filter(ends_before=None) if is_last else QualityGap.objects.on(as_of)
    )
    rows = every.filter(~Q(pegawai__in=merged), pemda=pemda)
    if visible is not None:
        rows = rows.filter(visible)
    if code in INDICATORS:
        rows = rows.filter(code=code)
    if opd is not None:
        rows = rows.filter(opd=opd)
    return rows


def in_order(
    rows: QuerySet[QualityGap], page: slice, *, visible: Q | None = None
) -> list[QualityGap]:
    """Return some rows of a work list, by indicator and OPD, each with whose it is.

    Of these only such as ``visible`` holds for.
    """
    pks = list(rows.order_by(*ORDER).values_list("pk", flat=True)[page])
    found = QualityGap.objects.filter(visible or Q(), pk__in=pks)
    return list(found.select_related("pegawai__person", "opd").order_by(*ORDER))


def everything(rows: QuerySet[QualityGap], *, visible: Q | None = None) -> Iterator[QualityGap]:
    """Yield all rows of a work list that ``visible`` holds for, a chunk at a time."""
    told = rows.filter(visible or Q()).select_related("pegawai__person", "opd")
    yield from told.order_by(*ORDER).iterator(chunk_size=CHUNK)
