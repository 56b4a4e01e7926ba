"""What kepegawaian tells the law: who is employed where, and by which week."""

from pamong.apps.core.facts import FactSource

SOURCES = (
    FactSource(
        "pegawai",
        """
        SELECT id AS pegawai_id, pemda_id, opd_id AS unit_id, kind AS status,
               NULLIF(work_week, '') AS pekan_kerja, holds_post AS memegang_jabatan
        FROM kepegawaian_pegawai
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
)
