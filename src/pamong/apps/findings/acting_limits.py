"""How long those who act in offices on a day may go on, as the rules of that day judge it.

Few act at once, so they are judged when they are asked for, as of any day; what many people wait
for is counted by the run and kept (``due_days.py``; docs/adr/0070).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong import law
from pamong.apps.findings.gathering import gather_for
from pamong.apps.findings.services import rules_for
from pamong.apps.kepegawaian.acting_entries import ActingEntry
from pamong.apps.organisasi.acting import ActingTerm
from pamong.apps.organisasi.models import JabatanKind, Pemda
from pamong.kernel.capacity import Capacity
from pamong.law.rule import Verdict

PLT, PJ_HEAD = "plt-jabatan-batas", "kdh-penjabat"
FIRST, WHOLE = "hari_terakhir_pertama", "hari_terakhir"
OF_THE_OFFICE = "kantor_hari_terakhir"


@dataclass(frozen=True, slots=True)
class ActingLimit:
    """What one rule says of one term; days are ``None`` where it cannot tell them."""

    rule_id: str
    outcome: str
    verdict: Verdict
    first_last_day: date | None
    """Last day of the first term that the law gives."""
    last_day: date | None
    """Last day with the extension that the law gives."""
    office_last_day: date | None
    """The same counted over the office, where one after another acts in it."""
    due_on: date | None
    basis: str
    missing: tuple[str, ...]
    """What is not on record and would settle it, in words."""


def acting_limits(
    pemda: Pemda, terms: Sequence[ActingTerm], *, day: date
) -> dict[int, ActingLimit]:
    """Return what the law says of some terms in force on ``day``, by their key.

    Of a term that no rule of the day judges, or that it may not judge here, nothing is told.
    """
    may = {rule.id for rule in rules_for(pemda)}
    plt = {term.jabatan_id: term.holding_id for term in terms if term.capacity is Capacity.PLT}
    heads = {
        term.holding_id: term.holding_id
        for term in terms
        if term.capacity is Capacity.PJ and term.kind == JabatanKind.KEPALA_DAERAH
    }
    found: dict[int, ActingLimit] = {}
    for rule_id, subjects in ((PLT, plt), (PJ_HEAD, heads)):
        if subjects and rule_id in may:
            for judged in _judged(rule_id, pemda, subjects, day):
                found[subjects[judged.subject_id]] = _limit(judged)
    return found


def entry_limits(
    pemda: Pemda, entries: Sequence[ActingEntry], *, day: date
) -> dict[int, ActingLimit]:
    """Return what the law says of those who act as Plt by their riwayat alone, by its key.

    The office has no tenures on record, so that the terms of the person are all that is counted;
    those of others in the same vacancy are not known.
    """
    rule = law.rules()[PLT]
    plt = [entry for entry in entries if entry.capacity is Capacity.PLT]
    if not plt or day < rule.versions[0].period.start:
        return {}
    rows = list(_tenures(pemda, plt))
    facts = {
        "jabatan": [_office(pemda, entry) for entry in plt],
        "pemangku": [{**row, "pemangku_id": key} for key, row in enumerate(rows, start=1)],
        "pemangku_cakupan": [],
    }
    tables = {
        name: law.table_from_rows(law.fact_table(name), told) for name, told in facts.items()
    }
    return {each.subject_id: _limit(each) for each in law.judge(rule, tables, as_of=day)}


def _tenures(pemda: Pemda, entries: Iterable[ActingEntry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        for starts_on, ends_before in entry.terms:
            yield {
                "jabatan_id": entry.entry_id,
                "pemda_id": pemda.pk,
                "person_id": entry.person_id,
                "capacity": entry.capacity.value,
                "starts_on": starts_on,
                "ends_before": ends_before,
                "starts_is_exact": True,
            }


def _office(pemda: Pemda, entry: ActingEntry) -> dict[str, Any]:
    """Tell of an office that stands in the words of an entry only; a sekda is known by them."""
    is_sekda = entry.nama.casefold().startswith(str(JabatanKind.SEKDA.label))
    kind = JabatanKind.SEKDA if is_sekda else JabatanKind.LAIN
    return {
        "jabatan_id": entry.entry_id,
        "pemda_id": pemda.pk,
        "jenis": kind.value,
        "nama": entry.nama,
    }


def _judged(
    rule_id: str, pemda: Pemda, subjects: Iterable[int], day: date
) -> Iterable[law.Judgement]:
    rule = law.rules()[rule_id]
    if day < rule.versions[0].period.start:
        return
    wanted = frozenset(subjects)
    for _day, tables in gather_for(rule, [day], pemda_id=pemda.pk, subjects=wanted):
        yield from law.judge(rule, tables, as_of=day, subjects=wanted)


def _limit(judged: law.Judgement) -> ActingLimit:
    steps = {told.step.name: told.value for told in judged.steps}
    return ActingLimit(
        rule_id=judged.rule.id,
        outcome=judged.outcome.id,
        verdict=judged.verdict,
        first_last_day=steps.get(FIRST),
        last_day=steps.get(WHOLE),
        office_last_day=steps.get(OF_THE_OFFICE),
        due_on=judged.due_on,
        basis=judged.version.basis,
        missing=tuple(each.label for each in judged.missing),
    )
