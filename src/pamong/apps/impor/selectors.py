"""Imports of one government, for pages and commands."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Min, Q

from pamong.apps.impor.errors import ImportNotFoundError
from pamong.apps.impor.models import Import, ImportFile, StagedDoubt
from pamong.apps.organisasi.models import Pemda

if TYPE_CHECKING:
    from uuid import UUID

MOST_LISTED = 50


def imports_of(
    pemda: Pemda, seen: Q | None = None, *, until: date | None = None
) -> Sequence[Import]:
    """Return the imports of a government that ``seen`` lets through, the newest first.

    ``until`` is the last day of which imports are told.
    """
    rows = Import.objects.filter(seen or Q(), pemda=pemda).select_related("progress")
    if until is not None:
        rows = rows.filter(day__lte=until)
    return list(rows.defer("sheets").order_by("-pk")[:MOST_LISTED])


def get_import(pemda: Pemda, public_id: "UUID | str") -> Import:
    """Return one import of a government.

    Raises:
        ImportNotFoundError: it has none of that address.
    """
    rows = Import.objects.select_related("pemda", "progress")
    found = rows.filter(pemda=pemda, public_id=public_id).first()
    if found is None:
        raise ImportNotFoundError
    return found


def written_at(pemda: Pemda, batch: Import) -> datetime | None:
    """Return when an import of a government was put on record, of one that stands there."""
    events = Import.pgh_event_model.objects.filter(pemda=pemda, pgh_obj_id=batch.pk)  # type: ignore[attr-defined]  # added by pghistory
    told = events.filter(pgh_context_id=batch.context).aggregate(at=Min("pgh_created_at"))
    at: datetime | None = told["at"]
    return at


def same_files(pemda: Pemda, batch: Import) -> list[ImportFile]:
    """Return the files of earlier imports that hold the very same as files of this one."""
    own = ImportFile.objects.filter(batch=batch).values("sha256")
    rows = ImportFile.objects.filter(batch__pemda=pemda, batch__lt=batch.pk, sha256__in=own)
    return list(rows.select_related("batch").defer("content", "batch__sheets").order_by("-pk")[:5])


def doubts(
    pemda: Pemda, batch: Import, *, code: str = "", start: int = 0, size: int = 50
) -> list[StagedDoubt]:
    """Return some doubts of an import, in the order of the files."""
    rows = StagedDoubt.objects.filter(batch=batch, batch__pemda=pemda)
    if code:
        rows = rows.filter(code=code)
    return list(rows.order_by("file", "sheet", "row", "column", "pk")[start : start + size])
