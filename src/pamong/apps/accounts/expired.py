"""Sessions whose time has run out: nobody signs in by them, and they tell when one was here."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef


def forget_expired_sessions(*, at: datetime) -> int:
    """Delete the sessions that had expired by ``at``, and what was noted of their computers.

    Return how many there were. A session is no record: no history is kept of it.
    """
    with transaction.atomic():
        number, _ = Session.objects.filter(expire_date__lt=at).delete()
        still = Session.objects.filter(session_key=OuterRef("session_key"))
        UserSession.objects.filter(~Exists(still)).delete()
    return number
