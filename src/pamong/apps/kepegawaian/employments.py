"""Finding one employment."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from pamong.apps.core.models import StoredFile
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Pemda


class PegawaiNotFoundError(LookupError):
    """The government has no such pegawai on record."""

    def __init__(self) -> None:
        super().__init__(_("Pegawai ini tidak ada di pemerintah daerah ini."))


class MergedAwayError(PegawaiNotFoundError):
    """The pegawai was recorded twice, and leads to the record that stays."""

    def __init__(self, stays: UUID) -> None:
        self.stays = stays
        super().__init__()


def get_pegawai(pemda: Pemda, public_id: UUID, **also: Any) -> Pegawai:
    """Return one employment by ``pemda``, with ``also`` as annotations.

    ``files`` are the files of its papers without their content, ``has_others`` says whether the
    person has or had other employments: a page asks for all that at once.

    Raises:
        MergedAwayError: it was merged into another.
        PegawaiNotFoundError: there is no such one.
    """
    rows = Pegawai.objects.filter(pemda=pemda, public_id=public_id)
    files = StoredFile.objects.filter(pegawaidocument__pegawai=OuterRef("pk")).order_by("pk")
    told = JSONObject(id="id", name="name", size="size", sha256="sha256")
    others = Pegawai.objects.filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    found = (
        rows.select_related("person", "pemda__instansi")
        .annotate(files=ArraySubquery(files.values(told=told)), has_others=Exists(others), **also)
        .first()
    )
    if found is None:
        raise _not_here(pemda, public_id)
    return found


def _not_here(pemda: Pemda, public_id: UUID) -> PegawaiNotFoundError:
    """Say where a record leads that was merged into another, itself perhaps merged since."""
    rows = Pegawai.with_merged.filter(pemda=pemda).select_related("merged_into")
    found = rows.filter(public_id=public_id).first()
    while found is not None and found.merged_into is not None:
        found = rows.get(pk=found.merged_into.pk)
    return PegawaiNotFoundError() if found is None else MergedAwayError(found.public_id)
