"""What an act on a record will change, in sentences, before it is done."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.kepegawaian.ending import Move
from pamong.apps.kepegawaian.record import EntryOn
from pamong.apps.kepegawaian.recording import EntryPlan
from pamong.apps.kepegawaian.sections import BY_MODEL, Section
from pamong.kernel.day import format_day
from pamong.web.pegawai.telling import days_of, label_of, value_of, written


def plan_sentences(plan: EntryPlan) -> list[str]:
    """Return the plan of an act: what is written, and whose last day moves."""
    section = plan.section
    if plan.is_withdrawal:
        told = [_("Dicabut: %s.") % name_of(section, plan.entry)]
    else:
        told = [
            f"{_capital(str(label_of(section, each)))}: {_text(section, plan.entry, each)}"
            for each in plan.changed
        ]
    moved = [_moved(section, move) for move in plan.moves]
    return [*told, *moved, *(_ended(move) for move in plan.ends)]


def name_of(section: Section, entry: Any) -> str:
    """Name an entry by its first column and its days."""
    first = _text(section, entry, section.own[0])
    days = days_of(entry)
    return f"{first}, {days}" if days else first


def _ended(move: Move) -> str:
    """Say what ends with the employment: an entry of a section, an office, the employment."""
    section = BY_MODEL.get(type(move.entry))
    if section is not None:
        title = move.entry._meta.verbose_name  # noqa: SLF001  Django's documented Options
        return _sentence(f"{_capital(str(title))}: {name_of(section, move.entry)}", move)
    if hasattr(move.entry, "jabatan"):
        held = f"{move.entry.get_capacity_display()} {move.entry.jabatan}"
        return _sentence(f"{_('Pemangku jabatan')}: {held}, {days_of(move.entry)}", move)
    return _sentence(f"{_('Kepegawaian')}: {days_of(move.entry)}", move)


def _moved(section: Section, move: Move) -> str:
    return _sentence(name_of(section, move.entry), move)


def _sentence(name: str, move: Move) -> str:
    if move.ends_before is None:
        return _("Berlaku lagi tanpa hari terakhir: %s.") % name
    told = {"name": name, "day": format_day(move.ends_before - timedelta(days=1))}
    return _("%(name)s: hari terakhirnya menjadi %(day)s.") % told


def _text(section: Section, entry: Any, column: str) -> str:
    unit = getattr(entry, "unit_id", None) if column == "unit" else None
    name = _unit_name(entry) if unit else ""
    value = written(
        column, value_of(section, EntryOn(entry, is_in_force=True, unit_name=name), column)
    )
    if isinstance(value, date):
        return format_day(value)
    return str(value) if value != "" else _("kosong")


def _unit_name(entry: Any) -> str:
    state = entry.unit.states.order_by("-starts_on").first()
    return state.nama if state else str(entry.unit)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
