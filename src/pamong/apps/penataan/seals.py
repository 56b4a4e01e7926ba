"""Seals of plans: which versions of its records a plan was read with, told by the database.

PostgreSQL names every version of a row by its transaction and its place (``xmin``, ``ctid``), and
whoever writes, by whatever way, makes another version. So no two states of the records bear one
seal, and what was counted under a seal is right for as long as the seal is found again. A seal
covers whole records of the people and posts, also what lies outside the day of the plan: then it
is counted anew in vain, which is only slow.
"""

from collections.abc import Mapping

from django.db.models import CharField
from django.db.models.expressions import RawSQL

# An array is looked up by key, where the planner would read everybody for a list of unknown length.
AMONG = "{0} = ANY (ARRAY({1}))"
LINES = "SELECT {0} FROM penataan_pelantikanline WHERE plan_id = penataan_pelantikan.id"
POSTS, PEOPLE = LINES.format("jabatan_id"), LINES.format("pegawai_id")
PERSONS = f"SELECT person_id FROM kepegawaian_pegawai WHERE {AMONG.format('id', PEOPLE)}"
HEADS = (
    "SELECT id FROM organisasi_jabatan WHERE pemda_id = penataan_pelantikan.pemda_id"
    " AND kind = 'kepala_daerah'"
)
TENURES = " OR ".join(
    (
        AMONG.format("jabatan_id", POSTS),
        AMONG.format("jabatan_id", HEADS),
        AMONG.format("person_id", PERSONS),
    )
)
HELD = f"SELECT {{0}} FROM organisasi_jabatanholding WHERE {TENURES}"
OF_THE_PEOPLE = AMONG.format("pegawai_id", PEOPLE)
OF_AN_APPOINTMENT = {
    "penataan_pelantikan": "id = penataan_pelantikan.id",
    "penataan_pelantikanline": "plan_id = penataan_pelantikan.id",
    "organisasi_pemda": "id = penataan_pelantikan.pemda_id",
    "organisasi_pilkadaparticipation": "pemda_id = penataan_pelantikan.pemda_id",
    "organisasi_jabatan": AMONG.format("id", f"{POSTS} UNION {HELD.format('jabatan_id')}"),
    "organisasi_poststate": AMONG.format("jabatan_id", POSTS),
    "organisasi_jabatanholding": TENURES,
    "core_person": AMONG.format("id", f"{PERSONS} UNION {HELD.format('person_id')}"),
    "kepegawaian_pegawai": AMONG.format("id", PEOPLE),
    "kepegawaian_placement": OF_THE_PEOPLE,
    "kepegawaian_riwayatpangkat": OF_THE_PEOPLE,
    "kepegawaian_riwayatjabatan": OF_THE_PEOPLE,
    "kepegawaian_riwayatpendidikan": OF_THE_PEOPLE,
}
"""What the chain and the advice on every line read, by table; a test holds it against them."""
OF_THE_PEMDA = "pemda_id = penataan_reorganisation.pemda_id"
OF_A_REORGANISATION = {
    "penataan_reorganisation": "id = penataan_reorganisation.id",
    "penataan_reorganisationstep": "plan_id = penataan_reorganisation.id",
    "organisasi_opd": OF_THE_PEMDA,
    "organisasi_opdstate": f"opd_id IN (SELECT id FROM organisasi_opd WHERE {OF_THE_PEMDA})",
    "organisasi_unitkerja": OF_THE_PEMDA,
    "organisasi_unitstate": (
        f"unit_id IN (SELECT id FROM organisasi_unitkerja WHERE {OF_THE_PEMDA})"
    ),
    "organisasi_jabatan": OF_THE_PEMDA,
    "organisasi_poststate": (
        f"jabatan_id IN (SELECT id FROM organisasi_jabatan WHERE {OF_THE_PEMDA})"
    ),
}
"""What the structure before and after the steps is made of, by table."""


def seal(rows: Mapping[str, str]) -> RawSQL:
    """Return the seal of some rows, to be read with the plan that they belong to."""
    versions = " UNION ALL ".join(
        f"SELECT '{table}' || t.xmin || t.ctid AS version FROM {table} t WHERE {condition}"
        for table, condition in rows.items()
    )
    told = f"SELECT md5(string_agg(version, ' ' ORDER BY version)) FROM ({versions}) sealed"  # noqa: S608  names of ours
    return RawSQL(told, [], output_field=CharField())  # noqa: S611  our own SQL without a parameter
