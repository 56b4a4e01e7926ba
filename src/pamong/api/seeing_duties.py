"""One duty as it stands on a day, for whoever may see it."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from pamong.api.bearer import Request
from pamong.api.problems import NotHereError
from pamong.apps.duties.errors import DutyNotFoundError
from pamong.apps.duties.policies import can_see_duty
from pamong.apps.duties.selectors import get_duty, standing_of
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty, DutyStanding
    from pamong.apps.organisasi.models import Pemda

FROM_DIRECTIVES = "directive"
"""The source of duties that tell nothing closed; those of findings may tell of discipline."""


def seen_duty(
    request: Request, pemda: "Pemda", duty: UUID, day: date
) -> "tuple[Duty, DutyStanding]":
    """Return one duty with how it stood on a day.

    Raises:
        NotHereError: there is none, it was not made yet, or it may not be seen.
    """
    access = request.auth.access
    try:
        found = get_duty(duty)
    except DutyNotFoundError as error:
        raise NotHereError from error
    if pemda.pk not in (found.pemda_id, found.to_pemda_id):
        raise NotHereError
    closed = not access.may_show(FieldClass.DISCIPLINE)
    if closed and found.source_kind != FROM_DIRECTIVES:
        raise NotHereError
    standing = standing_of(found, day=day)
    if standing is None or not can_see_duty(access, found, pemda):
        raise NotHereError
    return found, standing
