"""Users: one of each name, passwords that are never in the history."""

import pytest
from tests.support.registry import WARNI

from pamong.apps.accounts.models import User
from pamong.apps.accounts.services import UserNotFoundError, ensure_user, set_password
from pamong.apps.core.selectors import history_of

SECRET = "rahasia-sekali"


def ensure(password=SECRET):
    return ensure_user(username="warni", nama="Warni (rekaan)", password=password, actor=WARNI)


@pytest.mark.django_db
def test_a_user_is_created_once_and_keeps_the_first_password():
    assert ensure() is True
    assert ensure("lain") is False

    user = User.objects.get()
    assert user.check_password(SECRET)
    assert SECRET not in user.password


@pytest.mark.django_db
def test_a_new_password_takes_the_place_of_the_old_one():
    ensure()

    set_password(username="warni", password="baru", actor=WARNI)

    assert User.objects.get().check_password("baru")


@pytest.mark.django_db
def test_nobody_has_no_password():
    with pytest.raises(UserNotFoundError, match='Pengguna "warni" tidak ada'):
        set_password(username="warni", password="baru", actor=WARNI)


@pytest.mark.django_db
def test_the_history_of_a_user_holds_no_password():
    ensure()
    event = User.pgh_event_model

    assert not {"password", "last_login"} & {field.name for field in event._meta.get_fields()}
    assert history_of([User.objects.get()])[0].reason == "membuka akun"
