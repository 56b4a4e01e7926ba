"""Keeping who looked at what of whom, cheaply, and telling it.

UU 27/2022 Pasal 31 wants all processing recorded; Pasal 32 lets people have the trail of theirs.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pgtrigger
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.accounts.models import Look, LookRetention, LookWay
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.organisasi.models import Pemda

MANY = 2_000
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """What of somebody's record goes out: which sections, by which door, on which page."""

    sections: Collection[str]
    way: LookWay
    page: str


def keep_look(
    access: "Access", pemda: "Pemda", people: Iterable[int], seen: Seen, *, at: datetime
) -> int:
    """Keep that a user sees sections of people, by their ids, and return how many rows were asked.

    It is one insertion for what a page shows. Of oneself nothing is kept, and of one person,
    section and door one row an hour.
    """
    if access.user_id is None:
        return 0
    own = access.person_ids
    rows = [
        Look(
            by_id=access.user_id,
            person_id=person,
            pemda=pemda,
            acts_for=", ".join(access.acts_for)[:200],
            section=section,
            way=seen.way,
            page=seen.page[:80],
            hour=at.replace(minute=0, second=0, microsecond=0),
            at=at,
        )
        for person in dict.fromkeys(people)
        if person not in own
        for section in seen.sections
    ]
    Look.objects.bulk_create(rows, ignore_conflicts=True, batch_size=MANY)
    return len(rows)


def looks_at(person_ids: Collection[int]) -> list[Look]:
    """Return who looked at the records of somebody, the latest first.

    What was recorded of him a second time, and merged since, is his record too.
    """
    merged = Pegawai.with_merged.filter(merged_into__person__in=person_ids).values("person")
    about = Q(person__in=person_ids) | Q(person__in=merged)
    rows = Look.objects.filter(about).select_related("by", "pemda")
    return list(rows.order_by("-at", "-id")[:SHOWN])


def looks_in(pemda: "Pemda", *, words: str = "") -> "QuerySet[Look]":
    """Return who looked at whom in ``pemda``, the latest first; ``words`` name either of them."""
    rows = Look.objects.filter(pemda=pemda).select_related("by", "person")
    for word in words.split():
        rows = rows.filter(Q(by__nama__icontains=word) | Q(person__nama__icontains=word))
    return rows.order_by("-at", "-id")


def look_retention(pemda: "Pemda") -> int | None:
    """Return for how many months ``pemda`` keeps looks; ``None``: for good."""
    return LookRetention.objects.filter(pemda=pemda).values_list("months", flat=True).first()


def set_look_retention(*, pemda: "Pemda", months: int, actor: Actor, reason: str) -> None:
    """Say for how many months ``pemda`` keeps who looked at what.

    Raises:
        RefusedError: it is less than a year, or more than fifty.
    """
    with act("accounts.set_look_retention", actor=actor, reason=reason), refusals():
        LookRetention.objects.update_or_create(pemda=pemda, defaults={"months": months})


def forget_old_looks(*, pemda: "Pemda", day: date, actor: Actor) -> int:
    """Delete the looks of ``pemda`` whose time is over on ``day``, and return how many there were.

    Without a time that the government has set, nothing is deleted.
    """
    months = look_retention(pemda)
    if months is None:
        return 0
    until = _months_before(day, months)
    reason = _("masa simpan %s bulan berakhir") % months
    with (
        act("accounts.forget_old_looks", actor=actor, reason=reason),
        pgtrigger.ignore("accounts.Look:deleted_by_retention_only"),
    ):
        deleted, _by_model = Look.objects.filter(pemda=pemda, at__date__lt=until).delete()
    return deleted


def _months_before(day: date, months: int) -> date:
    """Return the first day of the month so many months before ``day``, plus its day, capped."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first = date(years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first + timedelta(days=day.day - 1), last)
