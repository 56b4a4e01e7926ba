"""Whether the rows of people name another government: the file may be somebody else's."""

import re

from django.db import connection

from pamong.apps.impor.models import Import
from pamong.apps.organisasi.models import PemdaSpelling
from pamong.apps.organisasi.office_names import squeezed

NAMED = """
    SELECT btrim(coalesce(s.said->'lainnya'->>'instansi_kerja_nama',
                          s.said->'lainnya'->>'instansi_induk_nama')) AS instansi, count(*)
      FROM impor_stagedrow s
     WHERE s.batch_id = %(batch)s AND s.section = 'pengangkatan' AND s.doubt < 2
     GROUP BY 1 HAVING count(*) > 0 ORDER BY 2 DESC, 1"""
"""SIASN names who employs somebody in a column that no section has, so that it is kept aside."""
PREFIX = re.compile(r"^\s*pemerintah(an)?\s+(daerah\s+)?", re.IGNORECASE)


def other_instansi(batch: Import) -> dict[str, int]:
    """Return the employers that rows name beside the government itself, with how many rows do."""
    own = {squeezed(batch.pemda.nama), squeezed(batch.pemda.instansi.nama)}
    own |= set(PemdaSpelling.objects.filter(pemda=batch.pemda).values_list("key", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(NAMED, {"batch": batch.pk})
        found = cursor.fetchall()
    return {
        name: rows for name, rows in found if name and squeezed(PREFIX.sub("", name)) not in own
    }
