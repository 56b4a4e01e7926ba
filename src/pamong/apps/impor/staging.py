"""Staging: the rows of all files, as what they say for each section, by COPY.

Each file is staged in one transaction and marked; a killed preview goes on with the first file
that is not. Files that are marked are only read again, for what must agree across files. Rows of
the people themselves wait for those of their histories, which say the same better.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import Count

from pamong.apps.impor.asides import OF_LAYOUTS
from pamong.apps.impor.current import known_beside
from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.kinds import LACKS
from pamong.apps.impor.latest import OF_HISTORIES
from pamong.apps.impor.models import (
    ColumnMatch,
    Import,
    ImportFile,
    StagedDoubt,
    StagedRow,
    State,
    Weight,
)
from pamong.apps.impor.people import MAIN_ROWS
from pamong.apps.impor.placing import (
    PEOPLE,
    AsideError,
    Known,
    LacksError,
    Part,
    Placer,
    Reader,
    key_of,
)
from pamong.apps.impor.progress import tell
from pamong.apps.impor.unit_rows import STRUCTURE, UNIT_LAYOUTS, unit_row
from pamong.exchange.across import Registry
from pamong.exchange.apart import examined
from pamong.exchange.doubts import RowDoubt
from pamong.exchange.examining import Examination, SheetReport
from pamong.exchange.fields import Standpoint
from pamong.exchange.keeping import row_to_json
from pamong.exchange.kinds import OF_FILES
from pamong.exchange.matching import Matching
from pamong.exchange.record import DoubtfulRow, Record, Row, record_of
from pamong.kernel.identity import Severity

PLACERS: dict[str, Placer] = {
    **MAIN_ROWS,
    **{name: each.read for name, each in HISTORIES.items()},
    **dict.fromkeys(UNIT_LAYOUTS, unit_row),
}
SECTION_OF = {
    **dict.fromkeys(MAIN_ROWS, PEOPLE),
    **{name: each.key for name, each in HISTORIES.items()},
    **dict.fromkeys(UNIT_LAYOUTS, STRUCTURE),
}
"""Which section the rows of a layout are of, also where they cannot be read."""
ASIDE = ""
"""The section of rows that no section of a record is for."""
CHUNK = 2_000
_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)

_ROWS = (
    "batch_id", "file", "sheet", "row", "part", "section", "who", "kode_asal", "said", "also",
    "state", "row_state", "doubt",
)  # fmt: skip
_DOUBTS = ("batch_id", "file", "sheet", "row", "column", "code", "weight", "text", "told")


@dataclass(slots=True)
class _Chunk:
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    doubts: list[tuple[Any, ...]] = field(default_factory=list)


def stage(batch: Import, *, known: Known, registry: Registry) -> list[SheetReport]:
    """Read all files of an import into staging; return what became of each sheet."""
    with tempfile.TemporaryDirectory() as folder:
        files = list(batch.files.defer("content").order_by("pk"))
        examination = Examination(
            tuple(_unpacked(Path(folder), file) for file in files),
            Standpoint(batch.day, takes_specimens=batch.pemda.is_made_up),
            matchings=matchings(batch),
            registry=registry,
        )
        with examined(examination) as told:
            _stage_files(batch, files, told.rows(), known)
            _stage_across(batch, told.across())
            return told.reports


def _stage_files(
    batch: Import, files: Iterable[ImportFile], rows: Iterator[Row], known: Known
) -> None:
    by_name = {file.name: file for file in files}
    done, waiting = 0, list[tuple[ImportFile, list[Row]]]()
    for name, of_file in groupby(rows, key=lambda row: row.place.file):
        file = by_name[name]
        if file.is_staged:  # only gone through, for what must agree across files
            done += sum(1 for _ in of_file)
            continue
        main: list[Row] = []
        done = _stage_file(batch, file, _others(of_file, main), known, done, main=main)
        if main:
            waiting.append((file, main))
    known = replace(known, histories=_histories(batch)) if waiting else known
    for file, main in waiting:
        done = _stage_main(batch, file, main, known, done)


def matchings(batch: Import) -> tuple[Matching, ...]:
    """Return what the government said of columns of layouts of its own."""
    kept = ColumnMatch.objects.filter(pemda=batch.pemda_id).values_list("matching", flat=True)
    return tuple(Matching.from_json(text) for text in kept)


def count_doubts(batch: Import) -> dict[str, int]:
    """Return how many doubts of each kind there are, the most first."""
    rows = StagedDoubt.objects.filter(batch=batch).values_list("code").annotate(n=Count("pk"))
    return dict(rows.order_by("-n", "code"))


def _unpacked(folder: Path, file: ImportFile) -> Path:
    path = folder / file.name
    path.write_bytes(file.content)
    return path


def _others(rows: Iterable[Row], main: list[Row]) -> Iterator[Row]:
    """Yield the rows that are not of people themselves, and put those into ``main``."""
    for row in rows:
        if record_of(row).layout in MAIN_ROWS:
            main.append(row)
        else:
            yield row


def _histories(batch: Import) -> frozenset[tuple[str, str]]:
    """Return of whom which histories are staged, readable or not, as (section, who)."""
    rows = StagedRow.objects.filter(batch=batch, part=0, section__in=OF_HISTORIES)
    return frozenset(rows.values_list("section", "who").distinct())


def _stage_file(
    batch: Import,
    file: ImportFile,
    rows: Iterator[Row],
    known: Known,
    done: int,
    *,
    main: list[Row],
) -> int:
    """Stage the rows of a file that do not wait; it is whole where none does (``main``)."""
    with transaction.atomic():
        StagedRow.objects.filter(batch=batch, file=file.name).delete()
        StagedDoubt.objects.filter(batch=batch, file=file.name).delete()
        done = _stage_rows(batch, file, rows, known, done)
        if not main:
            _mark(file)
    return done


def _stage_main(batch: Import, file: ImportFile, main: list[Row], known: Known, done: int) -> int:
    """Stage the rows of a file that waited."""
    with transaction.atomic():
        done = _stage_rows(batch, file, iter(main), known, done)
        _mark(file)
    return done


def _stage_rows(
    batch: Import, file: ImportFile, rows: Iterator[Row], known: Known, done: int
) -> int:
    for some in _chunks(rows, CHUNK):
        chunk = _Chunk()
        beside = known_beside(batch, known, some)
        for row in some:
            _take(batch.pk, row, beside, chunk)
        _copy(StagedRow, _ROWS, chunk.rows)
        _copy(StagedDoubt, _DOUBTS, chunk.doubts)
        done += len(some)
        tell(batch.pk, what=file.name, done=done)
    return done


def _mark(file: ImportFile) -> None:
    file.is_staged = True
    file.save(update_fields=["is_staged"])


def _take(batch_id: int, row: Row, known: Known, chunk: _Chunk) -> None:
    """Put a row into a chunk: its parts, and its doubts."""
    record = record_of(row)
    doubts = list(row.doubts) if isinstance(row, DoubtfulRow) else []
    placer, why = PLACERS.get(record.layout), OF_LAYOUTS.get(record.layout, "")
    parts: list[Part] = []
    if placer and not any(each.severity is Severity.REFUSES for each in doubts):
        try:
            parts = placer(Reader(record, known))
        except LacksError as error:
            doubts.append(_lacks(record, error.column))
        except AsideError as error:
            why = error.why
    weight = max((_weight(each) for each in doubts), default=Weight.NONE)
    if not parts:
        kept = {"baris": row_to_json(row)} | ({"mengapa": why} if why else {})
        section = SECTION_OF[record.layout] if record.layout in UNIT_LAYOUTS or not why else ASIDE
        parts = [Part(section, kept)]
    state = State.ASIDE if why else State.NEW
    who = key_of(record.meaning("nip"), record.meaning("pns_id"))
    place = record.place
    for number, part in enumerate(parts):
        chunk.rows.append(
            (
                *(batch_id, place.file, place.sheet, place.row, number, part.section),
                *(who, part.kode_asal, _text(part.said), _text(part.also)),
                *(state, state, weight),
            )
        )
    chunk.doubts += (_doubt(batch_id, each) for each in doubts)


def _lacks(record: Record, column: str) -> RowDoubt:
    value = record.values.get(column, "")
    return RowDoubt(record.place_of(column), LACKS, str(value), {"column": column})


def _weight(doubt: RowDoubt) -> Weight:
    refuses = doubt.code == LACKS or doubt.severity is Severity.REFUSES
    return Weight.REFUSES if refuses else Weight.ASKS


def _doubt(batch_id: int, doubt: RowDoubt) -> tuple[Any, ...]:
    place = doubt.place
    return (
        *(batch_id, place.file, place.sheet, place.row, place.column, doubt.code),
        *(_weight(doubt), doubt.text.replace("\0", "\ufffd"), _text(dict(doubt.told))),
    )


def _stage_across(batch: Import, doubts: Iterable[RowDoubt]) -> None:
    """Stage what does not agree across files; it is found anew each time, so it replaces."""
    codes = [kind.code for kind in OF_FILES]
    with transaction.atomic():
        StagedDoubt.objects.filter(batch=batch, code__in=codes).delete()
        for some in _chunks((_doubt(batch.pk, each) for each in doubts), CHUNK):
            _copy(StagedDoubt, _DOUBTS, some)


def _copy(model: Any, columns: Iterable[str], rows: Iterable[tuple[Any, ...]]) -> None:
    name = connection.ops.quote_name
    target = f"COPY {model._meta.db_table} ({', '.join(map(name, columns))}) FROM STDIN"  # noqa: SLF001  Django's documented Options
    with connection.cursor() as cursor, cursor.copy(target) as copy:
        for row in rows:
            copy.write_row(row)


def _text(value: Any) -> str:
    return _JSON.encode(value).replace("\\u0000", "\ufffd") if value else "{}"


def _chunks(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    rows = iter(rows)
    while some := list(islice(rows, size)):
        yield some
