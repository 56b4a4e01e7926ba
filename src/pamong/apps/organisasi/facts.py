"""What organisasi tells the law: governments, elections, offices, tenures, leaves, facilities.

And for which days tenures, leaves and facilities are complete, as a person recorded it.
"""

from pamong.apps.core.facts import FactSource

COVERED = {"pemangku": "pemangku", "cuti_pejabat": "cuti", "fasilitas_jabatan": "fasilitas"}
"""The fact tables with a coverage of ours, and what its rows call their records."""

SOURCES = (
    FactSource(
        "pemda",
        """
        SELECT p.id AS pemda_id, c.kode, p.nama, p.level
        FROM organisasi_pemda p
        JOIN organisasi_pemdacode c ON c.pemda_id = p.id AND c.ends_before IS NULL
        WHERE p.id = ANY(%(pemda)s)
        ORDER BY p.id
        """,
    ),
    FactSource(
        "keikutsertaan_pilkada",
        """
        SELECT pemda_id, pilkada, participates AS ikut, source AS sumber
        FROM organisasi_pilkadaparticipation
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
    FactSource(
        "jabatan",
        """
        SELECT id AS jabatan_id, pemda_id, kind AS jenis, nama, NULLIF(eselon, '') AS eselon
        FROM organisasi_jabatan
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
    FactSource(
        "pemangku",
        """
        SELECT id AS pemangku_id, jabatan_id, pemda_id, person_id, capacity, starts_on,
               ends_before, starts_is_exact, NULLIF(pilkada, '') AS pilkada
        FROM organisasi_jabatanholding
        WHERE pemda_id = ANY(%(pemda)s)
        ORDER BY id
        """,
    ),
    FactSource(
        "cuti_pejabat",
        """
        SELECT l.id AS cuti_id, l.person_id, l.jabatan_id, l.pemda_id, l.kind, l.starts_on,
               l.ends_before, d.decided_on
        FROM organisasi_officeleave l
        LEFT JOIN core_decree d ON d.id = l.decree_id
        WHERE l.pemda_id = ANY(%(pemda)s)
        ORDER BY l.id
        """,
    ),
    FactSource(
        "fasilitas_jabatan",
        """
        SELECT h.id AS fasilitas_id, f.jabatan_id, h.pemda_id, h.person_id, f.nama,
               f.kind AS jenis, h.starts_on AS diserahkan_on, h.ends_before AS dikembalikan_on
        FROM organisasi_facilityhandover h
        JOIN organisasi_facility f ON f.id = h.facility_id
        WHERE h.pemda_id = ANY(%(pemda)s)
        ORDER BY h.id
        """,
    ),
    *(
        FactSource(
            f"{table}_cakupan",
            f"""
            SELECT pemda_id, NULL::bigint AS unit_id, starts_on, ends_before, source AS sumber
            FROM organisasi_officerecordscoverage
            WHERE pemda_id = ANY(%(pemda)s) AND records = '{records}'
            ORDER BY id
            """,  # noqa: S608  names of ours
        )
        for table, records in COVERED.items()
    ),
)
