"""A token of an analis BKD of Kabupaten Contoh, one of a stranger, and people to read."""

from dataclasses import dataclass
from datetime import date

import pytest
import time_machine
from django.test import Client
from tests.support import registry, units

from pamong.apps.accounts.models import Role, RoleGrant, TokenScope, User
from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.tokens import NewToken, issue_token
from pamong.apps.core.audit import Actor
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import EmploymentKind
from pamong.apps.kepegawaian.services import Employment, employ
from pamong.kernel.period import Period

TODAY = date(2026, 11, 23)
ACTOR = Actor("Penguji")


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-11-23T03:00:00Z", tick=False):
        yield


@dataclass(frozen=True)
class Api:
    """The API as a program with one token sees it."""

    secret: str
    language: str = "id"

    def get(self, path: str, **query: str):
        return Client().get(f"/api/v1{path}", query, headers=self.headers)

    def post(self, path: str, body: object, **headers: str):
        return Client().post(
            f"/api/v1{path}",
            body,
            content_type="application/json",
            headers={**self.headers, **headers},
        )

    def patch(self, path: str, body: object, **headers: str):
        return Client().patch(
            f"/api/v1{path}",
            body,
            content_type="application/json",
            headers={**self.headers, **headers},
        )

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}", "Accept-Language": self.language}


def token_for(
    pemda, role=Role.BKD, *, scopes=tuple(TokenScope), classes=tuple(FieldClass), **over
):
    number = User.objects.count()
    user = User.objects.create(username=f"sistem{number}", nama="Sistem Rekaan")
    grant = RoleGrant.objects.create(
        user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1), **over
    )
    new = NewToken(grant, pemda, "aplikasi rekaan", scopes, classes, TODAY, date(2027, 11, 1))
    by = access_of(user.pk, label=str(user), day=TODAY)
    return issue_token(new=new, by=by, actor=ACTOR, reason="uji")


def employed(opd, name, number, *, since=date(2015, 3, 1)):
    work = Employment(
        EmploymentKind.PNS,
        number,
        Period(since),
        "lima_hari",
        holds_post=False,
        born_on=date(1990, 1, 1),
    )
    return employ(
        person=registry.person(name), opd=opd, employment=work, actor=ACTOR, reason="uji"
    )


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar):
    return employed(pasar, "Ani Rekawati", "999901012015032001")


@pytest.fixture
def bima(misal):
    return employed(units.opd(misal, "Dinas Kota"), "Bima Andaikata", "999901012015032002")


@pytest.fixture
def api(contoh):
    """The API as the analis BKD of Kabupaten Contoh sees it."""
    return Api(token_for(contoh).secret)


@pytest.fixture
def elsewhere(misal):
    """The API as the analis BKD of Kota Misal sees it."""
    return Api(token_for(misal).secret)
