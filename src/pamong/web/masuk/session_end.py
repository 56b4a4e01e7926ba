"""Sessions end: when nobody used them for a while, and at the end of a working day."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

SINCE, SEEN = "masuk_sejak", "dipakai_pada"
ENDED_PARAMETER = "sesi"
IDLE, DAY_OVER = "diam", "habis"
PARTS = 10
"""Into how many parts the idle time is cut: a busy session is written down once in each."""


def begin(session: SessionBase) -> None:
    """Let the time of a session run from now."""
    session[SINCE] = session[SEEN] = int(time.time())


def why_ended(session: SessionBase | dict[str, Any], now: float) -> str:
    """Tell why a session is over at ``now``; nothing where it is not."""
    if now - session.get(SINCE, 0) >= settings.SESSION_COOKIE_AGE:
        return DAY_OVER
    return IDLE if now - session.get(SEEN, 0) >= settings.PAMONG_SESSION_IDLE else ""


class SessionEndMiddleware:
    """Ends a session in time, and tells at the gate why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session
        if SESSION_KEY in session:
            now = time.time()
            why = why_ended(session, now)
            if why:
                session.flush()
                return _to_the_gate(request, why)
            if now - session[SEEN] >= settings.PAMONG_SESSION_IDLE / PARTS:
                session[SEEN] = int(now)
        return self.get_response(request)


def _to_the_gate(request: HttpRequest, why: str) -> HttpResponse:
    gate = reverse("masuk")
    if request.path == gate:
        return HttpResponseRedirect(f"{gate}?{urlencode({ENDED_PARAMETER: why})}")
    told = {ENDED_PARAMETER: why, "next": request.get_full_path()}
    return HttpResponseRedirect(f"{gate}?{urlencode(told)}")
