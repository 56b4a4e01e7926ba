"""``pamong exchange``: files of SIASN and of one's own, checked before anything is taken in."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pamong.cli.failures import ExitCode
from pamong.cli.words import App

if TYPE_CHECKING:  # the room is loaded when the command runs
    from pamong.exchange.doubts import RowDoubt
    from pamong.exchange.examining import Examination, SheetReport
    from pamong.exchange.matching import Matching

app = App(help="Berkas tabel kepegawaian: periksa sebelum dimasukkan, atau buat contoh rekaan.")

_MOST = 200


@app.command("check")
def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BERKAS…",
            help="Berkas .xlsx, .xls, .ods, atau .csv dari satu unduhan.",
            show_default=False,
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Cetak satu objek JSON per keraguan dan per lembar.")
    ] = False,
    matches: Annotated[
        list[Path] | None,
        typer.Option("--match", help="Padanan kolom yang tersimpan (JSON).", metavar="BERKAS"),
    ] = None,
    made_up: Annotated[
        bool, typer.Option("--rekaan", help="Terima nomor contoh yang tidak mungkin milik orang.")
    ] = False,
    most: Annotated[
        int, typer.Option("--most", min=0, help="Keraguan yang dicetak, sebanyak-banyaknya.")
    ] = _MOST,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Hari pemeriksaan.", metavar="HARI")
    ] = None,
) -> None:
    """Periksa berkas tanpa menyimpan apa pun: setiap keraguan dengan selnya dan sarannya.

    Kode keluar: 0 tidak ada yang diragukan, 2 cara memanggilnya salah, 3 ada yang diragukan atau
    ada berkas yang tidak dapat dibaca.
    """
    from pamong.exchange.examining import Examination
    from pamong.exchange.fields import Standpoint

    standpoint = Standpoint(_day(as_of), takes_specimens=made_up)
    examination = Examination(tuple(files), standpoint, matchings=_matchings(matches or []))
    count = 0
    for count, doubt in enumerate(_doubts(examination), 1):
        if as_json:
            print(json.dumps(_doubt_line(doubt), ensure_ascii=False))
        elif count <= most:
            _tell(doubt)
    if not as_json and count > most:
        print(f"… dan {count - most} keraguan lagi; --most {count} mencetak semuanya.")
    for report in examination.reports:
        print(json.dumps(_report_line(report)) if as_json else _sheet_sentence(report))
    if count or any(report.problem or not report.layout for report in examination.reports):
        raise typer.Exit(ExitCode.REFUSED)


@app.command("layouts")
def list_layouts() -> None:
    """Sebutkan tata letak yang dikenal, dengan banyak kolomnya."""
    from pamong.exchange.layout import layouts

    for each in layouts().values():
        print(f"{each.name:28}{len(each.columns):4} kolom  {each.title}")


@app.command("sample")
def sample(
    out: Annotated[
        Path, typer.Option("--out", help="Folder tujuan; dibuat bila belum ada.", metavar="FOLDER")
    ],
    people: Annotated[
        int, typer.Option("--asn", min=1, max=1_000_000, help="Jumlah orang rekaan.")
    ] = 8_000,
    mistakes: Annotated[
        int, typer.Option("--mistakes", min=0, max=2_000, help="Kesalahan yang ditanam.")
    ] = 0,
    kinds: Annotated[int, typer.Option("--kinds", min=1, help="Banyaknya jenis kesalahan.")] = 30,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="Tulis berkas CSV, bukan buku kerja.")
    ] = False,
) -> None:
    """Buat unduhan SIASN rekaan: data pegawai dan sepuluh baris riwayat per orang.

    Kesalahan yang ditanam disebut dalam ditanam.json, masing-masing dengan kode dan selnya.
    """
    from pamong.exchange.sample import write_sample

    if mistakes and people < 2 * mistakes:
        raise typer.BadParameter(
            f"terlalu banyak untuk {people} orang; sebanyak-banyaknya setengahnya",
            param_hint="--mistakes",
        )
    out.mkdir(parents=True, exist_ok=True)
    made = write_sample(
        out, people, mistakes=mistakes, kinds=kinds, form="csv" if as_csv else "xlsx"
    )
    planted = [{"kode": code} | _place_line(place) for code, place in made.mistakes]
    if planted:
        text = json.dumps(planted, ensure_ascii=False, indent=1)
        (out / "ditanam.json").write_text(text, "utf-8")
    print(f"{out}: {made.rows} baris dalam {len(made.files)} berkas, {len(planted)} kesalahan.")


def _day(text: str | None) -> date:
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text) if text else date.today()  # noqa: DTZ011  where the analyst sits
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--as-of") from error


def _matchings(paths: list[Path]) -> "tuple[Matching, ...]":
    from pamong.exchange.matching import Matching, MatchingError

    try:
        return tuple(Matching.from_json(path.read_text("utf-8")) for path in paths)
    except (OSError, UnicodeDecodeError, MatchingError) as error:
        raise typer.BadParameter(str(error), param_hint="--match") from error


def _doubts(examination: "Examination") -> "Iterator[RowDoubt]":
    from pamong.exchange.record import DoubtfulRow

    for row in examination.rows():
        if isinstance(row, DoubtfulRow):
            yield from row.doubts
    yield from examination.across()


def _tell(doubt: "RowDoubt") -> None:
    text = f" Isinya: {doubt.text}" if doubt.text else ""
    print(f"{doubt.place}: {doubt.message}{text}\n    {doubt.advice} [{doubt.code}]")


def _place_line(place: Any) -> dict[str, object]:
    return {
        "berkas": place.file,
        "lembar": place.sheet,
        "baris": place.row,
        "kolom": place.column,
    }


def _doubt_line(doubt: "RowDoubt") -> dict[str, object]:
    return {
        "kode": doubt.code,
        "berat": doubt.severity.value,
        **_place_line(doubt.place),
        "pesan": doubt.message,
        "saran": doubt.advice,
        "isi": doubt.text,
    }


def _report_line(report: "SheetReport") -> dict[str, object]:
    return {
        "berkas": report.file,
        "lembar": report.sheet,
        "tata_letak": report.layout,
        "baris": report.rows,
        "data": report.records,
        "diragukan": report.doubtful,
        "tidak_terbaca": report.problem,
    }


def _sheet_sentence(report: "SheetReport") -> str:
    where = f"{report.file}, lembar {report.sheet}" if report.sheet else report.file
    if report.problem:
        return f"{where}: {report.problem}"
    if not report.layout:
        lines = [f"{where}: tata letaknya tidak dikenal, {report.rows} baris belum dibaca."]
        lines += [
            f"    {each.heading} → {each.column or '(disimpan apa adanya)'}"
            for each in report.proposals
        ]
        return "\n".join(lines)
    return (
        f"{where}: {report.layout}, {report.rows} baris = {report.records} data + "
        f"{report.doubtful} diragukan."
    )
