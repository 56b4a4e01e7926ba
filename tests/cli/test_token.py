"""``pamong token``: another system is let in, and out again."""

import os
from datetime import date

import pytest
import typer
from django.test import Client

from pamong.apps.accounts.models import ApiToken, Role, RoleGrant, User
from pamong.apps.accounts.tokens import TokenRevokedAlreadyError, TokenTooWideError
from pamong.cli import house
from pamong.cli import token as command
from pamong.installation.place import VARIABLE

SCOPES = ["read:organisasi"]


@pytest.fixture(autouse=True)
def integrator(db, contoh, tmp_path, monkeypatch):
    """The command stands in a folder of its own; one account is an integrator's."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())
    user = User.objects.create(username="presensi", nama="Presensi (rekaan)")
    return RoleGrant.objects.create(
        user=user, role=Role.INTEGRATOR, pemda=contoh, starts_on=date(2019, 1, 1)
    )


def give(contoh, **over):
    told = {"role": "integrator", "name": "presensi", "scope": SCOPES, **over}
    command.give("presensi", contoh.nama, **told)


def asked(secret):
    return Client().get("/api/v1/token", headers={"Authorization": f"Bearer {secret}"})


def test_a_token_that_was_printed_lets_in_until_it_is_revoked(contoh, capsys):
    give(contoh, see=["identitas"])
    secret = capsys.readouterr().out.strip()

    assert asked(secret).json()["classes"] == ["identitas", "terbuka"]
    command.list_tokens(contoh.nama)
    number = str(ApiToken.objects.get().public_id)
    listed = capsys.readouterr().out
    assert number in listed
    assert secret not in listed

    command.revoke(number, contoh.nama)
    assert asked(secret).status_code == 401
    with pytest.raises(TokenRevokedAlreadyError):
        command.revoke(number, contoh.nama)


@pytest.mark.parametrize("over", [{"role": "bkd"}, {"scope": ["read:apa"]}, {"see": ["semua"]}])
def test_what_is_not_known_is_refused(contoh, over):
    with pytest.raises(typer.BadParameter):
        give(contoh, **over)


def test_a_token_is_not_wider_than_the_role(contoh):
    with pytest.raises(TokenTooWideError):
        give(contoh, see=["kesehatan"])


def test_a_token_that_is_not_there_is_not_revoked(contoh):
    with pytest.raises(typer.BadParameter):
        command.revoke("x", contoh.nama)
