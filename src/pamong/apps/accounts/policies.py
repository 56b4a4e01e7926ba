"""Who may see and do what with people, offices and papers, which the apps below cannot know.

Each question about one pegawai has a twin that asks it of all of them, as a condition for a query:
:func:`can_see_pegawai` and :func:`pegawai_visible_to`. Both agree, whatever the tree of units was
(``tests/apps/accounts/test_scope_property.py``). Apps above this one say in ``policies.py`` of
their own who may do what with their records.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.reach import is_placed_in, part_seen, placed_in
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.accounts.models import CorrectionRequest
    from pamong.apps.organisasi.models import Pemda

ADMINS = (Role.OPERATOR, Role.BKD_ADMIN)
OF_THE_INSTALLATION = frozenset({Role.OPERATOR})
"""Roles that only somebody with the same role gives: they look after all governments here."""
RECORDERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA)
STAFF = (
    *RECORDERS,
    Role.KEPALA_DAERAH,
    Role.AJUDAN,
    Role.INSPEKTORAT,
    Role.KEPALA_OPD,
    Role.OPERATOR_OPD,
    Role.ATASAN,
    Role.ASN,
    Role.PEGAWAI,
)


def can_record_offices(access: Access, pemda: "Pemda") -> bool:
    """Tell whether tenures, leaves and facilities of ``pemda`` may be recorded.

    - operator, admin and analis BKD, sekda
    - in a demonstration of a made-up government only
    """
    return access.is_any(RECORDERS, pemda) and can_record_by_hand(pemda)


def is_here_for_himself(access: Access) -> bool:
    """Tell whether somebody came for his own record alone, so that the site opens there.

    - whose own roles are all those of a pegawai
    """
    own = [grant for grant in access.grants if not grant.owner]
    return bool(own) and all(grant.role is Role.PEGAWAI for grant in own)


def is_staff(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody works for ``pemda``, so is no resident who reads what is public."""
    return access.is_any(STAFF, pemda)


def can_see_pegawai(
    access: Access, pegawai: Pegawai, *, day: date, field_class: FieldClass = FieldClass.OPEN
) -> bool:
    """Tell whether fields of ``field_class`` of ``pegawai`` are shown as of ``day``.

    - one's own record: everything
    - in the whole government, in one's OPD, in one's unit and below it, or below what one heads:
      the classes of ``seeing.SEES``
    - a past day: whoever was in that part then; a closed class only while he is there today too
    - a day to come: whoever is there today
    """
    if pegawai.starts_on > day:
        return False
    if pegawai.person_id in access.person_ids:
        return access.may_show(field_class)
    return all(
        is_placed_in(part_seen(access, pegawai.pemda, asked, field_class), pegawai, day=asked)
        for asked in _days_that_count(access, day, field_class)
    )


def pegawai_visible_to(
    access: Access, pemda: "Pemda", *, day: date, field_class: FieldClass = FieldClass.OPEN
) -> Q:
    """Return the condition under which :func:`can_see_pegawai` holds for pegawai of ``pemda``.

    It is one for ``Pegawai`` itself; rows that belong to one take
    ``Q(pegawai__in=Pegawai.objects.filter(…))``.
    """
    on_record = Q(pemda=pemda, starts_on__lte=day)
    parts = {
        asked: part_seen(access, pemda, asked, field_class)
        for asked in _days_that_count(access, day, field_class)
    }
    narrow = [placed_in(part, day=asked) for asked, part in parts.items() if not part.is_whole]
    if not narrow:
        return on_record  # an empty condition joined by "or" would leave only what it is joined to
    in_scope = reduce(and_, narrow)
    if access.person_ids and access.may_show(field_class):
        in_scope |= Q(person__in=access.person_ids)
    return on_record & in_scope


def rows_visible_to(access: Access, pemda: "Pemda", *, day: date, field_class: FieldClass) -> Q:
    """Return the condition for rows of a class that belong to a pegawai: riwayat, papers, dues.

    The twin for one row is :func:`can_see_pegawai` of its pegawai, with the class of the row.
    """
    seen = pegawai_visible_to(access, pemda, day=day, field_class=field_class)
    return Q(pegawai__in=Pegawai.objects.filter(seen))


def classes_seen(access: Access, pegawai: Pegawai, *, day: date) -> frozenset[FieldClass]:
    """Return the classes of fields of ``pegawai`` that are shown as of ``day``."""
    return frozenset(
        field_class
        for field_class in FieldClass
        if can_see_pegawai(access, pegawai, day=day, field_class=field_class)
    )


def classes_seen_everywhere(access: Access, pemda: "Pemda") -> frozenset[FieldClass]:
    """Return the classes shown of every pegawai of ``pemda``, so that a list asks no further."""
    return frozenset(
        field_class
        for field_class in FieldClass
        if part_seen(access, pemda, access.today, field_class).is_whole
    )


def numbers_visible_to(access: Access, pemda: "Pemda", *, day: date) -> Q | None:
    """Return the condition for pegawai who may be found by a number; ``None``: everybody."""
    if FieldClass.IDENTITY in classes_seen_everywhere(access, pemda):
        return None
    return pegawai_visible_to(access, pemda, day=day, field_class=FieldClass.IDENTITY)


def _days_that_count(access: Access, day: date, field_class: FieldClass) -> tuple[date, ...]:
    """Return the days on which somebody must be in scope (docs/adr/0064)."""
    asked = min(day, access.today)
    return (
        (asked,) if field_class is FieldClass.OPEN else tuple(dict.fromkeys((asked, access.today)))
    )


def can_delegate(access: Access, grant: "RoleGrant") -> bool:
    """Tell whether somebody may let another use a role, or take that back.

    - its owner
    - operator and admin BKD of its government, for whoever cannot do it himself
    """
    if grant.user_id == access.user_id:
        return True
    return grant.pemda is not None and access.is_any(ADMINS, grant.pemda)


def can_see_looks(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may read who looked at whom in ``pemda``; of oneself everybody may.

    - inspektorat, admin BKD
    """
    return access.is_any((Role.INSPEKTORAT, Role.BKD_ADMIN), pemda)


def can_set_look_retention(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may say how long ``pemda`` keeps who looked at what.

    - admin BKD
    """
    return access.is_any((Role.BKD_ADMIN,), pemda)


def can_answer_requests(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may answer requests for correction in ``pemda``.

    - admin and analis BKD; never his own request
    """
    return access.is_any((Role.BKD_ADMIN, Role.BKD), pemda)


def can_see_request(access: Access, request: "CorrectionRequest") -> bool:
    """Tell whether somebody may read a request for correction and its evidence.

    - whoever asked, and who may answer it
    """
    if request.asked_by_id == access.user_id:
        return True
    return can_answer_requests(access, request.pegawai.pemda)


def can_administer_accounts(access: Access, pemda: "Pemda") -> bool:
    """Tell whether accounts of ``pemda`` may be looked after.

    - operator, admin BKD
    """
    return access.is_any(ADMINS, pemda)


def can_give(access: Access, given: Grant) -> bool:
    """Tell whether somebody may give or end a role.

    - one of his own roles administers accounts, and reaches at least as far: the same government
      (or all of them), the same OPD (or the whole government); over a unit, which may move to
      another OPD, only whose role is over the whole government
    - the operator's role: only the operator
    - nobody by a role that was delegated to him: who acts for somebody appoints no others
    """
    return any(_reaches_as_far(own, given) for own in access.grants)


def can_administer(access: Access, user_id: int, grants: Iterable[RoleGrant]) -> bool:
    """Tell whether somebody may act on an account that holds ``grants``, now or later.

    - not on his own
    - he might have given every one of its roles
    """
    return user_id != access.user_id and all(
        can_give(access, Grant(Role(row.role), row.pemda_id, row.opd_id, unit_id=row.unit_id))
        for row in grants
    )


def administered_accounts(pemda: "Pemda") -> QuerySet[User]:
    """Return the accounts that ``can_administer_accounts`` lets somebody see in ``pemda``.

    They are those that have, or had, a role in that government.
    """
    return User.objects.filter(Exists(RoleGrant.objects.filter(user=OuterRef("pk"), pemda=pemda)))


def _reaches_as_far(own: Grant, given: Grant) -> bool:
    if own.role not in ADMINS or own.owner or own.unit_id is not None:
        return False
    if given.role in OF_THE_INSTALLATION and own.role not in OF_THE_INSTALLATION:
        return False
    government = own.pemda_id is None or own.pemda_id == given.pemda_id
    return government and (own.opd_id is None or own.opd_id == given.opd_id)
