"""Writes the registry of a government in the layouts of SIASN, a chunk of people at a time.

All files are open at once and grow row by row, so that 60,000 people need no more memory than a
few hundred. What is not told is counted, and stands in the notes of each file.
"""

import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db import connection, transaction
from django.utils.translation import gettext as _

from pamong.apps.impor.exporting_cells import extra_headings_of
from pamong.apps.impor.exporting_reading import Moment, people
from pamong.apps.impor.exporting_rows import LAYOUTS, Chunk, records
from pamong.apps.impor.exporting_tally import Sees, Tally, everything
from pamong.apps.impor.histories import HISTORIES
from pamong.apps.impor.people import MAIN_ROWS
from pamong.apps.impor.registry import places_of
from pamong.apps.impor.targets import options
from pamong.apps.kepegawaian.sections import section
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.layout import layout
from pamong.exchange.writing import Csv, Xlsx
from pamong.kernel.day import format_day
from pamong.kernel.number import format_number

FORMS = ("xlsx", "csv")
CHUNK = 1_000
NOTES = "keterangan.md"
"""Beside the files of an archive; its name is no table's, so that an import passes over it."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ZIP = "application/zip"
_WRITERS: dict[str, type[Xlsx] | type[Csv]] = {"xlsx": Xlsx, "csv": Csv}
HEADINGS = """
    SELECT DISTINCT k FROM {table} t, jsonb_each(t.lainnya) e(k, v)
     WHERE t.pegawai_id = ANY(%s) AND jsonb_typeof(t.lainnya) = 'object'
       AND jsonb_typeof(v) = 'string' AND v <> '""'::jsonb"""


class LayoutsError(ValueError):
    """No layout is chosen, one there is not, or one that no record is written to."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported: whose rows, as of which day, in which layouts, as which kind of file.

    ``about`` says in words which people they are, for the notes.
    """

    pemda: Pemda
    ids: Sequence[int]
    moment: Moment
    layouts: tuple[str, ...]
    form: str
    about: str
    sees: Sees = everything


@dataclass(slots=True)
class Exported:
    """The file that came of it, how many rows each layout has, and what is not told."""

    path: Path
    media_type: str
    tallies: list[Tally] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(each.rows for each in self.tallies)


def export(
    wanted: Wanted,
    folder: Path,
    *,
    name: str,
    told: Callable[[Sequence[int]], None] = lambda _persons: None,
) -> Exported:
    """Write the files into ``folder``: one workbook, or an archive of several files.

    ``told`` is called with the ids of the persons of each chunk, before the next one is read.

    Raises:
        LayoutsError: no layout is wanted, or one that no record is written to.
        TooManyRecordsError: a layout has more rows than a sheet holds.
    """
    check_layouts(wanted.layouts)
    tallies = {each: Tally(each) for each in wanted.layouts}
    paths = {each: folder / f"{each}.{wanted.form}" for each in wanted.layouts}
    # One moment for all tables: what is recorded meanwhile is in none of the files.
    with ExitStack() as closing, _one_moment():
        files = {each: _open(wanted, each, path, closing) for each, path in paths.items()}
        known = places_of(wanted.pemda, wanted.moment.day)
        for ids in _chunks(wanted.ids):
            found = people(ids, wanted.moment)
            chunk = Chunk(found, wanted.moment, known, wanted.sees)
            for each, file in files.items():
                for record in records(each, chunk, tallies[each]):
                    file.write(record)
            told([who.person_id for who in found])
        closing.pop_all()
        head = notes_of(wanted)
        for each, file in files.items():
            file.close([*head, *_of_layout(tallies[each])])
    found_tallies = list(tallies.values())
    notes = [*head, *(line for each in found_tallies for line in _of_layout(each))]
    if wanted.form == "xlsx" and len(paths) == 1:
        (path,) = paths.values()
        return Exported(path.rename(folder / f"{name}.xlsx"), XLSX, found_tallies, notes)
    archive = folder / f"{name}.zip"
    _pack(archive, list(paths.values()), notes, deflate=wanted.form == "csv")
    return Exported(archive, ZIP, found_tallies, notes)


def check_layouts(layouts: Sequence[str]) -> None:
    """Refuse no layout, and one that no record is written to.

    Raises:
        LayoutsError: it is so.
    """
    if not layouts:
        raise LayoutsError(_("Belum ada tata letak. Pilih sekurangnya satu."))
    for name in layouts:
        if name not in LAYOUTS:
            raise LayoutsError(
                _("Tata letak “%s” tidak dapat diisi dari catatan. Pilih dari daftar.") % name
            )
    if set(MAIN_ROWS) <= set(layouts):
        raise LayoutsError(
            _("Dua tata letak data pegawai sekaligus: pilih satu, karena isinya orang yang sama.")
        )


def notes_of(wanted: Wanted) -> list[str]:
    """Return what every file says of itself first."""
    lines = [
        f"{wanted.pemda.nama}: {wanted.about}",
        _("Keadaan per %s") % format_day(wanted.moment.day),
    ]
    if wanted.moment.known_on is not None:
        lines.append(_("Seperti diketahui pada %s") % _when(wanted.moment.known_on))
    lines.append(_("%s orang") % format_number(len(wanted.ids)))
    return lines


def exportable() -> list[str]:
    """Return the layouts that a record is written to, main rows first."""
    return list(LAYOUTS)


def _of_layout(tally: Tally) -> list[str]:
    title = layout(tally.layout).title
    head = _("%(title)s: %(rows)s baris") % {"title": title, "rows": format_number(tally.rows)}
    return ["", head, *tally.lines()]


def _when(moment: datetime) -> str:
    return f"{format_day(moment.date())} {moment:%H:%M}"


def _open(wanted: Wanted, name: str, path: Path, closing: ExitStack) -> Xlsx | Csv:
    file = _WRITERS[wanted.form](path, layout(name), extras=_headings(wanted, name))
    closing.callback(file.close)
    return file


def _headings(wanted: Wanted, name: str) -> list[str]:
    """Return which headings of the layouts that people had stand behind those of SIASN."""
    key = "pengangkatan" if name in MAIN_ROWS else HISTORIES[name].key
    model = section(key).model
    if wanted.moment.known_on is not None:
        model = model.pgh_event_model  # type: ignore[attr-defined]  # pghistory's
    with connection.cursor() as cursor:
        cursor.execute(HEADINGS.format(table=options(model).db_table), [list(wanted.ids)])
        found = frozenset(row[0] for row in cursor.fetchall())
    return extra_headings_of(name, found)


@contextmanager
def _one_moment() -> Iterator[None]:
    """Let all tables be read as they are at one moment; inside a transaction it is as it is."""
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while some := list(islice(rest, CHUNK)):
        yield some


def _pack(archive: Path, paths: Sequence[Path], notes: Sequence[str], *, deflate: bool) -> None:
    how = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_STORED
    with zipfile.ZipFile(archive, "w", how) as packed:
        packed.writestr(NOTES, "\n".join([*notes, ""]))
        for path in paths:
            packed.write(path, path.name)
            path.unlink()
