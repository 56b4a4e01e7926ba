"""Merging two records of one person as one act: nothing is deleted, and the journal tells all.

The record that was merged away stays where it is and leads to the one that stays. What of it
cannot be so beside what the other says is kept with it, and so is what gave way to it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pghistory
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import PersonIdentifier, PersonName
from pamong.apps.core.models.person import NameKind
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.kepegawaian.sections import SECTIONS
from pamong.apps.penggabungan.deciding import find_apart
from pamong.apps.penggabungan.errors import KeptApartError, MergedAlreadyError
from pamong.apps.penggabungan.journal import MergeJournal
from pamong.apps.penggabungan.models import Merging
from pamong.apps.penggabungan.planning import (
    FIELDS,
    MergePlan,
    Side,
    held_by,
    only_told_by_away,
    plan_merge,
)
from pamong.apps.penggabungan.swapping import exchange


class EmployedElsewhereError(Exception):
    """The person of the record that would go has, or had, another employment."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Orang pada catatan yang akan digabung juga tercatat dengan masa kerja lain, di"
                " sini atau di pemerintah daerah lain. Gabungkan ke arah sebaliknya, sehingga"
                " catatan itulah yang tetap."
            )
        )


def merge_pegawai(
    *,
    stays: Pegawai,
    away: Pegawai,
    choices: Mapping[str, Side],
    day: date,
    actor: Actor,
    reason: str,
) -> Merging:
    """Merge ``away`` into ``stays``: all that refers to it goes along, and it becomes a pointer.

    Raises:
        MergedAlreadyError: one of the two was merged since.
        KeptApartError: it stands decided that they are two people.
        EmployedElsewhereError: the other way round is the one that can be gone.
        UndecidedError: something that differs was not decided.
        RefusedError: the database refuses what comes of it.
        ReasonMissingError: no reason is given.
    """
    with (
        pghistory.context() as running,
        act("penggabungan.merge_pegawai", actor=actor, reason=reason),
        refusals(),
    ):
        stays, away = hold(stays, away)
        _check(stays, away)
        plan = plan_merge(stays=stays, away=away, day=day, choices=choices)
        plan.check_decided()
        journal = _carry_out(plan, day)
        away.merged_into = stays
        away.save(update_fields=["merged_into"])
        for table, keys in touched_by(stays, away):
            facts_changed(stays.pemda_id, table, **keys)
        return Merging.objects.create(
            pemda_id=stays.pemda_id,
            stays=stays,
            away=away,
            merged_on=day,
            by=actor.label,
            reason=reason.strip(),
            context=running.id,
            journal=journal.to_json(),
        )


def check_direction(away: Pegawai) -> None:
    """Refuse to merge away whose person is employed anywhere else on record.

    Raises:
        EmployedElsewhereError: he is.
    """
    others = Pegawai.with_merged.filter(person=away.person_id).exclude(pk=away.pk)
    if others.exists():
        raise EmployedElsewhereError


def hold(*pegawai: Pegawai) -> tuple[Pegawai, ...]:
    """Lock against another change of the same records, and return them as they are now."""
    rows = Pegawai.with_merged.select_for_update(of=("self",)).select_related("person", "pemda")
    found = {
        row.pk: row for row in rows.filter(pk__in=[each.pk for each in pegawai]).order_by("pk")
    }
    return tuple(found[each.pk] for each in pegawai)


def touched_by(*pegawai: Pegawai) -> Iterator[tuple[str, dict[str, list[int]]]]:
    """Yield each fact table that tells the law of some pegawai, and by which keys it is told."""
    facts = {each.fact for each in SECTIONS if each.fact and each.fact[1] == "pegawai_id"}
    for table in sorted({table for table, _column in facts} | {"pegawai", "presensi"}):
        yield table, {"pegawai_id": [each.pk for each in pegawai]}
    for table in ("pemangku", "cuti_pejabat"):
        yield table, {"person_id": [each.person_id for each in pegawai]}


def _check(stays: Pegawai, away: Pegawai) -> None:
    if stays.merged_into_id is not None or away.merged_into_id is not None:
        raise MergedAlreadyError
    if stays.pk == away.pk or stays.pemda_id != away.pemda_id:
        raise MergedAlreadyError
    apart = find_apart(stays, away)
    if apart is not None:
        raise KeptApartError(apart.by, apart.reason)
    check_direction(away)


def _carry_out(plan: MergePlan, day: date) -> MergeJournal:
    journal = MergeJournal()
    stays, away = plan.stays, plan.away
    giving_way, moving = plan.giving_way, plan.moving
    for reference, rows in plan.rows.items():
        owner = reference.owner_of(stays)
        journal.had[reference.key] = [row.pk for row in rows if row.owner == owner]
        out = [row.pk for row in giving_way.get(reference, ())]
        come = moving.get(reference, [])
        if not out and not come:
            continue
        to_away = reference.owner_of(away)
        exchange(reference, out=out, out_to=to_away, come=come, come_to=owner)
        journal.note_moved(reference, come)
        if out:
            journal.note_gave_way(reference, out)
    _end_numbers(plan, day, journal)
    _settle_differences(plan, journal)
    return journal


def _end_numbers(plan: MergePlan, day: date, journal: MergeJournal) -> None:
    """Let the number that is not the present one end on the day; one that begins later goes on."""
    for each in plan.numbers:
        ends = each.of_stays if plan.side_of(each.key) is Side.AWAY else each.of_away
        row = PersonIdentifier.objects.get(pk=ends.pk)
        if row.starts_on is None or row.starts_on < day:
            _change(row, {"ends_before": day}, journal)


def _settle_differences(plan: MergePlan, journal: MergeJournal) -> None:
    """Take over what the other record tells rightly, or alone; keep the name that is not used."""
    stays, away = plan.stays, plan.away
    chosen = {each.key for each in plan.differences if plan.side_of(each.key) is Side.AWAY}
    unused = stays.person if "nama" in chosen else away.person
    is_named_otherwise = stays.person.sort_key != away.person.sort_key
    spelled, key = unused.nama, unused.sort_key
    for name, _title, columns in FIELDS:
        if name in chosen or name in only_told_by_away(stays, away):
            source = held_by(away, name)
            _change(
                held_by(stays, name), {each: getattr(source, each) for each in columns}, journal
            )
    known = PersonName.objects.filter(person=stays.person_id, sort_key=key)
    if is_named_otherwise and not known.exists():
        made = PersonName.objects.create(
            person_id=stays.person_id, nama=spelled, sort_key=key, kind=NameKind.VARIANT
        )
        journal.made.append(made.pk)


def _change(row: Any, values: Mapping[str, Any], journal: MergeJournal) -> None:
    label = row._meta.label_lower  # noqa: SLF001  Django's documented Options
    for column, value in values.items():
        before = getattr(row, column)
        if before != value:
            journal.changed.append((label, row.pk, column, as_text(before), as_text(value)))
            setattr(row, column, value)
    row.save(update_fields=list(values))


def as_text(value: Any) -> Any:
    """Return a value of a column as a journal keeps it."""
    return value.isoformat() if isinstance(value, date) else value
