"""What kepegawaian tells the law: who is employed where and by which week, in which posts."""

from pamong.apps.core.facts import FactSource

SOURCES = (
    FactSource(
        "pegawai",
        """
        SELECT id AS pegawai_id, pemda_id, opd_id AS unit_id, kind AS status,
               NULLIF(work_week, '') AS pekan_kerja, holds_post AS memegang_jabatan,
               born_on AS lahir_on
        FROM kepegawaian_pegawai
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
    FactSource(
        "riwayat_jabatan",
        """
        SELECT r.id AS riwayat_id, r.pegawai_id, r.starts_on, r.ends_before, r.kind AS jenis,
               NULLIF(r.jenjang, '') AS jenjang, r.nama
        FROM kepegawaian_riwayatjabatan r
        JOIN kepegawaian_pegawai p ON p.id = r.pegawai_id
        WHERE p.pemda_id = ANY(%(pemda)s)
        ORDER BY r.id
        """,
    ),
    FactSource(
        "riwayat_jabatan_cakupan",
        """
        SELECT pemda_id, opd_id AS unit_id, starts_on, ends_before, source AS sumber
        FROM kepegawaian_riwayatcoverage
        WHERE pemda_id = ANY(%(pemda)s) AND riwayat = 'jabatan'
        ORDER BY id
        """,
    ),
)
