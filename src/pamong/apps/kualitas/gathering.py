"""What the indicators look at, read from the registry as of a day: one row a person who is active.

What the registry has no column for stays "not recorded" for everybody, so that its indicators can
be judged of nobody; :data:`UNTOLD` says which and why. That is never a good mark.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.utils.translation import gettext_lazy as _

from pamong.apps.findings.due_days import PENSION
from pamong.apps.organisasi.models import Pemda
from pamong.exchange.ikd import PersonFacts
from pamong.kernel.identity import Sex

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

UNTOLD: Mapping[str, "StrOrPromise"] = {
    "TIM-2": _("formasi jabatan fungsional yang belum diikuti pengangkatan belum dicatat di sini"),
    "ACC-2": _("jenis pegawai dipekerjakan (DPK) atau diperbantukan (DPB) belum dicatat di sini"),
    "ACC-4": _("daftar kedudukan hukum yang berlaku untuk PPPK belum kami lihat sumbernya"),
    "ACC-5": _("hasil pemadanan NIK dengan Dukcapil belum dicatat di sini"),
    "ACC-6": _("syarat pendidikan tiap eselon belum ada dalam pustaka aturan"),
    "ACC-8": _("syarat pendidikan tiap jabatan fungsional belum ada dalam pustaka aturan"),
    "ACC-9": _("daftar nama jabatan fungsional nasional belum ada di sini"),
    "ACC-10": _("pangkat terendah tiap jabatan pimpinan tinggi belum ada dalam pustaka aturan"),
}
"""Indicators that can be told of nobody here, and why."""

RUNS = "{0}.starts_on <= %(day)s AND ({0}.ends_before IS NULL OR {0}.ends_before > %(day)s)"
STRUCTURAL = "('pengawas', 'administrator', 'jpt_pratama', 'jpt_madya', 'jpt_utama')"
LEVELS = (
    "ARRAY['sd', 'smp', 'sltp_kejuruan', 'sma', 'd1', 'd2', 'sgplb', 'd3', 'sarjana_muda', 'd4',"
    " 's1', 'dokter_apoteker', 's2', 's3']"
)
ON_UNPAID_LEAVE = "('02', '13')"
ACTIVE = "('01', '02', '03', '11', '13', '15', '16', '51')"
"""Standings of somebody who is in service; one that is not on record says nothing else."""

FACTS = f"""
WITH people AS MATERIALIZED (
    SELECT p.id, p.person_id, p.kind, p.born_on FROM kepegawaian_pegawai p
     WHERE p.pemda_id = %(pemda)s AND p.merged_into_id IS NULL AND {RUNS.format("p")}
), appointed AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, r.kind FROM kepegawaian_appointment r
      JOIN people ON people.id = r.pegawai_id
     WHERE r.starts_on <= %(day)s ORDER BY r.pegawai_id, r.starts_on DESC
), began AS (
    SELECT r.pegawai_id, min(r.starts_on) FILTER (WHERE r.kind = 'cpns') AS cpns_on,
           min(r.starts_on) FILTER (WHERE r.kind = 'pns') AS pns_on,
           min(r.starts_on) FILTER (WHERE r.kind LIKE 'pppk%%') AS pppk_on
      FROM kepegawaian_appointment r JOIN people ON people.id = r.pegawai_id
     WHERE r.starts_on <= %(day)s GROUP BY 1
), contracts AS (
    SELECT r.pegawai_id, min(r.starts_on) AS since FROM kepegawaian_perjanjiankerja r
      JOIN people ON people.id = r.pegawai_id WHERE r.starts_on <= %(day)s GROUP BY 1
), posts AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, r.nama, r.kind, r.starts_on, r.eselon,
           count(*) FILTER (WHERE r.kind IN {STRUCTURAL}) OVER (PARTITION BY r.pegawai_id) AS many
      FROM kepegawaian_riwayatjabatan r JOIN people ON people.id = r.pegawai_id
     WHERE r.capacity = 'definitif' AND {RUNS.format("r")}
     ORDER BY r.pegawai_id, r.starts_on DESC, r.id DESC
), schooled AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, r.jenjang,
           bool_or(r.gelar_belakang <> '' OR r.gelar_depan <> '')
             OVER (PARTITION BY r.pegawai_id) AS has_title
      FROM kepegawaian_riwayatpendidikan r JOIN people ON people.id = r.pegawai_id
     WHERE r.graduated_on IS NULL OR r.graduated_on <= %(day)s
     ORDER BY r.pegawai_id, array_position({LEVELS}, r.jenjang::text) DESC NULLS LAST
), reached AS (
    SELECT r.pegawai_id,
           max(r.value) FILTER (WHERE r.kind IN ('surel', 'surel_dinas')) AS email,
           max(r.value) FILTER (WHERE r.kind IN ('ponsel', 'telepon')) AS phone
      FROM kepegawaian_contact r JOIN people ON people.id = r.pegawai_id
     WHERE {RUNS.format("r")} GROUP BY 1
), rated AS (
    SELECT DISTINCT r.pegawai_id FROM kepegawaian_penilaiankinerja r
     WHERE r.of_period = 'tahunan' AND r.year IN (%(year)s, %(year)s - 1)
), placed AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, COALESCE(s.opd_id, r.opd_id) AS opd_id,
           r.unit_id, s.id AS state_id
      FROM kepegawaian_placement r JOIN people ON people.id = r.pegawai_id
      LEFT JOIN organisasi_unitstate s ON s.unit_id = r.unit_id AND {RUNS.format("s")}
     WHERE {RUNS.format("r")} ORDER BY r.pegawai_id, r.starts_on DESC
), standing AS (
    SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, r.state FROM kepegawaian_legalstanding r
      JOIN people ON people.id = r.pegawai_id
     WHERE {RUNS.format("r")} ORDER BY r.pegawai_id, r.starts_on DESC
), unpaid AS (
    SELECT r.pegawai_id, max(r.ends_before) AS ends_before FROM kepegawaian_cutipegawai r
     WHERE r.kind = 'cltn' AND r.starts_on <= %(day)s GROUP BY 1
), sexes AS (
    SELECT r.pegawai_id, r.sex FROM kepegawaian_personaldetails r WHERE {RUNS.format("r")}
), numbers AS (
    SELECT DISTINCT ON (i.person_id) i.person_id, i.value FROM core_personidentifier i
      JOIN people ON people.person_id = i.person_id
     WHERE i.kind IN ('nip', 'ni_pppk') AND (i.starts_on IS NULL OR i.starts_on <= %(day)s)
       AND (i.ends_before IS NULL OR i.ends_before > %(day)s)
     ORDER BY i.person_id, i.starts_on DESC NULLS LAST, i.id DESC
)
SELECT p.id AS person, placed.opd_id AS unit, COALESCE(appointed.kind, p.kind) AS status,
       COALESCE(numbers.value, '') AS nip, p.born_on, COALESCE(sexes.sex, '') AS sex,
       began.cpns_on, began.pns_on, COALESCE(contracts.since, began.pppk_on) AS contract_from,
       COALESCE(posts.nama, '') AS post, COALESCE(posts.kind, '') AS post_kind,
       posts.starts_on AS post_since, COALESCE(posts.eselon, '') AS echelon, posts.many,
       COALESCE(schooled.jenjang, '') AS education,
       COALESCE(schooled.has_title, false) OR n.gelar_belakang <> '' OR n.gelar_depan <> ''
           AS has_title,
       COALESCE(reached.email, '') AS email, COALESCE(reached.phone, '') AS phone,
       rated.pegawai_id IS NOT NULL AS is_rated,
       placed.unit_id IS NOT NULL AS has_unit, placed.state_id IS NOT NULL AS has_state,
       standing.state, unpaid.ends_before AS unpaid_until, due.due_on AS pension_on
  FROM people p
  JOIN core_person n ON n.id = p.person_id
  LEFT JOIN appointed ON appointed.pegawai_id = p.id
  LEFT JOIN began ON began.pegawai_id = p.id
  LEFT JOIN contracts ON contracts.pegawai_id = p.id
  LEFT JOIN posts ON posts.pegawai_id = p.id
  LEFT JOIN schooled ON schooled.pegawai_id = p.id
  LEFT JOIN reached ON reached.pegawai_id = p.id
  LEFT JOIN rated ON rated.pegawai_id = p.id
  LEFT JOIN placed ON placed.pegawai_id = p.id
  LEFT JOIN standing ON standing.pegawai_id = p.id
  LEFT JOIN unpaid ON unpaid.pegawai_id = p.id
  LEFT JOIN sexes ON sexes.pegawai_id = p.id
  LEFT JOIN numbers ON numbers.person_id = p.person_id
  LEFT JOIN findings_dueday due ON due.pegawai_id = p.id AND due.rule_id = %(pension)s
 WHERE COALESCE(appointed.kind, p.kind) <> 'non_asn'
   AND (standing.state IS NULL OR standing.state IN {ACTIVE})
 ORDER BY p.id"""  # noqa: S608  names of ours
SEXES = {"M": Sex.MALE.value, "F": Sex.FEMALE.value}
DEGREES = frozenset({"s1", "s2", "s3", "d4", "dokter_apoteker"})
KINDS = {"fungsional": "fungsional", "pelaksana": "pelaksana", "": ""}


def facts_of(pemda: Pemda, *, day: date) -> Iterator[PersonFacts]:
    """Yield the facts of everybody who is in service on ``day``, in one query."""
    told: dict[str, Any] = {"pemda": pemda.pk, "day": day, "year": day.year, "pension": PENSION}
    with connection.cursor() as cursor:
        cursor.execute(FACTS, told)
        names = [column.name for column in cursor.description or ()]
        row = _row(names)
        while rows := cursor.fetchmany(5_000):
            for values in rows:
                yield _facts(row(*values))


def _row(names: list[str]) -> Any:
    return NamedTuple("Row", [(name, Any) for name in names])


def _facts(row: Any) -> PersonFacts:
    on_leave = None if row.state is None else row.state in ON_UNPAID_LEAVE
    return PersonFacts(
        person=row.person,
        unit=row.unit,
        status="pppk" if row.status.startswith("pppk") else row.status,
        nip=row.nip,
        born_on=row.born_on,
        sex=SEXES.get(row.sex, ""),
        cpns_on=row.cpns_on,
        pns_on=row.pns_on,
        contract_from=row.contract_from,
        post=row.post,
        post_kind=KINDS.get(row.post_kind, "struktural"),
        post_since=row.post_since,
        echelon=row.echelon,
        education=row.education,
        title="ada" if row.has_title else "",
        has_degree=row.education in DEGREES if row.education else None,
        email=row.email,
        phone=row.phone,
        appraised_this_year=row.is_rated,
        unit_is_active=row.has_state if row.has_unit else None,
        structural_posts=row.many,
        is_active=True,
        pension_on=row.pension_on,
        unpaid_leave_ends_before=row.unpaid_until,
        is_on_unpaid_leave=on_leave,
    )
