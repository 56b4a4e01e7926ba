"""Taking back persons, employments and numbers that came in by an import."""

from django.db.backends.utils import CursorWrapper

from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Person, PersonIdentifier
from pamong.apps.impor.enrolling import NUMBERS, PERSONS
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.impor.written import TAKE_AWAY, is_free, tables, told_of, words_of
from pamong.apps.kepegawaian.models import Pegawai

PUT_BACK_PERSONS = """
    SELECT g.person_id FROM impor_writtenentry x JOIN kepegawaian_pegawai g ON g.id = x.entry_id
     WHERE x.batch_id = %(batch)s AND x.section = %(people)s AND x.before IS NOT NULL"""


LAST_BY = """
    (SELECT e.pgh_context_id FROM {events} e WHERE e.pgh_obj_id = {id}
      ORDER BY e.pgh_id DESC LIMIT 1) = %(context)s"""
RENAMED_BACK = """
    UPDATE core_person p
       SET nama = x.before->>'nama', gelar_depan = x.before->>'gelar_depan',
           gelar_belakang = x.before->>'gelar_belakang', sort_key = x.before->>'sort_key'
      FROM impor_writtenentry x JOIN kepegawaian_pegawai g ON g.id = x.entry_id
     WHERE x.batch_id = %(batch)s AND x.section = %(people)s AND x.before IS NOT NULL
       AND p.id = g.person_id
       AND {last_by}"""
BORN_BACK = """
    UPDATE kepegawaian_pegawai g SET born_on = (x.before->>'born_on')::date
      FROM impor_writtenentry x
     WHERE x.batch_id = %(batch)s AND x.section = %(people)s AND x.before IS NOT NULL
       AND g.id = x.entry_id
       AND {last_by}"""


def take_people_away(cursor: CursorWrapper, batch: Import) -> int:
    """Put names back, and take away who came in and has nothing else; return how many stay."""
    _name_back(cursor, batch)
    employments = words_of(*tables(Pegawai), ())
    free = is_free(Pegawai, "t.id")
    told = told_of(batch, PEOPLE)
    cursor.execute(TAKE_AWAY.format(**employments, and_free=free, whose="t.id"), told)
    gone = [row[0] for row in cursor.fetchall()]
    facts_changed(batch.pemda_id, "pegawai", pegawai_id=gone)
    # A number goes with whoever has no employment left; of others the import only added one.
    numbers = words_of(*tables(PersonIdentifier), ())
    free = "AND NOT EXISTS (SELECT FROM kepegawaian_pegawai g WHERE g.person_id = t.person_id)"
    for and_free in (free, f"AND t.person_id IN ({PUT_BACK_PERSONS})"):
        cursor.execute(
            TAKE_AWAY.format(**numbers, and_free=and_free, whose="t.id"),
            {**told_of(batch, NUMBERS), "people": PEOPLE},
        )
    persons = words_of(*tables(Person), ())
    free = is_free(Person, "t.id")
    cursor.execute(
        TAKE_AWAY.format(**persons, and_free=free, whose="t.id"), told_of(batch, PERSONS)
    )
    return _count_written(cursor, batch, PEOPLE) - len(gone)


def _name_back(cursor: CursorWrapper, batch: Import) -> None:
    """Give persons and employments back what the import changed, where nobody did since."""
    told = {**told_of(batch, PEOPLE), "people": PEOPLE}
    for statement, model, row in ((RENAMED_BACK, Person, "p.id"), (BORN_BACK, Pegawai, "g.id")):
        last_by = LAST_BY.format(events=tables(model)[1], id=row)
        cursor.execute(statement.format(last_by=last_by), told)


def _count_written(cursor: CursorWrapper, batch: Import, key: str) -> int:
    cursor.execute(
        "SELECT count(*) FROM impor_writtenentry"
        " WHERE batch_id = %s AND section = %s AND before IS NULL",
        [batch.pk, key],
    )
    return int(cursor.fetchone()[0])
