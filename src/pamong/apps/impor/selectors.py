"""Imports of one government, for pages and commands."""

from collections.abc import Sequence

from django.db.models import Count

from pamong.apps.impor.errors import ImportNotFoundError
from pamong.apps.impor.models import Import, StagedDoubt
from pamong.apps.organisasi.models import Pemda


def imports_of(pemda: Pemda) -> Sequence[Import]:
    """Return the imports of a government, the newest first."""
    rows = Import.objects.filter(pemda=pemda).select_related("progress")
    return list(rows.defer("sheets").order_by("-pk")[:50])


def get_import(pemda: Pemda, public_id: str) -> Import:
    """Return one import of a government.

    Raises:
        ImportNotFoundError: it has none of that address.
    """
    rows = Import.objects.select_related("pemda", "progress")
    found = rows.filter(pemda=pemda, public_id=public_id).first()
    if found is None:
        raise ImportNotFoundError
    return found


def doubt_kinds(pemda: Pemda, batch: Import) -> list[tuple[str, int]]:
    """Return the kinds of doubt of an import, with how many there are."""
    rows = StagedDoubt.objects.filter(batch=batch, batch__pemda=pemda)
    return list(rows.values_list("code").annotate(n=Count("pk")).order_by("-n", "code"))


def doubts(
    pemda: Pemda, batch: Import, *, code: str = "", start: int = 0, size: int = 50
) -> list[StagedDoubt]:
    """Return some doubts of an import, in the order of the files."""
    rows = StagedDoubt.objects.filter(batch=batch, batch__pemda=pemda)
    if code:
        rows = rows.filter(code=code)
    return list(rows.order_by("file", "sheet", "row", "column", "pk")[start : start + size])
