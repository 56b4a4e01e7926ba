"""The gate of each page: what the signed-in user may not see or do, the policies refuse here."""

from datetime import date
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone

from pamong.apps.accounts.access import NOBODY, Access
from pamong.apps.accounts.selectors import access_by, access_of

EASTERNMOST = ZoneInfo("Asia/Jayapura")
"""Roles turn where the day begins first, so that nobody in Papua waits for Jakarta's midnight."""


def access_to(request: HttpRequest) -> Access:
    """Return what the signed-in user may reach today, asked of the database once a request."""
    known: Access | None = getattr(request, "access", None)
    if known is None:
        known = _access_on(request, this_day())
        request.access = known  # type: ignore[attr-defined]  # web.http.Request declares it
        if known.user_id is not None:
            request.user.access = known  # type: ignore[union-attr]  # history names whose role it was
    return known


def this_day() -> date:
    """Tell on which day roles hold now."""
    return timezone.now().astimezone(EASTERNMOST).date()


def demand(allowed: bool) -> None:  # noqa: FBT001  reads as a sentence: demand(can_review(…))
    """Let only those go on whom the policy allows to.

    Raises:
        PermissionDenied: it does not; the page for it says what to do.
    """
    if not allowed:
        raise PermissionDenied


def _access_on(request: HttpRequest, day: date) -> Access:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return NOBODY
    if user.known_grants is None:  # he signed in by this very request
        return access_of(user.pk, label=str(user), day=day)
    return access_by(user.known_grants, user_id=user.pk, label=str(user), day=day)
