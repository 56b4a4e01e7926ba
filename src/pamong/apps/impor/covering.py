"""The histories that somebody says an import holds whole: coverage of the record, never guessed.

Without it a missing row tells the law nothing. It goes with the import when that is undone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor
from pamong.apps.core.jobs import facts_changed
from pamong.apps.impor.errors import UnknownRiwayatError
from pamong.apps.impor.latest import EVERY
from pamong.apps.impor.models import Import, WrittenEntry
from pamong.apps.impor.people import MAIN_ROWS, OF_SERVICE
from pamong.apps.impor.targets import TARGETS
from pamong.apps.impor.written import TAKE_AWAY, tables, told_of, words_of
from pamong.apps.kepegawaian.models import Riwayat, RiwayatCoverage
from pamong.apps.kepegawaian.sections import COVERED
from pamong.apps.kepegawaian.services import record_riwayat_coverage
from pamong.kernel.period import Period

COVERAGE = "cakupan"
"""Under which name coverage is noted as written."""
SECTION_OF: dict[Riwayat, str] = {
    target.section.coverage: target.key for target in TARGETS if target.section.coverage
}
"""The histories that an import may tell of whole, and the section of each."""


@dataclass(frozen=True, slots=True)
class Complete:
    """One history that the files hold whole for everybody, from a day until the day of reading."""

    riwayat: Riwayat
    since: date

    def to_json(self) -> dict[str, str]:
        """Return what is kept with the import."""
        return {"riwayat": self.riwayat.value, "sejak": self.since.isoformat()}

    @classmethod
    def from_json(cls, told: dict[str, str]) -> "Complete":
        """Read what was kept."""
        return cls(Riwayat(told["riwayat"]), date.fromisoformat(told["sejak"]))


def complete(riwayat: str, since: date, batch: Import) -> Complete:
    """Return a history that is said to be whole.

    Raises:
        UnknownRiwayatError: no import tells of it, this one does not, or the day is to come.
    """
    if riwayat not in offered(batch) or since > batch.day:
        raise UnknownRiwayatError(riwayat)
    return Complete(Riwayat(riwayat), since)


def offered(batch: Import) -> list[Riwayat]:
    """Return the histories that an import has rows of, or whose last entries a list tells."""
    told = batch.counts.keys() | told_latest(batch)
    return [riwayat for riwayat, key in SECTION_OF.items() if key in told]


def told_latest(batch: Import) -> set[str]:
    """Return the sections whose last entries the main rows of an import have the columns for."""
    sheets = [sheet["kolom"] for sheet in batch.sheets if sheet["tata_letak"] in MAIN_ROWS]
    named = [{OF_SERVICE.get(name, name) for name in columns.values()} for columns in sheets]
    return {each.history.key for each in EVERY for names in named if set(each.needed) <= names}


def cover(batch: Import) -> None:
    """Record the coverage that was stated, inside the open act."""
    for each in map(Complete.from_json, batch.complete):
        coverage = record_riwayat_coverage(
            pemda=batch.pemda,
            riwayat=each.riwayat,
            period=Period(each.since, batch.day + timedelta(days=1)),
            source=(_("Impor: %s") % batch.title)[:200],
            actor=Actor(batch.actor, batch.user_id),
            reason=batch.reason,
        )
        WrittenEntry.objects.create(batch=batch, section=COVERAGE, entry_id=coverage.pk)


def uncover(batch: Import) -> None:
    """Take the coverage of an import back, inside the open act; what was edited since stays."""
    words = words_of(*tables(RiwayatCoverage), ())
    with connection.cursor() as cursor:
        told: dict[str, Any] = told_of(batch, COVERAGE)
        cursor.execute(TAKE_AWAY.format(**words, and_free="", whose="t.riwayat"), told)
        for (riwayat,) in cursor.fetchall():
            facts_changed(
                batch.pemda_id, f"{COVERED[Riwayat(riwayat)]}_cakupan", pemda_id=batch.pemda_id
            )
