"""``pamong token``: tokens of the API, for whoever looks after the machine."""

from datetime import timedelta
from typing import Annotated

import typer

from pamong.cli.account import (
    BY_HAND,
    Government,
    Reason,
    Username,
    machine,
    named_government,
    today_in,
    user_named,
)
from pamong.cli.house import DataDir, open_house
from pamong.cli.words import App

app = App(help="Token API: memberi sistem lain jalan masuk, dan mencabutnya.")


@app.command("give")
def give(  # noqa: PLR0913, PLR0917  one option each
    username: Username,
    government: Government,
    role: Annotated[str, typer.Option(help="Peran akun itu yang dipakai.", metavar="PERAN")],
    name: Annotated[str, typer.Option(help="Sistem yang memakainya.", metavar="NAMA")],
    scope: Annotated[
        list[str], typer.Option(help="Boleh apa; boleh lebih dari satu.", metavar="CAKUPAN")
    ],
    see: Annotated[
        list[str] | None,
        typer.Option("--see", help="Golongan isian selain yang terbuka.", metavar="GOLONGAN"),
    ] = None,
    days: Annotated[int, typer.Option(min=1, help="Berlaku berapa hari.", metavar="HARI")] = 90,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Beri token yang memakai satu peran sebuah akun; rahasianya dicetak sekali ini saja.

    Kode keluar: 0 diberi, 2 isiannya tidak dikenal, 3 token lebih luas dari perannya.
    """
    open_house(data_dir)
    from pamong.apps.accounts.models import TokenScope
    from pamong.apps.accounts.selectors import access_of
    from pamong.apps.accounts.tokens import NewToken, issue_token
    from pamong.apps.kepegawaian.field_classes import FieldClass

    pemda, user = named_government(government), user_named(username)
    day = today_in(pemda)
    fitting = [
        row
        for row in user.grants.filter(role=role)
        if row.pemda_id in (None, pemda.pk) and day in row.period
    ]
    if not fitting:
        told = f'akun {username} tidak memegang peran "{role}" di {pemda.nama} hari ini'
        raise typer.BadParameter(told, param_hint="--role")
    issued = issue_token(
        new=NewToken(
            grant=fitting[0],
            pemda=pemda,
            name=name,
            scopes=[TokenScope(_among(each, TokenScope.values, "--scope")) for each in scope],
            classes=[FieldClass(_among(each, FieldClass.values, "--see")) for each in see or ()],
            starts_on=day,
            ends_before=day + timedelta(days=days),
        ),
        by=access_of(user.pk, label=str(user), day=day),
        actor=machine(),
        reason=reason,
    )
    print(issued.secret)
    told = f"Token {issued.token.public_id}; rahasia di atas hanya ditampilkan kali ini."
    typer.echo(told, err=True)


@app.command("list")
def list_tokens(government: Government, data_dir: DataDir = None) -> None:
    """Daftar token sebuah pemerintah daerah: pengenal, nama, peran, masa, terakhir dipakai.

    Kode keluar: 0 tercetak, 2 pemerintah daerah tidak dikenal.
    """
    open_house(data_dir)
    from pamong.apps.accounts.tokens import tokens_in

    for token in tokens_in(named_government(government)):
        use = getattr(token, "use", None)
        print(
            "\t".join(
                [
                    str(token.public_id),
                    token.name,
                    str(token.grant),
                    f"{token.starts_on}/{token.ends_before}",
                    "dicabut" if token.revoked_on else "",
                    str(use.last_used_on) if use else "belum dipakai",
                ]
            )
        )


@app.command("revoke")
def revoke(
    token: Annotated[
        str, typer.Argument(metavar="PENGENAL", help="Pengenal token.", show_default=False)
    ],
    government: Government,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Cabut token; sejak itu tidak ada yang masuk dengannya.

    Kode keluar: 0 dicabut, 2 pemerintah daerah atau token tidak dikenal, 3 sudah dicabut.
    """
    open_house(data_dir)
    from pamong.apps.accounts.selectors import access_of
    from pamong.apps.accounts.tokens import revoke_token, tokens_in

    pemda = named_government(government)
    found = next((each for each in tokens_in(pemda) if str(each.public_id) == token), None)
    if found is None:
        raise typer.BadParameter("tidak ada token dengan pengenal itu", param_hint="PENGENAL")
    day, owner = today_in(pemda), found.grant.user
    revoke_token(
        token=found,
        day=day,
        by=access_of(owner.pk, label=str(owner), day=day),
        actor=machine(),
        reason=reason,
    )
    print(f"Token {found.name} dicabut.")


def _among(value: str, known: list[str], option: str) -> str:
    if value not in known:
        raise typer.BadParameter(f"pilih salah satu: {', '.join(known)}", param_hint=option)
    return value
