"""What falls due: pensions, rises of pay and rank as the last run of the law counted; contracts.

Nothing is judged when a list is opened: it tells for which day the law counted last.
"""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pamong import law
from pamong.apps.findings.due_days import CONCERNED, KGB, PENSION, PROMOTION, DueDays, DueOf
from pamong.apps.findings.due_pay import pay_lacking
from pamong.apps.kepegawaian.contracts import Contracts, RunningContract
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.roster import Roster
from pamong.kernel.day import format_day
from pamong.regulations.months import months_after
from pamong.web.aturan.names import label_of as outcome_words
from pamong.web.aturan.names import title_of
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kgb_notice import kgb_notes
from pamong.web.daftar.kinds import Line, Note, Opened, opd_filter, roster_of
from pamong.web.daftar.pension_notice import months_to_propose, pension_notes
from pamong.web.http import Request

Telling = Callable[[DueOf], tuple[object, ...]]


def open_pensions(request: Request, asked: Asked) -> Opened:
    """Return whose pension begins when; it tells the month of birth, so is closed with it."""
    months = months_to_propose(request.standpoint.day)

    def tell(due: DueOf) -> tuple[object, ...]:
        until = months_after(due.due_on, -months) if months else ""
        bup = due.told.get("bup")
        age = _("%s tahun") % bup if bup else ""
        return due.due_on, age, due.told.get("pasal") or "", until, label_of(PENSION, due.outcome)

    opened = _open(request, asked, PENSION, tell, FieldClass.IDENTITY)
    return opened.with_notes(*pension_notes(request.standpoint.day))


def open_kgb(request: Request, asked: Asked) -> Opened:
    """Return whose pay rises next and when, and when that is to be announced."""

    def tell(due: DueOf) -> tuple[object, ...]:
        told = due.told.get("beritahu_on")
        notice = date.fromisoformat(told) if told else ""
        return due.due_on, notice, label_of(KGB, due.outcome)

    return _open(request, asked, KGB, tell, FieldClass.OPEN)


def open_promotions(request: Request, asked: Asked) -> Opened:
    """Return who may rise to the next rank in which period, by the regular way."""

    def tell(due: DueOf) -> tuple[object, ...]:
        rise = due.told.get("golongan_berikut") or ""
        return due.due_on, rise, label_of(PROMOTION, due.outcome)

    opened = _open(request, asked, PROMOTION, tell, FieldClass.OPEN)
    return opened.with_notes(
        Note(_("Hanya kenaikan pangkat reguler; kenaikan pilihan dinilai satu per satu."))
    )


def open_contracts(request: Request, asked: Asked) -> Opened:
    """Return the contracts of PPPK in force on the day, the first to end first."""
    roster = roster_of(request, asked)
    contracts = Contracts(roster)
    years = contracts.by_year()
    year = _year_of(asked, years)

    def rows(start: int, size: int) -> list[Line]:
        found = contracts.rows(year=year, start=start, size=size)
        return [
            Line(number, each.pegawai_id, _contract(each))
            for number, each in enumerate(found, start=start + 1)
        ]

    return Opened(
        sum(number for each, number in years if year in (None, each)),
        rows,
        roster=roster,
        filters=(_year_filter(years, year), opd_filter(request, asked)),
        notes=_without_contract(contracts),
        summary=[(str(each), (number,)) for each, number in years],
    )


def _without_contract(contracts: Contracts) -> tuple[Note, ...]:
    number = contracts.number_without()
    words = ngettext(
        "%(number)s PPPK tidak disebut: perjanjian kerjanya yang berlaku belum tercatat.",
        "%(number)s PPPK tidak disebut: perjanjian kerjanya yang berlaku belum tercatat.",
        number,
    )
    return (Note(words % {"number": number}),) if number else ()


def _contract(told: RunningContract) -> tuple[object, ...]:
    kind = {None: _("belum tercatat"), True: _("paruh waktu"), False: _("penuh waktu")}
    goes_on = _("sudah ada perjanjian berikutnya") if told.is_followed else ""
    return told.last_day, told.starts_on, kind[told.is_part_time], goes_on


def label_of(rule_id: str, outcome: str) -> str:
    """Return what the rule calls an outcome; one that it no longer has, as it was kept."""
    known = law.rules()[rule_id].outcomes.get(outcome)
    return outcome_words(known).words if known else outcome


def _open(
    request: Request, asked: Asked, rule_id: str, tell: Telling, field_class: FieldClass
) -> Opened:
    here = request.standpoint
    roster = roster_of(request, asked, field_class=field_class)
    due = DueDays(here.government, rule_id, roster.people())
    years = due.by_year()
    year = _year_of(asked, years)

    def rows(start: int, size: int) -> list[Line]:
        found = due.rows(year=year, start=start, size=size)
        return [
            Line(number, each.pegawai_id, tell(each))
            for number, each in enumerate(found, start=start + 1)
        ]

    return Opened(
        sum(number for each, number in years if year in (None, each)),
        rows,
        roster=roster,
        filters=(_year_filter(years, year), opd_filter(request, asked)),
        notes=_notes(rule_id, due, roster),
        summary=[(str(each), (number,)) for each, number in years],
    )


def _notes(rule_id: str, due: DueDays, roster: Roster) -> tuple[Note, ...]:
    """Say what was counted, and of how many it gives no day."""
    day = due.counted_on()
    counted = Note(counted_for(rule_id, day), rule_id)
    if day is None:
        return (counted,)
    people = [roster.of_kind(kind).people(at_once=True) for kind in CONCERNED[rule_id]]
    if rule_id == KGB:
        return counted, *kgb_notes(pay_lacking(due, people, day=day))
    number = sum(map(due.number_without, people))
    if not number:
        return (counted,)
    kinds = ", ".join(str(kind.label) for kind in CONCERNED[rule_id])
    words = ngettext(
        "%(number)s %(kinds)s tidak ada dalam daftar ini: bagi mereka aturan itu tidak"
        " memberikan hari, atau belum dapat dinilai.",
        "%(number)s %(kinds)s tidak ada dalam daftar ini: bagi mereka aturan itu tidak"
        " memberikan hari, atau belum dapat dinilai.",
        number,
    )
    return counted, Note(words % {"number": number, "kinds": kinds})


def _year_of(asked: Asked, years: list[tuple[int, int]]) -> int | None:
    year = asked.number("tahun")
    return year if year in dict(years) else None


def _year_filter(years: list[tuple[int, int]], chosen: int | None) -> Filter:
    known = [(str(year), str(year)) for year, _number in years]
    return Filter("tahun", _("Tahun"), known, str(chosen or ""), _("Semua"))


def counted_for(rule_id: str, day: date | None) -> str:
    """Say by which rule and for which day it was counted last."""
    title = title_of(law.rules()[rule_id])
    if day is None:
        return _("Aturan “%(rule)s” belum dijalankan di sini; itu terjadi setiap malam.") % {
            "rule": title
        }
    return _(
        "Dihitung untuk %(day)s oleh aturan “%(rule)s”, dan dihitung lagi setiap malam. Yang"
        " harinya belum diketahui tidak disebut."
    ) % {"day": format_day(day), "rule": title}
