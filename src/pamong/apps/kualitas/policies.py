"""Who may see how good the records are, and the work list."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import pegawai_visible_to
from pamong.apps.accounts.reach import part_seen
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import Q

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
    """Return the condition for the pegawai whose gaps are shown; ``None``: everybody's.

    A gap of what is closed to somebody is one line of work still: it says that something is
    lacking or does not fit, and never what stands there.
    """
    part = part_seen(access, pemda, min(day, access.today), FieldClass.OPEN)
    return None if part.is_whole else pegawai_visible_to(access, pemda, day=day)


def opds_scored_for(access: Access, pemda: "Pemda", *, day: "date") -> list[int] | None:
    """Return the OPDs whose scores somebody sees; ``None``: all of them."""
    part = part_seen(access, pemda, min(day, access.today), FieldClass.OPEN)
    return None if part.is_whole else sorted(part.opds)
