"""What the commands on law have in common: how a rule, a day and facts are named."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # what judges is loaded when a command runs
    from datetime import date

    from pamong.law import Rule

RuleId = Annotated[
    str, typer.Argument(metavar="ATURAN", help="Pengenal aturan, seperti pilkada-kalender.")
]
FactFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--facts", metavar="BERKAS", help="Berkas fakta, atau map berisi berkas; boleh beberapa."
    ),
]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="HARI", help="Hari yang dinilai: 2026-03-31.")
]
Told = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        metavar="NAMA=NILAI",
        help="Satu masukan aturan atas satu perkara; boleh beberapa.",
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Cetak satu objek JSON per penilaian, satu per baris.")
]


def rule_named(rule_id: str) -> "Rule":
    """Return a rule; a name that is none is a wrong call."""
    from pamong import law

    try:
        return law.rule(rule_id)
    except law.UnknownRuleError as error:
        raise typer.BadParameter(str(error), param_hint="ATURAN") from error


def day_told(text: str, option: str) -> "date":
    """Return a day as people write it; what is none is a wrong call."""
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text)
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


def case_told(rule: "Rule", files: list[Path] | None, told: list[str] | None) -> dict[str, object]:
    """Return the inputs of one case from files and from ``--fact``; the latter wins."""
    from pamong import law

    case: dict[str, object] = {}
    for path in files or []:
        case |= law.read_case(path)
    for one in told or []:
        name, equals, value = one.partition("=")
        if not equals:
            raise typer.BadParameter(f'"{one}" harus NAMA=NILAI.', param_hint="--fact")
        case[name.strip()] = value.strip()
    if not case:
        raise typer.BadParameter(
            f"{rule.id} menilai satu perkara; beri --facts BERKAS atau --fact NAMA=NILAI "
            f"(lihat: pamong law facts {rule.id}).",
            param_hint="--facts",
        )
    return case


def files_told(rule: "Rule", files: list[Path] | None, told: list[str] | None) -> list[Path]:
    """Return the files of a rule over tables; none, or a ``--fact``, is a wrong call."""
    if told:
        raise typer.BadParameter(
            f"{rule.id} membaca tabel fakta; beri --facts BERKAS.", param_hint="--fact"
        )
    if not files:
        raise typer.BadParameter("beri satu berkas fakta atau lebih.", param_hint="--facts")
    return files
