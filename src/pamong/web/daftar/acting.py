"""Who acts in which post, and when that runs out: as recorded, and as the law limits it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from pamong import law
from pamong.apps.accounts.record_access import posts_listed_for
from pamong.apps.findings.acting_limits import ActingLimit, acting_limits, entry_limits
from pamong.apps.kepegawaian.acting_entries import ActingEntry, acting_entries
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.apps.organisasi.acting import ActingTerm, acting_on
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day
from pamong.web.aturan.names import label_of, title_of
from pamong.web.daftar.asking import Asked, Filter
from pamong.web.daftar.kinds import Note, Opened, PostLine, opd_filter, roster_of
from pamong.web.http import Request

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

WINDOWS = (30, 90, 180)
"""Days ahead that the list is narrowed to: a reader's choice, no figure of law."""
OVER = "lewat"
EVERYWHERE = Asked({"opd": ""}, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One term, from the tenures of an office or from somebody's riwayat."""

    person: str
    address: str
    nama: str
    opd_id: int | None
    opd: str
    own: str
    capacity: Capacity
    starts_on: date
    starts_is_exact: bool
    last_day: date | None
    limit: ActingLimit | None
    is_entry: bool = False

    @property
    def runs_out(self) -> date | None:
        """The first day after which it may not or does not go on; ``None``: not known."""
        known = [self.last_day]
        if self.limit:
            known += [self.limit.due_on or self.limit.last_day, self.limit.office_last_day]
        return min((day for day in known if day), default=None)


def open_acting(request: Request, asked: Asked) -> Opened:
    """Return those who act in a post on the day, the first to run out first."""
    here = request.standpoint
    opds = opd_filter(request, asked)
    names = {int(key): str(nama) for key, nama in opds.values}
    ids = {nama: key for key, nama in names.items()}
    terms = acting_on(here.government, day=here.day)
    every = [*_tenures(request, terms, names), *_entries(request, terms, ids)]
    rows = sorted(
        (row for row in every if _is_asked_for(row, asked, here.day)),
        key=lambda row: (row.runs_out or date.max, row.person, row.nama),
    )

    def lines(start: int, size: int) -> list[PostLine]:
        return [
            PostLine(number, row.person, row.address, _cells(row))
            for number, row in enumerate(rows[start : start + size], start=start + 1)
        ]

    states = Counter(state_of(row) for row in rows)
    return Opened(
        len(rows),
        lines,
        filters=(opds, _capacity_filter(asked), _window_filter(asked)),
        notes=_notes(rows),
        summary=[(state, (number,)) for state, number in states.most_common()],
    )


def state_of(row: Row) -> str:
    """Say what the law finds of a term, or that nothing here judges it."""
    if row.limit is None:
        return _("tidak ada aturan di sini yang memuat batasnya")
    outcome = law.rules()[row.limit.rule_id].outcomes[row.limit.outcome]
    told = label_of(outcome).words
    if row.limit.missing:
        told = _("%(state)s: %(missing)s") % {
            "state": told,
            "missing": ", ".join(row.limit.missing).lower(),
        }
    office = row.limit.office_last_day
    if office and row.limit.last_day and office < row.limit.last_day:
        told = _("%(state)s; batas jabatannya %(day)s") % {
            "state": told,
            "day": format_day(office),
        }
    return told


def _cells(row: Row) -> tuple[object, ...]:
    began = (
        row.starts_on if row.starts_is_exact else _("sejak sebelum %s") % format_day(row.starts_on)
    )
    limit = row.limit
    return (
        _acts_in(row),
        state_of(row),
        row.last_day or _("belum tercatat"),
        (limit and limit.first_last_day) or "",
        (limit and limit.last_day) or "",
        began,
        row.own,
    )


def _acts_in(row: Row) -> str:
    """Name the post, and the OPD where the name of the post does not."""
    told = f"{row.capacity.label} {row.nama}"
    return told if not row.opd or row.opd in row.nama else f"{told}, {row.opd}"


def _tenures(request: Request, terms: Sequence[ActingTerm], opds: dict[int, str]) -> Iterable[Row]:
    here = request.standpoint
    part = posts_listed_for(request.access, here.government, day=here.day)
    shown = [term for term in terms if part.holds(term.opd_id, term.unit_id)]
    limits = acting_limits(here.government, shown, day=here.day)
    for term in shown:
        yield _of_tenure(request, term, opds, limits.get(term.holding_id))


def _of_tenure(
    request: Request, term: ActingTerm, opds: dict[int, str], limit: ActingLimit | None
) -> Row:
    here = request.standpoint
    return Row(
        person=term.person,
        address=here.address("pejabat:office", here.government.slug, term.office),
        nama=term.nama,
        opd_id=term.opd_id,
        opd=opds.get(term.opd_id or 0, ""),
        own=term.own_office,
        capacity=term.capacity,
        starts_on=term.starts_on,
        starts_is_exact=term.starts_is_exact,
        last_day=term.last_day,
        limit=limit,
    )


def _entries(request: Request, terms: Sequence[ActingTerm], opds: dict[str, int]) -> Iterable[Row]:
    """Yield the terms that stand in the riwayat of people who may be seen, and nowhere else."""
    here = request.standpoint
    roster = roster_of(request, EVERYWHERE)
    told = {(term.person_id, term.capacity.value) for term in terms}
    entries = acting_entries(roster.people(), day=here.day, but=told)
    if not entries:
        return
    limits = entry_limits(here.government, entries, day=here.day)
    found = roster.told([each.pegawai_id for each in entries], (Column.OPD, Column.JABATAN))
    people = {row.pk: row for row in found}
    for entry in entries:
        person, limit = people[entry.pegawai_id], limits.get(entry.entry_id)
        yield _of_entry(request, entry, person, opds, limit)


def _of_entry(
    request: Request,
    entry: ActingEntry,
    person: Any,
    opds: dict[str, int],
    limit: ActingLimit | None,
) -> Row:
    here = request.standpoint
    holds_own = person.told_capacity == Capacity.DEFINITIF
    return Row(
        person=entry.person,
        address=here.address("pegawai:person", here.government.slug, entry.public_id),
        nama=entry.nama,
        opd_id=opds.get(person.told_opd or ""),
        opd=person.told_opd or "",
        own=person.told_jabatan if holds_own else "",
        capacity=entry.capacity,
        starts_on=entry.starts_on,
        starts_is_exact=True,
        last_day=entry.last_day,
        limit=limit,
        is_entry=True,
    )


def _is_asked_for(row: Row, asked: Asked, day: date) -> bool:
    opd, capacity, window = asked.number("opd"), asked.values["kedudukan"], asked.values["habis"]
    if opd is not None and row.opd_id != opd:
        return False
    if capacity in ACTING_LABELS and row.capacity.value != capacity:
        return False
    if window == OVER:
        return row.runs_out is not None and row.runs_out < day
    if window in map(str, WINDOWS):
        until = day + timedelta(days=int(window))
        return row.runs_out is not None and day <= row.runs_out <= until
    return True


def _capacity_filter(asked: Asked) -> Filter:
    values = tuple(ACTING_LABELS.items())
    return Filter("kedudukan", _("Kedudukan"), values, asked.values["kedudukan"], _("Semua"))


def _window_filter(asked: Asked) -> Filter:
    values = (
        (OVER, _("sudah lewat")),
        *((str(days), _("dalam %s hari") % days) for days in WINDOWS),
    )
    return Filter("habis", _("Habis"), values, asked.values["habis"], _("Semua"))


def _notes(rows: Sequence[Row]) -> list[Note]:
    """Name each rule and basis that a limit rests on, and what is not judged."""
    based = dict.fromkeys(
        (row.limit.rule_id, row.limit.basis) for row in rows if row.limit is not None
    )
    notes = [
        Note(
            _("Batasnya dihitung untuk tanggal ini oleh aturan “%(rule)s”. Dasar: %(basis)s.")
            % {"rule": title_of(law.rules()[rule_id]), "basis": basis},
            rule_id,
        )
        for rule_id, basis in based
    ]
    if any(row.is_entry for row in rows):
        notes.append(
            Note(
                _(
                    "Yang hanya tercatat dalam riwayat jabatan dihitung dari masa orangnya"
                    " sendiri; jabatan itu belum ada pemangkunya dalam susunan."
                )
            )
        )
    return notes


ACTING_LABELS: dict[str, "StrOrPromise"] = {
    each.value: each.label for each in Capacity if each is not Capacity.DEFINITIF
}
