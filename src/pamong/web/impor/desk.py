"""Taking up one import: whose it is, who may see it, and which classes of fields of it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from pamong.apps.accounts.policies import classes_seen_everywhere
from pamong.apps.impor.errors import ImportNotFoundError
from pamong.apps.impor.policies import can_import
from pamong.apps.impor.selectors import get_import
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.impor.models import Import


def take_up(request: Request, government: str, public_id: UUID) -> "Import":
    """Return one import of a government for those who may bring in its data.

    Raises:
        Http404: there is no such import.
    """
    here = look_from(request, government)
    demand(can_import(request.access, here.government))
    try:
        return get_import(here.government, public_id)
    except ImportNotFoundError as error:
        raise Http404(str(error)) from error


def seen_classes(request: Request) -> frozenset[FieldClass]:
    """Return the classes of fields that are shown of what somebody brings in."""
    return classes_seen_everywhere(request.access, request.standpoint.government)


def address_of(request: Request, batch: "Import", page: str = "show", **query: str) -> str:
    """Return the address of a page of one import."""
    here = request.standpoint
    return here.address(f"impor:{page}", here.government.slug, batch.public_id, **query)
