"""What holds today, for whoever asks for no day: settled when a day comes that was planned for.

A plan may be carried out before its day. The rows with days are there at once; the columns of
OPDs, posts and employments that carry today's name and OPD follow on the day itself.
"""

from datetime import date

from django.db import connection

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.units import settle_structure

SETTLE_PEGAWAI = """
UPDATE kepegawaian_pegawai p
SET opd_id = s.opd_id
FROM kepegawaian_placement s
WHERE s.pegawai_id = p.id AND p.pemda_id = %(pemda)s
  AND s.starts_on <= %(day)s AND (s.ends_before IS NULL OR s.ends_before > %(day)s)
  AND p.opd_id <> s.opd_id
RETURNING p.id
"""


def settle(*, pemda: Pemda, day: date, actor: Actor, reason: str) -> int:
    """Let OPDs, posts and employments carry what holds on ``day``; return how many changed."""
    with act("penataan.settle", actor=actor, reason=reason), refusals():
        changed = settle_structure(pemda=pemda, day=day, actor=actor, reason=reason)
        with connection.cursor() as cursor:
            cursor.execute(SETTLE_PEGAWAI, {"pemda": pemda.pk, "day": day})
            moved = [row[0] for row in cursor.fetchall()]
        if moved:
            facts_changed(pemda.pk, "pegawai", pegawai_id=moved)
        return changed + len(moved)
