"""One facility, one BAST or one coverage on the desk, seen from its government."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from pamong.apps.organisasi.coverage import CoverageNotFoundError, get_office_coverage
from pamong.apps.organisasi.facilities import FacilityNotFoundError, get_facility
from pamong.apps.organisasi.handing_over import BastNotFoundError, get_bast
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Bast, Facility, OfficeRecordsCoverage


def take_facility(request: Request, government: str, public_id: UUID) -> "Facility":
    """Return one facility of a government that was there by the day of the page.

    Raises:
        Http404: there is no such facility.
    """
    here = look_from(request, government)
    try:
        found = get_facility(here.government, str(public_id))
    except FacilityNotFoundError as error:
        raise Http404(str(error)) from error
    if found.starts_on > here.day:
        raise Http404(str(FacilityNotFoundError()))
    return found


def take_bast(request: Request, government: str, public_id: UUID) -> "Bast":
    """Return one BAST of a government that was there by the day of the page.

    Raises:
        Http404: there is no such BAST.
    """
    here = look_from(request, government)
    try:
        found = get_bast(here.government, str(public_id))
    except BastNotFoundError as error:
        raise Http404(str(error)) from error
    if found.day > here.day:
        raise Http404(str(BastNotFoundError()))
    return found


def take_coverage(request: Request, government: str, public_id: UUID) -> "OfficeRecordsCoverage":
    """Return one coverage of a government that had begun by the day of the page.

    Raises:
        Http404: there is no such coverage.
    """
    here = look_from(request, government)
    try:
        found = get_office_coverage(here.government, str(public_id))
    except CoverageNotFoundError as error:
        raise Http404(str(error)) from error
    if found.starts_on > here.day:
        raise Http404(str(CoverageNotFoundError()))
    return found
