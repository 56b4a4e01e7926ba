"""Give every pegawai on record a placement in its OPD for the days of the employment.

Run again, it leaves out who has one: an interrupted migration goes on where it stopped.
"""

from typing import Any

import pghistory
from django.db import migrations

PLACE = """
INSERT INTO kepegawaian_placement
    (pegawai_id, opd_id, unit_id, starts_on, ends_before, source)
SELECT p.id, p.opd_id, NULL, p.starts_on, p.ends_before, 'catatan kepegawaian sebelum penempatan'
FROM kepegawaian_pegawai p
WHERE p.opd_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM kepegawaian_placement q WHERE q.pegawai_id = p.id)
"""

GIVE_BACK = """
UPDATE kepegawaian_pegawai p
SET opd_id = (
    SELECT q.opd_id FROM kepegawaian_placement q
    WHERE q.pegawai_id = p.id ORDER BY q.starts_on DESC LIMIT 1
)
WHERE p.opd_id IS NULL
"""


def place(apps: Any, schema_editor: Any) -> None:
    """Place who is not placed yet; the history says that an upgrade did it."""
    _told(schema_editor, PLACE)


def give_back(apps: Any, schema_editor: Any) -> None:
    """Tell the release before where everybody works last."""
    _told(schema_editor, GIVE_BACK)


def _told(schema_editor: Any, sql: str) -> None:
    reason = "penempatan menjadi catatan tersendiri"
    with (
        pghistory.context(act="kepegawaian.upgrade", actor="Pembaruan Pamong", reason=reason),
        schema_editor.connection.cursor() as cursor,
    ):
        cursor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("kepegawaian", "0003_whole_record")]

    operations = [migrations.RunPython(place, give_back)]
