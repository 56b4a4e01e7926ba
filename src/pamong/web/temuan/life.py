"""The life of a finding as people read it: a day, a sentence, who, why."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from pamong.apps.findings.life import Moment, day_of
from pamong.apps.findings.selectors import FindingOnDay
from pamong.kernel.day import format_day


@dataclass(frozen=True, slots=True)
class ToldMoment:
    """One moment: what happened, and below it who said so and why."""

    day: date
    what: str
    more: tuple[str, ...]
    is_by_a_person: bool


def told_life(seen: FindingOnDay, day: date) -> list[ToldMoment]:
    """Tell what happened to a finding by ``day``, the latest first."""
    told = [
        ToldMoment(moment.day, _what(moment), tuple(_more(moment, seen, day)), bool(moment.by))
        for moment in seen.life
    ]
    return told[::-1]


def _what(moment: Moment) -> str:
    by = {"by": moment.by}
    return {
        "found": gettext("Ditemukan"),
        "found_again": gettext("Ditemukan lagi"),
        "changed": gettext("Masih ditemukan, dengan catatan yang berubah"),
        "gone": gettext("Tidak ditemukan lagi"),
        "taken_back": gettext("Tidak ditemukan lagi ketika harinya dinilai ulang"),
        "known": gettext("Ditandai diketahui oleh %(by)s") % by,
        "withdrawn": gettext("Tanda diketahui dibatalkan oleh %(by)s") % by,
        "looked_at_again": gettext("Saatnya dilihat lagi"),
    }[moment.kind]


def _more(moment: Moment, seen: FindingOnDay, day: date) -> list[str]:
    told = []
    if moment.kind == "taken_back" and moment.until:
        told.append(
            gettext("Berlakunya sejak %(day)s ditarik.") % {"day": format_day(moment.until)}
        )
    if moment.why:
        told.append(
            gettext("Alasan: %(why)s") % {"why": moment.why}
            if moment.by
            else gettext("Sebab: %(why)s.") % {"why": moment.why}
        )
    if moment.kind == "known" and moment.until:
        told.append(gettext("Dilihat lagi pada %(day)s.") % {"day": format_day(moment.until)})
    if moment.run:
        told.append(_run(moment, seen, day))
    return told


def _run(moment: Moment, seen: FindingOnDay, day: date) -> str:
    """Name the run, and its own day unless that is later than the page."""
    run = moment.run
    if run is None:
        return ""
    about = {"as_of": format_day(run.as_of)}
    made_on = day_of(run, seen.finding.pemda)
    if made_on == run.as_of or made_on > day:
        return gettext("Penilaian untuk %(as_of)s.") % about
    return gettext("Penilaian untuk %(as_of)s, dijalankan %(made_on)s.") % {
        **about,
        "made_on": format_day(made_on),
    }
