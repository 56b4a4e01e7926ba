"""What kepegawaian tells the law: who is employed where and by which week, and their record.

Acting in a post is no post held, and what was cancelled was never imposed. Where a section is not
covered for a unit and a day, its missing rows tell the law nothing.
"""

from typing import NamedTuple

from pamong.apps.core.facts import FactSource
from pamong.apps.kepegawaian.sections import COVERED


class Told(NamedTuple):
    """A fact table with one row an entry: what its number is called, its columns, its rows."""

    table: str
    number: str
    columns: str
    rows: str
    only: str = "true"


ENTRIES = (
    Told(
        "riwayat_pangkat",
        "riwayat_id",
        """r.golongan, r.starts_on AS tmt_on, NULLIF(r.change, '') AS jenis,
           r.service_months AS mkg_bulan""",
        "kepegawaian_riwayatpangkat",
    ),
    Told(
        "gaji_berkala",
        "kgb_id",
        """r.starts_on AS tmt_on, r.golongan, r.service_months AS mkg_bulan,
           r.postponed_until AS ditunda_sampai""",
        "kepegawaian_riwayatgaji",
    ),
    Told(
        "riwayat_jabatan",
        "riwayat_id",
        "r.starts_on, r.ends_before, r.kind AS jenis, NULLIF(r.jenjang, '') AS jenjang, r.nama",
        "kepegawaian_riwayatjabatan",
        "r.capacity = 'definitif'",
    ),
    Told(
        "riwayat_pendidikan",
        "riwayat_id",
        """CASE r.jenjang WHEN 'smp' THEN 'sltp' WHEN 'sma' THEN 'slta' ELSE r.jenjang END
           AS tingkat, r.graduated_on AS lulus_on, r.is_recognised AS diakui""",
        "kepegawaian_riwayatpendidikan",
    ),
    Told(
        "pengembangan_kompetensi",
        "pengembangan_id",
        """CASE r.kind WHEN 'struktural' THEN 'diklat_kepemimpinan'
               WHEN 'fungsional' THEN 'diklat_fungsional' WHEN 'teknis' THEN 'diklat_teknis'
               WHEN 'seminar' THEN 'seminar' ELSE 'lain' END AS jenis,
           r.hours AS jp, COALESCE(r.ends_before - 1, r.starts_on) AS selesai_on,
           NULLIF(r.for_kind, '') AS untuk_jabatan""",
        "kepegawaian_riwayatdiklat",
    ),
    Told(
        "penilaian_kinerja",
        "",
        """r.year AS tahun, NULLIF(r.predikat, '') AS predikat,
           r.score_hundredths AS nilai_seperseratus, r.is_force_majeure AS keadaan_kahar""",
        "kepegawaian_penilaiankinerja",
        "r.of_period = 'tahunan'",
    ),
    Told(
        "hukuman_disiplin",
        "hukuman_id",
        "r.level AS tingkat, r.starts_on AS berlaku_on, r.ends_before",
        "kepegawaian_hukumandisiplin",
        "r.cancelled_on IS NULL AND r.cancelled_number = ''",
    ),
    Told(
        "kontrak_pppk",
        "kontrak_id",
        "r.starts_on, r.ends_before, r.is_part_time AS paruh_waktu, r.ended_on AS diputus_on",
        "kepegawaian_perjanjiankerja",
    ),
    Told(
        "cuti_pegawai",
        "cuti_id",
        "r.kind AS jenis, r.starts_on, r.ends_before, r.returned_on AS kembali_on",
        "kepegawaian_cutipegawai",
    ),
)


def _select(told: Told) -> str:
    number = f"r.id AS {told.number}, " if told.number else ""
    return f"""
        SELECT {number}r.pegawai_id, {told.columns}
        FROM {told.rows} r
        JOIN kepegawaian_pegawai p ON p.id = r.pegawai_id
        WHERE p.pemda_id = ANY(%(pemda)s) AND p.merged_into_id IS NULL AND {told.only}
        ORDER BY r.id
        """  # noqa: S608  names of ours


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
        WHERE p.pemda_id = ANY(%(pemda)s) AND p.merged_into_id IS NULL AND p.kind <> 'non_asn'
        ORDER BY p.id
        """,
        is_of_a_day=True,
    ),
    *(FactSource(each.table, _select(each)) for each in ENTRIES),
    FactSource(
        "tenaga_non_asn",
        """
        SELECT r.id AS tenaga_id, p.pemda_id, placed.opd_id AS unit_id, r.starts_on AS mulai_on,
               r.ends_before, r.fills_asn_post AS jabatan_asn, r.is_in_bkn_list AS terdata_bkn,
               r.is_blud AS blud
        FROM kepegawaian_nonasnwork r
        JOIN kepegawaian_pegawai p ON p.id = r.pegawai_id
        LEFT JOIN LATERAL (
            SELECT opd_id FROM kepegawaian_placement
            WHERE pegawai_id = p.id
            ORDER BY starts_on > %(day)s, abs(starts_on - %(day)s)
            LIMIT 1
        ) placed ON true
        WHERE p.pemda_id = ANY(%(pemda)s) AND p.merged_into_id IS NULL
        ORDER BY r.id
        """,
        is_of_a_day=True,
    ),
    *(
        FactSource(
            f"{table}_cakupan",
            f"""
            SELECT pemda_id, opd_id AS unit_id, starts_on, ends_before, source AS sumber
            FROM kepegawaian_riwayatcoverage
            WHERE pemda_id = ANY(%(pemda)s) AND riwayat = '{riwayat}'
            ORDER BY id
            """,  # noqa: S608  names of ours
        )
        for riwayat, table in COVERED.items()
    ),
)
