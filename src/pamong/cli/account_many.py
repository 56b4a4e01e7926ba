"""``pamong account open-many``: accounts for the pegawai of an OPD or of all, from the shell."""

import csv
import os
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.account import BY_HAND, Government, Reason, machine, named_government, today_in
from pamong.cli.failures import ExitCode
from pamong.cli.house import DataDir, open_house
from pamong.cli.steps import this_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pamong.apps.accounts.opening_plan import OpeningPlan
    from pamong.apps.accounts.opening_slips import Slip


def open_many(
    government: Government,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="CSV untuk kata sandi awal, hanya terbaca oleh Anda; belum boleh ada.",
            metavar="BERKAS.csv",
        ),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            "--place", help="Hanya OPD ini, atau unit ini dengan yang di bawahnya.", metavar="NAMA"
        ),
    ] = None,
    sso: Annotated[
        bool, typer.Option("--sso", help="Masuk lewat SSO yang menyebut NIP; tanpa kata sandi.")
    ] = False,
    plan: Annotated[
        bool, typer.Option("--plan", help="Sebutkan saja siapa yang mendapat akun.")
    ] = False,
    reason: Reason = BY_HAND,
    data_dir: DataDir = None,
) -> None:
    """Buka akun berperan pegawai bagi banyak pegawai sekaligus; nama penggunanya NIP-nya.

    Kode keluar: 0 dibuka, 2 cara memanggilnya salah, 3 tidak ada yang dapat dibukakan akun.
    """
    open_house(data_dir)
    from pamong.apps.accounts.access import Access, Grant
    from pamong.apps.accounts.models import Role
    from pamong.apps.accounts.opening_many import begin_opening
    from pamong.apps.accounts.opening_plan import NewOpening, plan_opening
    from pamong.apps.accounts.opening_slips import tell_first_passwords
    from pamong.apps.penataan.naming import place_called

    pemda = named_government(government)
    day = today_in(pemda)
    new = NewOpening(pemda, day, place_called(pemda, place, day=day) if place else None, sso)
    _tell(plan_opening(new))
    if plan:
        return
    if (out is None) != sso:
        raise typer.BadParameter(
            "sebutkan berkasnya; dengan --sso tidak ada kata sandi", param_hint="--out"
        )
    if out is not None and (out.exists() or not out.parent.is_dir()):
        raise typer.BadParameter(f"{out} sudah ada, atau foldernya tidak ada", param_hint="--out")
    by, actor = Access(None, "", (Grant(Role.OPERATOR),), today=day), machine()
    row = begin_opening(new=new, by=by, at=this_moment(), actor=actor, reason=reason, waits=True)
    if row.problem:
        print(row.problem)
        raise typer.Exit(ExitCode.REFUSED)
    if out is not None:
        tell_first_passwords(
            opening=row,
            by=by,
            at=this_moment(),
            actor=actor,
            write=lambda slips: _write(out, slips),
        )
    print(f"{row.opened} akun dibuka.")


def _tell(plan: "OpeningPlan") -> None:
    for each in plan.opds:
        print(
            f"{each.nama}\t{each.opens} dibukakan\t{each.has_one} punya\t{each.cannot} terhalang"
        )
    for why, number in plan.why:
        print(f"Dilewati, {why}: {number}")


def _write(out: Path, slips: "Sequence[Slip]") -> None:
    """Write a file that was not there, which nobody else reads."""
    descriptor = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["opd", "unit", "nama", "nama_pengguna", "kata_sandi_awal"])
        lines.writerows(astuple(each) for each in slips)
