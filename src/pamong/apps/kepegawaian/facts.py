"""What kepegawaian tells the law: who is employed where and by which week, in which posts."""

from pamong.apps.core.facts import FactSource

SOURCES = (
    FactSource(
        "pegawai",
        """
        SELECT p.id AS pegawai_id, p.pemda_id, placed.opd_id AS unit_id,
               CASE COALESCE(appointed.kind, p.kind)
                   WHEN 'pppk_paruh_waktu' THEN 'pppk'
                   ELSE COALESCE(appointed.kind, p.kind)
               END AS status,
               NULLIF(p.work_week, '') AS pekan_kerja, p.holds_post AS memegang_jabatan,
               p.born_on AS lahir_on
        FROM kepegawaian_pegawai p
        LEFT JOIN LATERAL (
            SELECT opd_id FROM kepegawaian_placement
            WHERE pegawai_id = p.id
            ORDER BY starts_on > %(day)s, abs(starts_on - %(day)s)
            LIMIT 1
        ) placed ON true
        LEFT JOIN LATERAL (
            SELECT kind FROM kepegawaian_appointment
            WHERE pegawai_id = p.id AND starts_on <= %(day)s AND kind <> 'non_asn'
            ORDER BY starts_on DESC
            LIMIT 1
        ) appointed ON true
        WHERE p.pemda_id = ANY(%(pemda)s) AND p.kind <> 'non_asn'
        ORDER BY p.id
        """,
        is_of_a_day=True,
    ),
    FactSource(
        "riwayat_jabatan",
        """
        SELECT r.id AS riwayat_id, r.pegawai_id, r.starts_on, r.ends_before, r.kind AS jenis,
               NULLIF(r.jenjang, '') AS jenjang, r.nama
        FROM kepegawaian_riwayatjabatan r
        JOIN kepegawaian_pegawai p ON p.id = r.pegawai_id
        WHERE p.pemda_id = ANY(%(pemda)s) AND r.capacity = 'definitif'
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
