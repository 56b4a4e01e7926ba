"""What is asked of the quality of the records: which OPD, which indicator, as of which count."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.places import opds_on
from pamong.apps.kualitas.listing import counted_on, gaps_on
from pamong.apps.kualitas.policies import (
    can_see_quality,
    gaps_counted_for,
    gaps_visible_to,
    opds_scored_for,
)
from pamong.exchange.ikd import INDICATORS
from pamong.web.daftar.asking import Asked, Filter, asked_of
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from django.db.models import Q, QuerySet

    from pamong.apps.kualitas.models import QualityGap

NAMES = ("indikator", "opd")


@dataclass(frozen=True, slots=True)
class Question:
    """What a page asks; without ``as_of`` nothing was counted by its day."""

    request: Request
    asked: Asked
    as_of: date | None
    opds: list[int] | None
    code: str
    opd: int | None

    def gaps(self) -> "QuerySet[QualityGap]":
        """Return the work list as it is asked for."""
        here = self.request.standpoint
        counted = gaps_counted_for(self.request.access, here.government, day=here.day)
        return gaps_on(
            here.government, counted, as_of=self.as_of or date.min, code=self.code, opd=self.opd
        )

    def visible(self) -> "Q | None":
        """Return the condition under which a row of the list is shown."""
        here = self.request.standpoint
        return gaps_visible_to(self.request.access, here.government, day=here.day)

    def filters(self) -> list[Filter]:
        """Return the choices of indicator and OPD, as they are told."""
        here = self.request.standpoint
        opds = [
            (str(key), nama)
            for key, nama in opds_on(here.government, day=here.day)
            if self.opds is None or key in self.opds
        ]
        codes = [(code, f"{code} {each.title}") for code, each in told_indicators()]
        return [
            Filter("indikator", _("Indikator"), codes, self.code, _("Semua")),
            Filter("opd", _("OPD"), opds, str(self.opd or ""), _("Semua")),
        ]


def told_indicators() -> list[tuple[str, "Told"]]:
    """Return every indicator by its code, in the language of the page."""
    return [(code, Told(_(each.title), _(each.advice))) for code, each in INDICATORS.items()]


@dataclass(frozen=True, slots=True)
class Told:
    """What an indicator and its advice are called in the language of the page."""

    title: str
    advice: str


def question_of(request: Request, government: str) -> Question:
    """Read what is asked, for whoever may see the quality of the records."""
    here = look_from(request, government)
    demand(can_see_quality(request.access, here.government))
    asked = asked_of(request, NAMES)
    code = asked.values["indikator"]
    return Question(
        request=request,
        asked=asked,
        as_of=counted_on(here.government, day=here.day),
        opds=opds_scored_for(request.access, here.government, day=here.day),
        code=code if code in INDICATORS else "",
        opd=asked.number("opd"),
    )
