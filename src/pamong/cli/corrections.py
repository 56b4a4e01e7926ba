"""``pamong corrections``: what clerks corrected, as cases that the reader is judged by."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pamong.cli.failures import ExitCode
from pamong.cli.house import DataDir, open_house
from pamong.cli.words import App

if TYPE_CHECKING:  # the reader is loaded when the command runs
    from pamong.reader.corrections import CorrectionCase, Outcome

app = App(help="Koreksi peninjau, tanpa nama, sebagai kasus uji bagi pembaca dokumen.")

_STDOUT = "-"
_WIDTH = 28
_HEADS = ("kasus", "dulu benar", "kini benar", "seperti dulu", "lain")


@app.command("export")
def export(
    file: Annotated[
        str,
        typer.Argument(
            metavar="BERKAS",
            help="Berkas yang ditulis, satu kasus JSON per baris; - untuk keluaran baku.",
            show_default=False,
        ),
    ],
    government: Annotated[
        str | None,
        typer.Option(
            "--government",
            "-g",
            help="Hanya koreksi atas dokumen pemerintah daerah ini.",
            metavar="NAMA",
        ),
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Tulis kasus koreksi yang disimpan dengan izin peninjau ke sebuah berkas.

    Kode keluar: 0 tertulis, 2 pemerintah daerah tidak dikenal, 3 berkasnya sudah ada atau tidak
    dapat ditulis.
    """
    open_house(data_dir)
    from pamong.apps.forums.learning import cases_kept
    from pamong.apps.organisasi.selectors import PemdaNotFoundError, find_resident

    try:
        pemda = find_resident(government) if government else None
    except PemdaNotFoundError as error:
        raise typer.BadParameter(str(error), param_hint="--government") from error
    lines = [f"{case.to_line()}\n" for case in cases_kept(pemda)]
    if file == _STDOUT:
        sys.stdout.writelines(lines)
        return
    try:
        with Path(file).open("x", encoding="utf-8") as out:
            out.writelines(lines)
    except FileExistsError as error:
        _refuse(f"{file}: berkas ini sudah ada. Sebutkan nama yang lain.", error)
    except OSError as error:
        _refuse(f"{file}: berkas ini tidak dapat ditulis ({error.strerror}).", error)
    print(f"{len(lines)} kasus ditulis ke {file}. Baca dulu isinya sebelum berkas itu dibagikan.")


@app.command("replay")
def replay(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="BERKAS…", help="Berkas dari pamong corrections export.", show_default=False
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Cetak satu objek JSON per kasus, satu per baris.")
    ] = False,
) -> None:
    """Baca ulang setiap kasus koreksi, dan bandingkan hasilnya menurut bagian draf.

    Kode keluar: 0 semua dibaca, 1 ada kasus yang dulu benar dan kini tidak lagi, 3 sebuah berkas
    tidak dapat dibaca atau bukan berkas kasus.
    """
    from pamong.reader.corrections import CaseFormError, judge, read_cases

    judged: list[tuple[CorrectionCase, Outcome]] = []
    for name in files:
        try:
            with Path(name).open(encoding="utf-8") as file:
                judged += [(case, judge(case)) for case in read_cases(file)]
        except CaseFormError as error:
            _refuse(f"{name}: {error}", error)
        except UnicodeDecodeError as error:
            _refuse(f"{name}: berkas ini bukan teks UTF-8.", error)
        except OSError as error:
            _refuse(f"{name}: berkas ini tidak dapat dibuka ({error.strerror}).", error)
    for line in _as_json(judged) if as_json else _as_table(judged):
        print(line)
    if any(case.then == "right" and now != "right" for case, now in judged):
        raise typer.Exit(1)  # as pamong doctor ends where something is wrong


def _refuse(sentence: str, error: Exception) -> None:
    print(f"pamong: {sentence}", file=sys.stderr)
    raise typer.Exit(ExitCode.REFUSED) from error


def _as_json(judged: "Sequence[tuple[CorrectionCase, Outcome]]") -> Iterator[str]:
    for case, now in judged:
        yield json.dumps({**json.loads(case.to_line()), "now": now}, ensure_ascii=False)


def _as_table(judged: "Sequence[tuple[CorrectionCase, Outcome]]") -> Iterator[str]:
    yield _row("bagian", _HEADS)
    for field in sorted({case.field for case, _now in judged}):
        yield _counted(field, [(case, now) for case, now in judged if case.field == field])
    yield _counted("semua", judged)


def _counted(label: str, judged: "Sequence[tuple[CorrectionCase, Outcome]]") -> str:
    then = [case.then for case, _now in judged]
    now = [outcome for _case, outcome in judged]
    counts = (
        len(now),
        then.count("right"),
        now.count("right"),
        now.count("as_before"),
        now.count("other"),
    )
    return _row(label, [str(count) for count in counts])


def _row(label: str, cells: Sequence[str]) -> str:
    return label.ljust(_WIDTH) + "".join(cell.rjust(14) for cell in cells)
