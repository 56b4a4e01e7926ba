"""Writes who is new, and what of somebody on record is told otherwise."""

from django.db.backends.utils import CursorWrapper

from pamong.apps.impor.choosing import TAKEN, Choice
from pamong.apps.impor.models import Import
from pamong.apps.impor.placing import PEOPLE

NUMBERS = "nomor"
PERSONS = "orang"
"""Under which names identifiers and persons are noted as written."""

NEWCOMERS = """
    CREATE TEMP TABLE impor_new AS
    SELECT s.said, s.also, k.person_id IS NULL AS is_unknown,
           coalesce(k.person_id, nextval(pg_get_serial_sequence('core_person', 'id')))
             AS person_id,
           nextval(pg_get_serial_sequence('kepegawaian_pegawai', 'id')) AS pegawai_id
      FROM impor_stagedrow s
      LEFT JOIN (SELECT r.id, min(i.person_id) AS person_id FROM impor_stagedrow r
                  CROSS JOIN LATERAL jsonb_each_text(r.said->'numbers') n
                   JOIN core_personidentifier i
                     ON i.kind = n.key AND i.value = n.value AND i.kind <> 'npwp'
                  WHERE r.batch_id = %(batch)s AND r.section = %(section)s AND r.doubt < 2
                  GROUP BY r.id) k ON k.id = s.id
     WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.state = 0 AND {taken}"""
PEOPLE_ADDED = """
    INSERT INTO core_person
           (id, public_id, nama, gelar_depan, gelar_belakang, sort_key, is_made_up)
    SELECT person_id, gen_random_uuid(), said->>'nama', coalesce(said->>'gelar_depan', ''),
           coalesce(said->>'gelar_belakang', ''), also->>'sort_key', %(made_up)s
      FROM impor_new WHERE is_unknown"""
EMPLOYED = """
    INSERT INTO kepegawaian_pegawai
           (id, person_id, pemda_id, kind, starts_on, work_week, born_on)
    SELECT pegawai_id, person_id, %(pemda)s, also->>'kind', (also->>'starts_on')::date, '',
           (said->>'born_on')::date
      FROM impor_new"""
CHANGED = """
    CREATE TEMP TABLE impor_told AS
    SELECT s.said, s.also, s.before, g.id AS pegawai_id, g.person_id
      FROM impor_stagedrow s JOIN kepegawaian_pegawai g ON g.id = s.pegawai_id
     WHERE s.batch_id = %(batch)s AND s.section = %(section)s AND s.state = 1 AND {taken}"""
RENAMED = """
    UPDATE core_person p
       SET nama = said->>'nama', sort_key = also->>'sort_key',
           gelar_depan = coalesce(said->>'gelar_depan', gelar_depan),
           gelar_belakang = coalesce(said->>'gelar_belakang', gelar_belakang)
      FROM impor_told t
     WHERE p.id = t.person_id AND NOT t.before @> (t.said - 'numbers' - 'born_on')"""
BORN = """
    UPDATE kepegawaian_pegawai g SET born_on = (t.said->>'born_on')::date FROM impor_told t
     WHERE g.id = t.pegawai_id AND t.said ? 'born_on'
       AND g.born_on IS DISTINCT FROM (t.said->>'born_on')::date"""
NUMBERED = """
    WITH added AS (
      INSERT INTO core_personidentifier (person_id, kind, value, starts_on)
      SELECT t.person_id, n.key, n.value,
             CASE WHEN n.key IN ('nip', 'ni_pppk') THEN (t.also->>'starts_on')::date END
        FROM {source} t CROSS JOIN LATERAL jsonb_each_text(t.said->'numbers') n
       WHERE NOT EXISTS (SELECT FROM core_personidentifier i
                          WHERE i.person_id = t.person_id AND i.kind = n.key AND i.value = n.value)
      RETURNING id)
    INSERT INTO impor_writtenentry (batch_id, section, entry_id)
    SELECT %(batch)s, 'nomor', id FROM added"""
NOTED = (
    """
    INSERT INTO impor_writtenentry (batch_id, section, entry_id)
    SELECT %(batch)s, 'orang', person_id FROM impor_new WHERE is_unknown""",
    """
    INSERT INTO impor_writtenentry (batch_id, section, entry_id)
    SELECT %(batch)s, %(section)s, pegawai_id FROM impor_new""",
    """
    INSERT INTO impor_writtenentry (batch_id, section, entry_id, before)
    SELECT %(batch)s, %(section)s, pegawai_id, before FROM impor_told""",
)


def write_people(cursor: CursorWrapper, batch: Import, choice: Choice) -> list[int]:
    """Write persons, employments and numbers inside the open act; return whose."""
    told = {
        **choice.told(batch),
        "section": PEOPLE,
        "pemda": batch.pemda_id,
        "made_up": batch.pemda.is_made_up,
    }
    cursor.execute(NEWCOMERS.format(taken=TAKEN), told)
    cursor.execute(CHANGED.format(taken=TAKEN), told)
    cursor.execute(PEOPLE_ADDED, told)
    cursor.execute(EMPLOYED, told)
    cursor.execute(RENAMED)
    cursor.execute(BORN)
    for source in ("impor_new", "impor_told"):
        cursor.execute(NUMBERED.format(source=source), told)
    for statement in NOTED:
        cursor.execute(statement, told)
    cursor.execute("SELECT pegawai_id FROM impor_new UNION SELECT pegawai_id FROM impor_told")
    touched = [row[0] for row in cursor.fetchall()]
    cursor.execute("DROP TABLE impor_new, impor_told")
    cursor.execute("ANALYZE core_person, core_personidentifier, kepegawaian_pegawai")
    return touched
