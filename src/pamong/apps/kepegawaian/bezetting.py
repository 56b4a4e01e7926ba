"""Need, holders and gap of every post (bezetting), and where people work, on one day.

Offices are held by tenures (organisasi); functional and pelaksana posts by entries of the riwayat
of the same name, of people who work in the OPD or unit of the post.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from pamong.apps.core.remembered import remembered_answer
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import JabatanKind, Pemda
from pamong.kernel.capacity import Capacity

RUNS = "{0}.starts_on <= %(day)s AND ({0}.ends_before IS NULL OR {0}.ends_before > %(day)s)"
STANDS = (
    "({0}.starts_on IS NULL OR {0}.starts_on <= %(day)s)"
    " AND ({0}.ends_before IS NULL OR {0}.ends_before > %(day)s)"
)
WORKING = f"""
SELECT p.id AS pegawai_id, l.opd_id, l.unit_id
FROM kepegawaian_pegawai p
JOIN kepegawaian_placement l ON l.pegawai_id = p.id AND {RUNS.format("l")}
WHERE p.pemda_id = %(pemda)s AND p.merged_into_id IS NULL AND {RUNS.format("p")}
"""  # noqa: S608  names of ours
POSTS = f"""
WITH working AS ({WORKING}),
posts AS (
    SELECT j.id, j.public_id, j.kind, j.rank, j.is_single_seat, j.starts_on,
           COALESCE(s.nama, j.nama) AS nama,
           CASE WHEN s.id IS NULL THEN j.opd_id ELSE s.opd_id END AS opd_id,
           s.unit_id, COALESCE(s.eselon, j.eselon) AS eselon, s.kelas, s.need
    FROM organisasi_jabatan j
    LEFT JOIN organisasi_poststate s ON s.jabatan_id = j.id AND {STANDS.format("s")}
    WHERE j.pemda_id = %(pemda)s AND {STANDS.format("j")}
),
held AS (
    SELECT h.jabatan_id, count(*) AS many
    FROM organisasi_jabatanholding h
    WHERE h.pemda_id = %(pemda)s AND h.capacity = %(definitif)s AND {RUNS.format("h")}
    GROUP BY h.jabatan_id
),
worn AS (
    SELECT lower(r.nama) AS nama, w.opd_id, w.unit_id, count(*) AS many
    FROM kepegawaian_riwayatjabatan r
    JOIN working w ON w.pegawai_id = r.pegawai_id
    WHERE {RUNS.format("r")} AND (%(opd)s::bigint IS NULL OR w.opd_id = %(opd)s)
    GROUP BY 1, 2, 3
)
SELECT p.public_id, p.nama, p.kind, p.eselon, p.kelas, p.opd_id, p.unit_id,
       COALESCE(p.need, CASE WHEN p.is_single_seat THEN 1 END) AS need,
       CASE WHEN p.kind = ANY(%(many)s) THEN COALESCE((
           SELECT sum(w.many)::bigint FROM worn w
           WHERE w.nama = lower(p.nama) AND w.opd_id = p.opd_id
             AND (p.unit_id IS NULL OR w.unit_id = p.unit_id)
       ), 0) ELSE COALESCE(h.many, 0) END AS filled,
       p.id, p.is_single_seat, p.starts_on
FROM posts p
LEFT JOIN held h ON h.jabatan_id = p.id
WHERE %(opd)s::bigint IS NULL OR p.opd_id = %(opd)s
ORDER BY p.rank, p.eselon = '', p.eselon, p.nama, p.id
"""  # noqa: S608  names of ours


@dataclass(frozen=True, slots=True)
class PostFilled:
    """One post on a day; ``need`` is ``None`` where nobody has stated it."""

    public_id: UUID
    nama: str
    kind: str
    eselon: str
    kelas: int | None
    opd_id: int | None
    unit_id: int | None
    need: int | None
    filled: int
    jabatan_id: int
    is_single_seat: bool
    begun_on: date | None
    """When the post came to be, where that is on record."""

    @property
    def kind_label(self) -> str:
        """What sort of post it is, for people."""
        return str(JabatanKind(self.kind).label)

    @property
    def gap(self) -> int | None:
        """Holders less the need: negative where some are lacking; unknown without a need."""
        return None if self.need is None else self.filled - self.need

    @property
    def is_vacant(self) -> bool:
        """Whether somebody is lacking."""
        return self.gap is not None and self.gap < 0


@dataclass(frozen=True, slots=True)
class Manning:
    """How many people work in an OPD, or a unit, and how many posts it has and lacks."""

    people: int = 0
    posts: int = 0
    vacant: int = 0


def bezetting(pemda: Pemda, *, day: date, opd: int | None = None) -> list[PostFilled]:
    """Return every post that stands on a day with need and holders, of one OPD or of all."""
    asked: dict[str, Any] = {
        "pemda": pemda.pk,
        "day": day,
        "opd": opd,
        "definitif": Capacity.DEFINITIF.value,
        "many": [JabatanKind.FUNGSIONAL.value, JabatanKind.PELAKSANA.value],
    }
    with connection.cursor() as cursor:
        cursor.execute(POSTS, asked)
        return [PostFilled(*row) for row in cursor.fetchall()]


def vacant_posts(pemda: Pemda, *, day: date, opd: int | None = None) -> list[PostFilled]:
    """Return the posts in which somebody is lacking on a day."""
    return [post for post in bezetting(pemda, day=day, opd=opd) if post.is_vacant]


def manning_by_opd(pemda: Pemda, *, day: date) -> dict[int, Manning]:
    """Return people and posts of each OPD on a day, in two queries."""
    people = _people(pemda, day, "opd_id", "")
    posts: dict[int, list[PostFilled]] = {}
    for post in bezetting(pemda, day=day):
        if post.opd_id is not None:
            posts.setdefault(post.opd_id, []).append(post)
    return {
        key: Manning(
            people.get(key, 0),
            len(posts.get(key, [])),
            sum(post.is_vacant for post in posts.get(key, [])),
        )
        for key in {*people, *posts}
    }


def people_by_unit(pemda: Pemda, opd: int, *, day: date) -> dict[int | None, int]:
    """Return how many people work in each unit of an OPD; ``None``: in no unit on record."""
    return _people(pemda, day, "unit_id", "WHERE w.opd_id = %(opd)s", opd=opd)


def people_by_place(pemda: Pemda, *, day: date) -> dict[tuple[int, int | None], int]:
    """Return how many people work in each OPD and unit of it; no unit: none is on record."""
    counted = f"SELECT w.opd_id, w.unit_id, count(*) FROM ({WORKING}) w GROUP BY 1, 2"  # noqa: S608
    rows = _counted(counted, {"pemda": pemda.pk, "day": day})
    return {(opd, unit): many for opd, unit, many in rows}


def _people(pemda: Pemda, day: date, column: str, narrowed: str, **more: int) -> dict[Any, int]:
    counted = f"SELECT w.{column}, count(*) FROM ({WORKING}) w {narrowed} GROUP BY 1"  # noqa: S608
    return dict(_counted(counted, {"pemda": pemda.pk, "day": day, **more}))


def _counted(sql: str, told: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
    """Return a count over everybody, remembered until somebody comes, goes or is placed."""

    def count() -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, told)
            return list(cursor.fetchall())

    return remembered_answer(sql, told, count, told_by=(Pegawai, Placement))
