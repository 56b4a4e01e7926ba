"""Keeping that a page, a file or the API shows somebody's data: called where it is shown."""

from collections.abc import Collection, Iterable

from django.utils import timezone

from pamong.apps.accounts.looking import Seen, keep_look
from pamong.apps.accounts.models import LookWay
from pamong.web.http import Request


def keep_seen(
    request: Request,
    people: Iterable[int],
    sections: Collection[str],
    *,
    way: LookWay = LookWay.PAGE,
) -> None:
    """Keep that the user of ``request`` sees ``sections`` of ``people``, by the ids of persons.

    One insertion; of oneself nothing, and the same again within the hour only once. What is open
    to everybody who reaches a list needs none: lists keep the closed classes that they show.
    """
    match = request.resolver_match
    page = match.view_name if match is not None else ""
    seen = Seen(sections, way, page)
    keep_look(request.access, request.standpoint.government, people, seen, at=timezone.now())
