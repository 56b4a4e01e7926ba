"""Who may list people, read a whole record, and write into it."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Case, Q, Value, When

from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import (
    classes_seen_everywhere,
    pegawai_visible_to,
)
from pamong.apps.accounts.reach import part_seen
from pamong.apps.accounts.seeing import roles_seeing
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.accounts.reach import Part
    from pamong.apps.organisasi.models import Pemda

KEEPERS = (Role.BKD_ADMIN, Role.BKD)


def can_list_pegawai(access: "Access", pemda: "Pemda") -> bool:
    """Tell whether somebody may open the list of people of ``pemda``.

    - whoever sees open fields of somebody; the list holds those whom he sees
    """
    return access.is_any(roles_seeing(FieldClass.OPEN), pemda)


def posts_listed_for(access: "Access", pemda: "Pemda", *, day: date) -> "Part":
    """Return the part of ``pemda`` whose posts the lists of posts show as of ``day``.

    - whoever sees open fields of people: the posts of where he sees them
    """
    return part_seen(access, pemda, min(day, access.today), FieldClass.OPEN)


def can_keep_record(access: "Access", pegawai: Pegawai) -> bool:
    """Tell whether somebody may record, correct and withdraw entries of ``pegawai``.

    - admin and analis BKD; never of himself
    - in a demonstration of a made-up government only
    """
    if pegawai.person_id in access.person_ids:
        return False
    return access.is_any(KEEPERS, pegawai.pemda) and can_record_by_hand(pegawai.pemda)


def can_register_pegawai(access: "Access", pemda: "Pemda") -> bool:
    """Tell whether somebody may put a pegawai of ``pemda`` on record.

    - admin and analis BKD
    - in a demonstration of a made-up government only
    """
    return access.is_any(KEEPERS, pemda) and can_record_by_hand(pemda)


def class_missing(
    classes: "Iterable[FieldClass]", needed: "Iterable[FieldClass]"
) -> list[FieldClass]:
    """Return those of ``needed`` that are not seen: who does not see a column writes none."""
    return sorted(set(needed) - set(classes))


def class_cases(access: "Access", pemda: "Pemda", *, day: date) -> dict[str, Case]:
    """Return annotations for pegawai of ``pemda`` by which :func:`classes_shown` tells."""
    return {
        f"sees_{each.value}": Case(
            When(pegawai_visible_to(access, pemda, day=day, field_class=each), then=Value(1)),
            default=Value(0),
        )
        for each in FieldClass
    }


def classes_shown(access: "Access", annotated: Pegawai, *, day: date) -> frozenset[FieldClass]:
    """Return what ``policies.classes_seen`` does, of a pegawai with the annotations at hand."""
    if annotated.starts_on > day:
        return frozenset()
    if annotated.person_id in access.person_ids:
        return frozenset(filter(access.may_show, FieldClass))
    return frozenset(each for each in FieldClass if getattr(annotated, f"sees_{each.value}"))


def employments_seen(
    access: "Access", pegawai: Pegawai, pemdas: "Iterable[Pemda]", *, day: date
) -> list[Pegawai]:
    """Return all employments of the person behind ``pegawai`` that are shown, the last first."""
    seen = Q(pk__in=[])
    for pemda in pemdas:
        seen |= pegawai_visible_to(access, pemda, day=day)
    rows = Pegawai.objects.filter(seen, person=pegawai.person_id).select_related("pemda")
    return list(rows.order_by("-starts_on", "-pk"))


def identity_seen(
    access: "Access", pemda: "Pemda", pegawai: "Iterable[int]", *, day: date
) -> frozenset[int] | None:
    """Return those of some pegawai, by id, whose identity is shown; ``None``: all of them."""
    if FieldClass.IDENTITY in classes_seen_everywhere(access, pemda):
        return None
    seen = pegawai_visible_to(access, pemda, day=day, field_class=FieldClass.IDENTITY)
    rows = Pegawai.objects.filter(seen, pk__in=list(pegawai))
    return frozenset(rows.values_list("pk", flat=True))
