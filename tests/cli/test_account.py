"""``pamong account``: the first administrator, and the way back in."""

import os
import re
from datetime import date

import pytest
import typer
from django.contrib.auth import authenticate

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.selectors import UserNotFoundError
from pamong.cli import account as command
from pamong.cli import house
from pamong.installation.place import VARIABLE


@pytest.fixture(autouse=True)
def data(db, tmp_path, monkeypatch):
    """The command stands in a folder of its own and in the test's database, which has tables."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())


def printed(capsys) -> str:
    return re.search(r"kata sandi awal: (\S+)", capsys.readouterr().out)[1]


def test_the_first_administrator_signs_in_with_what_was_printed(contoh, capsys):
    command.add_admin("siti", contoh.nama, "Siti (rekaan)")

    user = authenticate(username="siti", password=printed(capsys))
    assert user.has_first_password
    assert [(row.role, row.pemda) for row in user.grants.all()] == [(Role.BKD_ADMIN, contoh)]


def test_an_operator_holds_for_every_government(contoh, capsys):
    command.add_admin("siti", contoh.nama, "Siti (rekaan)", role="operator")

    assert RoleGrant.objects.get().pemda is None


@pytest.mark.parametrize(
    ("role", "place"), [("raja", "Kabupaten Contoh (rekaan)"), ("bkd_admin", "X")]
)
def test_what_is_not_known_is_refused(contoh, role, place):
    with pytest.raises(typer.BadParameter):
        command.add_admin("siti", place, "Siti (rekaan)", role=role)

    assert not User.objects.exists()


def test_a_lost_password_is_given_anew(contoh, capsys):
    User.objects.create(username="siti", nama="Siti (rekaan)")

    command.reset_password("siti")

    assert authenticate(username="siti", password=printed(capsys))


def test_a_lost_factor_is_taken_off(contoh, capsys):
    User.objects.create(username="siti", nama="Siti (rekaan)", session_round=3)

    command.reset_second_factor("siti")

    assert "dilepas" in capsys.readouterr().out
    assert User.objects.get().session_round == 4


@pytest.mark.parametrize("act", [command.reset_password, command.reset_second_factor])
def test_nobody_has_no_account(act):
    with pytest.raises(UserNotFoundError, match='"siti" tidak ada'):
        act("siti")


def test_the_accounts_of_a_government_are_listed_with_their_roles(contoh, misal, capsys):
    for name, pemda in (("siti", contoh), ("jauh", misal)):
        user = User.objects.create(username=name, nama=f"{name} (rekaan)", has_first_password=True)
        RoleGrant.objects.create(user=user, role=Role.BKD, pemda=pemda, starts_on=date(2019, 1, 1))

    command.list_accounts(contoh.nama)

    assert capsys.readouterr().out == (
        f"siti\tsiti (rekaan)\tanalis BKD ({contoh.nama})\tkata sandi awal\n"
    )
