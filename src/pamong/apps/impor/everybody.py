"""Who of a government is known by which number, as a table of the running transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.utils import CursorWrapper

from pamong.apps.impor.models import Import

WHO = """
    CREATE TEMP TABLE impor_who AS
    SELECT DISTINCT ON (key) key, pegawai_id, person_id FROM (
        SELECT CASE i.kind WHEN 'siasn' THEN '#' || i.value ELSE i.value END AS key,
               g.id AS pegawai_id, g.person_id, g.starts_on
          FROM kepegawaian_pegawai g
          JOIN core_personidentifier i ON i.person_id = g.person_id
         WHERE g.pemda_id = %(pemda)s AND i.kind IN ('nip', 'ni_pppk', 'siasn')
    ) known ORDER BY key, starts_on DESC;
    CREATE UNIQUE INDEX ON impor_who (key);
    ANALYZE impor_who"""


@contextmanager
def everybody(cursor: CursorWrapper, batch: Import) -> Iterator[None]:
    """Have the table ``impor_who`` (key, pegawai_id, person_id) of one government.

    A key is a NIP or NI PPPK, former ones too, or ``#`` and the code of SIASN. Who left and came
    back is known by the last employment.
    """
    for statement in WHO.split(";"):
        cursor.execute(statement, {"pemda": batch.pemda_id} if "%(" in statement else None)
    yield
    # Where something failed, the transaction goes, and the table with it.
    cursor.execute("DROP TABLE impor_who")


HAS_SOMEBODY = """
    (s.section = 'pegawai' OR s.who IN (
      SELECT CASE i.kind WHEN 'siasn' THEN '#' || i.value ELSE i.value END
        FROM kepegawaian_pegawai g JOIN core_personidentifier i ON i.person_id = g.person_id
       WHERE g.pemda_id = %(pemda)s AND i.kind IN ('nip', 'ni_pppk', 'siasn')))"""
"""The SQL that tells whether the owner of a staged row ``s`` is on record by now."""
