"""The sessions of whoever is signed in: which computers are still in."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, update_session_auth_hash
from django.contrib.sessions.models import Session

from pamong.apps.accounts.signing_in import end_own_sessions
from pamong.web.http import Request, actor_of, own_user
from pamong.web.masuk.session_end import SEEN, why_ended

if TYPE_CHECKING:
    from pamong.apps.accounts.models import User

MOST = 50


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One computer that is signed in."""

    ip: str
    program: str
    since: datetime
    seen: datetime
    is_this: bool


def open_sessions(request: Request) -> list[OpenSession]:
    """Return the sessions that would still be let in, the newest first."""
    rows = UserSession.objects.filter(user_id=request.user.pk).order_by("-created_at")[:MOST]
    told = {row.session_key: row for row in rows}
    hash_now, now = own_user(request).get_session_auth_hash(), time.time()
    stored = {
        row.session_key: row.get_decoded() for row in Session.objects.filter(session_key__in=told)
    }
    return [
        OpenSession(
            row.ip,
            row.user_agent,
            row.created_at,
            datetime.fromtimestamp(stored[key][SEEN], UTC),
            is_this=key == request.session.session_key,
        )
        for key, row in told.items()
        if key in stored
        and stored[key].get(HASH_SESSION_KEY) == hash_now
        and not why_ended(stored[key], now)
    ]


def end_other_sessions(request: Request) -> None:
    """End every session but this one."""
    user = end_own_sessions(user_id=own_user(request).pk, actor=actor_of(request.user))
    go_on(request, user)


def go_on(request: Request, user: "User") -> None:
    """Let this session go on after all of the user's were ended."""
    update_session_auth_hash(request, user)
    UserSession.objects.create_from_request(request)
