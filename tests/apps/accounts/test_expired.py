"""Expired sessions are forgotten every night, and open ones are left alone."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from pamong.apps.accounts.expired import forget_expired_sessions
from pamong.apps.accounts.models import User
from pamong.apps.accounts.tasks import forget_sessions

NOW = datetime(2026, 11, 26, 18, 50, tzinfo=UTC)
HOUR = timedelta(hours=1)


def session(user: User, key: str, until: datetime) -> None:
    Session.objects.create(session_key=key, session_data="", expire_date=until)
    UserSession.objects.create(user_id=user.pk, session_key=key, ip="127.0.0.1", user_agent="x")


def keys(model: type[Session] | type[UserSession]) -> set[str]:
    return set(model.objects.values_list("session_key", flat=True))


@pytest.fixture
def siti(db) -> User:
    return User.objects.create(username="siti", nama="Siti (rekaan)")


def test_what_has_expired_goes_and_what_is_open_stays(siti):
    session(siti, "lama", NOW - HOUR)
    session(siti, "baru", NOW + HOUR)

    assert forget_expired_sessions(at=NOW) == 1
    assert keys(Session) == keys(UserSession) == {"baru"}
    assert forget_expired_sessions(at=NOW) == 0


def test_the_worker_does_it_by_the_clock(siti):
    session(siti, "lama", datetime(2020, 1, 1, tzinfo=UTC))

    forget_sessions.func(timestamp=0)

    assert not Session.objects.exists()
