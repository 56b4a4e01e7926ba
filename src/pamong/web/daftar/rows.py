"""The rows of a list as people read them, with "tertutup" where something may not be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from pamong.apps.accounts.models import LookWay
from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import CLASSES
from pamong.web.daftar.kinds import Daftar, Line, Opened, PostLine
from pamong.web.http import Request
from pamong.web.pegawai.rows import open_to, shown
from pamong.web.seen import keep_seen


@dataclass(frozen=True, slots=True)
class Told:
    """One row: the person or post, and all that stands beside the name.

    A person has a ``public_id``, a post an ``address`` where it leads somewhere.
    """

    number: int
    name: str
    cells: tuple[tuple[str, object], ...]
    """What each column is called, and what it tells."""
    group: str
    public_id: UUID | None = None
    person_id: int = 0
    shows_closed: bool = False
    address: str = ""


def told_rows(
    request: Request, daftar: Daftar, opened: Opened, lines: Sequence[Line | PostLine]
) -> list[Told]:
    """Return the rows of some lines."""
    if opened.roster is None:
        return [_post(daftar, line) for line in lines if isinstance(line, PostLine)]
    people = [line for line in lines if isinstance(line, Line)]
    return _people(request, daftar, opened.roster, people)


def _post(daftar: Daftar, line: PostLine) -> Told:
    cells = tuple(zip(daftar.labels, line.told, strict=True))
    return Told(line.number, line.name, cells, line.group, address=line.address)


def _people(request: Request, daftar: Daftar, roster: Roster, lines: Sequence[Line]) -> list[Told]:
    found = roster.told([line.pegawai_id for line in lines], daftar.columns)
    seen = open_to(request, found, daftar.columns)
    known = shown(found, daftar.columns, seen, day=request.standpoint.day)
    people = dict(zip((row.pk for row in found), known, strict=True))
    labels = daftar.labels
    rows = []
    for line in lines:
        person = people[line.pegawai_id]
        hides = line.closed_by_birth and not person.shows_closed
        extra = tuple(str(CLOSED) for _cell in line.told) if hides else line.told
        rows.append(
            Told(
                line.number,
                person.name,
                tuple(zip(labels, (*person.cells, *extra), strict=True)),
                line.group,
                person.public_id,
                person.person_id,
                person.shows_closed,
            )
        )
    return rows


def keep_looks(request: Request, daftar: Daftar, people: Sequence[int], way: LookWay) -> None:
    """Keep whose closed columns are shown to the user of ``request``."""
    if people:
        closed = [str(column.value) for column in daftar.columns if column in CLASSES]
        keep_seen(request, people, closed, way=way)
