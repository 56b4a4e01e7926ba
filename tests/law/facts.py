"""Facts for tests: made as a lawyer writes them, from rows."""

from datetime import date

from pamong import law
from pamong.law.fact_table import fact_table

OPEN = "2010-01-01"


def tables(rule_id, facts):
    """Return every table that a rule reads; those not given are empty, the calendar national."""
    rule = law.rule(rule_id)
    return {
        name: law.table_from_rows(fact_table(name), facts.get(name, []))
        for name in rule.reads
        if name in facts or not fact_table(name).is_reference
    }


def judged(rule_id, as_of, subjects=None, **facts):
    return law.judge(rule_id, tables(rule_id, facts), as_of=as_of, subjects=subjects)


def loaded_since(day=OPEN, pemda_id=1):
    return {"pemda_id": pemda_id, "starts_on": day, "sumber": "contoh"}


def employee(pegawai_id, **changes):
    return {
        "pegawai_id": pegawai_id,
        "pemda_id": 1,
        "unit_id": 7,
        "status": "pns",
        "pekan_kerja": "lima_hari",
        "memegang_jabatan": True,
    } | changes


def absences(pegawai_id, days, *, excused=False):
    return [{"pegawai_id": pegawai_id, "hari": day, "alasan_sah": excused} for day in days]


def absent(days, *, as_of, **facts):
    """Judge one employee who was absent without a valid reason on these days."""
    facts = {
        "pegawai": [employee(1)],
        "presensi": absences(1, days),
        "presensi_cakupan": [loaded_since()],
        "pemeriksaan_disiplin_cakupan": [loaded_since()],
    } | facts
    return judged("disiplin-absen-kumulatif", as_of, **facts).of(1)


def day(text):
    return date.fromisoformat(text)
