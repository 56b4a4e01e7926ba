"""What the arguments of ``pamong impor`` stand for: an import, a file, sections, a history."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from pamong.cli.account import named_government

if TYPE_CHECKING:  # models are loaded when the command runs
    from pamong.apps.core.files import NewFile
    from pamong.apps.impor.covering import Complete
    from pamong.apps.impor.models import Import
    from pamong.exchange.matching import Matching

COMPLETE = "--complete"


def import_of(number: str, government: str) -> "Import":
    """Return the import of that number.

    Raises:
        ImportNotFoundError: the government has none.
    """
    from pamong.apps.impor.errors import ImportNotFoundError
    from pamong.apps.impor.selectors import get_import

    pemda = named_government(government)
    return get_import(pemda, _uuid(number, ImportNotFoundError()))


def _uuid(text: str, error: Exception) -> str:
    from uuid import UUID

    try:
        return str(UUID(text))
    except ValueError:
        raise error from None


def carried_on(batch: "Import") -> "Import":
    """Carry a step out here; where the worker has it already, this waits for it."""
    from pamong.apps.impor.carrying_out import carry_on
    from pamong.apps.impor.selectors import get_import

    carry_on(batch.pk)
    return get_import(batch.pemda, batch.public_id)


def file_at(path: Path) -> "NewFile":
    """Read a file that is to be brought in."""
    from pamong.apps.core.files import NewFile

    try:
        return NewFile(path.name, path.read_bytes())
    except OSError as error:
        words = f"{path} tidak dapat dibaca: {error.strerror}"
        raise typer.BadParameter(words, param_hint="BERKAS…") from error


def doubts_to(batch: "Import", out: Path | None) -> None:
    """Write the doubts into a workbook, where one is wanted."""
    from pamong.apps.impor.doubt_sheet import write_doubts as write
    from pamong.apps.impor.told import EVERYTHING

    if out is None:
        return
    try:
        with out.open("wb") as file:
            count = write(batch, file, seen=EVERYTHING, head=[str(batch)])
    except OSError as error:
        words = f"{out} tidak dapat ditulis: {error.strerror}"
        raise typer.BadParameter(words, param_hint="--out") from error
    print(f"{out}: {count} keraguan.")


def matching_of(batch: "Import", layout: str, columns: list[str]) -> "Matching":
    """Read which column each heading is, of the first sheet that is not known yet."""
    from pamong.exchange.matching import Matching

    sheet = next(
        (each for each in batch.sheets if each["kepala"] and not each["tata_letak"]), None
    )
    if sheet is None:
        raise typer.BadParameter("semua lembar impor ini sudah dikenal", param_hint="PENGENAL")
    keys = dict(zip(sheet["kepala"], sheet["kunci"], strict=True))
    chosen = {}
    for text in columns:
        heading, _, name = text.rpartition("=")
        if heading not in keys:
            known = ", ".join(filter(None, sheet["kepala"]))
            raise typer.BadParameter(f"judulnya: {known}", param_hint="--column")
        chosen[keys[heading]] = name
    return Matching(layout, sheet["sidik"], chosen)


def complete_of(text: str, batch: "Import") -> "Complete":
    """Read which history is said to be whole, and since when."""
    from pamong.apps.impor.covering import complete

    riwayat, _, day = text.partition("=")
    return complete(riwayat, day_of(day, COMPLETE), batch)


def day_of(text: str, option: str) -> date:
    """Read a day as people write it."""
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text)
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def among(values: list[str], known: list[str], option: str) -> list[str]:
    """Refuse what is none of what an option may name."""
    for value in values:
        if value not in known:
            listed = ", ".join(filter(None, known))
            raise typer.BadParameter(f"pilih dari: {listed}", param_hint=option)
    return values
