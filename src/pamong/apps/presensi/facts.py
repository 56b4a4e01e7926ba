"""What presensi tells the law: days of absence, and where and when they are known."""

from pamong.apps.core.facts import FactSource

SOURCES = (
    FactSource(
        "presensi",
        """
        SELECT a.pegawai_id, a.day AS hari, a.has_valid_reason AS alasan_sah
        FROM presensi_absenceday a
        JOIN kepegawaian_pegawai p ON p.id = a.pegawai_id
        WHERE p.pemda_id = ANY(%(pemda)s) AND p.merged_into_id IS NULL
        ORDER BY a.id
        """,
    ),
    FactSource(
        "presensi_cakupan",
        """
        SELECT pemda_id, opd_id AS unit_id, starts_on, ends_before, source AS sumber
        FROM presensi_attendancecoverage
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
)
