"""``pamong account``: accounts from the command line, for whoever looks after the machine."""

from datetime import date
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from pamong.cli.house import DataDir, open_house
from pamong.cli.steps import this_moment
from pamong.cli.words import App

if TYPE_CHECKING:  # models are loaded when the command runs
    from pamong.apps.accounts.models import User
    from pamong.apps.core.audit import Actor
    from pamong.apps.organisasi.models import Pemda

app = App(help="Akun: membuka yang pertama, memulihkan jalan masuk, melihat siapa yang ada.")

Username = Annotated[
    str, typer.Argument(metavar="PENGGUNA", help="Nama pengguna.", show_default=False)
]
Government = Annotated[
    str, typer.Option("--government", "-g", help="Pemerintah daerah.", metavar="NAMA")
]
Reason = Annotated[str, typer.Option(help="Alasan, untuk riwayat akun.", metavar="KALIMAT")]
BY_HAND = "dilakukan lewat baris perintah"


@app.command("add-admin")
def add_admin(
    username: Username,
    government: Government,
    name: Annotated[str, typer.Option(help="Nama orangnya.", metavar="NAMA")],
    role: Annotated[
        str, typer.Option(help="Perannya: bkd_admin, atau operator untuk semua pemerintah daerah.")
    ] = "bkd_admin",
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Buka akun pengelola yang pertama di sebuah pemerintah daerah; kata sandi dicetak sekali.

    Kode keluar: 0 dibuka, 2 pemerintah daerah atau peran tidak dikenal, 3 nama pengguna ditolak.
    """
    open_house(data_dir)
    from pamong.apps.accounts.access import Access, Grant
    from pamong.apps.accounts.models import Role
    from pamong.apps.accounts.policies import ADMINS
    from pamong.apps.accounts.role_acts import NewAccount, NewRole, open_account_with_role
    from pamong.apps.accounts.services import Scope

    pemda = named_government(government)
    if role not in ADMINS:
        known = ", ".join(ADMINS)
        raise typer.BadParameter(f"pilih salah satu: {known}", param_hint="--role")
    wide = role == Role.OPERATOR
    wide_open = Access(None, "", (Grant(Role.OPERATOR),))
    opened = open_account_with_role(
        new=NewAccount(
            username,
            name,
            NewRole(Role(role), Scope(None if wide else pemda), today_in(pemda)),
        ),
        by=wide_open,
        at=this_moment(),
        actor=machine(),
        reason=reason,
    )
    _tell(opened.user.username, opened.password)


@app.command("reset-password")
def reset_password(username: Username, reason: Reason = BY_HAND, data_dir: DataDir = None) -> None:
    """Beri kata sandi awal yang baru, yang dicetak sekali; semua sesi akun itu berakhir.

    Kode keluar: 0 diberi, 3 tidak ada pengguna bernama itu.
    """
    open_house(data_dir)
    from pamong.apps.accounts import account_acts

    user = user_named(username)
    password = account_acts.reset_password(
        user=user, at=this_moment(), actor=machine(), reason=reason
    )
    _tell(user.username, password)


@app.command("reset-second-factor")
def reset_second_factor(
    username: Username, reason: Reason = BY_HAND, data_dir: DataDir = None
) -> None:
    """Lepas faktor kedua dan kode pemulihan sebuah akun; semua sesinya berakhir.

    Kode keluar: 0 dilepas, 3 tidak ada pengguna bernama itu.
    """
    open_house(data_dir)
    from pamong.apps.accounts import account_acts

    user = user_named(username)
    account_acts.reset_second_factor(user=user, actor=machine(), reason=reason)
    print(f"Faktor kedua {user.username} dilepas. Kata sandinya saja cukup untuk masuk sekarang.")


@app.command("list")
def list_accounts(government: Government, data_dir: DataDir = None) -> None:
    """Daftar akun sebuah pemerintah daerah dengan peran hari ini, satu per baris.

    Kode keluar: 0 tercetak, 2 pemerintah daerah tidak dikenal.
    """
    open_house(data_dir)
    from pamong.apps.accounts.account_list import AccountsAsked, accounts, as_accounts

    pemda = named_government(government)
    day = today_in(pemda)
    for account in as_accounts(accounts(pemda, asked=AccountsAsked(), day=day), day=day):
        here = [role for role in account.roles_on if role.row.pemda_id == pemda.pk]
        roles = "; ".join(f"{role.label} ({role.where})" for role in here) or "tanpa peran"
        user = account.user
        marks = [
            "" if user.is_active else "ditutup",
            "kata sandi awal" if user.has_first_password else "",
            "faktor kedua" if user.second_factor_since else "",
        ]
        print("\t".join([user.username, user.nama, roles, ", ".join(filter(None, marks))]))


def named_government(name: str) -> "Pemda":
    """Return a resident government by any name; a wrong one is a wrong command line."""
    from pamong.apps.organisasi.selectors import PemdaNotFoundError, find_resident

    try:
        return find_resident(name)
    except PemdaNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--government") from error


def user_named(username: str) -> "User":
    """Return who signs in by a name."""
    from pamong.apps.accounts.selectors import find_user

    return find_user(username)


def today_in(pemda: "Pemda") -> date:
    """Tell what day it is in a government."""
    return this_moment().astimezone(ZoneInfo(pemda.time_zone)).date()


def machine() -> "Actor":
    """Name whoever stands at the machine, as history keeps it."""
    from pamong.apps.core.audit import Actor

    return Actor("Pengelola mesin")


def _tell(username: str, password: str) -> None:
    print(f"Akun {username}, kata sandi awal: {password} (hanya ditampilkan sekali ini)")
    print("Kata sandi itu diganti saat pertama masuk.")
