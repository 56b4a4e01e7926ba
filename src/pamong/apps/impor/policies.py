"""Who may bring in data, look at what was brought in, and write data out."""

from typing import TYPE_CHECKING

from django.db.models import Q

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.seeing import roles_seeing
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import
    from pamong.apps.organisasi.models import Pemda

IMPORTERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD)


def can_import(access: Access, pemda: "Pemda") -> bool:
    """Tell whether data of ``pemda`` may be brought in, looked at before that, and undone.

    - operator, admin and analis BKD
    - in a demonstration of a made-up government only
    """
    return access.is_any(IMPORTERS, pemda) and can_record_by_hand(pemda)


def can_export(access: Access, pemda: "Pemda") -> bool:
    """Tell whether people of ``pemda`` may be written into files in the layouts of SIASN.

    - whoever sees the identity numbers of somebody; of whom he does not, nothing is written
    - of the other classes he writes what he sees, and the file says what is closed
    """
    return access.is_any(roles_seeing(FieldClass.IDENTITY), pemda)


def can_see_import(access: Access, batch: "Import") -> bool:
    """Tell whether somebody may look at an import and act on it.

    - who may bring in data of its government; what of it is shown, field classes say
    """
    return can_import(access, batch.pemda)


def imports_visible_to(access: Access, pemda: "Pemda") -> Q:
    """Return the condition under which :func:`can_see_import` holds for imports of ``pemda``."""
    if not can_import(access, pemda):
        return Q(pk__in=())
    return Q(pemda=pemda)
