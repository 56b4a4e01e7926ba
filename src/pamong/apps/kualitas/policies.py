"""Who may see how good the records are, and the work list."""

from typing import TYPE_CHECKING

from django.db.models import Q

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.accounts.reach import part_seen
from pamong.apps.accounts.seeing import roles_seeing
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai

if TYPE_CHECKING:
    from datetime import date

    from pamong.apps.organisasi.models import Pemda

READERS = (
    Role.OPERATOR,
    Role.BKD_ADMIN,
    Role.BKD,
    Role.SEKDA,
    Role.KEPALA_DAERAH,
    Role.INSPEKTORAT,
    Role.KEPALA_OPD,
    Role.OPERATOR_OPD,
)
COUNTERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD)


def can_see_quality(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may open the scores and the work list of ``pemda``.

    - operator, admin and analis BKD, sekda, kepala daerah, inspektorat: of all OPDs
    - kepala OPD, operator OPD: of the people whom they see, and the scores of their own OPD
    """
    return access.is_any(READERS, pemda)


def can_count_quality(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may have the indicators counted now.

    - operator, admin and analis BKD; every night it is done besides
    """
    return access.is_any(COUNTERS, pemda)


def gaps_visible_to(access: Access, pemda: "Pemda", *, day: "date") -> "Q | None":
    """Return the condition under which gaps are shown; ``None``: everybody's.

    They are those of the pegawai whom somebody sees on the day. A gap of what is closed to
    somebody is one line of work still: it says that something is lacking or does not fit, and
    never what stands there.
    """
    part = part_seen(access, pemda, min(day, access.today), FieldClass.OPEN)
    if part.is_whole:
        return None
    return Q(pegawai__in=Pegawai.objects.filter(pegawai_visible_to(access, pemda, day=day)))


def gaps_counted_for(access: Access, pemda: "Pemda", *, day: "date") -> "Q | None":
    """Return the condition by which a list of gaps is counted and cut into pages.

    Of whole OPDs those that were counted in them; a row is shown by :func:`gaps_visible_to`
    alone, so that whoever left since the last count is not.
    """
    if _is_over_whole_opds(access, pemda):
        return Q(opd__in=part_seen(access, pemda, access.today, FieldClass.OPEN).opds)
    return gaps_visible_to(access, pemda, day=day)


def opds_scored_for(access: Access, pemda: "Pemda", *, day: "date") -> list[int] | None:
    """Return the OPDs whose scores somebody sees; ``None``: all of them."""
    part = part_seen(access, pemda, min(day, access.today), FieldClass.OPEN)
    return None if part.is_whole else sorted(part.opds)


def _is_over_whole_opds(access: Access, pemda: "Pemda") -> bool:
    roles = roles_seeing(FieldClass.OPEN)
    grants = [each for each in access.grants if each.reaches(pemda) and each.role in roles]
    return bool(grants) and all(each.opd_id is not None for each in grants)
