"""What the law says of a line that only acts in a post: how it was named, and for how long."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.penataan.advice import Advice, Bench
from pamong.apps.penataan.chain import Link
from pamong.apps.penataan.levels import level_of
from pamong.apps.penataan.models import Pelantikan
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.law.judgement import UNCONFIRMED
from pamong.law.rule import Verdict, Version
from pamong.law.source import Confidence
from pamong.regulations.months import term_before

LIMIT = "plt-jabatan-batas"
NAMED_AS = {Capacity.PLT: "plt", Capacity.PLH: "plh"}


def acting_advice(bench: Bench, plan: Pelantikan, link: Link) -> Iterator[Advice]:
    """Weigh how an acting official is named; of a Plt also how long."""
    capacity = Capacity(link.line.capacity)
    if capacity not in NAMED_AS:
        return
    own = next((level_of(jabatan) for jabatan in link.offices_left), None)
    level = level_of(link.line.jabatan)
    same = link.placement and link.post.opd and link.placement.opd_id == link.post.opd
    yield bench.judge(
        "plt-penunjukan",
        {
            "ditunjuk_on": plan.day,
            "berhalangan": "tetap" if link.was_vacant else "sementara",
            "kedudukan": NAMED_AS[capacity],
            "jenjang": level.value if level else None,
            "jenjang_sendiri": own.value if own else None,
            "satu_unit": None if same is None else bool(same),
            "dilantik": False,
            "dibebaskan_dari_jabatan": False,
        },
        plan.day,
    )
    if capacity is Capacity.PLT:
        yield from _term(link, plan.day)


def _term(link: Link, day: date) -> Iterator[Advice]:
    """Compare the term of a Plt with what the circulars allow.

    Terms of one vacancy add up, so that one that goes on after another is told with both.
    """
    try:
        version = law.rule(LIMIT).version_on(day)
    except law.BeforeFirstVersionError:
        return
    end = link.line.ends_before
    before = [held.starts_on for held in link.acts if held.capacity == Capacity.PLT]
    if before:
        words = _(
            "Jabatan ini sudah ada Plt-nya sejak %(since)s. Masa dalam satu kekosongan dihitung "
            "bersama, seluruhnya paling lama %(months)d bulan, jadi berakhir sebelum %(limit)s."
        )
        months, begun = version.values["bulan_seluruhnya"], min(before)
        meaning = _worded(words, months, term_before(begun, months), since=begun)
        yield _told(version, Verdict.PERLU_DIPERIKSA, meaning)
        return
    months = version.values["bulan_pertama"]
    limit = term_before(day, months)
    if end is not None and end <= limit:
        words = _("Masa Plt ini paling lama %(months)d bulan, sampai sebelum %(limit)s.")
        yield _told(version, Verdict.SESUAI, _worded(words, months, limit))
        return
    words = _(
        "Masa Plt paling lama %(months)d bulan, jadi berakhir sebelum %(limit)s; selebihnya "
        "memerlukan perpanjangan."
    )
    yield _told(version, Verdict.PERLU_DIPERIKSA, _worded(words, months, limit))


def _worded(words: str, months: int, limit: date, *, since: date | None = None) -> str:
    return words % {
        "months": months,
        "limit": format_day(limit),
        "since": format_day(since) if since else "",
    }


def _told(version: Version, verdict: Verdict, meaning: str) -> Advice:
    """Tell it; what rests on a figure that nobody has confirmed judges nothing."""
    is_known = version.confidence is not Confidence.UNCONFIRMED
    verdict = verdict if is_known else Verdict.TIDAK_DAPAT_DINILAI
    return Advice(
        rule=LIMIT,
        title=law.rule(LIMIT).title,
        breach=False if verdict is Verdict.SESUAI else None,
        verdict=verdict.value,
        meaning=meaning if is_known else "",
        basis=version.basis,
        missing=() if is_known else (UNCONFIRMED.label,),
        confidence=version.confidence,
    )
