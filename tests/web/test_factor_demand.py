"""The page on which a government demands a second factor, and what those concerned see of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from pamong.apps.accounts.models import Role, RoleGrant, SecondFactorDemand, User


def browser(role: Role, pemda) -> Client:
    user = User.objects.create(username=f"{role}-uji", nama=f"{role.label} (rekaan)")
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def page(contoh):
    return f"/{contoh.slug}/akun/faktor-kedua/"


def sent(day: date, *roles: str, **more) -> dict[str, object]:
    return {"roles": roles, "since": f"{day:%d/%m/%Y}", "reason": "SE rekaan", **more}


def told(answer) -> str:
    return answer.content.decode()


def test_whom_it_concerns_is_shown_before_it_is_set(contoh, page):
    admin = browser(Role.BKD_ADMIN, contoh)
    analyst = browser(Role.BKD, contoh)
    later = timezone.now().date() + timedelta(days=20)

    plan = told(admin.post(page, sent(later, "bkd")))
    assert "1 akun belum memasangnya" in plan
    assert "analis BKD (rekaan)" in plan
    assert not SecondFactorDemand.objects.exists()
    admin.post(page, sent(later, "bkd", setuju="1"))

    assert SecondFactorDemand.objects.get().roles == ["bkd"]
    reminded = told(analyst.get(f"/{contoh.slug}/"))
    assert "hanya dapat dipakai dengan faktor kedua" in reminded
    assert "hanya dapat dipakai" not in told(admin.get(f"/{contoh.slug}/"))


def test_from_its_day_on_it_is_set_up_before_anything_else(contoh, page):
    analyst = browser(Role.BKD, contoh)
    SecondFactorDemand.objects.create(
        pemda=contoh, roles=["bkd"], since=timezone.now().date() - timedelta(days=1)
    )

    answer = analyst.get(f"/{contoh.slug}/")

    assert answer["Location"].endswith("/faktor-kedua/pasang/")


def test_a_past_day_and_ones_own_missing_factor_are_said(contoh, page):
    admin = browser(Role.BKD_ADMIN, contoh)
    later = timezone.now().date() + timedelta(days=20)

    past = admin.post(page, sent(date(2020, 1, 1), "bkd", setuju="1"))
    own = admin.post(page, sent(later, "bkd_admin", setuju="1"))

    assert "sudah lewat" in told(past)
    assert "belum memasang faktor kedua" in told(own)
    assert not SecondFactorDemand.objects.exists()


def test_it_is_lifted_with_no_role_chosen(contoh, page):
    admin = browser(Role.BKD_ADMIN, contoh)
    SecondFactorDemand.objects.create(pemda=contoh, roles=["bkd"], since=date(2024, 1, 1))
    today = timezone.now().date() + timedelta(days=1)

    assert "Tidak ada peran" in told(admin.post(page, sent(today)))
    admin.post(page, sent(today, setuju="1"))

    assert SecondFactorDemand.objects.get().roles == []


def test_only_the_admin_of_the_government_opens_it(contoh, misal, page):
    assert browser(Role.OPERATOR, None).get(page).status_code == 403
    assert browser(Role.BKD, contoh).get(page).status_code == 403
    assert browser(Role.BKD_ADMIN, misal).get(page).status_code == 404
