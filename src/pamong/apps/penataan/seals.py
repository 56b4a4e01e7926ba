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

from pamong.apps.penataan.models.plan import Plan


def _select(column: str, table: str, condition: str) -> str:
    return f"SELECT {column} FROM {table} WHERE {condition}"  # noqa: S608  names of ours


def _among(column: str, rows: str) -> str:
    """Look up an array by key: for a list of unknown length the planner reads everybody."""
    return f"{column} = ANY (ARRAY({rows}))"


def _held(column: str) -> str:
    return _select(column, "organisasi_jabatanholding", TENURES)


LINES = "plan_id = penataan_pelantikan.id"
POSTS = _select("jabatan_id", "penataan_pelantikanline", LINES)
PEOPLE = _select("pegawai_id", "penataan_pelantikanline", LINES)
PERSONS = _select("person_id", "kepegawaian_pegawai", _among("id", PEOPLE))
HEADS = _select(
    "id",
    "organisasi_jabatan",
    "pemda_id = penataan_pelantikan.pemda_id AND kind = 'kepala_daerah'",
)
TENURES = " OR ".join(
    (_among("jabatan_id", POSTS), _among("jabatan_id", HEADS), _among("person_id", PERSONS))
)
OF_THE_PEOPLE = _among("pegawai_id", PEOPLE)
OF_AN_APPOINTMENT = {
    "penataan_pelantikan": "id = penataan_pelantikan.id",
    "penataan_pelantikanline": LINES,
    "organisasi_pemda": "id = penataan_pelantikan.pemda_id",
    "organisasi_pilkadaparticipation": "pemda_id = penataan_pelantikan.pemda_id",
    "organisasi_jabatan": _among("id", f"{POSTS} UNION {_held('jabatan_id')}"),
    "organisasi_poststate": _among("jabatan_id", POSTS),
    "organisasi_jabatanholding": TENURES,
    "core_person": _among("id", f"{PERSONS} UNION {_held('person_id')}"),
    "kepegawaian_pegawai": _among("id", PEOPLE),
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
    "organisasi_opdstate": _among("opd_id", _select("id", "organisasi_opd", OF_THE_PEMDA)),
    "organisasi_unitkerja": OF_THE_PEMDA,
    "organisasi_unitstate": _among("unit_id", _select("id", "organisasi_unitkerja", OF_THE_PEMDA)),
    "organisasi_jabatan": OF_THE_PEMDA,
    "organisasi_poststate": _among(
        "jabatan_id", _select("id", "organisasi_jabatan", OF_THE_PEMDA)
    ),
}
"""What the structure before and after the steps is made of, by table."""


def seal(rows: Mapping[str, str]) -> RawSQL:
    """Return the seal of some rows, to be read with the plan that they belong to."""
    versions = " UNION ALL ".join(
        _select(f"'{table}' || t.xmin || t.ctid AS version", f"{table} t", condition)
        for table, condition in rows.items()
    )
    told = _select(
        "md5(string_agg(version, ' ' ORDER BY version))", f"({versions}) sealed", "true"
    )
    return RawSQL(told, [], output_field=CharField())  # noqa: S611  our own SQL without a parameter


def seal_of(plan: Plan) -> str:
    """Return the seal that a plan was read with, by ``get_appointment`` or its like."""
    return str(plan.seal)  # type: ignore[attr-defined]  # annotated by whoever read it
