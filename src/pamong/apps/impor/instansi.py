"""Whether the rows of people name another government: the file may be somebody else's."""

import re
from collections.abc import Callable

from django.db import connection

from pamong.apps.core.models import Instansi
from pamong.apps.impor.models import Import
from pamong.apps.organisasi.models import Pemda, PemdaSpelling
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
    own = _own_names(batch.pemda)
    with connection.cursor() as cursor:
        cursor.execute(NAMED, {"batch": batch.pk})
        found = cursor.fetchall()
    return {name: rows for name, rows in found if name and _key(name) not in own}


def names_of(pemda: Pemda) -> Callable[[str], bool]:
    """Return what tells whether a text names a government, such as "PEMERINTAH KAB. CONTOH"."""
    own = _own_names(pemda)
    return lambda name: _key(name) in own


def _own_names(pemda: Pemda) -> set[str]:
    """Return the keys of every spelling of a government."""
    spellings = PemdaSpelling.objects.filter(pemda=pemda).values_list("key")
    instansi = Instansi.objects.filter(pk=pemda.instansi_id).values_list("nama")
    told = spellings.union(instansi)
    return {squeezed(pemda.nama), *(squeezed(name) for (name,) in told)}


def _key(name: str) -> str:
    return squeezed(PREFIX.sub("", name))
