"""The tables that an import writes, and how a staged row finds the entry that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models.fields import NOT_PROVIDED

from pamong.apps.kepegawaian.sections import Section, section

DAY = """
    least(%(day)s::date,
          (SELECT e.ends_before - 1 FROM kepegawaian_pegawai e WHERE e.id = t.pegawai_id))"""
ON_THE_DAY = f"t.starts_on <= {DAY} AND (t.ends_before IS NULL OR t.ends_before > {DAY})"
"""The entry in force: for what a file says of now, and not of a day; of who left, the last one."""
OWNER_THEN = """
    coalesce((SELECT e.id FROM kepegawaian_pegawai e
               WHERE e.person_id = w.person_id AND e.pemda_id = %(pemda)s
                 AND e.merged_into_id IS NULL AND e.starts_on < (s.said->>'stopped_on')::date
               ORDER BY e.starts_on DESC LIMIT 1), w.pegawai_id)"""
"""The employment that a day of its end falls into; else the last one."""


@dataclass(frozen=True, slots=True)
class Target:
    """A section that is written: by which columns an entry is known, and which end one another.

    ``moves_on`` says that another value begins another entry, and does not correct the one there.
    ``line`` is what an entry must be to end the one before it. ``owner`` is the SQL of the
    employment that a row ``s`` of somebody ``w`` is about.
    """

    key: str
    by: tuple[str, ...] = ()
    moves_on: bool = False
    line: str = ""
    owner: str = "w.pegawai_id"

    @property
    def section(self) -> Section:
        """Return the section of the record."""
        return section(self.key)

    @property
    def table(self) -> str:
        """Return the name of its table."""
        return str(options(self.section.model).db_table)

    @property
    def event_table(self) -> str:
        """Return the name of the table of its history."""
        model: Any = self.section.model
        return str(options(model.pgh_event_model).db_table)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return every column but the key, as the database names them."""
        fields = options(self.section.model).concrete_fields
        return tuple(str(field.column) for field in fields if not field.primary_key)

    @property
    def defaults(self) -> Mapping[str, Any]:
        """Return what stands where a row says nothing."""
        found = {}
        for field in options(self.section.model).concrete_fields:
            if field.default is not NOT_PROVIDED and not callable(field.default):
                found[str(field.column)] = field.default
            elif isinstance(field, models.JSONField) and not field.null:
                found[str(field.column)] = field.get_default()
            elif isinstance(field, models.CharField) and field.blank:
                found[str(field.column)] = ""
        return found

    @property
    def is_known_by(self) -> str:
        """Return the SQL that tells whether ``t`` is what ``s`` is about."""
        if not self.by:
            return ON_THE_DAY
        return " AND ".join(f"{_held(name)} = {_told(name)}" for name in self.by)

    @property
    def same(self) -> str:
        """Return the SQL of what two staged rows of one person may not share."""
        return ", ".join(_told(name) for name in self.by) or "TRUE"


EMPTY = "'\"\"'::jsonb"
"""What stands for an empty column, of whichever kind, on both sides."""


def _told(name: str) -> str:
    return f"coalesce(s.said->'{name}', s.also->'{name}', {EMPTY})"


def _held(name: str) -> str:
    return f'coalesce(to_jsonb(t."{name}"), {EMPTY})'


def options(model: type[models.Model]) -> Any:
    """Return Django's documented Options of a model."""
    return model._meta  # noqa: SLF001  Django's documented Options


DEFINITIVE = "capacity = 'definitif'"
TARGETS = (
    Target("pengangkatan", ("starts_on",), line="TRUE"),
    Target("penempatan", moves_on=True, line="TRUE"),
    Target("data-pribadi", line="TRUE"),
    Target("kontak", ("kind", "value")),
    Target("pangkat", ("starts_on",), line="TRUE"),
    Target("gaji", ("starts_on",)),
    Target("jabatan", ("nama", "starts_on"), line=DEFINITIVE),
    Target("pendidikan", ("jenjang", "field_of_study")),
    Target("diklat", ("nama", "starts_on")),
    Target("kinerja", ("of_period", "year")),
    Target("angka-kredit", ("starts_on", "kind", "paper_number")),
    Target("penghargaan", ("nama", "year")),
    Target("hukuman", ("kind", "starts_on")),
    Target("cuti", ("kind", "starts_on")),
    Target("keluarga", ("relation", "nama", "born_on")),
    Target("perjanjian", ("starts_on",), line="TRUE"),
    Target("masa-kerja", ("where", "starts_on")),
    Target("pindah", ("kind", "moved_on")),
    Target("pemberhentian", ("kind", "paper_number"), owner=OWNER_THEN),
)
"""In the order in which they are written. SIASN's rows have no end: the next one ends them."""
